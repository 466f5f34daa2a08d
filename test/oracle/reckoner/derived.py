"""Series reckoned from others, reading by reading of the first of them."""

import math

from . import calendar
from .figures import mean
from .reader import Series, slot


def derive(id, entry, library):
    way = next(each for each in ("difference", "ratio", "product", "sum", "average", "change") if each in entry)
    asked = entry[way]
    parts = [library.series(each) for each in (asked if isinstance(asked, list) else [asked["of"]])]
    first = parts[0]
    series = Series(id, entry, entry["unit"], "reported", entry["precision"])
    series.every, series.release = first.every, first.release
    series.basis = first.basis if len({each.basis for each in parts}) == 1 else "reported"
    series.made = {}
    for at, day in enumerate(first.days):
        rows = back(first, at, asked, way) if len(parts) == 1 else across(parts, at)
        if rows is None:
            continue
        values = [part.values[place] for part, place in rows]
        value = result(way, values, asked)
        if value is None:
            continue
        series.add(day, value, max(part.released[place] for part, place in rows))
        series.made[day] = [(part, part.days[place]) for part, place in rows]
        if any(part.days[place] in part.suspect for part, place in rows):
            series.suspect.add(day)
    return series


def result(way, values, asked):
    if way == "difference":
        return values[0] - values[1]
    if way == "ratio":
        return None if values[1] == 0 else values[0] / values[1]
    if way == "product":
        return values[0] * values[1]
    if way == "sum":
        return math.fsum(values)
    if way == "average":
        return mean(values)
    if asked.get("as", "percent") == "amount":
        return values[-1] - values[0]
    return None if values[0] <= 0 else values[-1] / values[0] - 1


def back(series, at, asked, way):
    """The latest readings of the one series, none of them missing."""
    count = asked["readings"] + (way == "change") if "readings" in asked else 2
    start = at - count + 1
    if start < 0 or slot(series.days[at], series.every) - slot(series.days[start], series.every) != count - 1:
        return None
    return [(series, place) for place in range(start, at + 1)]


def across(parts, at):
    """Of every series the reading for the period of the first one's."""
    first, day = parts[0], parts[0].days[at]
    rows = [(first, at)]
    for part in parts[1:]:
        place = told(part, day, first)
        if place is None:
            return None
        rows.append((part, place))
    return rows


RHYTHM = ["day", "week", "half-month", "month"]


def told(part, day, first):
    """Same rhythm: the same period. Daily: on the day or on the last session before. Slower: the last
    one told, of the same period or the one before."""
    if part.every == first.every:
        if not hasattr(part, "place_in"):
            part.place_in = {slot(each, part.every): i for i, each in enumerate(part.days)}
        return part.place_in.get(slot(day, part.every))
    if part.every == "day":
        before = calendar.session_before(day)
        return next((i for i, each in enumerate(part.days) if each == day or each == before), None)
    found = [i for i, each in enumerate(part.days) if each <= day]
    if not found or slot(day, part.every) - slot(part.days[found[-1]], part.every) > 1:
        return None
    return found[-1]
