"""Channels, double tops, gaps, candles and turns. Written from docs/statistics/price.md and decision 5."""

import math

import numpy

from .. import calendar
from ..finding import Finding, Withheld, statistic, withhold
from ..levels import IN_A_ROW
from .averages import far

APART = 21
LEAVING = 5


def began(bars, over):
    """The first day that lies within the window before the last session."""
    return calendar.span_before(bars.days[-1], calendar.span(over or "1 year"))


@statistic("channel")
def channel(options, book):
    bars = book.prices(options["bars"], trusted=True)
    wanted, start = options.get("trend", "any"), began(bars, options.get("over"))
    days = numpy.array(bars.days)
    turns = {kind: numpy.array([i for i in bars.turns(kind) if days[i] >= start], dtype=int) for kind in ("high", "low")}
    prices = {"high": bars.h, "low": bars.l}
    steps = numpy.concatenate([[0.0], numpy.cumsum(numpy.diff(numpy.log(bars.c)) ** 2)])
    best = None
    for kind, other, sign in (("low", "high", 1), ("high", "low", -1)):
        old = [int(i) for i in turns[kind] if bars.last - i >= APART]
        for at, anchor in enumerate(old):
            for second in old[at + 1 :]:
                found = parallel(bars, days, turns, prices, steps, kind, other, sign, anchor, second)
                if found is None or wanted not in ("any", found["state"]):
                    continue
                if best is None or found["score"] > best["score"]:
                    best = found
    if best is None:
        withhold("nothing")
    return told_channel(bars, best)


def parallel(bars, days, turns, prices, steps, kind, other, sign, anchor, second):
    """The channel through two turns of a kind and the farthest of the other, or None."""
    own, far = prices[kind], prices[other]
    rise = own[second] - own[anchor]
    if second - anchor < APART or rise * sign < 0:
        return None
    slope = rise / (days[second] - days[anchor])
    base = own[anchor] + slope * (days - days[anchor])
    across = turns[other][(turns[other] > anchor) & (turns[other] <= bars.last - APART)]
    if not len(across):
        return None
    away = (far[across] - base[across]) * sign
    opposite, height = int(across[away.argmax()]), away.max()
    if height < 4 * bars.noise[bars.last]:
        return None
    low, high = (base, base + height) if sign > 0 else (base - height, base)
    first = anchor
    touched = {}
    for which, line in (("high", high), ("low", low)):
        at = turns[which]
        since = first + (which == other)
        touched[which] = at[(at >= since) & (numpy.abs(prices[which][at] - line[at]) <= bars.noise[at])].tolist()
    if min(map(len, touched.values())) < 2 or sum(map(len, touched.values())) < 5:
        return None
    inside = slice(first, bars.last + 1 - LEAVING)
    c, noise = bars.c[inside], bars.noise[inside]
    if ((c > high[inside] + noise) | (c < low[inside] - noise)).any():
        return None
    if low[first:].min() <= 0:
        return None
    score = (steps[bars.last] - steps[anchor]) * (bars.c[-1] / height) ** 2
    if score < 1:
        return None
    drift = slope * (days[-1] - days[first])
    state = "sideways" if abs(drift) < height / 2 else "rising" if slope > 0 else "falling"
    return {
        "score": score, "state": state, "kind": kind, "other": other, "anchor": anchor, "second": second,
        "opposite": opposite, "first": first, "low": low[-1], "high": high[-1], "base": base, "touched": touched,
        "slope": slope, "sign": sign,
    }  # fmt: skip


def told_channel(bars, found):
    now, low, high = bars.days[-1], float(found["low"]), float(found["high"])
    rows = [bars.row(found["kind"], found["anchor"]), bars.row(found["kind"], found["second"])]
    rows.append(bars.row(found["other"], found["opposite"]))
    last = bars.row("close", bars.last)
    base = found["base"][-1]
    slope, unit = far(bars.close, base - found["slope"] * 7, base)
    place = (bars.c[-1] - low) / (high - low)
    where = "below" if place < 0 else "above" if place > 1 else "lower half" if place < 0.5 else "upper half"

    def count(kind):
        places = found["touched"][kind]
        return Finding(len(places), "count", bars.days[max(places)], bars.high.basis, rows=[bars.row(kind, i) for i in places])

    return {
        "": Finding(*far(bars.close, low, high), now, bars.high.basis, found["state"], None, rows),
        "upper": Finding(high, bars.unit, now, bars.high.basis, found["state"], None, rows),
        "lower": Finding(low, bars.unit, now, bars.high.basis, found["state"], None, rows),
        "anchor": bars.at(found["kind"], found["anchor"]),
        "second": bars.at(found["kind"], found["second"]),
        "opposite": bars.at(found["other"], found["opposite"]),
        "parallel": Finding(high if found["sign"] > 0 else low, bars.unit, now, bars.high.basis, found["state"], None, rows),
        "slope": Finding(float(slope), unit, now, bars.high.basis, found["state"], None, rows),
        "touches-upper": count("high"),
        "touches-lower": count("low"),
        "place": Finding(place, "ratio", now, bars.close.basis, where, None, rows + [last], digits=0),
        "days": Finding(now - bars.days[found["first"]], "days", now, bars.close.basis, rows=rows),
    }


@statistic("double-top")
def double_top(options, book):
    return double(options, book, "high")


@statistic("double-bottom")
def double_bottom(options, book):
    return double(options, book, "low")


def double(options, book, kind):
    bars = book.prices(options["bars"], trusted=True)
    sign, start = (1 if kind == "high" else -1), began(bars, options.get("over"))
    # Bottoms are tops of the prices turned over.
    top, back = (bars.h, bars.l) if sign > 0 else (-bars.l, -bars.h)
    turns = [i for i in bars.turns(kind) if bars.days[i] >= start]
    for second in reversed(turns):
        fits = []
        for first in turns:
            if second - first < APART or abs(top[first] - top[second]) > bars.noise[first] + bars.noise[second]:
                continue
            between = slice(first + 1, second)
            neck = first + 1 + int(numpy.argmin(back[between]))
            nearer = min(top[first], top[second])
            deep = abs(back[neck] / nearer - 1)
            if deep < options.get("depth", 0.05) or top[between].max() > max(top[first], top[second]):
                continue
            if not came_from_beyond(top, back, first, back[neck]):
                continue
            if after(bars, top, sign, first, second, back[neck]) == "undone":
                continue
            fits.append((abs(top[first] - top[second]), first, neck))
        if not fits:
            continue
        _, first, neck = min(fits)
        outcome = after(bars, top, sign, first, second, back[neck])
        return told_double(bars, kind, first, second, neck, outcome)
    withhold("nothing")


def came_from_beyond(top, back, first, neck):
    """Before the first turn the price was on the other side of the neckline, with none beyond the turn since."""
    for i in range(first - 1, -1, -1):
        if top[i] > top[first]:
            return False
        if back[i] < neck:
            return True
    return False


def after(bars, top, sign, first, second, neck):
    """The place of the first close of the run that broke the neckline, "undone" or None."""
    run, start, ceiling = 0, None, max(top[first], top[second])
    for i in range(second + 1, bars.last + 1):
        if top[i] > ceiling + bars.noise[i]:
            return "undone"
        away = neck - sign * bars.c[i]
        run, start = (run + 1, start if run else i) if away > 0 else (0, None)
        if run and (away > bars.noise[i] or run >= IN_A_ROW):
            return start
    return None


def told_double(bars, kind, first, second, neck, outcome):
    other = "low" if kind == "high" else "high"
    one, two, between = bars.price(kind, first), bars.price(kind, second), bars.price(other, neck)
    middle, day = math.fsum([one, two]) / 2, bars.days[second]
    ends = [bars.row(kind, first), bars.row(kind, second)]
    rows, now = ends + [bars.row(other, neck)], bars.row("close", bars.last)
    state = "forming" if outcome is None else "confirmed"
    return {
        "": Finding(middle, bars.unit, day, bars.high.basis, state, None, rows),
        "first": bars.at(kind, first),
        "second": bars.at(kind, second),
        "neckline": bars.at(other, neck),
        "depth": Finding(*far(bars.close, middle, between), day, bars.high.basis, None, None, rows),
        "days": Finding(day - bars.days[first], "days", day, bars.high.basis, rows=ends),
        "confirmed": Withheld("nothing") if outcome is None else bars.at("close", outcome),
        "target": Finding(2 * between - middle, bars.unit, day, bars.high.basis, None, None, rows),
        "distance": Finding(*far(bars.close, bars.c[-1], between), bars.days[-1], bars.close.basis, None, None, rows + [now]),
    }


@statistic("gap")
def gap(options, book):
    bars = book.prices(options["bars"], trusted=True)
    if bars.high is bars.low:
        withhold("nothing")
    by, direction = options.get("by", "range"), options.get("direction", "either")
    # Those that stand beyond the prices of the session before, newest first.
    above, below = (bars.o, bars.o) if by == "open" else (bars.l, bars.h)
    beyond = numpy.flatnonzero((above[1:] > bars.h[:-1]) | (below[1:] < bars.l[:-1])) + 1
    for i in map(int, beyond[::-1]):
        if bars.close.slot(bars.days[i]) - bars.close.slot(bars.days[i - 1]) != 1:
            continue
        found = gap_at(bars, i, by, options.get("least"))
        if found is None or direction not in ("either", found[2]):
            continue
        edge, to, way = found
        since = range(i if by == "open" else i + 1, bars.last + 1)
        sign = 1 if way == "up" else -1
        price = bars.l if sign > 0 else bars.h
        reached = numpy.flatnonzero((price[since.start :] - edge) * sign <= 0)
        filled = since.start + int(reached[0]) if len(reached) else None
        if filled is not None and options.get("unfilled"):
            continue
        # A missing session may have filled it.
        if bars.close.slot(bars.days[-1]) - bars.close.slot(bars.days[i]) != bars.last - i:
            withhold("hole")
        return told_gap(bars, i, edge, to, way, by, since, filled)
    withhold("nothing")


def gap_at(bars, i, by, least):
    """The two edges and the direction, or None."""
    above = bars.o[i] if by == "open" else bars.l[i]
    below = bars.o[i] if by == "open" else bars.h[i]
    if above > bars.h[i - 1]:
        edge, to, way = bars.h[i - 1], above, "up"
    elif below < bars.l[i - 1]:
        edge, to, way = bars.l[i - 1], below, "down"
    else:
        return None
    large = abs(to - edge) >= bars.noise[i] / 2 if least is None else abs(to / edge - 1) >= least
    return (edge, to, way) if large else None


def told_gap(bars, i, edge, to, way, by, since, filled):
    near, far = ("high", "low") if way == "up" else ("low", "high")
    sign = 1 if way == "up" else -1
    price = bars.l if sign > 0 else bars.h
    day, last = bars.days[i], bars.days[-1]
    after = "open" if by == "open" else far
    rows = [bars.row(near, i - 1), (getattr(bars, after), day)]
    deepest = min(since, key=lambda j: price[j] * sign, default=None)
    entered = deepest is not None and (price[deepest] - to) * sign < 0
    state = "filled" if filled is not None else "partly filled" if entered else "open"
    return {
        "": Finding(to / edge - 1, "ratio", day, bars.high.basis, state, None, rows),
        "from": bars.at(near, i - 1, state=way),
        "to": bars.at(after, i, state=way),
        "farthest": Withheld("nothing") if deepest is None else bars.at(far, deepest),
        "filled": Withheld("nothing") if filled is None else bars.at(far, filled),
        "sessions": Finding(bars.last - i, "sessions", last, bars.close.basis, rows=rows),
    }
