"""Daily bars of one instrument as columns, with their noise and their turns, by decision 4."""

import functools

import numpy

from .book import value_at
from .finding import Finding, withhold

NOISE = 14
WING = 5


class Bars:
    """The sessions known on a day, in arrays."""

    def __init__(self, book, id, until=None, trusted=False):
        """`trusted` leaves suspect sessions out, as though they had not been; the last may not be one."""
        parts = book.bars(id)
        self.open, self.high, self.low, self.close = parts
        self.closes_only = self.high is self.low
        if not self.close.days:
            withhold("unknown")
        suspect = set().union(*[each.suspect for each in parts])
        if trusted and self.close.days[-1] in suspect:
            withhold("suspect")
        self.places = [
            i
            for i, day in enumerate(self.close.days)
            if (until is None or day <= until) and not (trusted and day in suspect)
        ]
        self.days = [self.close.days[i] for i in self.places]
        self.o, self.h, self.l, self.c = (numpy.array(each.values)[self.places] for each in parts)
        self.unit = self.close.unit
        before = numpy.concatenate([[numpy.nan], self.c[:-1]])
        reach = numpy.fmax(self.h, before) - numpy.fmin(self.l, before)
        total = numpy.concatenate([[0.0], numpy.cumsum(reach)])
        self.noise = numpy.full(len(self.days), numpy.nan)
        self.levels, self.found = {}, {}
        self.noise[NOISE:] = (total[NOISE:-1] - total[: -NOISE - 1]) / NOISE / 2

    @functools.cached_property
    def all_turns(self):
        from .levels import Turns

        return Turns(self)

    @property
    def last(self):
        return len(self.days) - 1

    def turns(self, kind):
        """Places of the highest highs (lowest lows) of eleven sessions, in their middle; known ones."""
        if kind in self.found:
            return self.found[kind]
        line = self.h if kind == "high" else -self.l
        found = self.found[kind] = []
        for i in range(WING, len(line) - WING):
            before, after = line[i - WING : i], line[i + 1 : i + WING + 1]
            if line[i] > before.max() and line[i] >= after.max() and not numpy.isnan(self.noise[i]):
                found.append(i)
        return found

    def price(self, kind, i):
        return float((self.h if kind == "high" else self.l)[i])

    def at(self, kind, i, **more):
        """A high, low or close as a finding."""
        series = {"high": self.high, "low": self.low, "close": self.close, "open": self.open}[kind]
        return value_at(series, self.places[i], **more)

    def row(self, kind, i):
        return ({"high": self.high, "low": self.low, "close": self.close}[kind], self.days[i])

    def finding(self, value, unit, i, basis, **more):
        more.setdefault("rows", [self.row("close", i)])
        return Finding(value, unit, self.days[i], basis, **more)


def lines(bars, basis):
    """The line of highs and that of lows, or closes for both, with the names of their columns."""
    if basis == "close":
        return bars.c, bars.c, "close", "close"
    return bars.h, bars.l, "high", "low"


HAIR = 1e-12


def zigzag(bars, reversal, basis):
    """Confirmed turns in order: (kind, place, place that confirmed it). Highs and lows take turns."""
    highs, lows, _, _ = lines(bars, basis)
    found, low, high, looking = [], 0, 0, None
    for i in range(1, len(highs)):
        # A day that makes the extreme anew confirms nothing: a bar does not tell which end came first.
        higher, lower = highs[i] > highs[high], lows[i] < lows[low]
        if looking != "low":
            if higher:
                high = i
            elif lows[i] / highs[high] <= 1 - reversal + HAIR:
                found.append(("high", high, i))
                low = high + 1 + int(numpy.argmin(lows[high + 1 : i + 1]))
                looking = "low"
                continue
        if looking != "high":
            if lower:
                low = i
            elif highs[i] / lows[low] >= 1 + reversal - HAIR and low < i:
                found.append(("low", low, i))
                high = low + 1 + int(numpy.argmax(highs[low + 1 : i + 1]))
                looking = "high"
    return [each for each in found if each[1] > 0]
