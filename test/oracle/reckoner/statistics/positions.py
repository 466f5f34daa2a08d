"""Who holds what, and how the curve of volatility stands. Written from docs/statistics.md."""

from .. import calendar
from ..book import mean, place_on, value_at
from ..figures import compared as printed
from ..figures import rounded
from ..finding import Finding, Withheld, statistic, withhold
from .change import base_of
from .changes import NOTHING


@statistic("position")
def position(options, book):
    series = book.told(options["series"])
    end = len(series.days) - 1
    day, basis, unit = series.days[end], series.basis, series.unit
    side = [side_of(series, each) for each in series.values]

    def size(at):
        found = value_at(series, at, state=side[at])
        found.value = abs(found.value)
        return found

    parts = {"": size(end)}
    parts.update(moved(series, side, size, options, book))
    begin = end
    slots = [series.slot(each) for each in series.days]
    parts["hole"] = missing(series, slots, basis)
    while begin > 0 and slots[begin] - slots[begin - 1] == 1 and side[begin - 1] == side[end]:
        begin -= 1
    if begin == 0 or slots[begin] - slots[begin - 1] != 1:
        return {**parts, **dict.fromkeys(("run", "since", "previous"), Withheld("hole", "few", "nothing"))}
    rows = [(series, each) for each in series.days[begin - 1 : end + 1]]
    count = "weeks" if series.every == "week" else "count"
    parts["run"] = Finding(end - begin + 1, count, day, basis, side[end], None, rows)
    parts["since"], parts["previous"] = size(begin), size(begin - 1)
    return parts


def missing(series, slots, basis):
    """A week after the last report before the newest hole, of the latest thirteen."""
    if series.every != "week":
        return Withheld("nothing")
    for at in range(len(slots) - 2, max(len(slots) - 14, -1), -1):
        if slots[at + 1] - slots[at] > 1:
            return Finding(7, "days", series.days[at] + 7, basis, None, None, [(series, series.days[at])])
    return Withheld("nothing")


def side_of(series, value):
    shown = printed(series, value, 0)
    return "long" if shown > 0 else "short" if shown < 0 else "flat"


def moved(series, side, size, options, book):
    end = len(series.days) - 1
    try:
        _, start, end, _, _ = base_of(series, options.get("over", "period"), book, end)
    except Withheld as reason:
        return dict.fromkeys(("change", "swing", "before"), reason)
    rows = [(series, series.days[start]), (series, series.days[end])]
    day, then, now = series.days[end], abs(series.values[start]), abs(series.values[end])
    if {side[start], side[end]} != {"long", "short"}:
        shown = printed(series, now, then)
        state = "more" if shown > 0 else "less" if shown < 0 else "unchanged"
        change, swing = Finding(now - then, series.unit, day, series.basis, state, None, rows), NOTHING
    else:
        apart = abs(series.values[end] - series.values[start])
        change, swing = NOTHING, Finding(apart, series.unit, day, series.basis, f"to {side[end]}", None, rows)
    return {"change": change, "swing": swing, "before": size(start)}


@statistic("days-to-cover")
def days_to_cover(options, book):
    then = book.past(book.day(options["on"])) if "on" in options else None
    shorts, volume = book.told(options["series"]), book.told(options["volume"])
    end = len(shorts.days) - 1 if then is None else place_on(shorts, then)
    average, wanted = traded(shorts, volume, end, options)
    rows = [(volume, each) for each in sorted(wanted)]
    mine = Finding(average, "shares", shorts.days[end], volume.basis, None, {"sessions": len(wanted)}, rows)
    try:
        now = cover(shorts, volume, end, options)
    except Withheld as reason:
        now = reason
    parts = {"": now, "volume": mine, "shorts": value_at(shorts, end)}
    if end == 0 or shorts.slot(shorts.days[end]) - shorts.slot(shorts.days[end - 1]) != 1:
        return {**parts, "before": Withheld("hole"), "change": Withheld("hole")}
    try:
        before = cover(shorts, volume, end - 1, options)
    except Withheld as reason:
        return {**parts, "before": reason, "change": reason}
    if isinstance(now, Withheld):
        return {**parts, "before": before, "change": now}
    digits = rounded(now.value, 1), rounded(before.value, 1)
    state = "up" if digits[0] > digits[1] else "down" if digits[0] < digits[1] else "unchanged"
    change = Finding(now.value - before.value, "days", now.day, shorts.basis, state, None, now.rows + before.rows, digits=1)
    return {**parts, "before": before, "change": change}


def cover(shorts, volume, at, options):
    average, wanted = traded(shorts, volume, at, options)
    if average < options.get("least-volume", 10_000):
        withhold("base", "few", "nothing")
    day = shorts.days[at]
    value = shorts.values[at] / average
    if value < 1 or value > 999.99:
        withhold("nothing", "base")
    rows = [(shorts, day)] + [(volume, each) for each in sorted(wanted)]
    return Finding(value, "days", day, shorts.basis, None, {"sessions": len(wanted)}, rows, digits=1)


def traded(shorts, volume, at, options):
    """The mean volume of the sessions that count, and these sessions."""
    day = shorts.days[at]
    last = calendar.session_before(day)
    if "sessions" in options:
        wanted = [last]
        while len(wanted) < options["sessions"]:
            wanted.append(calendar.session_before(wanted[-1] - 1))
    else:
        if at == 0 or shorts.slot(day) - shorts.slot(shorts.days[at - 1]) != 1:
            withhold("hole", "few")
        wanted = [each for each in range(shorts.days[at - 1] + 1, day + 1) if calendar.is_session(each)]
    told = dict(zip(volume.days, volume.values))
    if not all(each in told for each in wanted):
        withhold("hole", "few")
    return mean([told[each] for each in wanted]), wanted


@statistic("term-structure")
def term_structure(options, book):
    tenors = [book.told(each) for each in options["tenors"]]
    values = [dict(zip(each.days, each.values)) for each in tenors]
    days = sorted(set.intersection(*[set(each.days) for each in tenors]))
    if not days:
        withhold("hole", "few")
    near, far = tenors[0], tenors[-1]
    shapes = {day: shape([each[day] for each in values]) for day in days}
    day = days[-1]

    def ratio(on):
        rows = [(each, on) for each in tenors]
        return Finding(values[0][on] / values[-1][on], "multiple", on, near.basis, shapes[on], None, rows)

    rows = [(each, day) for each in tenors]
    parts = {
        "": ratio(day),
        "spread": Finding(values[-1][day] - values[0][day], "points", day, near.basis, shapes[day], None, rows),
        "near": value_at(near, near.days.index(day), digits=2),
        "far": value_at(far, far.days.index(day), digits=2),
    }
    begin = len(days) - 1
    follows = lambda i: near.slot(days[i]) - near.slot(days[i - 1]) == 1  # noqa: E731
    while begin > 0 and follows(begin) and shapes[days[begin - 1]] == shapes[day]:
        begin -= 1
    if begin == 0 or not follows(begin):
        return {**parts, **dict.fromkeys(("run", "since", "previous"), Withheld("hole", "few", "nothing"))}
    run = days[begin - 1 :]
    unit = "sessions" if near.every == "day" else "count"
    rows = [(each, on) for on in run for each in tenors]
    parts["run"] = Finding(len(run) - 1, unit, day, near.basis, shapes[day], None, rows)
    parts["since"], parts["previous"] = ratio(run[1]), ratio(run[0])
    return parts


def shape(values):
    signs = set()
    for one, other in zip(values, values[1:]):
        if other == 0:
            return "mixed"
        shown = rounded(one / other, 2)
        signs.add((shown > 1) - (shown < 1))
    return {(-1,): "contango", (1,): "backwardation", (0,): "flat"}.get(tuple(signs), "mixed")
