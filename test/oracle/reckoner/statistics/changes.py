"""Changes and peaks held against the past of their series. Written from docs/statistics.md."""

import math
import statistics as plain

from .. import calendar
from ..book import place_on, value_at, view
from ..figures import compared as printed
from ..figures import known, rounded
from ..finding import Finding, Withheld, statistic, withhold
from .change import LEAST_RANKED, base_of, difference_of, place_among

NOTHING = Withheld("nothing")


def attempt(question):
    """A part on its own: its finding, or why there is none."""
    try:
        return question()
    except Withheld as reason:
        return reason


def viewed(options, book):
    key = ("view", options["series"], options.get("at"))
    if key not in book.made:
        book.made[key] = view(book.told(options["series"]), options.get("at"), book.as_of)
    return book.made[key]


HORIZONS = {
    "day": "1 session",
    "week": "1 week",
    "four-weeks": "4 weeks",
    "month": "1 month",
    "quarter": "1 quarter",
    "year": "1 year",
    "month-to-date": "month to date",
    "quarter-to-date": "quarter to date",
    "year-to-date": "year to date",
}


@statistic("horizons")
def horizons(options, book):
    series = view(book.told(options["series"]), options.get("at"), book.as_of)
    if not series.days:
        withhold("unknown")
    end = place_on(series, book.past(book.day(options["to"]))) if "to" in options else len(series.days) - 1

    def over(span):
        own, start, last, state, named = base_of(series, span, book, end)
        found = difference_of(own, start, last, options.get("as"), state=state, named=named)
        found.rank, found.ranked = place_among(own, {**options, "over": span}, book, start, last)
        return found

    return {"": value_at(series, end), **{part: attempt(lambda: over(span)) for part, span in HORIZONS.items()}}


@statistic("total-return")
def total_return(options, book):
    price, total = book.told(options["series"]), book.told(options["total"])
    place = lambda name: place_on(price, book.past(book.day(options[name])))  # noqa: E731
    shared = set(price.days) & set(total.days)
    if "to" in options:
        end = place("to")
    else:
        end = max((i for i, day in enumerate(price.days) if day in shared), default=None)
    if end is None:
        withhold("hole")
    state = named = None
    start = place("from") if "from" in options else None
    if start is None:
        _, start, end, state, named = base_of(price, options["over"], book, end)
    days = price.days[start], price.days[end]
    if days[0] >= days[1] or not set(days) <= shared:
        withhold("hole")
    whole = difference_of(total, total.days.index(days[0]), total.days.index(days[1]), "percent")
    bare = difference_of(price, start, end, "percent", state=state, named=named)
    if (whole.value - bare.value) * 100 < -0.05:
        withhold("nothing")
    apart = Finding((whole.value - bare.value) * 100, "points", days[1], whole.basis, None, None, whole.rows + bare.rows, digits=1)
    return {"": whole, "price": bare, "difference": apart}


LEAST_CHANGES = {"session": 60, "week": 13, "half-month": 6, "month": 6, "quarter": 4, "year": 3}


def ends_of(series, every, as_of):
    """Last reading of each full quarter or year, told by its running number."""
    count = {"quarter": 3, "year": 12}[every]
    cut = view(series, "month-end", as_of)
    keep = [i for i, day in enumerate(cut.days) if (calendar.month_number(day) + 1) % count == 0]
    cut.values, cut.days = [cut.values[i] for i in keep], [cut.days[i] for i in keep]
    cut.slot = lambda day: calendar.month_number(day) // count
    return cut


def periods_of(series, over, as_of):
    """The readings at the ends of full periods, how many a change takes, and what they are called."""
    if over is None:
        return series, 1, {"day": "session"}.get(series.every, series.every)
    count, every = calendar.span(over)
    if every in ("session", "day"):
        return (series, count, "session") if series.every == "day" else withhold("coarse")
    if every in ("quarter", "year"):
        return ends_of(series, every, as_of), count, every
    if every == "week" and series.every not in ("day", "week"):
        withhold("coarse")
    return view(series, f"{every}-end", as_of), count, every


@statistic("change-rank")
def change_rank(options, book):
    full = book.series(options["series"])
    series, count, every = periods_of(full, options.get("over"), book.as_of)
    end, as_ = len(series.days) - 1, options.get("as")
    first = end
    slots = series.slots()
    while first > 0 and slots[first] - slots[first - 1] == 1:
        first -= 1
    if end - count < first:
        withhold("few", "hole", "unknown")
    place = {day: i for i, day in enumerate(full.days)}
    named = {"periods" if every == "half-month" else every + "s": count}

    def told(at):
        return difference_of(full, place[series.days[at - count]], place[series.days[at]], as_, named=named)

    latest = told(end)
    digits = known(latest) + 2 * (latest.unit == "ratio")

    def larger_by(one, other):
        if as_ == "amount":
            return printed(full, one, other)
        one, other = rounded(one, digits), rounded(other, digits)
        return (one > other) - (one < other)

    if larger_by(abs(latest.value), 0) == 0:
        withhold("nothing")
    state, day = "up" if latest.value > 0 else "down", series.days[end]

    def against(at):
        """Larger (1), as large (0) or smaller (−1): what cannot be told, or is suspect, is larger."""
        if any(series.days[i] in full.suspect for i in (at - count, at)):
            return 1
        base, value = series.values[at - count], series.values[at]
        if latest.unit == "ratio" and base <= 0:
            return 1
        other = value / base - 1 if latest.unit == "ratio" else value - base
        other *= 100 if latest.unit in ("points", "basis points") and full.unit in ("ratio", "yield") else 1
        if other * latest.value <= 0:
            return -1
        return larger_by(abs(other), abs(latest.value))

    def apart(least, most):
        """Places of the newest changes at least so large, overlapping neither each other nor the latest."""
        found, at = [], end - count
        while at - count >= first and len(found) < most:
            taken = against(at) >= least
            if taken:
                found.append(at)
            at -= count if taken else 1
        return found

    least = options.get("least", LEAST_CHANGES[every])
    found = apart(0, 3)
    reach = [end - (found[nth] if nth < len(found) else first + count - 1) for nth in range(3)]
    far = [reach[nth] >= least * (nth + 1) for nth in range(3)]
    if not any(far):
        withhold("few")
    few = Withheld("few")

    def part(nth):
        if not far[nth]:
            return few
        if nth >= len(found):
            return NOTHING
        return attempt(lambda: stated(told(found[nth]), state))

    parts = {"": stated(latest, state), "since": part(0), "second": part(1), "third": part(2)}
    run = [(full, each) for each in series.days[end - reach[0] + 1 : end + 1]]
    parts["periods"] = Finding(reach[0], "count", day, full.basis, rows=run) if far[0] else few
    if far[0] and reach[0] > MOST_READINGS:
        parts["periods"] = few
    parts["elapsed"] = parts["tie"] = NOTHING
    if found:
        back = series.days[found[0]]
        rows = [(full, back), (full, day)]
        parts["elapsed"] = Finding(day - back, "days", day, full.basis, rows=rows) if far[0] else few
        parts["tie"] = parts["since"] if against(found[0]) == 0 else NOTHING
    larger = apart(1, 20)
    rows = [(full, series.days[i]) for at in [end, *larger] for i in (at - count, at)]
    rank = Finding(len(larger) + 1, "count", day, full.basis, rows=rows)
    parts["rank"] = rank if len(larger) < 20 else few
    parts["start"] = NOTHING if found else value_at(full, place[series.days[first]])
    latest.rank, latest.ranked = rank_among(series, latest, first, end, count)
    return parts


def stated(found, state):
    found.state = state
    return found


def rank_among(series, latest, first, end, count):
    """Place of a size among past ones that do not overlap it nor each other, itself counted half."""
    sizes = []
    for at in range(end, first + count - 1, -count):
        base, value = series.values[at - count], series.values[at]
        if latest.unit != "ratio" or base > 0:
            sizes.append(abs(value / base - 1 if latest.unit == "ratio" else value - base))
    own, past = sizes[0], sizes[1:]
    if len(past) < LEAST_RANKED:
        return None, len(past)
    under, equal = sum(each < own for each in past), sum(each == own for each in past) + 1
    return (under + equal / 2) / (len(past) + 1), len(past)


MOST_READINGS = 1000


@statistic("peak-rank")
def peak_rank(options, book):
    series = viewed(options, book)
    kind = options.get("of", "peak")
    side = options.get("side", "high" if kind == "peak" else "low")
    sign, least = 1 if side == "high" else -1, options.get("least", 3)
    end = len(series.days)
    first = end - 1
    slots = series.slots()
    while first > 0 and slots[first] - slots[first - 1] == 1:
        first -= 1
    values = series.values[first:]
    if len(values) < 2:
        withhold("few", "nothing")
    scale = [math.log(value) for value in values] if min(values) > 0 else values
    step = plain.median(abs(b - a) for a, b in zip(scale, scale[1:]))
    turns = [first + at for at, each in turns_of(scale, options.get("times", 3) * step) if each == kind and at > 0]
    if not turns:
        withhold("nothing", "few")
    latest = turns[-1]
    found = []
    for place in range(len(turns) - 2, -1, -1):
        suspect = series.days[turns[place]] in series.suspect
        if suspect or sign * printed(series, series.values[turns[place]], series.values[latest]) >= 0:
            found.append(place)
    state, day = kind, series.days[latest]
    parts, told = {"": value_at(series, latest, state=state)}, False
    for nth, name in enumerate(["since", "second", "third"]):
        back = found[nth] if nth < len(found) else None
        reach = len(turns) - 1 - (-1 if back is None else back)
        enough = reach >= least + nth
        told = told or enough
        if not enough:
            parts[name] = Withheld("few")
        else:
            parts[name] = NOTHING if back is None else value_at(series, turns[back], state=state)
    if not told or len(turns) == 1:
        withhold("few", "nothing")
    rows = [(series, day)]
    reach = len(turns) - (found[0] + 1 if found else 0)
    run = [(series, series.days[at]) for at in turns[len(turns) - reach :]]
    parts["peaks"] = Finding(reach, "count", day, series.basis, state, rows=run) if reach >= least else Withheld("few")
    since = parts["since"]
    if isinstance(since, Withheld):
        parts["elapsed"] = parts["tie"] = since
        if reach >= least and found:
            back = (series, series.days[turns[found[0]]])
            parts["elapsed"] = Finding(day - back[1], "days", day, series.basis, rows=[*rows, back])
        if not found or printed(series, series.values[turns[found[0]]], parts[""].value) != 0:
            parts["tie"] = NOTHING
    else:
        parts["elapsed"] = Finding(day - since.day, "days", day, series.basis, rows=rows + since.rows)
        tied = printed(series, since.value, parts[""].value) == 0
        parts["tie"] = since if tied else NOTHING
    parts["start"] = NOTHING if found else value_at(series, turns[0], state=state)
    return parts


def turns_of(scale, away):
    """Confirmed highs and lows in order, each with its place; the very first reading is none."""
    low = high = 0
    direction, found = 0, []
    for i, value in enumerate(scale):
        if direction >= 0 and value > scale[high]:
            high = i
        if direction <= 0 and value < scale[low]:
            low = i
        if direction >= 0 and scale[high] - value >= away > 0 and i > high:
            found.append((high, "peak"))
            direction, low = -1, i
        elif direction <= 0 and value - scale[low] >= away > 0 and i > low:
            found.append((low, "trough"))
            direction, high = 1, i
    return found
