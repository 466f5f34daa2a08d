"""How two series go together. Written from docs/statistics.md."""

import numpy

from .. import calendar
from ..book import place_on, value_at, view
from ..figures import rounded
from ..finding import Finding, Withheld, statistic, withhold
from .record import peaks

APART = 0.2


@statistic("correlation")
def correlation(options, book):
    one, other = book.series(options["series"]), book.series(options["with"])
    ahead = options.get("advanced", 0)
    ends = [month_ends(one, book.as_of), month_ends(other, book.as_of, ahead)]
    shared = sorted(set(ends[0]) & set(ends[1]))
    if not shared:
        withhold("few")
    months = [shared[-1]]
    while months[-1] - 1 in ends[0] and months[-1] - 1 in ends[1]:
        months.append(months[-1] - 1)
    months.reverse()
    if "from" in options:
        start = book.past(book.day(options["from"]))
        months = [each for each in months if ends[0][each][0] >= start and ends[1][each][0] >= start]
    if "over" in options:
        start = calendar.span_before(ends[0][months[-1]][0], calendar.span(options["over"]))
        months = [each for each in months if ends[0][each][0] >= start]
    if len(months) < options.get("least", 36):
        withhold("few")
    x, y = ([each[month][1] for month in months] for each in ends)
    levels = pearson(x, y)
    rows = [(one, ends[0][month][0]) for month in months] + [(other, ends[1][month][0]) for month in months]
    day, named = ends[0][months[-1]][0], {"months": len(months), **({"advanced": ahead} if ahead else {})}
    missing = Withheld("base")
    if min(x) > 0 and min(y) > 0:
        changes = pearson(growth(x), growth(y))
        far = abs(levels - changes) > APART or levels * changes < 0
        state = "disagree" if far else "agree"
        missing = Finding(changes, "correlation", day, one.basis, state, named, rows)
    else:
        state = None
    first, final = (one.days.index(ends[0][months[at]][0]) for at in (0, -1))
    digits = 3 if len(months) > 300 else 2
    if isinstance(missing, Finding):
        missing.digits = digits
    return {
        "": Finding(levels, "correlation", day, one.basis, state, named, rows, one, digits=digits),
        "changes": missing,
        "count": Finding(len(months), "count", day, one.basis, None, None, rows),
        "from": value_at(one, first),
        "to": value_at(one, final),
    }


def month_ends(series, as_of, ahead=0):
    """Last reading of each full month, by the month's number, moved ahead by so many months."""
    ends = view(series, "month-end", as_of)
    return {calendar.month_number(day) + ahead: (day, value) for day, value in zip(ends.days, ends.values)}


def pearson(x, y):
    return float(numpy.corrcoef(numpy.array(x, dtype=numpy.longdouble), numpy.array(y, dtype=numpy.longdouble))[0, 1])


def growth(values):
    return [b / a - 1 for a, b in zip(values, values[1:])]


@statistic("lead-lag", tolerance=0)
def lead_lag(options, book):
    one, other = book.told(options["series"]), book.told(options["with"])
    (top, before), (other_top, other_before) = (peaks(each, "high", options.get("stood")) for each in (one, other))
    for series, at in ((one, top), (other, other_top)):
        if calendar.add_months(series.days[at], 2) > book.as_of:
            withhold("few")
    parts = {"top": value_at(one, top), "other-top": value_at(other, other_top)}
    parts[""] = steps(one, top, other, other_top, options)
    if isinstance(parts[""], Withheld):
        raise parts[""]
    parts["top-before"] = Withheld("nothing") if before is None else value_at(one, before)
    parts["other-top-before"] = Withheld("nothing") if other_before is None else value_at(other, other_before)
    known = before is not None and other_before is not None
    parts["before"] = steps(one, before, other, other_before, options) if known else Withheld("nothing")
    low, other_low = trough(one, before, top), trough(other, other_before, other_top)
    parts["low"] = Withheld("nothing") if low is None else value_at(one, low)
    parts["other-low"] = Withheld("nothing") if other_low is None else value_at(other, other_low)
    both = low is not None and other_low is not None
    parts["trough"] = steps(one, low, other, other_low, options) if both else Withheld("nothing")
    return parts


def trough(series, before, top):
    """Place of the lowest reading between the two peaks, the latest of equal ones."""
    inside = [] if before is None else range(before + 1, top)
    return min(inside, key=lambda i: (series.values[i], -i), default=None)


def steps(one, at, other, place, options):
    months = calendar.month_number(one.days[at]) - calendar.month_number(other.days[place])
    if abs(months) > options.get("apart", 12):
        return Withheld("nothing")
    state = "lags" if months > 0 else "leads" if months < 0 else "together"
    rows = [(one, one.days[at]), (other, other.days[place])]
    return Finding(months, "months", one.days[at], one.basis, state, None, rows)


@statistic("verdict")
def verdict(options, book):
    series = book.told(options["series"])
    start = place_on(series, book.past(book.day(options["after"])))
    end = place_on(series, book.past(book.day(options["until"]))) if "until" in options else len(series.days) - 1
    if start >= end:
        withhold("hole")
    change = series.values[end] / series.values[start] - 1
    shown = rounded(change, 3)
    won = shown < 0 if options.get("side", "short") == "short" else shown > 0
    state = "even" if shown == 0 else "right" if won else "wrong"
    rows = [(series, series.days[start]), (series, series.days[end])]
    return {
        "": Finding(change, "ratio", series.days[end], series.basis, state, None, rows, series),
        "from": value_at(series, start),
        "to": value_at(series, end),
    }
