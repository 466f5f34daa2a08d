"""Short weeks of the exchange, by the kinds of its holidays. Written from docs/statistics.md."""

from .. import calendar
from ..finding import Finding, statistic
from .changes import NOTHING


@statistic("short-week", tolerance=0)
def short_week(options, book):
    series = book.told(options["series"])
    newest = series.days[-1]
    monday = calendar.monday_of(newest) + (7 if options.get("week") == "next" else 0)
    week = range(monday, monday + 5)
    sessions = [day for day in week if calendar.is_session(day)]
    rows = [(series, newest)]
    shut = next((day for day in week if day not in sessions), None)
    early = next((day for day in sessions if early_name(day)), None)
    state = "short" if len(sessions) < 5 else "whole"

    def until(day, state):
        return Finding(day - newest, "days", day, series.basis, state, rows=rows)

    return {
        "": Finding(len(sessions), "sessions", monday + 4, series.basis, state, rows=rows),
        "holiday": NOTHING if shut is None else until(shut, holiday_name(shut)),
        "early": NOTHING if early is None else until(early, early_name(early)),
    }


def early_name(day):
    """Trading ends at 13:00 on the Friday after Thanksgiving, and on Christmas Eve and 3 July where they
    are sessions before a holiday that is kept on its own weekday."""
    when = calendar.date(day)
    if day == calendar.nth_weekday(when.year, 11, calendar.THURSDAY, 4) + 1:
        return "the day after thanksgiving"
    if (when.month, when.day) == (12, 24):
        return "christmas eve"
    if (when.month, when.day) == (7, 3) and not calendar.is_session(day + 1):
        return "the eve of independence day"
    return None


NAMES = {
    1: "martin luther king jr day",
    2: "washingtons birthday",
    5: "memorial day",
    6: "juneteenth",
    7: "independence day",
    9: "labor day",
    11: "thanksgiving",
    12: "christmas",
}

ONE_OFF = {"2018-12-05": "the day of mourning for president bush", "2025-01-09": "the day of mourning for president carter"}


def holiday_name(day):
    when = calendar.date(day)
    if calendar.iso(day) in calendar.ONE_OFF:
        return ONE_OFF[calendar.iso(day)]
    if day == calendar.easter(when.year) - 2:
        return "good friday"
    if (when.month, when.day) in ((1, 1), (1, 2)):
        return "new years day"
    return NAMES[when.month]
