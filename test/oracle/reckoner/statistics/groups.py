"""What groups of instruments do. Written from docs/statistics.md."""

import math

import numpy

from .. import calendar
from ..figures import rounded
from ..finding import Finding, Withheld, statistic, withhold
from .change import difference_of

LEAST_MEMBERS = 3
MOST = 11
AVERAGED = 5


def base(days, end, over):
    """Place of the session that a change over the span starts from, as `change` takes it, and its names."""
    day = days[end]
    named = {}
    if over.endswith("to date"):
        when = calendar.date(day)
        wanted = calendar.of(when.year, {"m": when.month, "q": (when.month - 1) // 3 * 3 + 1, "y": 1}[over[0]], 1) - 1
        number = calendar.session_number(wanted)
    else:
        count, unit = calendar.span(over)
        named = {unit + "s": count}
        number = calendar.session_number(day) - count
        if unit == "week":
            number = calendar.session_number(calendar.monday_of(day) + 4 - 7 * count)
        elif unit not in ("day", "session"):
            number = calendar.session_number(calendar.span_before(day, (count, unit)))
    found = [i for i in range(max(end - 800, 0), end) if calendar.session_number(days[i]) == number]
    return (found[-1], named) if found else withhold("hole")


class Group:
    """A group, or one sector of it, as known on a day: the last one on which half of it has a row."""

    def __init__(self, options, book):
        self.book, self.panel = book, book.library.panel(options["group"])
        panel = self.panel
        known = sum(day <= book.as_of for day in panel.days)
        self.close = panel.columns["close"][:known]
        there = ~numpy.isnan(self.close)
        sector = options.get("sector")
        self.members = [i for i in range(len(panel.members)) if there[:, i].any() and (sector is None or panel.sector_of(i) == sector)]
        if len(self.members) < LEAST_MEMBERS:
            withhold("few")
        half = numpy.flatnonzero(2 * there[:, self.members].sum(axis=1) >= len(self.members))
        if not len(half):
            withhold("hole")
        self.to = int(half[-1])
        self.day = panel.days[self.to]
        self.stale = calendar.session_number(book.as_of) - calendar.session_number(panel.days[known - 1]) > 3

    def place(self, over):
        """Place of the day that a span before the latest leads to, and what it names."""
        return base(self.panel.days[: self.to + 1], self.to, over)

    def sound(self, start, every=False):
        """Members with a close at both ends (on each session), none in doubt, none out of measure."""
        span = slice(start, self.to + 1)
        found = []
        for i in self.members:
            first, last = self.close[start, i], self.close[self.to, i]
            if not (first > 0 and 0 < last / first <= MOST) or self.panel.suspect[span, i].any():
                continue
            if every and numpy.isnan(self.close[span, i]).any():
                continue
            found.append(i)
        return self.enough(found)

    def enough(self, found):
        if len(found) < LEAST_MEMBERS or 2 * len(found) < len(self.members):
            withhold("few")
        return found

    def sessions(self, count):
        """The place at which the last so many sessions begin."""
        start = self.to + 1 - count
        numbers = [calendar.session_number(self.panel.days[each]) for each in (start, self.to)] if start >= 0 else None
        if numbers is None or numbers[1] - numbers[0] != count - 1:
            raise Withheld("hole", "nothing")
        return start

    def change(self, i, start):
        return float(self.close[self.to, i] / self.close[start, i] - 1)

    def here(self):
        """Members with a row without doubt on the latest day and a weight."""
        sound = [i for i in self.members if self.close[self.to, i] > 0 and not self.panel.suspect[self.to, i]]
        return self.enough([i for i in sound if self.panel.weight_of(i) is not None])

    def finding(self, value, unit="ratio", state=None, named=None, digits=None, day=None, basis="close"):
        digits = {"ratio": 1, "points": 2}.get(unit, 0) if digits is None else digits
        return Finding(value, unit, day or self.day, basis, state, named or None, digits=digits)

    def taking(self, takers, named):
        if self.stale:
            return dict.fromkeys(("members", "left-out", "listed"), Withheld("stale", "nothing"))
        count = self.finding(len(takers), "count", named=named)
        left = self.finding(len(self.members) - len(takers), "count", named=named)
        members = self.panel.entry.get("members") or {}
        as_of = members.get("as-of") if "file" in members else None
        listed = Withheld("nothing")
        if as_of and calendar.number(as_of) != self.day:
            listed = self.finding(len(takers), "count", named=named, day=calendar.number(as_of))
        return {"members": count, "left-out": left, "listed": listed}


def asked(options, book, weights=False):
    """The group of a request, put together once."""
    key = ("group", options["group"], options.get("sector"))
    if key not in book.made:
        book.made[key] = Group(options, book)
    # Weights are of one day: they are never late.
    if book.made[key].stale and not weights:
        raise Withheld("stale", "nothing", "base")
    return book.made[key]


def direction(value, digits=3):
    """Up or down as it prints."""
    printed = rounded(value, digits)
    return "up" if printed > 0 else "down" if printed < 0 else "unchanged"


@statistic("breadth")
def breadth(options, book):
    group, of = asked(options, book), options.get("of", "rose")
    if of in ("rose", "fell"):
        start, named = group.place(options.get("over", "1 week"))
        takers = group.sound(start)
        moves = [numpy.sign(group.close[group.to, i] - group.close[start, i]) for i in takers]
    else:
        average = of.endswith("average")
        count = options.get("sessions", 50 if average else 252)
        start, named = group.sessions(count), {"sessions": count}
        takers = group.sound(start, every=True)
        moves = []
        for i in takers:
            closes, last = group.close[start : group.to + 1, i], group.close[group.to, i]
            if average:
                moves.append(numpy.sign(last - math.fsum(closes) / count))
            else:
                moves.append(int(last > closes[:-1].max()) - int(last < closes[:-1].min()))
    sign = 1 if of in ("rose", "above-average", "new-high") else -1
    did, against = sum(each == sign for each in moves), sum(each == -sign for each in moves)
    total = len(takers)
    return {
        "": group.finding(did, "count", share_word(did, total), named),
        "share": group.finding(did / total, named=named, digits=0),
        "against": group.finding(against, "count", named=named),
        "unchanged": group.finding(total - did - against, "count", named=named),
        **group.taking(takers, named),
    }


def share_word(did, total):
    if did in (0, total):
        return "all" if did else "none"
    if 2 * did == total:
        return "half"
    return "most" if 2 * did > total else "few" if 4 * did <= total else "fewer than half"


HORIZONS = {
    "day": "1 session", "week": "1 week", "month": "1 month", "quarter": "1 quarter", "year": "1 year", "year-to-date": "year to date",
}  # fmt: skip


@statistic("ranking")
def ranking(options, book):
    by, place = options.get("by", "change"), options.get("place", 1)
    group = asked(options, book, weights=by == "weight")
    figures, named, start = measured(group, by, options.get("over"))
    order = sorted(figures, key=lambda i: (-figures[i], group.panel.name_of(i)))
    if abs(place) > len(order):
        withhold("nothing")
    at = place - 1 if place > 0 else place
    i = order[at]
    series = book.series(f"{group.panel.id}.{group.panel.members[i]}.close")
    end = series.days.index(group.day)
    value = figures[i]

    def told(i):
        """The figure of a member, and how it prints."""
        own = book.series(f"{group.panel.id}.{group.panel.members[i]}.close")
        if by == "change":
            ends = own.days.index(group.panel.days[start]), own.days.index(group.day)
            return moved(own, *ends, direction(figures[i]), named)
        if by == "weight":
            return group.finding(figures[i], digits=share_digits(figures[i]), basis="reported")
        return group.finding(figures[i], state=direction(figures[i], 2), named=named, digits=0, basis="reported")

    parts = {"": told(i), "from": Withheld("nothing"), "to": at_row(series, end)}
    if by == "change":
        parts["from"] = at_row(series, series.days.index(group.panel.days[start]))
    for name, over in HORIZONS.items():
        parts[name] = horizon(series, over, book, end)
    parts["rank"] = group.finding(1 + sum(each > value for each in figures.values()), "count")
    # A neighbour whose figure prints the same.
    digits = 3 if by == "change" else share_digits(value) + 2 if by == "weight" else 2
    beside = [order[each] for each in (order.index(i) - 1, order.index(i) + 1) if 0 <= each < len(order)]
    tied = [each for each in beside if rounded(figures[each], digits) == rounded(value, digits)]
    parts["tie"] = told(tied[0]) if tied else Withheld("nothing")
    return {**parts, **group.taking(list(figures), named or {"sessions": 1} if by == "weight" else named)}


def share_digits(share):
    """As many decimals of a percent as it takes to be more than nothing."""
    return 1 if share >= 0.001 else 2 if share >= 0.0001 else 3


def moved(series, start, end, state, named):
    """A change of the member itself, by the rules of `change`."""
    try:
        found = difference_of(series, start, end, "percent", state=state, named=named or None)
    except Withheld as reason:
        return reason
    found.rank = found.ranked = None
    return found


def at_row(series, place):
    return Finding(series.values[place], series.unit, series.days[place], "close", rows=[(series, series.days[place])])


def horizon(series, over, book, end):
    try:
        start, named = base(series.days, end, over)
    except Withheld as reason:
        return reason
    state = None
    if over == "1 week":
        friday = calendar.monday_of(series.days[end]) + 4
        state = "whole" if calendar.session_number(series.days[end]) == calendar.session_number(friday) else "to-date"
    return moved(series, start, end, state, named)


def measured(group, by, over):
    """By member the figure that orders them, what the span names, and where it starts."""
    if by == "volume":
        figures, named = volumes(group, over)
        return figures, named, None
    if by == "weight":
        weights = {i: group.panel.weight_of(i) for i in group.here()}
        total = math.fsum(weights.values())
        return {i: each / total for i, each in weights.items()}, {}, None
    start, named = group.place(over)
    return {i: group.change(i, start) for i in group.sound(start)}, named, start


def volumes(group, over):
    """Growth of each member's mean volume of five sessions, and what the span names."""
    count, unit = calendar.span(over)
    wanted = calendar.session_number(calendar.span_before(group.day, (count, unit)))
    end = next((p for p, day in enumerate(group.panel.days) if calendar.session_number(day) == wanted), None)
    if end is None:
        withhold("hole")
    end = min(end, group.to - AVERAGED)
    if end < AVERAGED - 1:
        withhold("hole")
    volume, found = group.panel.columns["volume"], {}
    early, late = slice(end - AVERAGED + 1, end + 1), slice(group.to - AVERAGED + 1, group.to + 1)
    for i in group.members:
        before, now = volume[early, i], volume[late, i]
        if group.panel.suspect[early, i].any() or group.panel.suspect[late, i].any():
            continue
        base = math.fsum(before) / AVERAGED
        if base > 0 and not numpy.isnan(now).any():
            growth = math.fsum(now) / AVERAGED / base - 1
            if -1 < growth <= MOST - 1:
                found[i] = growth
    group.enough(list(found))
    return found, {unit.rstrip("s") + "s": count}


@statistic("group-change")
def group_change(options, book):
    group = asked(options, book)
    start, named = group.place(options["over"])
    takers = group.sound(start)
    moves = {i: group.change(i, start) for i in takers}
    say = lambda value, state=None: group.finding(value, state=state, named=named)  # noqa: E731
    mean = say(math.fsum(moves.values()) / len(moves), "equally weighted")
    weights = {i: group.panel.weight_of(i) for i in takers if group.panel.weight_of(i) is not None}
    weighted = Withheld("nothing")
    if weights:
        total = math.fsum(weights.values())
        weighted = say(math.fsum(weights[i] * moves[i] for i in weights) / total, "weighted by size")
    main = weighted if options.get("weighting") == "size" else mean
    least, greatest = min(moves.values()), max(moves.values())
    parts = {
        "": main,
        "mean": mean,
        "weighted": weighted,
        "median": say(float(numpy.median(list(moves.values())))),
        "least": say(least, direction(least)),
        "greatest": say(greatest, direction(greatest)),
        "index": Withheld("nothing"),
        "difference": Withheld("nothing"),
        **group.taking(takers, named),
    }
    if "against" in options:
        other = book.told(options["against"])
        days = [group.panel.days[start], group.day]
        if any(day not in other.days for day in days):
            parts["index"] = parts["difference"] = Withheld("hole")
        else:
            friday = calendar.monday_of(group.day) + 4
            state = "whole" if calendar.session_number(group.day) == calendar.session_number(friday) else "to-date"
            state = state if "week" in options["over"] else None
            index = moved(other, *[other.days.index(day) for day in days], state, named)
            parts["index"] = book.trusted(index)
            if isinstance(main, Withheld) or isinstance(index, Withheld):
                return parts
            apart = (main.value - index.value) * 100
            printed = rounded(apart, 1)
            state = "above" if printed > 0 else "below" if printed < 0 else "equal"
            parts["difference"] = group.finding(apart, "points", state, named, digits=1)
    return parts


@statistic("contribution")
def contribution(options, book):
    group = asked(options, book)
    start, named = group.place(options["over"])
    takers = [i for i in group.sound(start) if group.panel.weight_of(i) is not None]
    group.enough(takers)
    total = math.fsum(group.panel.weight_of(i) for i in takers)
    share = {i: group.panel.weight_of(i) / total for i in takers}
    parts = {i: share[i] * group.change(i, start) * 100 for i in takers}
    sets = {group.panel.name_of(i): [i] for i in takers}
    if options.get("by") == "sector":
        sets = {}
        for i in takers:
            sets.setdefault(group.panel.sector_of(i), []).append(i)
        sets.pop(None, None)
    sums = {name: math.fsum(parts[i] for i in own) for name, own in sets.items()}
    order = sorted(sums, key=lambda name: (-sums[name], name))
    place = options.get("place", 1)
    if abs(place) > len(order):
        withhold("nothing")
    name = order[place - 1 if place > 0 else place]
    weight = math.fsum(share[i] for i in sets[name])
    points = lambda value: group.finding(value, "points", direction(value, 2), named)  # noqa: E731
    whole = math.fsum(parts.values())
    return {
        "": points(sums[name]),
        "own": group.finding(sums[name] / weight / 100, named=named),
        "weight": group.finding(weight, named=named),
        "largest": points(sums[order[0]]),
        "smallest": points(sums[order[-1]]),
        "sum": group.finding(whole, "points", named=named),
        "change": group.finding(whole / 100, state="weighted by size", named=named),
        **group.taking(takers, named),
    }


@statistic("group-volume")
def group_volume(options, book):
    group = asked(options, book)
    found, named = volumes(group, options["over"])
    values = list(found.values())
    say = lambda value: group.finding(float(value), named=named, digits=0, basis="reported")  # noqa: E731
    return {
        "": say(math.fsum(values) / len(values)),
        "median": say(numpy.median(values)),
        "least": say(min(values)),
        "greatest": say(max(values)),
        **group.taking(list(found), named),
    }


SCALE = {"dollars": 1, "thousands": 1e3, "millions": 1e6, "billions": 1e9}


@statistic("group-size")
def group_size(options, book):
    group, scale = asked(options, book, weights=True), SCALE.get(options.get("in"))
    sizes = {i: group.panel.weight_of(i) for i in group.here()}
    total = math.fsum(sizes.values())
    ordered = sorted(each * scale if scale else each / total for each in sizes.values())
    middle = float(numpy.median(ordered))
    small = ordered[0] < middle / 1000 or (ordered[0] < middle / 100 and ordered[0] < ordered[1] / 5)
    large = ordered[-1] > middle * 1000 or (ordered[-1] > middle * 100 and ordered[-1] > ordered[-2] * 5)
    unit, named = "money" if scale else "ratio", {"sessions": 1}

    def say(value):
        # The list writes cents, so that billions have nine decimals at most.
        digits = 9 if scale else share_digits(value)
        return group.finding(value, unit, named=named, digits=digits, basis="reported")

    odd = Withheld("nothing")
    return {
        "": odd if large else say(math.fsum(ordered) / len(ordered)),
        "median": say(middle),
        "smallest": odd if small else say(ordered[0]),
        "largest": odd if large else say(ordered[-1]),
        "sum": (odd if large else say(math.fsum(ordered))) if scale else Withheld("nothing"),
        **group.taking(list(sizes), named),
    }


@statistic("group-turnover")
def group_turnover(options, book):
    group, count = asked(options, book), options.get("sessions", 20)
    start = group.sessions(count)
    span, found = slice(start, group.to + 1), {}
    for i in group.sound(start, every=True):
        traded = group.panel.columns["volume"][span, i]
        if not numpy.isnan(traded).any() and (traded > 0).any():
            found[i] = math.fsum(group.close[span, i] * traded) / count
    group.enough(list(found))
    named = {"sessions": count}
    values = list(found.values())
    # Whole dollars, which are nine decimals of a billion.
    say = lambda value: group.finding(float(value), "money", named=named, digits=9, basis="reported")  # noqa: E731
    return {
        "": say(math.fsum(values) / len(values)),
        "median": say(numpy.median(values)),
        "least": say(min(values)),
        "greatest": say(max(values)),
        "sum": say(math.fsum(values)),
        **group.taking(list(found), named),
    }


@statistic("concentration")
def concentration(options, book):
    group, place = asked(options, book, weights=True), options.get("place", 1)
    sizes = {i: group.panel.weight_of(i) for i in group.here()}
    total, heaps = math.fsum(sizes.values()), {}
    for i, size in sizes.items():
        name = group.panel.name_of(i) if options.get("by") == "member" else group.panel.sector_of(i)
        if name is not None:
            heaps.setdefault(name, []).append(size)
    sums = {name: math.fsum(own) for name, own in heaps.items()}
    order = sorted(sums, key=lambda name: (-sums[name], name))
    if abs(place) > len(order):
        withhold("nothing")
    at = place - 1 if place > 0 else len(order) + place
    named = {"sessions": 1}

    def share(value):
        return group.finding(value / total, named=named, digits=share_digits(value / total), basis="reported")

    def say(value, unit="count", digits=0):
        return group.finding(value, unit, named=named, digits=digits, basis="reported")

    squares = math.fsum(each * each for each in sums.values())
    return {
        "": share(sums[order[at]]),
        "together": share(math.fsum(sums[name] for name in order[: at + 1])),
        "largest": share(sums[order[0]]),
        "smallest": share(sums[order[-1]]),
        "held": say(len(heaps[order[at]])),
        "count": say(len(order)),
        "effective": say(math.fsum(sums.values()) ** 2 / squares, "score", 1),
        **group.taking(list(sizes), named),
    }


def months(series):
    """The last value of each whole month against that of the month before, oldest first."""
    ends = []
    for place, day in enumerate(series.days[:-1]):
        one, other = calendar.date(day), calendar.date(series.days[place + 1])
        if (one.year, one.month) != (other.year, other.month):
            ends.append((one.year * 12 + one.month - 1, series.values[place], day))
    pairs = zip(ends, ends[1:])
    return [(before, now) for before, now in pairs if now[0] - before[0] == 1 and before[1] > 0]


def ahead(book, options):
    when = calendar.date(book.as_of)
    number = when.year * 12 + when.month - 1 + (options.get("month", "next") == "next")
    return number, calendar.of(number // 12, number % 12 + 1, 1)


def wilson(k, n):
    z = 1.959963984540054
    middle, scale = k / n + z * z / (2 * n), 1 + z * z / n
    half = z * math.sqrt(k / n * (1 - k / n) / n + z * z / (4 * n * n))
    return (0 if k == 0 else (middle - half) / scale), (1 if k == n else (middle + half) / scale)


@statistic("seasonality")
def seasonality(options, book):
    series = book.told(options["series"])
    every = months(series)
    number, first = ahead(book, options)
    turns = [(before, now) for before, now in every if now[0] % 12 == number % 12]
    n = len(turns)
    if n < 10:
        withhold("few")
    k = sum(now[1] > before[1] for before, now in turns)
    base = sum(now[1] > before[1] for before, now in every) / len(every)
    low, high = wilson(k, n)
    state = "rising" if low > base else "falling" if high < base else "unclear"
    mean = math.fsum(now[1] / before[1] - 1 for before, now in turns) / n

    def say(value, unit="ratio", digits=0, day=turns[-1][1][2], state=None):
        rows = [(series, each[2]) for turn in turns for each in turn]
        return Finding(value, unit, day, "close", state, None, digits=digits, rows=rows)

    def base_of(value):
        rows = [(series, each[2]) for turn in every for each in turn]
        return Finding(value, "ratio", every[-1][1][2], "close", None, None, digits=0, rows=rows)

    score = 200 * k / n - 100
    return {
        "": say(score, "score", state=state),
        "rose": say(k, "count"),
        "years": say(n, "count"),
        "low": say(low),
        "high": say(high),
        "base": base_of(base),
        "mean": say(mean, digits=1),
        "ahead": say(score, "score", day=first, state=state),
    }


@statistic("group-seasonality")
def group_seasonality(options, book):
    group = asked(options, book)
    number, first = ahead(book, options)
    scores, counts = {}, {}
    for i in group.sound(group.to):
        series = book.series(f"{group.panel.id}.{group.panel.members[i]}.close")
        turns = [(before, now) for before, now in months(series) if now[0] % 12 == number % 12]
        days = {each[2] for turn in turns for each in turn}
        doubtful = any(group.panel.suspect[p, i] for p, day in enumerate(group.panel.days) if day in days)
        if len(turns) < 10 or doubtful:
            continue
        k = sum(now[1] > before[1] for before, now in turns)
        scores[i], counts[i] = 200 * k / len(turns) - 100, (k, len(turns))
    if not scores:
        withhold("few")
    group.enough(list(scores))
    order = sorted(scores, key=lambda i: (-scores[i], group.panel.name_of(i)))
    place = options.get("place", 1)
    if abs(place) > len(order):
        withhold("nothing")
    i = order[place - 1 if place > 0 else place]
    named = {"sessions": 1}
    say = lambda value, unit="score", day=None: group.finding(value, unit, named=named, digits=0, day=day)  # noqa: E731
    values = list(scores.values())
    return {
        "": say(scores[i]),
        "rose": say(counts[i][0], "count"),
        "years": say(counts[i][1], "count"),
        "mean": say(math.fsum(values) / len(values)),
        "median": say(float(numpy.median(values))),
        "least": say(min(values)),
        "greatest": say(max(values)),
        "ahead": say(scores[i], day=first),
        **group.taking(list(scores), named),
    }


@statistic("rating")
def rating(options, book):
    group, by = asked(options, book), options.get("by", "growth")
    figures, named = gauged(group, by, options)
    sign = -1 if by == "calm" else 1
    order = sorted(figures, key=lambda i: (-sign * figures[i], group.panel.name_of(i)))
    if "member" in options:
        i = group.panel.members.index(options["member"].lower())
        if i not in figures:
            withhold("few")
    else:
        place = options.get("place", 1)
        if abs(place) > len(order):
            withhold("nothing")
        i = order[place - 1 if place > 0 else place]
    middle = float(numpy.median(list(figures.values())))
    values = [sign * each for each in figures.values()]
    own = sign * figures[i]
    less, equal = sum(each < own for each in values), sum(each == own for each in values) - 1
    share = (less + equal / 2) / (len(values) - 1)
    rank = 1 + sum(each > own for each in values)
    value = 100 - 99 * share
    state = "best" if rank == 1 else "worst" if less == 0 else "between"
    basis = "reported" if by == "volume" else "close"
    unit, digits = ("score", 1) if by == "profit-risk" else ("ratio", 0 if by == "volume" else 1)
    measure = lambda value: group.finding(value, unit, named=named, digits=digits, basis=basis)  # noqa: E731
    return {
        "": group.finding(value, "score", state, named),
        "measure": measure(figures[i]),
        "median": measure(middle),
        "rank": group.finding(rank, "count", named=named),
        **group.taking(list(figures), named),
    }


def gauged(group, by, options):
    if by == "volume":
        return volumes(group, options.get("over", "3 months"))
    if by == "growth":
        start, named = group.place(options.get("over", "3 months"))
        return {i: group.change(i, start) for i in group.sound(start)}, named
    count = options.get("sessions", {"calm": 60, "trend": 50, "profit-risk": 252}[by])
    start = group.sessions(count + (by != "trend"))
    found = {}
    for i in group.sound(start, every=True):
        closes = group.close[start : group.to + 1, i]
        if by == "calm":
            found[i] = float(numpy.std(closes[1:] / closes[:-1] - 1, ddof=1))
        elif by == "profit-risk":
            found[i] = float((closes[-1] / closes[0] - 1) / numpy.std(closes[1:] / closes[:-1] - 1, ddof=1))
        else:
            found[i] = float(closes[-1] / (math.fsum(closes) / count) - 1)
    return found, {"sessions": count}
