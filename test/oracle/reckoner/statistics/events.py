"""Indicators, their events with odds, and the stance. Written from decision 7 and docs/statistics.md."""

import functools
import math

import numpy

from .. import indicators
from ..figures import rounded
from ..finding import Finding, Withheld, statistic, withhold
from ..indicators import WARM_UP, above

Z = 1.959963984540054


class Track:
    """The indicators of an instrument over all its trusted sessions."""

    def __init__(self, bars):
        self.bars, self.slots = bars, numpy.array([bars.close.slot(day) for day in bars.days])
        self.found = {}

    @functools.cached_property
    def columns(self):
        o = indicators
        h, l, c = self.bars.h, self.bars.l, self.bars.c
        line, signal, histogram = o.macd(c)
        lower, middle, upper = o.bands(c)
        k, d = o.stochastic(h, l, c)
        up, down = o.aroon(h, l)
        with numpy.errstate(invalid="ignore", divide="ignore"):
            share = numpy.where(upper == lower, 0.5, (c - lower) / (upper - lower))
        return {
            "close": c, "line": line, "signal": signal, "histogram": histogram, "lower": lower, "upper": upper, "b": share,
            "k": k, "d": d, "up": up, "down": down, "aroon": up - down, "rsi": o.rsi(c), "atr": o.true_range(h, l, c),
            "momentum": o.momentum(c), "ten": o.mean(c, 10), "fifty": o.mean(c, 50),
            "before": numpy.concatenate([numpy.full(14, numpy.nan), c[:-14]]),
        }  # fmt: skip

    def read(self, name, i):
        """A reading as it is told: what smooths without end from the last 250 sessions."""
        if name not in ("line", "signal", "histogram", "rsi", "atr"):
            return float(self.columns[name][i])
        span = slice(i + 1 - WARM_UP, i + 1)
        c = self.bars.c[span]
        if name == "rsi":
            return float(indicators.rsi(c)[-1])
        if name == "atr":
            return float(indicators.true_range(self.bars.h[span], self.bars.l[span], c)[-1])
        return float(dict(zip(("line", "signal", "histogram"), indicators.macd(c)))[name][-1])

    @functools.cached_property
    def conditions(self):
        """By name of a condition, whether it holds on each session, and where it does not hold."""
        x = self.columns
        zero = numpy.zeros(len(self.slots))
        pairs = {
            "macd": (x["line"], x["signal"]),
            "macd-line": (x["line"], zero),
            "momentum": (x["close"], x["before"]),
            "price": (x["close"], x["fifty"]),
            "averages": (x["ten"], x["fifty"]),
        }
        found = {name: (above(*pair), above(*reversed(pair))) for name, pair in pairs.items()}
        for name, line, high, low in (("rsi", x["rsi"], 70, 30), ("stochastic", x["d"], 80, 20)):
            found[name + "-high"] = (above(line, zero + high), above(zero + high, line))
            found[name + "-low"] = (above(zero + low, line), above(line, zero + low))
        found["upper-band"] = (above(x["close"], x["upper"]), above(x["upper"], x["close"]))
        found["lower-band"] = (above(x["lower"], x["close"]), above(x["close"], x["lower"]))
        high = lambda name: above(x[name], zero + 70)  # noqa: E731
        low = lambda name: above(zero + 30, x[name])  # noqa: E731
        found["aroon-up"] = held(high("up") & low("down"), 3)
        found["aroon-down"] = held(high("down") & low("up"), 3)
        return found

    def whole(self, first, last):
        return first >= 0 and self.slots[last] - self.slots[first] == last - first

    def runs(self, days):
        c = self.bars.c
        rose = numpy.concatenate([[False], above(c[1:], c[:-1])])
        fell = numpy.concatenate([[False], above(c[:-1], c[1:])])
        return {"advance": held(rose, days), "decline": held(fell, days)}

    def happened(self, kind, days=3, dated=True):
        """Places of the sessions on which an event of the kind came about, ascending. It is dated where
        no session is missing before it, of a run none within."""
        key = (kind, days if kind in ("advance", "decline") else 0, dated)
        if key not in self.found:
            self.found[key] = self.changes(kind, days, dated)
        return self.found[key]

    def changes(self, kind, days, dated):
        condition, begins = KINDS[kind][:2]
        holds, fails = (self.runs(days) if condition in ("advance", "decline") else self.conditions)[condition]
        found, state = [], None
        # A reading on its line neither holds nor fails: it changes no side.
        for i in map(int, numpy.flatnonzero(holds | fails)):
            now = bool(holds[i])
            if state is not None and now != state and now == begins and i >= WARM_UP:
                if not dated or self.whole(i - (days if kind in ("advance", "decline") else 1), i):
                    found.append(i)
            state = now
        return found


def held(line, count):
    """Has it held so many sessions in a row? And where has it not."""
    found = numpy.zeros(len(line), dtype=bool)
    found[count - 1 :] = indicators.windows(line, count).all(axis=1)
    return found, ~found


# Kind of event: its condition, whether it begins or ends, side, what undoes it, reading, sessions as news.
KINDS = {
    "macd-positive": ("macd", True, "bullish", "macd-negative", "histogram", 10),
    "macd-negative": ("macd", False, "bearish", "macd-positive", "histogram", 10),
    "macd-line-positive": ("macd-line", True, "bullish", "macd-line-negative", "line", 10),
    "macd-line-negative": ("macd-line", False, "bearish", "macd-line-positive", "line", 10),
    "rsi-leaves-oversold": ("rsi-low", False, "bullish", "rsi-enters-oversold", "rsi", 5),
    "rsi-enters-oversold": ("rsi-low", True, "bullish", "rsi-leaves-oversold", "rsi", 5),
    "rsi-leaves-overbought": ("rsi-high", False, "bearish", "rsi-enters-overbought", "rsi", 5),
    "rsi-enters-overbought": ("rsi-high", True, "bearish", "rsi-leaves-overbought", "rsi", 5),
    "momentum-positive": ("momentum", True, "bullish", "momentum-negative", None, 10),
    "momentum-negative": ("momentum", False, "bearish", "momentum-positive", None, 10),
    "price-above-average": ("price", True, "bullish", "price-below-average", None, 10),
    "price-below-average": ("price", False, "bearish", "price-above-average", None, 10),
    "averages-cross-up": ("averages", True, "bullish", "averages-cross-down", None, 10),
    "averages-cross-down": ("averages", False, "bearish", "averages-cross-up", None, 10),
    "back-above-lower-band": ("lower-band", False, "bullish", "breaks-lower-band", "b", 5),
    "breaks-lower-band": ("lower-band", True, "bullish", "back-above-lower-band", "b", 5),
    "back-below-upper-band": ("upper-band", False, "bearish", "breaks-upper-band", "b", 5),
    "breaks-upper-band": ("upper-band", True, "bearish", "back-below-upper-band", "b", 5),
    "stochastic-leaves-oversold": ("stochastic-low", False, "bullish", "stochastic-enters-oversold", "d", 5),
    "stochastic-enters-oversold": ("stochastic-low", True, "bullish", "stochastic-leaves-oversold", "d", 5),
    "stochastic-leaves-overbought": ("stochastic-high", False, "bearish", "stochastic-enters-overbought", "d", 5),
    "stochastic-enters-overbought": ("stochastic-high", True, "bearish", "stochastic-leaves-overbought", "d", 5),
    "aroon-up": ("aroon-up", True, "bullish", "aroon-down", "up", 10),
    "aroon-down": ("aroon-down", True, "bearish", "aroon-up", "down", 10),
    "advance": ("advance", True, "bullish", "decline", None, 5),
    "decline": ("decline", True, "bearish", "advance", None, 5),
}


def track_of(options, book):
    key = ("track", options["bars"])
    if key not in book.made:
        bars = book.prices(options["bars"], trusted=True)
        if len(bars.days) < WARM_UP:
            withhold("few")
        book.made[key] = Track(bars)
    return book.made[key]


LENGTHS = {"price": {"slow": 50}, "averages": {"fast": 10, "slow": 50}}
UNITS = {"rsi": "score", "d": "score", "k": "score", "aroon": "score", "up": "score", "down": "score", "b": "ratio"}


# Decimals that are told; of bands and of a fund's true range those of its price.
DIGITS = {
    "rsi": 1, "d": 1, "k": 1, "aroon": 0, "up": 0, "down": 0, "b": 0, "line": 2, "signal": 2, "histogram": 2, "momentum": 2,
}  # fmt: skip


def unit_of(bars, name):
    """What may be under zero is told in points, never as a price."""
    if name in ("lower", "upper") or name == "atr" and bars.unit == "price":
        return bars.unit
    return UNITS.get(name, "points")


@statistic("indicator", tolerance=1e-7)
def indicator(options, book):
    track, of = track_of(options, book), options["of"]
    bars, i = track.bars, track.bars.last
    if of in INTRADAY and bars.closes_only:
        withhold("nothing")
    name = {"macd": "histogram", "stochastic": "d", "bollinger": "b"}.get(of, of)
    needed = {"macd": WARM_UP, "rsi": WARM_UP, "atr": WARM_UP, "stochastic": 16, "bollinger": 20, "aroon": 26, "momentum": 15}[of]
    if of == "aroon":
        needed = 28
    if track.slots[i] - track.slots[i + 1 - needed] != needed - 1:
        withhold("hole")
    day, unit = bars.days[i], unit_of(bars, name)
    rows = [bars.row("close", j) for j in range(i + 1 - needed, i + 1)]
    basis = "intraday" if of in INTRADAY else "close"

    def told(which, unit):
        return Finding(track.read(which, i), unit, day, basis, rows=rows, digits=DIGITS.get(which))

    states = zones(track, of)
    head = told(name, unit)
    if of == "atr" and unit == "points":
        head.digits = 1
    parts = {"": head}
    more = {"macd": ["line", "signal"], "stochastic": ["k"], "bollinger": ["lower", "upper"], "aroon": ["up", "down"]}
    for each in ("line", "signal", "k", "lower", "upper", "up", "down"):
        parts[each] = told(each, unit_of(bars, each)) if each in more.get(of, []) else Withheld("nothing")
    parts["share"] = Withheld("nothing")
    if of == "atr":
        parts["share"] = Finding(track.read("atr", i) / bars.c[i], "ratio", day, "intraday", rows=rows)
    if of == "momentum":
        head.named = {"sessions": 14}
        parts["share"] = Finding(bars.c[i] / bars.c[i - 14] - 1, "ratio", day, "close", states[i], head.named, rows)
    parts["run"] = parts["from"] = Withheld("nothing")
    if states is not None:
        head.state = states[i]
        first = i
        while first > WARM_UP and states[first - 1] == states[i]:
            first -= 1
        # Since when cannot be told within the warm-up, or with a session missing.
        if first == WARM_UP or not track.whole(first - 1, i):
            return parts
        parts["run"] = Finding(i - first + 1, "sessions", day, "close", states[i], rows=rows)
        parts["from"] = bars.at("close", first, state=states[i])
    return parts


INTRADAY = ("stochastic", "aroon", "atr")


def zones(track, of):
    """The state on every session, or None where it has none."""
    if of == "atr":
        return None
    if of == "aroon":
        names = ("aroon-up", "uptrend"), ("aroon-down", "downtrend")
        rest = "no trend"
    elif of == "bollinger":
        names, rest = (("upper-band", "above the bands"), ("lower-band", "below the bands")), "between the bands"
    elif of in ("rsi", "stochastic"):
        names, rest = ((of + "-high", "overbought"), (of + "-low", "oversold")), "neutral"
    else:
        holds, fails = track.conditions[of]
        return ["positive" if up else "negative" if down else "neutral" for up, down in zip(holds, fails)]
    first, second = (track.conditions[name][0] for name, _ in names)
    return [names[0][1] if up else names[1][1] if down else rest for up, down in zip(first, second)]


@statistic("event", tolerance=1e-7)
def event(options, book):
    track, days, number = track_of(options, book), options.get("days", 3), None
    if "of" in options:
        kind = options["of"]
        at = newest(track, kind, days, options.get("within"))
    else:
        number, at, kind = chosen(track, options)
    if not track.whole(at - rests(kind, days), at):
        withhold("hole")
    bars, side, reading = track.bars, KINDS[kind][2], KINDS[kind][4]
    horizon, last, now = options.get("horizon", 21), bars.last, bars.days[-1]
    named = {"horizon": horizon, **({} if number is None else {"number": number})}
    # Of an advance or decline its days are named too, and of averages their lengths.
    lengths = {"days": days} if kind in ("advance", "decline") else LENGTHS.get(KINDS[kind][0], {})
    more = {**named, **lengths}
    rows, price = [bars.row("close", at)], bars.at("close", last)
    parts = {
        "": bars.at("close", at, state=side, named=more),
        "since": Finding(last - at, "sessions", now, "close", kind, lengths, rows),
        "price": price,
        "moved": Withheld("nothing"),
        "reading": Withheld("nothing"),
    }
    if at < last:
        parts["moved"] = Finding(bars.c[last] / bars.c[at] - 1, "ratio", now, "close", rows=rows + price.rows)
    if reading:
        basis = "intraday" if reading in ("d", "up", "down") else "close"
        parts["reading"] = Finding(
            track.read(reading, at), unit_of(bars, reading), bars.days[at], basis, rows=rows, digits=DIGITS[reading]
        )
    return {**parts, **odds(track, kind, days, at, horizon, options.get("least", 30))}


def rests(kind, days):
    """Sessions before the event that its two readings, on the day and the one before, rest on."""
    name = KINDS[kind][4]
    if kind in ("advance", "decline"):
        return days
    if name in ("up", "down"):
        return 28
    if name is None:
        return 15 if "momentum" in kind else 50
    return {"b": 20, "d": 16}.get(name, WARM_UP)


def newest(track, kind, days, within, now=None):
    """The place of the event that may be told, or a refusal."""
    now = track.bars.last if now is None else now
    if kind.startswith(("stochastic", "aroon")) and track.bars.closes_only:
        withhold("nothing")
    found = [i for i in track.happened(kind, days) if i <= now]
    if not found:
        withhold("nothing")
    undone = [i for i in track.happened(KINDS[kind][3], days, dated=False) if i <= now]
    if now - found[-1] > (KINDS[kind][5] if within is None else within) or undone and undone[-1] > found[-1]:
        withhold("nothing")
    return found[-1]


def news(track, days, within=None, now=None):
    """Events that may be told: place, kind, side, in the order of the kinds."""
    found = []
    for kind in KINDS:
        try:
            found.append((newest(track, kind, days, within, now), kind, KINDS[kind][2]))
        except Withheld:
            continue
    return found


def chosen(track, options):
    """The event of a row, with its number among all that are news."""
    days, horizon, least = options.get("days", 3), options.get("horizon", 21), options.get("least", 30)
    told = news(track, days, options.get("within"))
    line = [(n + 1, at, kind) for n, (at, kind, _) in enumerate(sorted(told, key=lambda each: -each[0]))]
    line = [each for each in line if options.get("side") in (None, KINDS[each[2]][2])]
    if options.get("by") == "odds":
        found = [(odds(track, kind, days, at, horizon, least), n, at, kind) for n, at, kind in line]
        found = [each for each in found if not isinstance(each[0]["odds"], Withheld)]
        found.sort(key=lambda each: each[0]["base"].value - each[0]["odds"].value)
        line = [each[1:] for each in found]
    nth = options.get("nth", 1)
    if nth > len(line):
        withhold("nothing")
    return line[nth - 1]


def odds(track, kind, days, at, horizon, least):
    c, now, sign = track.bars.c, track.bars.days[-1], (1 if KINDS[kind][2] == "bullish" else -1)
    # The outcome is known, and no session is missing before it.
    known = track.slots[horizon:] - track.slots[:-horizon] == horizon
    came = (c[horizon:] - c[:-horizon]) * sign > 0
    cases = [i for i in track.happened(kind, days) if i != at and i < len(known) and known[i]]
    followed = [i for i in cases if came[i]]
    apart, free = 0, 0
    for i in cases:
        if i >= free:
            apart, free = apart + 1, i + horizon
    named, rows = {"horizon": horizon}, [track.bars.row("close", i) for i in cases]
    count = lambda value: Finding(value, "count", now, "close", None, named, rows)  # noqa: E731
    parts = {"cases": count(len(cases)), "followed": count(len(followed)), "independent": count(apart)}
    every = came[WARM_UP:][known[WARM_UP:]]
    base = int(every.sum()) / len(every) if len(every) else math.nan

    def ratio(value, state=None, named=named):
        return Finding(value, "ratio", now, "close", state, named, rows, digits=0)

    parts["base"] = ratio(base, named={**named, "days": len(every)})
    if not cases:
        return dict.fromkeys(("cases", "followed", "independent", "odds", "low", "high", "base"), Withheld("nothing"))
    if len(cases) < least:
        few = Withheld("few")
        return {"cases": parts["cases"], **dict.fromkeys(("followed", "independent", "odds", "low", "high", "base"), few)}
    share = len(followed) / len(cases)
    low, high = wilson(share, apart)
    whole = lambda value: rounded(value, 2)  # noqa: E731
    state = "better" if whole(base) < whole(low) else "worse" if whole(base) > whole(high) else "no better"
    return {**parts, "odds": ratio(share, state=state), "low": ratio(low), "high": ratio(high)}


def wilson(share, n):
    middle, spread = share + Z * Z / (2 * n), Z * math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    return (middle - spread) / (1 + Z * Z / n), (middle + spread) / (1 + Z * Z / n)


@statistic("stance")
def stance(options, book):
    track, days = track_of(options, book), options.get("days", 3)
    horizon, least = options.get("horizon", 21), options.get("least", 30)
    told = news(track, days)
    bars = track.bars
    before = [side for *_, side in news(track, days, now=bars.last - 5)]
    backed = []
    for at, kind, side in told:
        found = odds(track, kind, days, at, horizon, least)["odds"]
        if not isinstance(found, Withheld) and found.state == "better":
            backed.append(side)
    rows, now = [bars.row("close", bars.last)], bars.days[-1]
    count = lambda value, state=None, named=None: Finding(value, "count", now, "close", state, named, rows)  # noqa: E731
    both = lambda sides, named=None: count(len(sides), leaning(sides), named)  # noqa: E731
    sides = [side for *_, side in told]
    parts = {
        "": both(sides),
        "bullish": count(sides.count("bullish")),
        "bearish": count(sides.count("bearish")),
        "slow": both([side for _, kind, side in told if KINDS[kind][5] == 10]),
        "quick": both([side for _, kind, side in told if KINDS[kind][5] == 5]),
        "new": both([side for at, _, side in told if bars.last - at < 5], {"sessions": 5}),
        "before": both(before),
        "before-bullish": count(before.count("bullish")),
        "before-bearish": count(before.count("bearish")),
        "backed": both(backed),
    }
    if not told:
        return {**parts, "newest": Withheld("nothing")}
    at = max(place for place, *_ in told)
    # Of several on one day the first in the list.
    first = next(side for place, _, side in told if place == at)
    parts["newest"] = bars.at("close", at, state=first)
    return parts


def leaning(sides):
    """The side that has more of them."""
    bulls, bears = sides.count("bullish"), sides.count("bearish")
    return "none" if not sides else "bullish" if bulls > bears else "bearish" if bears > bulls else "mixed"
