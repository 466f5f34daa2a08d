"""Two series held against each other. Written from docs/statistics.md."""

import numpy

from .. import calendar
from ..book import RHYTHMS, place_on, value_at, view
from ..figures import compared as printed
from ..figures import known, rounded
from ..finding import Finding, Withheld, statistic, withhold
from ..reader import Series
from .change import LEAST_RANKED, POINTS, difference_of, ratio_digits, span_base, to_date
from .changes import NOTHING, attempt
from .series import LEAST


class Pair:
    """The periods that both series tell: of each the place of its reading."""

    def __init__(self, options, book):
        self.one, self.other = book.told(options["series"]), book.told(options["with"])
        every = options.get("every", "own")
        if every == "own":
            every = max((self.one.every, self.other.every), key=RHYTHMS.index)
        self.one, self.other = (slowed(each, every, book) for each in (self.one, self.other))
        self.every = every
        places = [each.places() for each in (self.one, self.other)]
        self.slots = sorted(set(places[0]) & set(places[1]))
        self.places = [tuple(each[slot] for each in places) for slot in self.slots]
        if not self.slots:
            withhold("few", "hole")

    def run(self, advanced=0):
        """Places of the unbroken run of periods up to the latest that both tell."""
        if advanced:
            first, second = self.one.places(), self.other.places()
            slots = [s for s in self.one.slots() if s - advanced in second]
            places = [(first[s], second[s - advanced]) for s in slots]
        else:
            slots, places = self.slots, self.places
        if not slots:
            withhold("few", "hole")
        begin = len(slots) - 1
        while begin > 0 and slots[begin] - slots[begin - 1] == 1:
            begin -= 1
        return places[begin:]

    def values(self, run):
        return [self.one.values[i] for i, _ in run], [self.other.values[j] for _, j in run]

    def rows(self, run):
        return [(self.one, self.one.days[i]) for i, _ in run] + [(self.other, self.other.days[j]) for _, j in run]


def paired(options, book):
    key = (options["series"], options["with"], options.get("every"))
    if key not in book.made:
        book.made[key] = Pair(options, book)
    return book.made[key]


def slowed(series, every, book):
    """A faster series at the ends of the slower one's periods."""
    if series.every == every:
        return series
    if every == "half-month" or RHYTHMS.index(series.every) > RHYTHMS.index(every):
        withhold("coarse")
    key = (series.id, every)
    if key not in book.made:
        book.made[key] = view(series, f"{every}-end", book.as_of)
    return book.made[key]


def growth(values):
    if min(values) <= 0:
        withhold("base")
    return [b / a - 1 for a, b in zip(values, values[1:])]


@statistic("rolling-correlation")
def rolling_correlation(options, book):
    pair = paired(options, book)
    count, changes = options.get("readings", 60), options.get("of", "changes") == "changes"
    run = pair.run(options.get("advanced", 0))
    width = count + changes
    if len(run) < width:
        withhold("few")
    x, y = pair.values(run)
    if changes:
        x, y = growth(x), growth(y)
    windows = moving(x, y, count)
    shift = len(run) - len(windows)
    end = len(windows) - 1
    if windows[end] is None:
        withhold("base")

    def told(at, state=None, rows=None):
        last = at + shift
        own = run[last - width + 1 : last + 1]
        return Finding(windows[at], "correlation", pair.one.days[run[last][0]], pair.one.basis, state, named, rows or pair.rows(own))

    named = {"readings": count}
    shown = rounded(windows[end], 2)
    state = "positive" if shown > 0 else "negative" if shown < 0 else "none"
    parts = {"": told(end, state)}
    parts["before"] = told(end - count) if end - count >= 0 and windows[end - count] is not None else Withheld("few")
    side, back = farthest(windows, end)
    least = options.get("least", LEAST[pair.every])
    parts["since"] = parts["record"] = NOTHING
    if end - (-1 if back is None else back) < least:
        parts["since"], parts["record"] = Withheld("few"), Withheld("few", "nothing")
    elif back is None:
        parts["record"] = told(end, side, pair.rows(run))
    else:
        parts["since"] = told(back, side)
    known = [i for i, each in enumerate(windows) if each is not None]
    parts["high"] = told(max(known, key=lambda i: (windows[i], i)), "high")
    parts["low"] = told(min(known, key=lambda i: (windows[i], -i)), "low")
    return parts


def farthest(windows, end):
    """The side on which the latest reaches back further, and the last window as far out."""
    found = []
    for side, sign in (("high", 1), ("low", -1)):
        own = sign * rounded(windows[end], 2)
        back = next((i for i in range(end - 1, -1, -1) if windows[i] is not None and sign * rounded(windows[i], 2) >= own), None)
        found.append((-1 if back is None else back, side, back))
    _, side, back = min(found, key=lambda each: each[0])
    return side, back


def moving(x, y, count):
    """Pearson's correlation of every window, in two passes over each of them."""
    x, y = (numpy.lib.stride_tricks.sliding_window_view(numpy.array(each), count) for each in (x, y))
    x, y = x - x.mean(axis=1, keepdims=True), y - y.mean(axis=1, keepdims=True)
    spread = numpy.sqrt((x * x).sum(axis=1) * (y * y).sum(axis=1))
    both = (x * y).sum(axis=1)
    return [None if each == 0 else max(-1.0, min(1.0, own / each)) for own, each in zip(both.tolist(), spread.tolist())]


@statistic("beta")
def beta(options, book):
    pair = paired(options, book)
    slots = pair.slots
    day = pair.one.days[pair.places[-1][0]]
    if "from" in options:
        start = book.past(book.day(options["from"]))
        first = base_place(pair, start)
    else:
        count, unit = calendar.span(options.get("over", "1 year"))
        if unit == "session":
            first = len(slots) - 1 - count
        else:
            start = calendar.span_before(day, (count, unit))
            first = base_place(pair, start)
    run = pair.places[max(first, 0) :]
    if len(run) - 1 < options.get("least", 24):
        withhold("few")
    if slots[-1] - slots[max(first, 0)] != len(run) - 1:
        withhold("hole")
    y, x = (growth(each) for each in pair.values(run))
    dx, dy = numpy.array(x) - numpy.mean(x), numpy.array(y) - numpy.mean(y)
    if not dx.any():
        withhold("base")
    slope = float((dx * dy).sum() / (dx * dx).sum())
    rows, basis, named = pair.rows(run), pair.one.basis, {"changes": len(x)}
    shown = rounded(slope, 2)
    state = "above" if shown > 1 else "below" if shown < 1 else "at"
    fit = float((dx * dy).sum() ** 2 / ((dx * dx).sum() * (dy * dy).sum()))
    return {
        "": Finding(slope, "multiple", day, basis, state, named, rows, digits=2),
        "fit": Finding(fit, "ratio", day, basis, None, named, rows, digits=0),
        "count": Finding(len(x), "count", day, basis, None, None, rows),
    }


def base_place(pair, start):
    """The first change of a window starts from the last reading on or before its first day."""
    found = [i for i, (a, _) in enumerate(pair.places) if pair.one.days[a] <= start]
    return found[-1] if found else 0


@statistic("divergence")
def divergence(options, book):
    pair = paired(options, book)
    count, fresh = options.get("readings", 60), options.get("fresh", 5)
    run = pair.places[-count:]
    if len(run) < count:
        withhold("few")
    if pair.slots[-1] - pair.slots[-count] != count - 1:
        withhold("hole")
    one, other = pair.one, pair.other
    x, y = pair.values(run)
    day, rows = one.days[run[-1][0]], pair.rows(run)
    found = {}
    for side, sign in (("high", 1), ("low", -1)):
        if all(sign * printed(one, x[-1], each) > 0 for each in x[:-1]):
            most = max(range(count), key=lambda i: sign * y[i])
            # Of equal ones, as printed, the latest.
            top = max(i for i in range(count) if printed(other, y[i], y[most]) == 0)
            state = ("" if top >= count - fresh else "un") + f"confirmed {side}"
            found[""] = value_at(one, run[-1][0], state=state, named={"readings": count}, rows=rows)
            found["extreme"] = value_at(other, run[top][1], state=side)
            at_it = top == count - 1
            move = lambda: difference_of(other, run[top][1], run[-1][1], None, state=side)  # noqa: E731
            found["distance"] = NOTHING if at_it else attempt(move)
    moves = [attempt(lambda: difference_of(each, run[0][at], run[-1][at], None)) for at, each in ((0, one), (1, other))]
    signs = [direction(each, *ends) for each, ends in zip(moves, ((one, x[0], x[-1]), (other, y[0], y[-1])))]
    state = "flat" if 0 in signs else "together" if signs[0] == signs[1] else "opposite"
    for each in moves:
        if isinstance(each, Finding):
            each.state = state
    parts = dict.fromkeys(("", "extreme", "distance"), NOTHING)
    return {**parts, **found, "move": moves[0], "other": moves[1]}


def direction(move, series, base, value):
    """Up or down as printed; of a move that cannot be told by its two ends."""
    if isinstance(move, Withheld):
        return printed(series, value, base)
    shown = rounded(move.value, known(move) + 2 * (move.unit == "ratio"))
    return (shown > 0) - (shown < 0)


WIDE, NARROW = 0.8, 0.2


@statistic("relative-performance")
def relative_performance(options, book):
    pair = paired(options, book)
    one, other = shared(pair.one, [a for a, _ in pair.places]), shared(pair.other, [b for _, b in pair.places])
    over, named = None if "from" in options else options.get("over", "period"), None
    place = lambda name: pinned(one, book, options[name])  # noqa: E731
    end = place("to") if "to" in options else len(one.days) - 1
    if over is None:
        start = place("from")
    elif over.endswith("to date"):
        _, start, end, _, named = to_date(one, over, one.days[end])
    else:
        start, end, _, named = span_base(one, over, end)
    if start >= end:
        withhold("hole")
    x, y = (difference_of(full(each), each.own[start], each.own[end], "percent") for each in (one, other))
    value, day, rows = (x.value - y.value) * 100, x.day, x.rows + y.rows
    shown = float(rounded(value, 1))
    state = "in-line" if abs(shown) <= options.get("even", 0.1) else "outperformed" if shown > 0 else "lagged"
    past = [] if over is None or over.endswith("to date") else past_sizes(one, other, over, start)
    own, rank = abs(x.value - y.value), None
    if len(past) >= LEAST_RANKED:
        under, equal = sum(each < own for each in past), sum(each == own for each in past) + 1
        rank = (under + equal / 2) / (len(past) + 1)
    told = {"named": named, "rows": rows, "rank": rank, "ranked": len(past), "digits": 1}
    margin = Withheld("few")
    if rank is not None:
        margin = Finding(abs(value), "points", day, x.basis, "wide" if rank >= WIDE else "narrow" if rank <= NARROW else "usual", **told)
    a, c = one.own[start], one.own[end]
    one = full(one)
    return {
        "": Finding(value, "points", day, x.basis, state, **told),
        "margin": margin,
        "change": x,
        "other": y,
        "from": value_at(one, a),
        "to": value_at(one, c),
    }


def shared(series, places):
    """The readings of a series that the other one has too."""
    cut = object.__new__(Series)
    cut.__dict__.update(series.__dict__)
    cut.days, cut.values = [series.days[i] for i in places], [series.values[i] for i in places]
    cut.own, cut.whole = places, series
    return cut


def full(series):
    return series.whole


def pinned(series, book, name):
    """Place of the shared reading of a day's period."""
    whole = book.series(series.id)
    slot = series.slot(whole.days[place_on(whole, book.past(book.day(name)))])
    found = [i for i, day in enumerate(series.days) if series.slot(day) == slot]
    return found[-1] if found else withhold("hole")


def past_sizes(one, other, over, at):
    """Sizes of past differences over the same time, each of which ends where the next one starts."""
    found = []
    while at > 0:
        try:
            start = span_base(one, over, at)[0]
        except Withheld as reason:
            if "hole" not in reason.kinds:
                raise
            at -= 1
            continue
        if start < at and one.values[start] > 0 and other.values[start] > 0:
            moves = [each.values[at] / each.values[start] - 1 for each in (one, other)]
            found.append(abs(moves[0] - moves[1]))
        at = min(start, at - 1)
    return found


@statistic("revision")
def revision(options, book):
    now, first = book.told(options["series"]), book.told(options["first"])
    if now.unit != first.unit or now.every != first.every:
        withhold("unlike")
    slots = {first.slot(day): i for i, day in enumerate(first.days)}
    if "on" in options:
        at = place_on(now, book.past(book.day(options["on"])))
    else:
        both = [i for i, day in enumerate(now.days) if now.slot(day) in slots]
        at = both[-1] if both else withhold("hole", "few")
    before = slots.get(now.slot(now.days[at]))
    if before is None:
        withhold("hole")
    value, base, day = now.values[at], first.values[before], now.days[at]
    as_ = options.get("as") or ("points" if now.unit in POINTS else "percent")
    rows = [(first, first.days[before]), (now, day)]
    if as_ == "percent":
        if now.unit in ("net percent", "ratio", "yield"):
            withhold("unlike")
        if base <= 0:
            withhold("base")
        found, unit = value / base - 1, "ratio"
    elif as_ == "amount":
        if now.unit in ("net percent", "ratio", "yield"):
            withhold("unlike")
        found, unit = value - base, "points" if now.unit == "index" else now.unit
    else:
        found = (value - base) * (100 if now.unit in ("ratio", "yield") else 1)
        unit = "basis points" if now.unit == "yield" else "points"
    told = Finding(found, unit, day, now.basis, None, None, rows, now)
    if unit == "ratio":
        told.digits = ratio_digits(now, base, value)
    shown = rounded(found, known(told) + 2 * (unit == "ratio"))
    told.state = "up" if shown > 0 else "down" if shown < 0 else "unchanged"
    return {
        "": told,
        "first": value_at(first, before),
        "revised": value_at(now, at),
    }
