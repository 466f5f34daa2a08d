"""Days as plain numbers (proleptic ordinals), and the sessions of the New York Stock Exchange.

Holidays follow the exchange's Rule 7.2 (holidays on a Saturday are kept on the Friday before, except
New Year's Day; those on a Sunday on the Monday after); the days it closed out of turn are listed by
hand from its own history of closings.
"""

import datetime
import functools

ONE_OFF = """
1985-09-27 1994-04-27 2001-09-11 2001-09-12 2001-09-13 2001-09-14 2004-06-11 2007-01-02
2012-10-29 2012-10-30 2018-12-05 2025-01-09
""".split()

MONDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = 0, 3, 4, 5, 6
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


def number(text):
    return datetime.date.fromisoformat(text).toordinal()


def iso(day):
    return date(day).isoformat()


@functools.lru_cache(maxsize=None)
def date(day):
    return datetime.date.fromordinal(day)


def of(year, month, day):
    """The day, with months past December and before January carried into the year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return datetime.date(year, month, day).toordinal()


def month_number(day):
    return date(day).year * 12 + date(day).month - 1


def month_end(day):
    return of(date(day).year, date(day).month + 1, 1) - 1


def add_months(day, count):
    """The same day of another month, or its last day where it is shorter."""
    first = of(date(day).year, date(day).month + count, 1)
    return min(first + date(day).day - 1, month_end(first))


def weekday(day):
    return date(day).weekday()


def monday_of(day):
    return day - weekday(day)


def easter(year):
    """Gauss's rule with its two exceptions (Gregorian, 1900 to 2099)."""
    a, b, c = year % 19, year % 4, year % 7
    d = (19 * a + 24) % 30
    e = (2 * b + 4 * c + 6 * d + 5) % 7
    if d == 29 and e == 6:
        return of(year, 4, 19)
    if d == 28 and e == 6 and a > 10:
        return of(year, 4, 18)
    return of(year, 3, 22) + d + e


def nth_weekday(year, month, which, nth):
    first = of(year, month, 1)
    return first + (which - weekday(first)) % 7 + 7 * (nth - 1)


def kept(day):
    return day - 1 if weekday(day) == SATURDAY else day + 1 if weekday(day) == SUNDAY else day


@functools.lru_cache(maxsize=None)
def holidays(year):
    days = {
        nth_weekday(year, 2, MONDAY, 3),
        easter(year) - 2,
        max(d for d in range(of(year, 5, 25), of(year, 6, 1)) if weekday(d) == MONDAY),
        kept(of(year, 7, 4)),
        nth_weekday(year, 9, MONDAY, 1),
        nth_weekday(year, 11, THURSDAY, 4),
        kept(of(year, 12, 25)),
    }
    if weekday(of(year, 1, 1)) != SATURDAY:
        days.add(kept(of(year, 1, 1)))
    if year >= 1998:
        days.add(nth_weekday(year, 1, MONDAY, 3))
    if year >= 2022:
        days.add(kept(of(year, 6, 19)))
    return frozenset(days | {number(each) for each in ONE_OFF if each.startswith(str(year))})


@functools.lru_cache(maxsize=None)
def is_session(day):
    return weekday(day) < SATURDAY and day not in holidays(date(day).year)


FIRST = of(1980, 1, 1)


def _running():
    numbers, count = [], 0
    for day in range(FIRST, of(2036, 1, 1)):
        count += is_session(day)
        numbers.append(count)
    return numbers


RUNNING = _running()


def session_number(day):
    """A running number of sessions; a day without trading has that of the session before it."""
    return RUNNING[day - FIRST]


def session_before(day):
    """The last session on or before the day."""
    while not is_session(day):
        day -= 1
    return day


def session_after(day, count=1):
    for _ in range(count):
        day += 1
        while not is_session(day):
            day += 1
    return day


def span_before(day, span):
    count, unit = span
    if unit == "day":
        return day - count
    if unit == "week":
        return day - 7 * count
    return add_months(day, -count * {"month": 1, "quarter": 3, "year": 12}[unit])


def span(text):
    count, unit = text.split(" ")
    return int(count), unit.rstrip("s")
