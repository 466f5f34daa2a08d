"""Highs, lows and averages of a window, and how far a series stands from them. Written from
docs/statistics.md."""

import bisect
import statistics as plain

from .. import calendar
from ..book import mean, value_at
from ..figures import compared as printed
from ..finding import Finding, Withheld, all_of, statistic, withhold
from .change import POINTS, check_base, ratio_digits
from .changes import attempt
from .series import LEAST, unbroken


def window_of(series, over):
    """Place of the first reading of a span that ends with the latest; the whole span must be there."""
    end = len(series.days) - 1
    if over == "year to date":
        start = calendar.of(calendar.date(series.days[-1]).year, 1, 1) - 1
        first = bisect.bisect_right(series.days, start)
        if series.slot(series.days[first]) - series.slot(start) > 1 or not unbroken(series, first, end):
            withhold("hole")
        return first
    count, unit = calendar.span(over)
    if unit == "session":
        if series.every != "day":
            withhold("coarse")
        first = end - count + 1
        if first < 0:
            withhold("hole")
    else:
        start = calendar.span_before(series.days[-1], (count, unit))
        by_month = series.every in ("month", "half-month") and unit not in ("week", "day")
        line, bound = (series.slots(), series.slot(start)) if by_month else (series.days, start)
        first = bisect.bisect_right(line, bound)
        if series.slot(series.days[first]) - series.slot(start) > 1:
            withhold("hole")
    if not unbroken(series, first, end):
        withhold("hole")
    return first


def away(unit, base, value, day, rows, basis, state=None):
    """From one level to another: a ratio, or points for scores and percentages."""
    if unit in POINTS:
        found = (value - base) * (100 if unit in ("ratio", "yield") else 1)
        return Finding(found, "basis points" if unit == "yield" else "points", day, basis, state, None, rows)
    if base <= 0 or value < 0 or value / base > 11:
        return Withheld("base")
    return Finding(value / base - 1, "ratio", day, basis, state, None, rows)


def extremes(options, book):
    """The series of highs, that of lows, and the one that tells where it stands."""
    if "bars" not in options:
        one = book.told(options["series"])
        return one, one, one
    close = book.told(f"{options['bars']}.close")
    if options.get("basis") == "close":
        return close, close, close
    return book.told(f"{options['bars']}.high"), book.told(f"{options['bars']}.low"), close


@statistic("year-range")
def year_range(options, book):
    high, low, now = extremes(options, book)
    over = options.get("over", "52 weeks")
    first, named = window_of(now, over), named_of(over)
    end = len(now.days) - 1
    top = first_extreme(high, first, end, 1)
    bottom = first_extreme(low, first, end, -1)
    last, most, least = now.values[end], high.values[top], low.values[bottom]
    day, basis = now.days[end], high.basis
    above, below = near(high, top, first, end), near(low, bottom, first, end)
    stand = [(now, day)]
    state = "inside"
    for side, series, sign in (("high", high, 1), ("low", low, -1)):
        others = [sign * printed(series, series.values[end], series.values[i]) for i in range(first, end)]
        if all(each > 0 for each in others):
            state = f"new {side}"
        elif all(each >= 0 for each in others):
            state = f"at {side}"
        if state != "inside":
            break
    place = Withheld("nothing")
    if most > least:
        place = Finding((last - least) / (most - least), "ratio", day, now.basis, state, named, above + below + stand, digits=0)
    return {
        "": place,
        "high": value_at(high, top, state="high", named=named, rows=above),
        "low": value_at(low, bottom, state="low", named=named, rows=below),
        "last": value_at(now, end),
        "from-high": attempt(lambda: apart_from(high, most, last, day, above + stand, named)),
        "from-low": attempt(lambda: apart_from(low, least, last, day, below + stand, named)),
    }


def apart_from(series, base, value, day, rows, named, state=None):
    """From one level of a series to another, as a change of it would be told."""
    if series.unit not in POINTS:
        check_base(series, base, value)
    found = away(series.unit, base, value, day, rows, series.basis, state)
    found.named = named
    if found.unit == "ratio":
        found.digits = ratio_digits(series, base, value)
    return found


def named_of(over):
    if over == "year to date":
        return {}
    count, unit = calendar.span(over)
    return {unit + "s": count}


def near(series, at, first, end):
    """The extreme's row, and those of suspect readings within five percent, which could overturn it."""
    top = series.values[at]
    doubted = [
        (series, series.days[i])
        for i in range(first, end + 1)
        if i != at and series.days[i] in series.suspect and abs(series.values[i] - top) <= 0.05 * abs(top)
    ]
    return [(series, series.days[at]), *doubted]


def first_extreme(series, first, end, sign):
    """Place of the reading furthest out; of equal ones the first."""
    return max(range(first, end + 1), key=lambda i: (sign * series.values[i], -i))


@statistic("near-extreme")
def near_extreme(options, book):
    side, count, over = options.get("side", "high"), options.get("of", 1), options.get("over", "all")
    highs, lows, _ = extremes(options, book)
    series, sign = (highs, 1) if side == "high" else (lows, -1)
    end = len(series.days) - 1
    first = whole_of(series, side) if over == "all" else window_of(series, over)
    if end - count - first + 1 < LEAST[series.every]:
        withhold("few")
    extreme = first_extreme(series, first, end - count, sign)
    nearest = first_extreme(series, end - count + 1, end, sign)
    if sign * printed(series, series.values[nearest], series.values[extreme]) >= 0:
        withhold("nothing")
    base, value, day = series.values[extreme], series.values[nearest], series.days[nearest]
    doubt = near(series, extreme, first, end - count)
    rows = [*doubt, (series, day)]
    state, named = "below" if side == "high" else "above", None if over == "all" else named_of(over)
    found = apart_from(series, base, value, day, rows, named, state)
    usual = options.get("within", {"ratio": 0.02, "points": 1}.get(found.unit, 10))
    window = series.values[first : end - count + 1]
    far = abs(value - base) > (max(window) - min(window)) / 20
    if abs(found.value) > usual or ("within" not in options and found.unit != "ratio" and far):
        withhold("nothing")
    if found.unit == "ratio":
        amount = attempt(lambda: amount_of(series.unit, value - base, day, rows, series.basis, state))
        amount.named = named
    else:
        amount = found
    return {
        "": found,
        "amount": amount,
        "extreme": value_at(series, extreme, state=side, named=named, rows=doubt),
        "nearest": value_at(series, nearest),
        "elapsed": Finding(day - series.days[extreme], "days", day, series.basis, rows=rows),
    }


def whole_of(series, side):
    """All readings, where the catalogue says that they hold every record of the side."""
    if not series.complete or (side == "low" and not series.complete_lows):
        withhold("incomplete")
    return 0 if unbroken(series, 0, len(series.days) - 1) else withhold("hole")


def amount_of(unit, value, day, rows, basis, state):
    """The same in points, or in money, shares or contracts."""
    if unit in ("ratio", "yield", "net percent"):
        withhold("unlike")
    unit = "points" if unit in ("index", "score") else unit
    return Finding(value, unit, day, basis, state, None, rows)


@statistic("against-average")
def against_average(options, book):
    series, of = book.told(options["series"]), options.get("of", 20)
    before = options.get("window") == "before"
    end = len(series.days) - 1
    last = end - 1 if before else end
    first = last - of + 1
    if first < 0:
        withhold("few")
    if not unbroken(series, first, end):
        withhold("hole")
    window, latest, day = series.values[first : last + 1], series.values[end], series.days[end]
    rows = [(series, series.days[i]) for i in range(first, end + 1)]
    middle, spread, named = mean(window), plain.stdev(window), {"of": of}
    state = "above" if latest > middle else "below" if latest < middle else "at"

    def share():
        if series.unit in ("net percent", "ratio", "yield", "correlation"):
            withhold("unlike")
        if min(window + [latest]) <= 0:
            withhold("base")
        if 0.5 * 10.0**-series.precision / middle > 0.01:
            withhold("base")
        return Finding(latest / middle, "ratio", day, series.basis, state, named, rows, digits=0)

    # A deviation no larger than the rounding of the source tells nothing.
    score = Withheld("base") if spread <= 0.5 * 10.0**-series.precision else Finding((latest - middle) / spread, "multiple", day, series.basis, state, named, rows, digits=2)
    def distance():
        if series.unit not in POINTS:
            share()
        found = away(series.unit, middle, latest, day, rows, series.basis, state)
        if isinstance(found, Finding):
            found.named = named
        return found

    return {
        "": attempt(share),
        "distance": attempt(distance),
        "score": score,
        "average": Finding(middle, series.unit, day, series.basis, state, named, rows),
        "latest": value_at(series, end, state=state, named=named),
    }


@statistic("distance")
def distance(options, book):
    reading, level = all_of(lambda: book.fact(options["from"]), lambda: book.fact(options["to"]))
    if reading.unit != level.unit:
        withhold("unlike")
    one, other = (name_of(each) for each in (reading, level))
    if one != other:
        withhold("unlike")
    basis = level.basis if reading.basis == level.basis else "intraday"
    day, rows = max(reading.day, level.day), reading.rows + level.rows
    state = "above" if level.value > reading.value else "below" if level.value < reading.value else "equal"
    back = {"above": "below", "below": "above", "equal": "equal"}[state]
    there = away(reading.unit, reading.value, level.value, day, rows, basis, state)
    if isinstance(there, Withheld):
        raise there
    return {
        "": there,
        "amount": attempt(lambda: amount_of(reading.unit, level.value - reading.value, day, rows, basis, state)),
        "back": away(reading.unit, level.value, reading.value, day, rows, basis, back),
    }


def name_of(fact):
    """The instrument a fact is about: the bar file of a column, or the series itself."""
    id = fact.rows[0][0].id
    stem, _, part = id.rpartition(".")
    return stem if part in ("open", "high", "low", "close") else id
