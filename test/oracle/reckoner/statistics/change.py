"""How far a series has moved. Written from docs/statistics.md."""

from .. import calendar
from ..book import place_on, value_at, view
from ..finding import Finding, Withheld, all_of, statistic, withhold

# What is a percentage itself, or a score, moves in points; a yield in basis points.
PERCENTAGES = ("net percent", "ratio", "yield")
POINTS = PERCENTAGES + ("score",)
PER_MONTH = {"half-month": 2, "month": 1}


@statistic("change")
def change(options, book):
    if "series" not in options:
        return between_facts(options, book)
    series = view(book.series(options["series"]), options.get("at"), book.as_of)
    place = lambda name: place_on(series, book.past(book.day(options[name])))  # noqa: E731
    newest = lambda: len(series.days) - 1 if series.days else withhold("unknown")  # noqa: E731
    state, named = None, None
    if "over" in options:
        end = newest()
        series, start, end, state, named = base_of(series, options["over"], book, end)
    else:
        start, end = all_of(lambda: place("from"), lambda: place("to") if "to" in options else newest())
    try:
        move = difference_of(series, start, end, options.get("as"), state=state, named=named)
    except Withheld as reason:
        # A percentage may mislead where both ends can be said all the same.
        if reason.kinds[0] not in ("base", "unlike"):
            raise
        move = reason
    if "over" in options and not isinstance(move, Withheld):
        move.rank, move.ranked = place_among(series, options, book, start, end)
    return {"": move, "from": value_at(series, start), "to": value_at(series, end)}


LEAST_RANKED = 8


def place_among(series, options, book, start, end):
    """Place of the size among past changes of the same length, each beginning where the next one ends;
    itself counted half. None for changes to date, whose past is of another length."""
    if options["over"].endswith("to date"):
        return None, None
    as_ = options.get("as") or ("points" if series.unit in POINTS else "percent")
    own, past, at = size_of(series, as_, start, end), [], start
    while at > 0:
        try:
            before = span_base(series, options["over"], at)[0]
        except Withheld:
            at -= 1
            continue
        size = size_of(series, as_, before, at)
        past += [] if size is None else [size]
        at = before
    if len(past) < LEAST_RANKED:
        return None, len(past)
    under, equal = sum(each < own for each in past), sum(each == own for each in past)
    return (under + (equal + 1) / 2) / (len(past) + 1), len(past)


def size_of(series, as_, start, end):
    base, value = series.values[start], series.values[end]
    if as_ != "percent":
        return abs(value - base)
    return abs(value / base - 1) if base > 0 else None


def base_of(series, over, book, end):
    """The series, places of base and end in it, the state and what it names."""
    if over.endswith("to date"):
        return to_date(book.series(series.id), over, series.days[end])
    return (series, *span_base(series, over, end))


def to_date(series, over, day):
    """From the end of a past period: its last reading, whatever readings the change itself ends at."""
    when = calendar.date(day)
    month = {"m": when.month, "q": (when.month - 1) // 3 * 3 + 1, "y": 1}[over[0]]
    past = calendar.of(when.year, month, 1) - 1
    end = series.days.index(day)
    if series.every != "week":
        return series, place_on(series, past), end, None, None
    found = [i for i, each in enumerate(series.days) if past - 7 < each <= past]
    return series, found[-1] if found else withhold("hole"), end, None, None


def span_base(series, over, end):
    """Places of base and end, the state and what it names."""
    day = series.days[end]
    if over == "period":
        return before(series, end, 1), end, None, None
    count, unit = span = calendar.span(over)
    named = {unit + "s": count}
    if series.every == "day":
        if unit in ("session", "day"):
            return before(series, end, count), end, None, named
        if unit == "week":
            friday = calendar.monday_of(day) + 4
            whole = calendar.session_number(day) == calendar.session_number(friday)
            return place_on(series, friday - 7 * count), end, "whole" if whole else "to-date", named
        return place_on(series, calendar.span_before(day, span)), end, None, named
    if unit in ("session", "day") or unit == "week" and series.every != "week":
        withhold("coarse")
    if unit == "week":
        return before(series, end, count), end, None, named
    if series.every == "week":
        return place_on(series, calendar.span_before(day, span)), end, None, named
    months = count * {"month": 1, "quarter": 3, "year": 12}[unit]
    return before(series, end, months * PER_MONTH[series.every]), end, None, named


def before(series, end, steps):
    """The reading so many periods before, by the calendar."""
    wanted = series.slot(series.days[end]) - steps
    found = series.places().get(wanted, end)
    return found if found < end else withhold("hole")


def difference_of(series, start, end, as_, state=None, named=None):
    """From one reading to another in percent, in points or in the series' own unit."""
    if start > end or series.days[start] >= series.days[end]:
        withhold("hole")
    base, value = series.values[start], series.values[end]
    as_ = as_ or ("points" if series.unit in POINTS else "percent")
    rows = [(series, series.days[start]), (series, series.days[end])]
    day, window = series.days[end], (series.days[start], series.days[end])
    if as_ == "percent":
        check_base(series, base, value)
        found, unit = value / base - 1, "ratio"
    elif as_ == "amount" and series.unit in PERCENTAGES:
        withhold("unlike")
    elif as_ == "points" and series.unit in ("money", "shares", "contracts"):
        withhold("unlike")
    else:
        found = value - base
        unit = "basis points" if series.unit == "yield" else "points"
        unit = series.unit if as_ == "amount" and series.unit != "index" else unit
        found *= 100 if as_ == "points" and series.unit in ("ratio", "yield") else 1
    digits = None
    if as_ == "percent":
        digits = ratio_digits(series, base, value)
    return Finding(found, unit, day, series.basis, state, named, rows, series, window=window, digits=digits)


def ratio_digits(series, base, value):
    """Tenths of a percent only where the rounding of the source moves it by less than half a percent."""
    return 1 if 0.5 * 10.0**-series.precision / base * (1 + abs(value / base)) < 0.005 else 0


def check_base(series, base, value):
    """A percentage needs a base above zero, neither tiny nor moved by rounding, and a fair end."""
    if base <= 0 or value < 0 or value / base - 1 > 10:
        withhold("base")
    if series.unit in PERCENTAGES:
        withhold("unlike")
    if base < series.usual_size() / 50:
        withhold("base")
    if 0.5 * 10.0**-series.precision / base > 0.01:
        withhold("base")


def between_facts(options, book):
    start, end = all_of(lambda: book.fact(options["from"]), lambda: book.fact(options["to"]))
    if start.unit != end.unit or start.basis != end.basis:
        withhold("unlike")
    if start.day > book.as_of or start.day >= end.day:
        withhold("hole")
    rows = start.rows + end.rows
    move = Finding(end.value / start.value - 1, "ratio", end.day, end.basis, None, None, rows)
    return {"": move, "from": start, "to": end}
