"""Levels, crossings and what lies near the price. Written from docs/statistics/price.md and decision 4."""

import math

from ..book import value_at
from ..finding import Finding, Withheld, statistic, withhold
from ..levels import LATELY, levels, sides, tests, touches, traded


@statistic("level")
def level(options, book):
    bars = book.prices(options["bars"], trusted=True)
    price = chosen(bars, options, book)
    members = None if "at" in options else levels(bars).get(price)
    return parts_of(bars, price, members, book)


def number_or_fact(value, book):
    return float(value) if isinstance(value, (int, float)) else book.fact(value).value


def chosen(bars, options, book):
    last = float(bars.c[-1])
    if "at" in options:
        return number_or_fact(options["at"], book)
    if "near" in options:
        fact = book.fact(options["near"])
        found = levels(bars)
        if not found:
            withhold("nothing")
        at = bars.days.index(fact.day)
        turned = [each for each, by in found.items() if at in (touches(bars, each) if by is None else by)]
        return min(turned or found, key=lambda each: abs(each - fact.value))
    found = levels(bars)
    side = options.get("side", "in play")
    if side == "above":
        above = [each for each in found if each > last]
        return above[0] if above else withhold("nothing")
    if side == "below":
        below = [each for each in found if each < last]
        return below[-1] if below else withhold("nothing")
    counts = [(len(traded(bars, each, bars.last + 1 - LATELY)), -abs(each - last), each) for each in found]
    best = max(counts, default=(0, 0, 0))
    return best[2] if best[0] else withhold("nothing")


def parts_of(bars, price, members, book):
    turns = touches(bars, price, members)
    changes, found = sides(bars, price), tests(bars, price)
    now = bars.last
    under = changes[-1][2] < 0 if changes else bars.c[-1] < price
    role = role_of(changes, found, under)
    rows = [bars.row("high", i) for i in turns] or [bars.row("close", now)]
    day = bars.days[turns[-1]] if turns else bars.days[now]
    parts = {"": Finding(price, bars.unit, day, "intraday", role, None, rows, bars.close)}
    first = traded(bars, price)
    parts["first"] = bars.at("close", first[0]) if first and first[0] > 0 else Withheld("nothing")
    basis = "intraday" if turns else "close"
    parts["touches"] = Finding(len(turns), "count", day, basis, rows=rows)
    parts["role"] = bars.at("close", now, state=role)
    if len(changes) > 1:
        start, _, side = changes[-1]
        parts["breach"] = bars.at("close", start, state="up" if side > 0 else "down")
        away = book.published - bars.days[start]
        parts["elapsed"] = Finding(away, "days", book.published, "close", rows=[bars.row("close", start)])
    else:
        parts["breach"] = parts["elapsed"] = Withheld("nothing")
    held = [each for each in found if each["side"] > 0 and each["end"] == "held"]
    parts["defended"] = Withheld("nothing")
    if held:
        at = held[-1]["at"]
        parts["defended"] = bars.at("low", at, state="pierced" if bars.l[at] < price else "clear")
    parts["held"] = Withheld("nothing")
    if found:
        last = found[-1]
        state = "held" if last["end"] == "open so far" else last["end"]
        parts["held"] = bars.at("low" if last["side"] > 0 else "high", last["at"], state=state)
    return parts


def role_of(changes, found, under):
    """Support above which the price stands, resistance under which it does, turned where it was the other."""
    plain = "resistance" if under else "support"
    if len(changes) < 2:
        return plain
    start, end = changes[-2][1], changes[-1][1]
    came = 1 if under else -1
    held = [each for each in found if each["side"] == came and each["end"] == "held" and start <= each["from"] <= end]
    if not held:
        return plain
    return "support turned resistance" if under else "resistance turned support"


@statistic("crossings", tolerance=1e-9)
def crossings(options, book):
    bars, price = book.prices(options["bars"], trusted=True), number_or_fact(options["level"], book)
    count = options.get("sessions", 10)
    first = bars.last + 1 - count
    if first < 0 or bars.close.slot(bars.days[-1]) - bars.close.slot(bars.days[first]) != count - 1:
        withhold("hole")
    crossed = [i for i in range(first, bars.last + 1) if bars.l[i] <= price <= bars.h[i]]
    over = [i for i in crossed if bars.c[i] > price]
    day, named = bars.days[-1], {"sessions": count}
    rows = [bars.row("close", i) for i in range(first, bars.last + 1)]
    last = bars.c[-1]
    state = "above" if last > price else "below" if last < price else "at"
    return {
        "": Finding(len(crossed), "count", day, "intraday", None, named, rows),
        "closes": Finding(len(over), "count", day, "close", None, named, rows),
        "sessions": Finding(count, "sessions", day, "close", rows=rows),
        "outcome": bars.at("close", bars.last, state=state),
    }


@statistic("confluence")
def confluence(options, book):
    bars = book.prices(options["bars"], trusted=True)
    found = [book.fact(name) for name in options["of"]]
    values, last = [each.value for each in found], bars.c[-1]
    low, high = min(found, key=lambda each: each.value), max(found, key=lambda each: each.value)
    reach = 2 * bars.noise[bars.last]
    nearest = min(values, key=lambda each: abs(each - last))
    above = all(each > last for each in values)
    below = all(each < last for each in values)
    if high.value - low.value > reach or not (above or below) or abs(nearest - last) > math.sqrt(5) * reach:
        withhold("nothing")
    rows = [row for each in found for row in each.rows] + [bars.row("close", bars.last)]
    day = bars.days[-1]
    apart = high.value / low.value - 1
    state = "resistance" if above else "support"
    near = Finding(nearest / last - 1, "ratio", day, "close", "above" if above else "below", None, rows)
    return {
        "": Finding(apart, "ratio", day, "intraday", state, {"levels": len(found)}, rows),
        "low": low,
        "high": high,
        "distance": near,
    }


@statistic("near-level")
def near_level(options, book):
    bars = book.prices(options["bars"], trusted=True)
    last, side = bars.c[-1], options.get("side", "either")
    best = None
    for name in options["of"]:
        try:
            fact = book.fact(name)
        except Withheld:
            continue
        away = fact.value - last
        fits = away > 0 if side == "above" else away < 0 if side == "below" else away != 0
        if fits and (best is None or abs(away) < abs(best[0].value - last)):
            best = (fact, name)
    if best is None:
        withhold("nothing")
    fact, name = best
    level = Finding(fact.value, fact.unit, fact.day, fact.basis, name, fact.named, fact.rows, fact.series)
    rows = fact.rows + [bars.row("close", bars.last)]
    state = "above" if fact.value > last else "below"
    away = Finding(fact.value / last - 1, "ratio", bars.days[-1], "close", state, None, rows)
    return {"": level, "distance": away}
