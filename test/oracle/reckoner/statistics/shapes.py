"""Ranges and trend lines. Written from docs/statistics/price.md and decision 4."""

import math

import numpy

from .. import calendar
from ..bars import zigzag
from ..finding import Finding, Withheld, statistic, withhold
from ..levels import IN_A_ROW, levels, touches

SHORTEST = 120
INSIDE = 2 / 3
APART = 21


@statistic("range")
def range_(options, book):
    bars = book.prices(options["bars"], trusted=True)
    start = calendar.span_before(bars.days[-1], calendar.span(options.get("over", "5 years")))
    window = next(i for i, day in enumerate(bars.days) if day > start)
    if "between" in options:
        found, pairs = {}, [tuple(float(each) for each in options["between"])]
    else:
        found = levels(bars, window)
        all_levels = list(found)
        if "bound" in options:
            bound = book.fact(options["bound"]).value
            pairs = [(min(bound, each), max(bound, each)) for each in all_levels if each != bound]
        else:
            pairs = [(low, high) for at, low in enumerate(all_levels) for high in all_levels[at + 1 :]]
    best = None
    for low, high in pairs:
        for first, last in stretches(bars, low, high, window):
            if first == window and judged(bars, low, high, first, last, window) is not None:
                # The window cuts a range: its beginning is looked for in all data.
                first = next(a for a, b in stretches(bars, low, high, 0) if b == last)
            score = judged(bars, low, high, first, last, window)
            if score is not None and (best is None or score > best[0]):
                best = (score, low, high, first, last)
    if best is None:
        withhold("nothing")
    return parts_of(bars, found, *best[1:])


def stretches(bars, low, high, start):
    """From the first close inside to the last one before a close beyond a bound by the height."""
    height = high - low
    inside = numpy.flatnonzero((bars.c >= low) & (bars.c <= high))
    inside = inside[inside >= start]
    broken = numpy.flatnonzero((bars.c > high + height) | (bars.c < low - height))
    # Closes inside with the same number of breaks before them belong together.
    spell = numpy.searchsorted(broken, inside)
    for each in numpy.unique(spell):
        own = inside[spell == each]
        yield int(own[0]), int(own[-1])


def judged(bars, low, high, first, last, window):
    """How remarkable the stretch is, or None where it is no range."""
    closes = bars.c[first : last + 1]
    inside = int(((closes >= low) & (closes <= high)).sum())
    if last - first + 1 < SHORTEST or inside < INSIDE * len(closes):
        return None
    for kind, bound in (("high", high), ("low", low)):
        turns = [i for i in bars.turns(kind) if max(first, window) <= i <= last]
        if sum(abs(bars.price(kind, i) - bound) <= bars.noise[i] for i in turns) < 2:
            return None
    steps = numpy.diff(numpy.log(closes))
    return inside * (steps**2).mean() / math.log(high / low) ** 2


def parts_of(bars, found, low, high, first, last):
    closes = bars.c[first : last + 1]
    inside = int(((closes >= low) & (closes <= high)).sum())
    exit_ = told_exit(bars, low, high, last)
    ends = [bars.row("close", first), bars.row("close", last)]
    state = "still in" if exit_ is None else exit_[1]
    day = bars.days[last if exit_ is None else exit_[0]]
    rows = [bars.row("close", i) for i in range(first, last + 1)]
    named = {"inside": inside, "closes": len(closes)}
    return {
        "": Finding(high / low - 1, "ratio", day, "intraday", state, None, ends, bars.close),
        "low": bound(bars, low, "low", found.get(low)),
        "high": bound(bars, high, "high", found.get(high)),
        "from": bars.at("close", first) if first else Withheld("nothing"),
        "to": bars.at("close", last),
        "months": Finding(bars.days[last] - bars.days[first], "days", bars.days[last], "close", rows=ends)
        if first
        else Withheld("nothing"),
        "inside": Finding(
            inside / len(closes), "ratio", bars.days[last], "close", None, named, rows, digits=0
        ),
        "exit": Withheld("nothing") if exit_ is None else bars.at("close", exit_[0], state=exit_[1]),
    }


def bound(bars, price, kind, members):
    turns = touches(bars, price, members)
    rows = [bars.row("high", i) for i in turns]
    return Finding(price, bars.unit, bars.days[turns[-1]], "intraday", kind, None, rows)


def told_exit(bars, low, high, last):
    """The first close of the last absence, once a close stands clear of the bound or five are outside."""
    if last == bars.last:
        return None
    side, outside = None, 0
    for i in range(last + 1, bars.last + 1):
        bound = high if bars.c[i] > high else low
        side = side or (i, "up" if bars.c[i] > high else "down")
        outside += 1
        if abs(bars.c[i] - bound) > bars.noise[i] or outside >= IN_A_ROW:
            return side
    return None


@statistic("trend-line")
def trend_line(options, book):
    bars = book.prices(options["bars"], trusted=True)
    falling = options.get("trend", "falling") == "falling"
    kind, sign = ("high", 1) if falling else ("low", -1)
    anchor = start_of(bars, options, book, kind)
    turns = [i for i in bars.turns(kind)]
    price = {i: bars.price(kind, i) for i in turns + [anchor]}
    days, top = numpy.array(bars.days), price[anchor]
    best = None
    for second in turns:
        if second - anchor < APART or bars.last - second < APART or sign * price[second] >= sign * top:
            continue
        slope = (price[second] - top) / (days[second] - days[anchor])
        line = top + slope * (days - days[anchor])
        after = slice(anchor, None)
        beyond = sign * (bars.c[after] - line[after]) > bars.noise[after]
        if beyond.any():
            continue
        touched = [i for i in turns if i > anchor and abs(price[i] - line[i]) <= bars.noise[i]]
        touches = len(touched) + 1
        if best is None or (touches, -abs(slope)) > (best[0], -abs(best[1])):
            best = (touches, slope, second, line[-1], max(touched, default=anchor))
    if best is None:
        withhold("nothing")
    touches, _, second, value, latest = best
    state, now = ("falling" if falling else "rising"), bars.days[-1]
    rows = [bars.row(kind, anchor), bars.row(kind, second)]
    away = Finding(bars.c[-1] / value - 1, "ratio", now, "close", state, None, rows + [bars.row("close", bars.last)])
    return {
        "": Finding(float(value), bars.unit, now, "intraday", state, None, rows, bars.close),
        "anchor": bars.at(kind, anchor),
        "second": bars.at(kind, second),
        "touches": Finding(touches, "count", bars.days[latest], "intraday", rows=rows),
        "distance": away,
    }


def start_of(bars, options, book, kind):
    start = options.get("from", "record" if kind == "high" else "swing")
    if start == "record":
        return int(numpy.argmax(bars.h)) if kind == "high" else int(numpy.argmin(bars.l))
    if start == "swing":
        found = [at for each, at, _ in zigzag(bars, options.get("reversal", 0.1), "intraday") if each == kind]
        return found[-1] if found else withhold("nothing")
    day = book.past(book.day(start))
    return max(i for i, each in enumerate(bars.days) if each <= day)
