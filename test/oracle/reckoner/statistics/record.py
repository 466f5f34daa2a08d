"""All-time highs and lows. Written from docs/statistics.md."""

from .. import calendar
from ..book import value_at
from ..finding import Finding, Withheld, statistic, withhold
from .change import ratio_digits


@statistic("record")
def record(options, book):
    side, basis = options.get("side", "high"), options.get("basis", "intraday")
    if "bars" in options:
        part = "close" if basis == "close" else side
        series, now = book.told(f"{options['bars']}.{part}"), book.told(f"{options['bars']}.close")
    else:
        series = now = book.told(options["series"])
    at, prior = peaks(series, side, options.get("stood"))
    rows = [(series, series.days[at])]
    state = "at-record" if at == len(series.days) - 1 else "below" if side == "high" else "above"
    parts = {"": value_at(series, at, state=state)}
    both = rows + ([(series, series.days[prior])] if prior is not None else [])
    day = series.days[at]
    missing = Withheld("nothing")
    parts["prior"] = value_at(series, prior) if prior is not None else missing
    parts["margin"] = ratio(series.values[at], series.values[prior], day, series, both) if prior is not None else missing
    parts["elapsed"] = Finding(day - series.days[prior], "days", day, series.basis, rows=both) if prior is not None else missing
    last = now.days[-1]
    ends = rows + [(now, last)]
    parts["distance"] = ratio(now.values[-1], series.values[at], last, series, ends)
    parts["age"] = Finding(last - day, "days", last, series.basis, rows=ends)
    return parts


def ratio(value, base, day, series, rows):
    if base <= 0 or value / base > 12:
        return Withheld("base")
    digits = ratio_digits(series, base, value)
    return Finding(value / base - 1, "ratio", day, series.basis, None, None, rows, digits=digits)


def peaks(series, side, stood=None):
    """Places of the record and of the last earlier one that had stood long enough when passed."""
    if not (series.complete if side == "high" else series.complete_lows):
        withhold("incomplete")
    first, final = series.slot(series.days[0]), series.slot(series.days[-1])
    if final - first != len(series.days) - 1:
        withhold("hole")
    if series.days[-1] in series.suspect:
        withhold("suspect")
    sign, span = 1 if side == "high" else -1, calendar.span(stood or "3 months")
    steps, best = [], None
    for i, value in enumerate(series.values):
        if best is None or sign * value > sign * series.values[best]:
            steps.append(i)
            best = i
    prior = None
    for old, new in zip(steps, steps[1:]):
        if calendar.span_before(series.days[new], span) >= series.days[old]:
            prior = old
    return steps[-1], prior
