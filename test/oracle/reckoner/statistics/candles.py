"""Candles and turns of days and weeks. Written from docs/statistics/price.md and decision 5."""

import dataclasses

import numpy

from .. import calendar
from ..finding import Finding, statistic, withhold

RANGES = 14
TREND = 5


@dataclasses.dataclass
class Candle:
    """One day or week: prices, and the sessions (places) they come from."""

    open: float
    high: float
    low: float
    close: float
    first: int
    top: int
    bottom: int
    last: int
    # Sessions that the exchange held, where some of them are missing.
    whole: bool = True

    @property
    def range(self):
        return self.high - self.low

    @property
    def body(self):
        return abs(self.close - self.open)

    @property
    def count(self):
        return self.last - self.first + 1


def candles(bars, every, back):
    """The newest candles, as many as so many of them need; of a week with a session missing what is known."""
    wanted = RANGES + TREND + 2 + back
    if every == "day":
        return [made(bars, i, i) for i in range(max(bars.last + 1 - wanted, 0), bars.last + 1)]
    weeks = {}
    for i in range(max(bars.last + 1 - 5 * wanted, 0), bars.last + 1):
        weeks.setdefault(calendar.monday_of(bars.days[i]), []).append(i)
    weeks = dict(list(weeks.items())[1:])
    found = []
    for monday, own in weeks.items():
        wanted = [day for day in range(monday, monday + 5) if calendar.is_session(day)]
        if monday == max(weeks) and bars.days[own[-1]] < wanted[-1]:
            break
        found.append(made(bars, own[0], own[-1]))
        found[-1].whole = len(own) == len(wanted)
    return found


def made(bars, first, last):
    span = slice(first, last + 1)
    top, bottom = first + int(numpy.argmax(bars.h[span])), first + int(numpy.argmin(bars.l[span]))
    prices = (float(each) for each in (bars.o[first], bars.h[top], bars.l[bottom], bars.c[last]))
    return Candle(*prices, first, top, bottom, last)


def mean_range(all_, at):
    """Mean true range of the fourteen candles before."""
    total = 0.0
    for i in range(at - RANGES, at):
        before, own = all_[i - 1].close, all_[i]
        total += max(own.high, before) - min(own.low, before)
    return total / RANGES


def whole(bars, all_, first, every):
    """Withheld where a session is missing from a candle on, within the candles or between them."""
    tail = all_[first:]
    if not all(each.whole for each in tail):
        withhold("hole")
    slots = [bars.close.slot(bars.days[each.last]) if every == "day" else calendar.monday_of(bars.days[each.last]) // 7 for each in tail]
    if slots[-1] - slots[0] != len(tail) - 1:
        withhold("hole")


def trend(all_, at, noise):
    """How the closes of the five candles before the place moved: sign past the noise, and change."""
    first, last = all_[at - TREND - 1].close, all_[at - 1].close
    moved = last - first
    return (moved > noise) - (moved < -noise), last / first - 1


def shape(all_, at):
    own, before, noise = all_[at], all_[at - 1], mean_range(all_, at)
    size = own.range
    if size <= 0 or size < noise / 2:
        return None
    up, body = own.close > own.open, own.body
    upper, lower = own.high - max(own.open, own.close), min(own.open, own.close) - own.low
    other = before.close > before.open
    covers = max(own.open, own.close) >= max(before.open, before.close) and min(own.open, own.close) <= min(before.open, before.close)
    if covers and body > before.body > 0 and body > noise / 2 and up != other and own.close != own.open:
        way = trend(all_, at - 1, mean_range(all_, at - 1))[0]
        if up and way < 0:
            return "bullish engulfing"
        if not up and way > 0:
            return "bearish engulfing"
    way = trend(all_, at, noise)[0]
    if body <= size / 10:
        long = min(upper, lower) >= 0.3 * size and size >= noise
        return "long-legged doji" if long else "doji"
    if lower >= 2 * body and upper <= size / 10 and way:
        return "hammer" if way < 0 else "hanging man"
    if upper >= 2 * body and lower <= size / 10 and way:
        return "shooting star" if way > 0 else "inverted hammer"
    if body <= size / 3 and upper > body and lower > body:
        return "spinning top"
    return None


@statistic("candle")
def candle(options, book):
    bars, every = book.prices(options["bars"], trusted=True), options.get("every", "day")
    if bars.high is bars.low:
        withhold("nothing")
    many = options.get("back", 1)
    all_ = candles(bars, every, many)
    if len(all_) < RANGES + 1 + many:
        withhold("few")
    for back in range(many):
        at = len(all_) - 1 - back
        found = shape(all_, at)
        if found is not None:
            whole(bars, all_, at - TREND - 2, every)
            return told_candle(bars, all_, at, found, every)
    withhold("nothing")


def told_candle(bars, all_, at, name, every):
    own, day = all_[at], bars.days[all_[at].last]
    rows = [bars.row("close", i) for i in range(own.first, own.last + 1)]
    engulfing = "engulfing" in name
    way, moved = trend(all_, at - engulfing, mean_range(all_, at - engulfing))
    upper, lower = own.high - max(own.open, own.close), min(own.open, own.close) - own.low
    share = lambda size, state=None: Finding(size / own.range, "ratio", day, "intraday", state, None, rows, digits=0)  # noqa: E731
    state = "up" if own.close > own.open else "down" if own.close < own.open else "unchanged"
    monday = calendar.monday_of(day)
    full = every == "day" or own.count == 5
    ago = all_[at - 1 - engulfing]
    assert full or any(not calendar.is_session(each) for each in range(monday, monday + 5))
    return {
        "": bars.at("close", own.last, state=name, named={"sessions": own.count} if every == "week" else None),
        "open": bars.at("open", own.first),
        "high": bars.at("high", own.top),
        "low": bars.at("low", own.bottom),
        "body": share(own.body, state),
        "upper": share(upper),
        "lower": share(lower),
        "range": Finding(own.high / own.low - 1, "ratio", day, "intraday", None, None, rows),
        "trend": Finding(moved, "ratio", bars.days[ago.last], "close", {1: "rising", -1: "falling", 0: "flat"}[way], None, rows),
        "sessions": Finding(own.count, "sessions", day, "close", "full" if full else "short", rows=rows),
    }


OUT, BACK, LARGE = 1 / 2, 2 / 3, 1.0


@statistic("reversal")
def reversal(options, book):
    bars, every = book.prices(options["bars"], trusted=True), options.get("every", "day")
    if bars.high is bars.low:
        withhold("nothing")
    many = options.get("back", 1)
    all_ = candles(bars, every, many)
    if len(all_) < RANGES + 1 + many:
        withhold("few")
    for back in range(many):
        at = len(all_) - 1 - back
        own, prior, noise = all_[at], all_[at - 1], mean_range(all_, at)
        turns = []
        for kind, extreme, sign in (("high", own.high, 1), ("low", own.low, -1)):
            gone, given = (extreme - prior.close) * sign, (extreme - own.close) * sign
            if gone >= OUT * noise and given >= BACK * gone and given >= LARGE * noise:
                turns.append((given, kind, sign))
        if turns:
            whole(bars, all_, at - 1, every)
            return told_turn(bars, own, prior, *max(turns)[1:])
    withhold("nothing")


def told_turn(bars, own, prior, kind, sign):
    place, day = own.top if kind == "high" else own.bottom, bars.days[own.last]
    extreme = bars.price(kind, place)
    far, close, before = bars.row(kind, place), bars.row("close", own.last), bars.row("close", prior.last)
    ended = "all" if (own.close - prior.close) * sign <= 0 else "most"
    return {
        "": Finding(own.close / extreme - 1, "ratio", day, "intraday", "down" if sign > 0 else "up", None, [far, close]),
        "extreme": bars.at(kind, place, state=kind),
        "close": bars.at("close", own.last),
        "prior": bars.at("close", prior.last),
        "gone": Finding(extreme / prior.close - 1, "ratio", bars.days[place], "intraday", None, None, [before, far]),
        "ended": Finding(own.close / prior.close - 1, "ratio", day, "close", ended, None, [before, close]),
    }
