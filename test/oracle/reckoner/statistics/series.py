"""What a list of dated values says of itself: last, superlative, place, average, turning
point, release. Written from docs/statistics.md."""

import math
import statistics as plain

from .. import calendar, reader
from ..book import mean, place_on, value_at, view
from ..figures import compared
from ..finding import Finding, Withheld, all_of, statistic, withhold


@statistic("last", tolerance=0)
def last(options, book):
    told = lambda: book.told(options["series"])  # noqa: E731
    if "on" in options:
        series, day = all_of(told, lambda: book.past(book.day(options["on"])))
        series = view(series, options.get("at"), book.as_of)
        return {"": value_at(series, place_on(series, day))}
    series = view(told(), options.get("at"), book.as_of)
    if not series.days:
        withhold("unknown")
    if options.get("of") != "last month":
        return {"": value_at(series, len(series.days) - 1)}
    wanted = calendar.month_number(series.days[-1]) - 1
    places = [i for i, day in enumerate(series.days) if calendar.month_number(day) == wanted]
    return {"": value_at(series, places[-1]) if places else withhold("hole")}


LEAST = {"day": 60, "week": 13, "half-month": 6, "month": 3}
MOST_READINGS = 1000


@statistic("superlative")
def superlative(options, book):
    series = view(book.told(options["series"]), options.get("at"), book.as_of)
    sides = {"high": ["high"], "low": ["low"]}.get(options.get("side"), ["high", "low"])
    if "point" in options:
        end = place_on(series, book.past(book.day(options["point"])))
        places = [end]
    else:
        end = len(series.days) - 1
        places = range(max(end + 1 - options.get("of", 1), 0), end + 1)
    found = []
    for side in sides:
        sign = 1 if side == "high" else -1
        at = max(places, key=lambda i: (sign * series.values[i], i))
        found.append((back_from(series, at, sign), at, side, sign))
    back, at, side, sign = min(found, key=lambda each: each[0])
    start = max(back, 0)
    periods, day = at - back, series.days[at]
    holed = series.slot(day) - series.slot(series.days[start]) != at - start
    few = periods < options.get("least", LEAST[series.every])
    if holed or few:
        raise Withheld(*["hole"] * holed, *["few"] * few)
    nothing, top = Withheld("nothing"), value_at(series, at, state=side)
    top.rows += near(series, at, start)
    parts = {"": top, "start": nothing if back >= 0 else value_at(series, 0)}
    parts["record"] = nothing if back >= 0 else top if complete(series, side) else Withheld("incomplete")
    span = [(series, each) for each in series.days[back + 1 : at + 1]]
    count = Finding(periods, "count", day, series.basis, side, None, span)
    parts["periods"] = count if periods <= MOST_READINGS else Withheld("few")
    if back < 0:
        return {**parts, **dict.fromkeys(("since", "months", "tie", "beyond", "elapsed"), nothing)}
    ends = [(series, series.days[back]), (series, day)]
    parts["since"] = value_at(series, back, state=side)
    parts["elapsed"] = Finding(day - series.days[back], "days", day, series.basis, rows=ends)
    months = whole_months(series, back, at)
    parts["months"] = Finding(months, "months", day, series.basis, side, rows=ends) if months else nothing
    tied = compared(series, series.values[back], series.values[at]) == 0
    parts["tie"] = value_at(series, back) if tied else nothing
    beyond = back_from(series, at, sign, strictly=True)
    parts["beyond"] = value_at(series, beyond, state=side) if beyond >= 0 else nothing
    return parts


def complete(series, side):
    return series.complete if side == "high" else series.complete_lows


def back_from(series, at, sign, strictly=False):
    """Place of the last earlier reading at least as far out as printed, or further out; −1: none."""
    own = series.values[at]
    for i in range(at - 1, -1, -1):
        if sign * compared(series, series.values[i], own) >= strictly:
            return i
    return -1


def whole_months(series, back, at):
    """Months of the calendar between the two, unless that is more than has passed."""
    if series.every not in ("half-month", "month"):
        return None
    months = calendar.month_number(series.days[at]) - calendar.month_number(series.days[back])
    steps = series.slot(series.days[at]) - series.slot(series.days[back])
    return months if months * (1 if series.every == "month" else 2) <= steps else None


def near(series, at, start):
    """Suspect points within five percent of the extreme, which could overturn it."""
    top = series.values[at]
    return [
        (series, series.days[i])
        for i in range(start, at)
        if series.days[i] in series.suspect and abs(series.values[i] - top) <= abs(top) * 0.05
    ]


@statistic("place")
def place(options, book):
    series = view(book.told(options["series"]), options.get("at"), book.as_of)
    over = options.get("over", "5 years")
    end = len(series.days)
    if over == "all":
        first = 0
    elif "session" in over:
        first = max(end - calendar.span(over)[0], 0)
    else:
        start = calendar.span_before(series.days[-1], calendar.span(over))
        first = next(i for i, day in enumerate(series.days) if day >= start)
    window = series.values[first:]
    if len(window) < options.get("least", 24):
        withhold("few")
    newest = window[-1]
    under = sum(value < newest for value in window)
    equal = sum(value == newest for value in window)
    day, rows = series.days[-1], [(series, each) for each in series.days[first:]]
    named = {"readings": len(window)}
    if over != "all":
        count, unit = calendar.span(over)
        named[unit + "s"] = count
    parts = {"": Finding((under + equal / 2) / len(window), "percentile", day, series.basis, None, named, rows)}
    spread = plain.stdev(window)
    score = Withheld("base") if spread == 0 else Finding((newest - mean(window)) / spread, "multiple", day, series.basis, None, named, rows, digits=1)
    return {**parts, "score": score}


FLAT = 0.002
BACK = 10
LOOKED = 260


@statistic("average")
def average(options, book):
    series = book.told(options["series"])
    of, end = options.get("of", 50), len(series.days)
    if end < of:
        withhold("few")
    if not unbroken(series, end - of, end - 1):
        withhold("hole")
    now, newest = average_to(series, end - 1, of), series.values[-1]
    state = "above" if newest > now else "below" if newest < now else "at"
    rows = [(series, day) for day in series.days[end - of :]]
    day, named = series.days[-1], {"of": of}
    parts = {"": Finding(now, series.unit, day, series.basis, state, named, rows)}
    parts["distance"] = (
        Finding(newest / now - 1, "ratio", day, series.basis, state, named, rows) if now > 0 and newest >= 0 else Withheld("base")
    )
    if end - of - BACK < 0 or not unbroken(series, end - of - BACK, end - 1):
        parts["slope"] = Withheld("few")
    else:
        then = average_to(series, end - 1 - BACK, of)
        fair = then > 0 and now >= 0
        slope = now / then - 1 if fair else math.nan
        state = "flat" if abs(slope) < FLAT else "rising" if slope > 0 else "falling"
        more = [(series, each) for each in series.days[end - of - BACK :]]
        parts["slope"] = Finding(slope, "ratio", day, series.basis, state, named, more) if fair else Withheld("base")
    parts["crossed"] = crossed(series, of)
    return parts


def average_to(series, place, of):
    return mean(series.values[place - of + 1 : place + 1])


def unbroken(series, first, final):
    return series.slot(series.days[final]) - series.slot(series.days[first]) == final - first


def crossed(series, of):
    """The first reading on the other side of its own day's average, the last time that happened."""
    end = len(series.days)
    whole = end - 1
    while whole > 0 and unbroken(series, whole - 1, whole):
        whole -= 1
    first = max(whole + of - 1, end - LOOKED)
    side, found = 0, None
    for i in range(first, end):
        if not unbroken(series, i - of + 1, i):
            side = 0
            continue
        own = average_to(series, i, of)
        now = (series.values[i] > own) - (series.values[i] < own)
        if now and side and now != side:
            found = (i, now)
        side = now or side
    if found is None:
        return Withheld("nothing")
    i, now = found
    rows = [(series, day) for day in series.days[i - of : i + 1]]
    return value_at(series, i, state="above" if now > 0 else "below", rows=rows)


@statistic("turning-point")
def turning_point(options, book):
    series = view(book.told(options["series"]), options.get("at"), book.as_of)
    end = len(series.days)
    first = end - 1
    while first > 0 and unbroken(series, first - 1, first):
        first -= 1
    values, days = series.values[first:], series.days[first:]
    if len(values) < 12:
        withhold("few")
    scale = [math.log(value) for value in values] if min(values) > 0 else values
    step = plain.median(abs(b - a) for a, b in zip(scale, scale[1:]))
    away = options.get("times", 3) * step
    turn = zigzag(scale, away)
    if turn is None:
        withhold("nothing")
    at, kind = turn
    rows = [(series, days[at]), (series, days[-1])]
    state = "rising" if kind == "low" else "falling"
    parts = {"": value_at(series, first + at, state=state)}
    parts["change"] = moved(series, first + at, end - 1, state)
    earlier = back_from(series, first + at, -1 if kind == "low" else 1)
    if not unbroken(series, max(earlier, 0), first + at):
        parts["since"] = Withheld("hole")
    else:
        parts["since"] = value_at(series, earlier, state=kind) if earlier >= 0 else Withheld("nothing")
    since = [(series, day) for day in days[at + 1 :]]
    parts["periods"] = Finding(len(values) - 1 - at, "count", days[-1], series.basis, state, rows=since)
    parts["elapsed"] = Finding(days[-1] - days[at], "days", days[-1], series.basis, rows=rows)
    return parts


def moved(series, start, end, state):
    from .change import difference_of

    try:
        return difference_of(series, start, end, None, state=state)
    except Withheld as reason:
        return reason


def zigzag(scale, away):
    """Place and kind of the last high or low from which the line has moved away by so much."""
    low = high = 0
    direction, found = 0, None
    for i, value in enumerate(scale):
        if direction >= 0 and value > scale[high]:
            high = i
        if direction <= 0 and value < scale[low]:
            low = i
        if direction >= 0 and scale[high] - value >= away > 0 and i > high:
            found, direction, low = (high, "high"), -1, i
        elif direction <= 0 and value - scale[low] >= away > 0 and i > low:
            found, direction, high = (low, "low"), 1, i
    return found


@statistic("release", tolerance=0)
def release(options, book):
    series = book.told(options["series"])
    known = series.days[-1]
    period = usual(series)
    while True:
        period = reader.next_period(period, series.every)
        out = reader.release_day(series.release, period)
        if out > book.as_of and out >= book.published:
            break
    rows, weeks = [(series, known)], (calendar.monday_of(out) - calendar.monday_of(book.published)) // 7
    state = "today" if out == book.published else ("this week", "next week")[weeks] if weeks < 2 else "later"
    away = Finding(out - book.published, "days", out, series.basis, state, rows=rows)
    return {
        "": away,
        "due": away if out - book.published <= span_days(options.get("within", "1 week")) else Withheld("nothing"),
        "period": Finding(period - known, "days", period, series.basis, rows=rows),
        "known": value_at(series, len(series.days) - 1),
    }


def span_days(text):
    count, unit = calendar.span(text)
    return count * {"day": 1, "week": 7}[unit]


def usual(series):
    """Weekly figures taken early before a holiday do not move the weeks after them."""
    if series.every != "week":
        return series.days[-1]
    latest = max(calendar.weekday(day) for day in series.days[-5:])
    return series.days[-1] + latest - calendar.weekday(series.days[-1])
