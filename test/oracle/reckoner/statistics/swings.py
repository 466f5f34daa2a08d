"""Swings, rallies and drawdowns on daily bars. Written from docs/statistics/price.md and decision 4."""

import math

import numpy

from .. import calendar
from ..bars import lines, zigzag
from ..finding import Finding, Withheld, statistic, withhold


def basis_of(options):
    return options.get("basis", "intraday")


def place_of(bars, day):
    """Place of the session of a day, or of the last one before it."""
    found = [i for i, each in enumerate(bars.days) if each <= day]
    return found[-1] if found else withhold("hole")


@statistic("swing-low", tolerance=0)
def swing_low(options, book):
    return swing(options, book, "low")


@statistic("swing-high", tolerance=0)
def swing_high(options, book):
    return swing(options, book, "high")


def swing(options, book, kind):
    bars, basis = book.prices(options["bars"]), basis_of(options)
    names = {"high": lines(bars, basis)[2], "low": lines(bars, basis)[3]}
    if "on" in options:
        at = place_of(bars, book.past(book.day(options["on"])))
        return {"": bars.at(names[kind], at, state=kind), "confirmed": Withheld("nothing")}
    found = [each for each in zigzag(bars, options.get("reversal", 0.1), basis) if each[0] == kind]
    if not found:
        withhold("nothing")
    _, at, by = found[-1]
    other = names["low" if kind == "high" else "high"]
    return {"": bars.at(names[kind], at, state=kind), "confirmed": bars.at(other, by)}


@statistic("rally")
def rally(options, book):
    bars, basis, reversal = book.prices(options["bars"]), basis_of(options), options.get("reversal", 0.1)
    highs, lows, high_name, low_name = lines(bars, basis)
    swings = zigzag(bars, reversal, basis)
    if "from" in options:
        low = place_of(bars, book.past(book.day(options["from"])))
    else:
        found = [at for kind, at, _ in swings if kind == "low"]
        if not found:
            withhold("nothing")
        low = found[-1]
    if low == bars.last:
        withhold("unknown")
    if lows[low + 1 :].min() < lows[low]:
        withhold("nothing")
    high = low + 1 + int(numpy.argmax(highs[low + 1 :]))
    rise = highs[high] / lows[low] - 1
    if rise < reversal:
        withhold("nothing")
    over = any(kind == "high" and at >= high for kind, at, _ in swings)
    ends = [bars.row(low_name, low), bars.row(high_name, high)]
    days = bars.days[high] - bars.days[low]
    weeks = math.ceil(days / 7)
    begun = [place_of(bars, bars.days[low] + 7 * week) for week in range(weeks)]
    rises = [
        (a[1], b[1]) for a, b in zip(swings, swings[1:]) if a[0] == "low" and b[0] == "high" and b[1] <= low
    ]
    sizes = [highs[b] / lows[a] - 1 for a, b in rises]
    as_large = [each for each, size in zip(rises, sizes) if size >= rise]
    day = bars.days[high]
    parts = {
        "": Finding(rise, "ratio", day, basis, "over" if over else "running", rows=ends, series=bars.close),
        "low": bars.at(low_name, low, state="low"),
        "high": bars.at(high_name, high, state="high"),
        "days": Finding(days, "days", day, basis, rows=ends),
        "weeks": Finding(weeks, "weeks", bars.days[begun[-1]], "close", rows=[bars.row("close", i) for i in begun]),
        "sessions": Finding(
            high - low, "sessions", day, "close", rows=[bars.row("close", i) for i in range(low + 1, high + 1)]
        ),
    }
    top = low + int(numpy.argmax(bars.c[low:]))
    closes = [bars.row("close", top), bars.row("close", bars.last)]
    parts["back"] = Finding(bars.c[-1] / bars.c[top] - 1, "ratio", bars.days[-1], "close", rows=closes)
    if not as_large:
        none = dict.fromkeys(("earlier-low", "earlier-high"), Withheld("nothing"))
        return {**parts, **none, "episodes": Finding(0, "count", day, basis, rows=ends)}
    start, end = as_large[-1]
    rows = [row for a, b in as_large for row in (bars.row(low_name, a), bars.row(high_name, b))]
    parts["episodes"] = Finding(len(as_large), "count", bars.days[end], basis, rows=rows)
    parts["earlier-low"] = bars.at(low_name, start, state="low")
    parts["earlier-high"] = bars.at(high_name, end, state="high")
    return parts


@statistic("drawdown")
def drawdown(options, book):
    bars, basis = book.prices(options["bars"]), basis_of(options)
    highs, lows, high_name, low_name = lines(bars, basis)
    first = 0
    if "over" in options:
        start = calendar.span_before(bars.days[-1], calendar.span(options["over"]))
        first = next(i for i, day in enumerate(bars.days) if day > start)
    peak = first + int(numpy.argmax(highs[first:]))
    if peak == bars.last:
        withhold("nothing")
    low = peak + 1 + int(numpy.argmin(lows[peak + 1 :]))
    fall = lows[low] / highs[peak] - 1
    if -fall < options.get("least", 0.1):
        withhold("nothing")
    ends = [bars.row(high_name, peak), bars.row(low_name, low)]
    day = bars.days[low]
    record = bars.close.complete and "over" not in options
    parts = {
        "": Finding(fall, "ratio", day, basis, rows=ends, series=bars.close),
        "peak": bars.at(high_name, peak, state="record" if record else "high"),
        "low": bars.at(low_name, low, state="low"),
        "days": Finding(bars.days[low] - bars.days[peak], "days", day, basis, rows=ends),
    }
    top = first + int(numpy.argmax(bars.c[first:]))
    bottom = top + int(numpy.argmin(bars.c[top:]))
    now = bars.days[-1]
    rows = [bars.row("close", top), bars.row("close", bars.last)]
    parts["last"] = Finding(bars.c[-1] / bars.c[top] - 1, "ratio", now, "close", rows=rows)
    if bottom == top:
        return {**parts, "recovered": Withheld("nothing")}
    share = (bars.c[-1] - bars.c[bottom]) / (bars.c[top] - bars.c[bottom])
    rows = rows + [bars.row("close", bottom)]
    return {**parts, "recovered": Finding(share, "ratio", now, "close", rows=rows)}


FADING = 0.5


@statistic("momentum-fade")
def momentum_fade(options, book):
    until = book.past(book.day(options["to"])) if "to" in options else None
    bars, sessions = book.prices(options["bars"], until), options.get("sessions", 10)
    swings = zigzag(bars, options.get("reversal", 0.1), "close")
    lows = [at for kind, at, _ in swings if kind == "low"]
    if not lows:
        withhold("nothing")
    low = lows[-1]
    if swings[-1][0] == "high":
        withhold("nothing")
    middle = bars.last - sessions
    if middle - low < sessions:
        withhold("few")
    early, late = bars.c[middle] / bars.c[low] - 1, bars.c[-1] / bars.c[middle] - 1
    if early <= 0:
        withhold("nothing")
    pace = late / sessions / (early / (middle - low))
    rows = [bars.row("close", i) for i in (low, middle, bars.last)]
    now = bars.days[-1]
    state = "fading" if pace < FADING else "holding"
    return {
        "": Finding(pace, "ratio", now, "close", state, None, rows, bars.close, digits=0),
        "late": Finding(late, "ratio", now, "close", None, {"sessions": sessions}, rows[1:]),
        "early": Finding(early, "ratio", bars.days[middle], "close", None, {"sessions": middle - low}, rows[:2]),
    }
