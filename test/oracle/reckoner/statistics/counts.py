"""Readings of a kind, counted: tallies, firsts and streaks. Written from docs/statistics.md."""

from ..book import value_at
from ..finding import Finding, Withheld, statistic, withhold
from .changes import MOST_READINGS, NOTHING, viewed
from .series import LEAST


class Kind:
    """Readings of a kind: above or below a level or another series, rising or falling."""

    def __init__(self, options, book):
        self.series = series = viewed(options, book)
        if not series.days:
            withhold("unknown")
        self.of, self.level = options["of"], options.get("threshold")
        self.steps = self.of in ("rising", "falling")
        self.than = None
        if "than" in options:
            self.other = other = book.told(options["than"])
            self.than = dict(zip(other.days, other.values))
        self.slots = series.slots()
        self.newest = len(self.slots) - 1
        self.named = None if self.level is None else {"threshold": self.level}

    def known(self, i):
        """Can it be told of this reading?"""
        if self.steps:
            return i > 0 and self.slots[i] - self.slots[i - 1] == 1
        return self.than is None or self.series.days[i] in self.than

    def holds(self, i):
        value = self.series.values[i]
        if self.steps:
            step = value - self.series.values[i - 1]
            return step > 0 if self.of == "rising" else step < 0
        level = self.level if self.than is None else self.than[self.series.days[i]]
        return value >= level if self.of == "above" else value < level

    def suspect(self, i):
        places = (i - 1, i) if self.steps else (i,)
        if any(self.series.days[place] in self.series.suspect for place in places):
            return True
        return self.than is not None and self.series.days[i] in self.other.suspect

    def rows(self, first, last):
        span = range(first - self.steps, last + 1)
        found = [(self.series, self.series.days[i]) for i in span]
        if self.than is not None:
            found += [(self.other, self.series.days[i]) for i in span]
        return found


@statistic("tally", tolerance=0)
def tally(options, book):
    kind = Kind(options, book)
    series, count, end = kind.series, options["in"], kind.newest
    first = end - count + 1
    if first - kind.steps < 0:
        withhold("few", "hole")
    if kind.slots[end] - kind.slots[first - kind.steps] != end - first + kind.steps:
        withhold("hole")
    if not all(kind.known(i) for i in range(first, end + 1)):
        withhold("hole")
    places = [i for i in range(first, end + 1) if kind.holds(i)]
    if len(places) == count:
        state = "all"
    else:
        state = "none" if not places else "with latest" if places[-1] == end else "without latest"
    day, rows = series.days[end], kind.rows(first, end)
    return {
        "": Finding(len(places), "count", day, series.basis, state, kind.named, rows),
        "readings": Finding(count, "count", day, series.basis, rows=[(series, each) for each in series.days[first:]]),
        "since": value_at(series, first),
        "latest": value_at(series, places[-1]) if places else NOTHING,
    }


@statistic("first-since", tolerance=0)
def first_since(options, book):
    kind = Kind(options, book)
    series, end = kind.series, kind.newest
    if not kind.known(end):
        withhold("hole")
    if not kind.holds(end):
        withhold("nothing")
    least = options.get("least", 3 if kind.steps else LEAST[series.every])
    at = end - 1
    while at >= kind.steps:
        if kind.slots[at + 1] - kind.slots[at] != 1 or not kind.known(at):
            withhold("hole")
        if kind.suspect(at) or kind.holds(at):
            break
        at -= 1
    since = at if at >= kind.steps else None
    periods = end - (at if since is not None else kind.steps - 1)
    if periods < least:
        withhold("few")
    day = series.days[end]
    parts = {"": value_at(series, end, state=kind.of, named=kind.named, rows=kind.rows(end, end))}
    parts["periods"] = Finding(periods, "count", day, series.basis, kind.of, rows=kind.rows(end - periods + 1, end))
    if periods > MOST_READINGS:
        parts["periods"] = Withheld("few")
    if since is None:
        return {**parts, "since": NOTHING, "elapsed": NOTHING, "start": value_at(series, 0)}
    parts["since"] = value_at(series, since, state=kind.of, rows=kind.rows(since, since))
    ends = [(series, series.days[since]), (series, day)]
    parts["elapsed"] = Finding(day - series.days[since], "days", day, series.basis, rows=ends)
    return {**parts, "start": NOTHING}


SHORTEST = 3


@statistic("streak", tolerance=0)
def streak(options, book):
    kind = Kind(options, book)
    series, slots, newest = kind.series, kind.slots, kind.newest
    holds = lambda i: kind.known(i) and kind.holds(i)  # noqa: E731
    end = next((i for i in range(newest, -1, -1) if holds(i)), None)
    if end is None:
        withhold("nothing")
    begin = begin_of(kind, end)
    # The reading before the streak tells where it begins; of a rise the first step starts at it.
    before = begin - 1
    if before < kind.steps or slots[begin] - slots[before] != 1 or not kind.known(before):
        withhold("hole")
    running = end == newest
    state, length, day = "running" if running else "ended", end - begin + 1, series.days[end]
    # That it has ended rests on the reading after it.
    rows = kind.rows(begin, end) + ([] if running else kind.rows(end + 1, end + 1))
    parts = {"": Finding(length, "count", day, series.basis, state, kind.named, rows)}
    parts["from"], parts["to"] = value_at(series, begin), value_at(series, end)
    if running:
        parts["after"] = NOTHING
    elif slots[newest] - slots[end] != newest - end:
        parts["after"] = Withheld("hole")
    else:
        since = [(series, each) for each in series.days[end + 1 :]]
        parts["after"] = Finding(newest - end, "count", series.days[newest], series.basis, None, kind.named, since)
    return {**parts, **against_past(kind, begin, end)}


def begin_of(kind, end):
    at = end
    while at > kind.steps and kind.slots[at] - kind.slots[at - 1] == 1 and kind.known(at - 1) and kind.holds(at - 1):
        at -= 1
    return at


def against_past(kind, begin, end):
    """The streak held against all earlier ones of its kind, back to the newest missing reading."""
    series, length = kind.series, end - begin + 1
    if length < SHORTEST:
        return dict.fromkeys(("since", "longest", "rank", "start"), Withheld("few"))
    first = begin
    while first > kind.steps and kind.slots[first] - kind.slots[first - 1] == 1 and kind.known(first - 1) and not kind.suspect(first - 1):
        first -= 1
    # Where a streak starts with the readings themselves, nobody knows how long it was.
    while first < begin and kind.holds(first):
        first += 1
    earlier, at = [], begin - 1
    while at >= first:
        if not kind.holds(at):
            at -= 1
            continue
        own = begin_of(kind, at)
        earlier.append((own, at))
        at = own - 1
    day = series.days[end]

    def told(own):
        a, b = own
        return Finding(b - a + 1, "count", series.days[b], series.basis, "ended", kind.named, kind.rows(a, b))

    as_long = [own for own in earlier if own[1] - own[0] + 1 >= length]
    longest = max(earlier, key=lambda own: own[1] - own[0], default=None)
    longer = [own for own in earlier if own[1] - own[0] + 1 > length]
    rows = [(series, series.days[own[1]]) for own in [*longer, (begin, end)]]
    few = Withheld("few")
    parts = {
        "longest": NOTHING if longest is None else told(longest),
        "rank": Finding(len(longer) + 1, "count", day, series.basis, rows=rows) if len(longer) < 20 else few,
        "since": NOTHING,
        "start": NOTHING if as_long else value_at(series, first),
    }
    if as_long:
        apart = kind.slots[end] - kind.slots[as_long[0][1]]
        parts["since"] = told(as_long[0]) if apart >= LEAST[series.every] else Withheld("few")
    return parts
