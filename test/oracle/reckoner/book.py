"""The series as known on a day, the facts asked for, and the trust in what they rest on."""

import bisect

from . import calendar, reader
from .figures import mean
from .finding import STATISTICS, Finding, Withheld, withhold

GRACE_SESSIONS, GRACE_DAYS = 3, 10


class Book:
    def __init__(self, library, as_of, published, requests):
        self.library, self.as_of, self.published = library, as_of, published
        self.requests, self.cut, self.held, self.stale, self.made = requests, {}, {}, {}, {}

    def series(self, id):
        if id not in self.cut:
            self.cut[id] = self.library.series(id).known(self.as_of)
        return self.cut[id]

    def told(self, id):
        """A series of which something is known."""
        found = self.series(id)
        return found if found.days else withhold("unknown")

    def prices(self, id, until=None, trusted=False):
        """The bars of an instrument as columns, made once."""
        from .bars import Bars

        key = (id, until, trusted)
        if key not in self.made:
            self.made[key] = Bars(self, id, until, trusted)
        return self.made[key]

    def bars(self, id):
        """Open, high, low and close; of a daily series without them its values alone."""
        if self.library.entries.get(id, {"kind": "bars"})["kind"] != "bars":
            return [self.series(id)] * 4
        return [self.series(f"{id}.{part}") for part in ("open", "high", "low", "close")]

    def outcomes(self, id):
        """Every part of a request, as Finding or Withheld."""
        if id not in self.held:
            options = dict(self.requests[id])
            try:
                found = STATISTICS[options.pop("statistic")](options, self)
                self.held[id] = {part: self.trusted(each) for part, each in found.items()}
            except Withheld as reason:
                self.held[id] = {None: reason}
        return self.held[id]

    def outcome(self, name):
        """A fact or one of its parts by its name in the report; None: the oracle does not reckon it."""
        id, part = self.split(name)
        found = self.outcomes(id)
        return found[None] if None in found else found.get(part)

    def split(self, name):
        words = name.split(".")
        for count in range(len(words), 0, -1):
            if ".".join(words[:count]) in self.requests:
                return ".".join(words[:count]), ".".join(words[count:])
        raise KeyError(name)

    def fact(self, name):
        found = self.outcome(name)
        return withhold("rests") if isinstance(found, Withheld) else found

    def day(self, text):
        """A day as it stands, or the day of a fact."""
        if len(text) == 10 and text[:4].isdigit():
            return calendar.number(text)
        return self.fact(text).day

    def past(self, day):
        return day if day <= self.as_of else withhold("later")

    def trusted(self, found):
        if isinstance(found, Withheld):
            return found
        rows = [row for each in found.rows for row in files(each)]
        if any(self.is_stale(series.id) for series, _ in rows):
            return Withheld("stale")
        if any(day in series.suspect for series, day in rows):
            return Withheld("suspect")
        return found

    def is_stale(self, id):
        if id not in self.stale:
            series = self.series(id)
            last = series.days[-1]
            if series.every == "day":
                late = calendar.session_number(self.as_of) - calendar.session_number(last)
                self.stale[id] = late > GRACE_SESSIONS
            else:
                due = reader.release_day(series.release, reader.next_period(last, series.every))
                self.stale[id] = self.as_of - due > GRACE_DAYS
        return self.stale[id]


def files(row):
    """The rows of files behind a reading: of a derived one those it was made of."""
    series, day = row
    return [row] if series.made is None else [one for each in series.made[day] for one in files(each)]


def view(series, at, as_of):
    """The readings that take part: all, or the last of each full week or month, or the mid-months."""
    at = at or "any"
    if at == "any":
        return series
    if at == "mid-month":
        keep = [day for day in series.days if series.every == "half-month" and series.slot(day) % 2 == 0]
        every = "month"
    else:
        every = at.split("-")[0]
        last = {reader.slot(day, every): day for day in series.days}
        keep = [day for day in last.values() if is_full(day, every, series, as_of)]
    cut = object.__new__(reader.Series)
    cut.__dict__.update(series.__dict__)
    places = {day: place for place, day in enumerate(series.days)}
    cut.days = keep
    cut.values = [series.values[places[day]] for day in keep]
    if RHYTHMS.index(every) > RHYTHMS.index(series.every):
        cut.every = every
    return cut


RHYTHMS = ["day", "week", "half-month", "month"]


def is_full(day, every, series, as_of):
    """Is it the reading at the end of its week or month, none missing after it?"""
    if RHYTHMS.index(series.every) >= RHYTHMS.index(every):
        return True
    end = calendar.monday_of(day) + 6 if every == "week" else calendar.month_end(day)
    if series.every == "day":
        return calendar.session_number(day) == calendar.session_number(end)
    return reader.next_period(day, series.every) > end


def value_at(series, place, **more):
    """A reading of the series as a finding."""
    day = series.days[place]
    more.setdefault("rows", [(series, day)])
    return Finding(series.values[place], series.unit, day, series.basis, series=series, **more)


def place_on(series, day):
    """Place of the reading that tells the state on a day."""
    if series.every == "day":
        found = bisect.bisect_right(series.days, day) - 1
        if found < 0 or calendar.session_number(series.days[found]) != calendar.session_number(day):
            withhold("hole")
        return found
    found = series.places().get(series.slot(day))
    return withhold("hole") if found is None else found
