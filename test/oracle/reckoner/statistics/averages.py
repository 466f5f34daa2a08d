"""Prices and their averages. Written from docs/statistics/price.md and decision 5."""

import numpy

from ..book import value_at
from ..figures import compared, rounded
from ..finding import Finding, Withheld, statistic, withhold
from ..indicators import windows
from ..levels import IN_A_ROW, touches

POINTS = ("net percent", "ratio", "yield", "score")


def plain_mean(values, of):
    """The mean of the last `of` values at each place; not a number where there are fewer."""
    found = numpy.full(len(values), numpy.nan)
    if len(values) >= of:
        found[of - 1 :] = windows(numpy.array(values), of).mean(axis=1)
    return found


def side(series, value, line):
    """Above (1), below (−1) or on the line (0), at the precision of the source."""
    if abs(value - line) > 2 * 10.0**-series.precision:
        return 1 if value > line else -1
    # A mean of 0.645 may come out a hair under it.
    one, other = (rounded(float(f"{each:.12g}"), series.precision) for each in (value, line))
    return (one > other) - (one < other)


def word(sign):
    return {1: "above", 0: "at", -1: "below"}[sign]


def apart(series, one, other):
    """From one reading to another as an amount, and its unit."""
    if series.unit == "yield":
        return (other - one) * 100, "basis points"
    if series.unit in ("net percent", "score", "index"):
        return other - one, "points"
    return other - one, series.unit


def far(series, then, now):
    """From one value to another: in percent, of a yield in basis points, of a score or share in points."""
    if series.unit in POINTS:
        return change_of(series, then, now), "basis points" if series.unit == "yield" else "points"
    return now / then - 1, "ratio"


@statistic("average-cross")
def average_cross(options, book):
    bars, of = book.prices(options["bars"], trusted=True), options.get("of", 50)
    series, last = bars.close, bars.last
    if last + 1 < of:
        withhold("few")
    key = ("average-cross", bars.close.id, of)
    if key not in book.made:
        line = plain_mean(bars.c, of)
        sides = [0 if i < of - 1 else side(series, close, mean) for i, (close, mean) in enumerate(zip(bars.c.tolist(), line.tolist()))]
        clear = breaches(bars, line)
        book.made[key] = line, sides, clear, tests(bars, line, clear)
    line, sides, clear, all_tests = book.made[key]
    if options.get("counts", "close") == "clear":
        turns = [(start, sign) for start, _, sign in clear[1:]]
    else:
        met = [i for i in range(last + 1) if sides[i]]
        turns = [(b, sides[b]) for a, b in zip(met, met[1:]) if sides[a] != sides[b]]
    if not turns:
        withhold("nothing")
    at, sign = turns[-1]
    if not whole(bars, at - of, last):
        withhold("hole")
    named = {"of": of}
    state = "reclaimed" if sign > 0 else "lost"
    used = [bars.row("close", i) for i in range(at - of, last + 1)]
    size = "slight" if abs(bars.c[at] - line[at]) <= bars.noise[at] else "clear"
    by, unit = apart(series, line[at], bars.c[at])
    told = word(sides[last])
    parts = {
        "": Finding(bars.c[at], bars.unit, bars.days[at], bars.close.basis, state, named, used),
        "average": Finding(line[at], bars.unit, bars.days[at], bars.close.basis, None, named, used),
        "now": Finding(line[last], bars.unit, bars.days[last], bars.close.basis, told, named, used),
        "margin": Finding(*far(series, line[at], bars.c[at]), bars.days[at], bars.close.basis, size, named, used),
        "by": Finding(by, unit, bars.days[at], bars.close.basis, size, named, used),
        "sessions": Finding(last - at, "sessions", bars.days[last], bars.close.basis, rows=used),
        "distance": Finding(*far(series, line[last], bars.c[last]), bars.days[last], bars.close.basis, told, named, used),
    }
    before = [i for i in range(at) if sides[i] == sign]
    if before and not whole(bars, before[-1] - of + 1, at):
        parts["prior"] = parts["away"] = Withheld("hole")
    elif before:
        prior = before[-1]
        parts["prior"] = bars.at("close", prior, state=word(sign))
        parts["away"] = Finding(at - prior - 1, "sessions", bars.days[at - 1], bars.close.basis, rows=used)
    else:
        parts["prior"] = parts["away"] = Withheld("nothing")
    since = [each for each in all_tests if each["from"] > at and each["side"] == sign]
    parts["tests"] = Finding(len(since), "count", bars.days[last], bars.close.basis, rows=used)
    parts["tested"] = parts["came"] = parts["tested-before"] = Withheld("nothing")
    if since:
        test = since[-1]
        parts["tested"] = farthest(bars, test)
        i = test["at"]
        price = bars.l[i] if sign > 0 else bars.h[i]
        amount, unit = apart(series, line[i], price)
        state = "clear" if (price - line[i]) * sign > 0 else "pierced"
        parts["came"] = Finding(amount, unit, bars.days[i], bars.high.basis, state, named, used)
        earlier = all_tests[: all_tests.index(test)]
        if earlier:
            parts["tested-before"] = farthest(bars, earlier[-1])
    return parts


def whole(bars, first, final):
    return first >= 0 and bars.close.slot(bars.days[final]) - bars.close.slot(bars.days[first]) == final - first


def farthest(bars, test):
    return bars.at("low" if test["side"] > 0 else "high", test["at"], state=test["end"])


def breaches(bars, line):
    """Changes of side by decision 4 against a moving line: (first close of the run, settled, side)."""
    found, current, run, start, direction = [], 0, 0, 0, 0
    for i, (away, noise) in enumerate(zip((bars.c - line).tolist(), bars.noise.tolist())):
        if away != away or noise != noise:
            continue
        here = (away > 0) - (away < 0)
        if here in (0, current):
            run = 0
            continue
        run, start = (run + 1, start) if run and here == direction else (1, i)
        direction = here
        if abs(away) > noise or run >= IN_A_ROW:
            found.append((start, i, here))
            current, run = here, 0
    return found


def tests(bars, line, changes):
    """Tests of a moving line: side, first place, place of the farthest price, end."""
    settled = {by: sign for _, by, sign in changes}
    found, current, sign = [], None, 0
    columns = (bars.h.tolist(), bars.l.tolist(), bars.c.tolist(), line.tolist(), bars.noise.tolist())
    for i, (high, low, close, mean, noise) in enumerate(zip(*columns)):
        if mean != mean or noise != noise:
            continue
        price = low if sign > 0 else high
        if sign and current is None and (price - mean) * sign <= noise:
            current = {"side": sign, "from": i, "at": i, "end": "open"}
            found.append(current)
        if current is not None:
            if (price - columns[1 if sign > 0 else 0][current["at"]]) * sign < 0:
                current["at"] = i
        if i in settled:
            if current is not None:
                current["end"] = "gave way"
            sign, current = settled[i], None
        elif current is not None and (close - mean) * sign > noise:
            current["end"], current = "held", None
    return found


def unbroken(series, first, final):
    return first >= 0 and series.slot(series.days[final]) - series.slot(series.days[first]) == final - first


@statistic("average-slope")
def average_slope(options, book):
    series, of, over = book.series(options["series"]), options.get("of", 50), options.get("over", 10)
    end = len(series.days) - 1
    if end + 1 < of + over:
        withhold("few")
    if not unbroken(series, end - of - over + 1, end):
        withhold("hole")
    line = plain_mean(series.values, of)
    now, then = line[end], line[end - over]
    day, named = series.days[end], {"of": of, "over": over}
    rows = [(series, each) for each in series.days[end - of - over + 1 :]]
    move = moved(series, then, now, day, None, named, rows)
    if isinstance(move, Withheld):
        raise move
    value, unit = move.value, move.unit
    # Equal sizes may differ in their last digits.
    sizes = [float(f"{abs(change_of(series, line[i - over], line[i])):.9g}") for i in range(end, of + over - 2, -over)]
    own = sizes[0]
    rank = (sum(each < own for each in sizes) + sum(each == own for each in sizes) / 2) / len(sizes)
    # With fewer than 24 earlier ones the rank says nothing.
    flat = rank < 0.2 if len(sizes) > 24 else rounded(value, 3 if unit == "ratio" else series.precision) == 0
    state = "flat" if flat else "rising" if value > 0 else "falling"
    move.state = state
    parts = {"": move}
    parts["from"] = Finding(then, series.unit, series.days[end - over], series.basis, None, {"of": of}, rows)
    parts["to"] = Finding(now, series.unit, day, series.basis, None, {"of": of}, rows)
    way = [0 if i < of else (series.values[i] > series.values[i - of]) - (series.values[i] < series.values[i - of]) for i in range(end + 1)]
    if way[end] == 0:
        parts["run"] = Withheld("nothing")
    else:
        first = end
        while first > 0 and way[first - 1] == way[end] and unbroken(series, first - 1 - of, end):
            first -= 1
        state = "rising" if way[end] > 0 else "falling"
        unit = {"day": "sessions"}.get(series.every, "count")
        used = [(series, each) for each in series.days[first - of :]]
        parts["run"] = Finding(end - first + 1, unit, day, series.basis, state, {"of": of}, used)
    return parts


def moved(series, then, now, day, state, named, rows):
    """From one average to another: in percent, of what is a percentage or a score itself in points."""
    if series.unit not in POINTS and (then <= 0 or now < 0):
        return Withheld("base")
    value, unit = far(series, then, now)
    return Finding(value, unit, day, series.basis, state, named, rows)


def change_of(series, then, now):
    if series.unit in POINTS:
        return (now - then) * (100 if series.unit in ("ratio", "yield") else 1)
    return now / then - 1


@statistic("averages-cross")
def averages_cross(options, book):
    series, fast, slow = book.series(options["series"]), options.get("fast", 50), options.get("slow", 200)
    end = len(series.days) - 1
    if end + 1 < slow:
        withhold("few")
    if not unbroken(series, end - slow + 1, end):
        withhold("hole")
    quick, steady = plain_mean(series.values, fast), plain_mean(series.values, slow)
    day, named = series.days[end], {"fast": fast, "slow": slow}
    rows = [(series, each) for each in series.days[end - slow + 1 :]]
    state = word(compared(series, quick[end], steady[end]))
    parts = {
        "": moved(series, steady[end], quick[end], day, state, named, rows),
        "fast": Finding(quick[end], series.unit, day, series.basis, None, {"of": fast}, rows),
        "slow": Finding(steady[end], series.unit, day, series.basis, None, {"of": slow}, rows),
    }
    turns, current = [], 0
    for i in range(slow - 1, end + 1):
        here = side(series, quick[i], steady[i])
        if here and current and here != current:
            turns.append((i, here))
        current = here or current
    parts["crossed"] = parts["sessions"] = parts["prior"] = Withheld("nothing")
    if turns:
        at = turns[-1][0]
        parts["crossed"] = crossing(series, *turns[-1], fast, slow)
        unit = "sessions" if series.every == "day" else "count"
        since = [(series, each) for each in series.days[at:]]
        whole = unbroken(series, at - slow, end)
        parts["sessions"] = Finding(end - at, unit, day, series.basis, rows=since) if whole else Withheld("hole")
    if len(turns) > 1:
        parts["prior"] = crossing(series, *turns[-2], fast, slow)
    return parts


def crossing(series, place, sign, fast, slow):
    if not unbroken(series, place - slow, place):
        return Withheld("hole")
    state = "up" if sign > 0 else "down"
    if (fast, slow) == (50, 200):
        state = "golden cross" if sign > 0 else "death cross"
    rows = [(series, each) for each in series.days[place - slow : place + 1]]
    return value_at(series, place, state=state, named={"fast": fast, "slow": slow}, rows=rows)


@statistic("decisive-close")
def decisive_close(options, book):
    bars, count = book.prices(options["bars"], trusted=True), options.get("closes", 2)
    asked = options["level"]
    level = float(asked) if isinstance(asked, (int, float)) else book.fact(asked).value
    last = bars.last
    sides = [side(bars.close, each, level) for each in bars.c]
    sign, named = sides[last], {"closes": count}
    first = last
    while first > 0 and sides[first - 1] == sign:
        first -= 1
    run = range(first, last + 1)
    if bars.close.slot(bars.days[last]) - bars.close.slot(bars.days[first]) != last - first:
        withhold("hole")
    margin = [options["margin"] * level] * (last + 1) if "margin" in options else bars.noise
    beyond = {i: sign != 0 and (bars.c[i] - level) * sign > margin[i] for i in run}
    decided, lately = None, 0
    for i in run:
        lately = lately + 1 if beyond[i] else 0
        if lately == count and decided is None:
            decided = i
    state = word(sign) if decided is None else f"decisively {word(sign)}"
    day, rows = bars.days[last], [bars.row("close", i) for i in run]
    parts = {
        "": Finding(*far(bars.close, level, bars.c[last]), day, bars.close.basis, state, named, rows),
        "decided": Withheld("nothing") if decided is None else bars.at("close", decided),
        "first": bars.at("close", first, state=word(sign)),
        "closes": Finding(len(run), "sessions", day, bars.close.basis, word(sign), rows=rows),
        "beyond": Finding(lately, "sessions", day, bars.close.basis, word(sign) if lately else None, rows=rows),
    }
    if isinstance(asked, (int, float)):
        # A number is told on the day of the last turn that touched it.
        turns = touches(bars, level)
        when = bars.days[turns[-1]] if turns else day
        parts["level"] = Finding(level, bars.unit, when, bars.high.basis, word(sign), rows=rows)
    else:
        fact = book.fact(asked)
        parts["level"] = Finding(level, fact.unit, fact.day, fact.basis, word(sign), fact.named, fact.rows)
    return parts


