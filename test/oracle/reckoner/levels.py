"""Horizontal levels and how the price has treated them, by decision 4."""

import math

import numpy

LEAST_TOUCHES = 3
IN_A_ROW = 5
LATELY = 10


def step_of(number):
    """The 1 or 5 times a power of ten that is nearest, as a ratio, to a twentieth of the number."""
    wanted = number / 20
    below = 10.0 ** math.floor(math.log10(wanted))
    return min((below / 2, below, 5 * below, 10 * below), key=lambda each: (abs(math.log(each / wanted)), each))


class Turns:
    """Turns of both kinds from a place on, in arrays: price, place and tolerance."""

    def __init__(self, bars, first=0):
        found = [(bars.price(kind, i), i) for kind in ("high", "low") for i in bars.turns(kind) if i >= first]
        self.price = numpy.array([price for price, _ in found])
        self.place = numpy.array([i for _, i in found], dtype=int)
        self.noise = bars.noise[self.place] if found else numpy.array([])

    def at(self, level):
        """Which of them touch the level."""
        return numpy.abs(self.price - level) <= self.noise

    def keep(self, which):
        kept = object.__new__(Turns)
        kept.price, kept.place, kept.noise = self.price[which], self.place[which], self.noise[which]
        return kept


def touches(bars, level, members=None):
    """Places of all turns that touch the level, ascending, those it was found by among them."""
    found = [int(i) for i in bars.all_turns.place[bars.all_turns.at(level)]]
    prices = {int(i): float(price) for i, price in zip(bars.all_turns.place, bars.all_turns.price)}
    return sorted(found + [i for i in members or [] if i not in found and i in prices])


def levels(bars, first=0):
    """Every level found in the data from a place on, ascending, each with the places it was found by."""
    if first not in bars.levels:
        bars.levels[first] = find_levels(bars, Turns(bars, first))
    return bars.levels[first]


def find_levels(bars, turns):
    last = bars.c[-1]
    turns = turns.keep((turns.price >= last / 2) & (turns.price <= last * 2))
    found = {}
    for each in rounds(last / 2, last * 2):
        if turns.at(each).sum() >= LEAST_TOUCHES:
            found[each] = None
    left = turns
    for each in found:
        left = left.keep(~left.at(each))
    while len(left.price) >= LEAST_TOUCHES:
        groups = numpy.abs(left.price[None, :] - left.price[:, None]) <= left.noise[None, :]
        sizes = groups.sum(axis=1)
        if sizes.max() < LEAST_TOUCHES:
            break
        ties = [groups[i] for i in numpy.flatnonzero(sizes == sizes.max())]
        # At a tie the group that was touched last, then the lower one.
        best = max(ties, key=lambda each: (left.place[each].max(), -left.price[each].mean()))
        found[math.fsum(left.price[best]) / int(best.sum())] = sorted(int(i) for i in left.place[best])
        left = left.keep(~best)
    return dict(sorted(found.items()))


def rounds(low, high):
    """Numbers between the two that are multiples of their own step."""
    found, step = set(), step_of(low)
    while step <= step_of(high) * 1.001:
        for count in range(math.ceil(low / step), math.floor(high / step) + 1):
            number = count * step
            if abs(step_of(number) - step) < step * 1e-9:
                found.add(round(number, 9))
        step = step * 5 if str(step).lstrip("0.").startswith("1") else step * 2
    return sorted(found)


def traded(bars, level, first=0):
    return [i for i in range(first, bars.last + 1) if bars.l[i] <= level <= bars.h[i]]


def sides(bars, level):
    """The changes of side: (place of the breach, place that settled it, +1 up or −1 down), the first
    entry being the side first taken."""
    beyond = bars.c - level
    found, side = [], 0
    run, start = 0, 0
    for i in range(bars.last + 1):
        if math.isnan(bars.noise[i]):
            continue
        here = int(numpy.sign(beyond[i]))
        if here == side or here == 0:
            run = 0
            continue
        run, start = (run + 1, start) if run and here == direction else (1, i)
        direction = here
        if abs(beyond[i]) > bars.noise[i] or run >= IN_A_ROW:
            found.append((start, i, here))
            side, run = here, 0
    return found


def tests(bars, level):
    """Tests of the level: side it came from, first and last place, farthest price, how it ended."""
    settled = {by: (start, side) for start, by, side in sides(bars, level)}
    found, side, current = [], 0, None
    for i in range(bars.last + 1):
        if math.isnan(bars.noise[i]):
            continue
        if side and current is None:
            near = bars.l[i] <= level + bars.noise[i] if side > 0 else bars.h[i] >= level - bars.noise[i]
            current = {"side": side, "from": i, "at": i, "end": None} if near else None
        if current is not None:
            reach = bars.l if side > 0 else -bars.h
            if reach[i] < reach[current["at"]]:
                current["at"] = i
        if i in settled:
            if current is not None and side:
                found.append({**current, "end": "gave way", "to": i})
            side, current = settled[i][1], None
        elif current is not None and (bars.c[i] - level) * side > bars.noise[i]:
            found.append({**current, "end": "held", "to": i})
            current = None
    if current is not None:
        kept = (bars.c[-1] - level) * current["side"] > 0
        found.append({**current, "end": "open so far" if kept else "open", "to": bars.last})
    return found
