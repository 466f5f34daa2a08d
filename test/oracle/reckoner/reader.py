"""Raw files into series: rows, days, numbers, release days and doubts, as docs/catalogue.md tells."""

import csv
import gzip
import io
import os
import re
import statistics
from decimal import Decimal

from . import calendar

COLUMNS = ("open", "high", "low", "close", "volume")


class Series:
    """Ascending readings of one measure. Days are numbers, values floats in plain units."""

    def __init__(self, id, entry, unit, basis, precision):
        self.id, self.unit, self.basis, self.precision = id, unit, basis, precision
        self.name, self.every = entry["name"], entry.get("every")
        self.release = entry.get("release", {"rule": "same day"})
        self.complete = "complete" in entry
        self.complete_lows = self.complete and entry.get("complete-for") == "both"
        self.days, self.values, self.released, self.suspect = [], [], [], set()
        # Of a derived series: the rows of files behind each reading, by its day.
        self.made = None

    def add(self, day, value, released):
        self.days.append(day)
        self.values.append(value)
        self.released.append(released)

    def known(self, as_of):
        """The series as known at the end of a day."""
        cut = object.__new__(Series)
        cut.__dict__.update(self.__dict__)
        places = [i for i, day in enumerate(self.days) if day <= as_of and self.released[i] <= as_of]
        cut.days = [self.days[i] for i in places]
        cut.values = [self.values[i] for i in places]
        cut.released = [self.released[i] for i in places]
        return cut

    def slot(self, day):
        return slot(day, self.every)

    def kept(self, name, make):
        """Something reckoned from the readings, once for as long as they are the same."""
        held = self.__dict__.get(name)
        if held is None or held[0] is not self.days:
            held = (self.days, make())
            self.__dict__[name] = held
        return held[1]

    def slots(self):
        """Running numbers of the readings' periods."""
        return self.kept("held_slots", lambda: [self.slot(day) for day in self.days])

    def places(self):
        """Place of the last reading of each period, by its running number."""
        return self.kept("held_places", lambda: {slot: i for i, slot in enumerate(self.slots())})

    def usual_size(self):
        return self.kept("held_size", lambda: statistics.median(abs(each) for each in self.values))


def slot(day, every):
    """The running number of the period a day lies in; neighbours differ by one."""
    if every == "day":
        return calendar.session_number(day)
    if every == "week":
        return calendar.monday_of(day) // 7
    if every == "half-month":
        return calendar.month_number(day) * 2 + (calendar.date(day).day > 16)
    return calendar.month_number(day)


def next_period(day, every):
    if every == "day":
        return calendar.session_after(day)
    if every == "week":
        return day + 7
    if every == "month":
        return calendar.month_end(calendar.month_end(day) + 1)
    following = slot(day, every) + 1
    year, month = following // 2 // 12, following // 2 % 12 + 1
    first = calendar.of(year, month, 1)
    return calendar.session_before(first + 14 if following % 2 == 0 else calendar.month_end(first))


def release_day(release, day):
    exceptions = {calendar.number(k): calendar.number(v) for k, v in release.get("exceptions", {}).items()}
    if day in exceptions:
        return exceptions[day]
    rule = release["rule"]
    if rule == "same day":
        return day
    if rule == "sessions after":
        return calendar.session_after(day, release["sessions"])
    if rule == "session of next month":
        return calendar.session_after(calendar.month_end(day), release["session"])
    weekday = calendar.WEEKDAYS.index(release["weekday"])
    if rule == "weekday of next month":
        when = calendar.date(day)
        return calendar.nth_weekday(*divmod_month(when.year, when.month + 1), weekday, release["nth"])
    planned = day + 1
    while calendar.weekday(planned) != weekday:
        planned += 1
    # Each holiday of the exchange on the way puts it off by a session.
    shut = [d for d in range(day + 1, planned + 1) if calendar.weekday(d) < 5 and not calendar.is_session(d)]
    return calendar.session_after(planned, len(shut))


def divmod_month(year, month):
    return year + (month - 1) // 12, (month - 1) % 12 + 1


def text_of(folder, entry):
    with open(os.path.join(folder, entry["file"]), "rb") as file:
        raw = file.read()
    raw = gzip.decompress(raw) if entry["file"].endswith(".gz") else raw
    return raw.decode("latin-1" if entry.get("encoding") == "latin-1" else "utf-8-sig")


def table(folder, entry, kept):
    key = (entry["file"], entry.get("encoding"), entry.get("delimiter", ","))
    if key not in kept:
        rows = list(csv.reader(io.StringIO(text_of(folder, entry), newline=""), delimiter=key[2]))
        kept[key] = ([cell.strip() for cell in rows[0]], rows[1:])
    return kept[key]


def day_reader(form):
    """A reader of days written in a form such as mm/dd/yyyy or m/d/yyyy."""
    date_part = form.split(" ")[0]
    pattern = re.sub(r"yyyy|mm|dd|m|d", lambda m: {"y": r"(?P<y>\d{4})", "m": r"(?P<m>\d{1,2})", "d": r"(?P<d>\d{1,2})"}[m[0][0]], re.escape(date_part).replace(r"\-", "-"))
    compiled = re.compile(pattern)

    def read(cell):
        found = compiled.match(cell.strip())
        parts = found.groupdict()
        return calendar.of(int(parts["y"]), int(parts["m"]), int(parts.get("d") or 1))

    return read


def number_reader(entry):
    missing = set(entry.get("missing", [""])) | {""}
    scale = Decimal(str(entry.get("scale", 1)))

    def read(cell):
        cell = cell.strip()
        if cell in missing:
            return None
        cell = cell.replace(entry.get("prefix", ""), "").replace(entry.get("suffix", ""), "")
        if "thousands" in entry:
            cell = cell.replace(entry["thousands"], "")
        return float(Decimal(cell.replace(entry.get("decimal", "."), ".")) * scale)

    return read


def rows_of(folder, entry, columns, kept):
    """Day, release day and one value for each column, ascending."""
    head, rows = table(folder, entry, kept)
    day_column = entry["columns"]["day"] if entry["kind"] == "bars" else entry["day"]
    where = [(head.index(name), value) for name, value in entry.get("where", {}).items()]
    places = [head.index(name) for name in columns]
    at, read_day, read = head.index(day_column), day_reader(entry.get("date", "yyyy-mm-dd")), number_reader(entry)
    release = entry.get("release", {"rule": "same day"})
    told = head.index(release["column"]) if "column" in release else None
    found = []
    for row in rows:
        if len(row) < len(head) or any(row[place].strip() != value for place, value in where):
            continue
        day = read_day(row[at])
        if entry.get("period") == "month-end":
            day = calendar.month_end(day)
        out = calendar.number(row[told].strip()) if told is not None and row[told].strip() else release_day(release, day)
        found.append((day, out, [read(row[place]) for place in places]))
    # A daily series has rows on days with a session only.
    kept = [each for each in found if entry["every"] != "day" or calendar.is_session(each[0])]
    return sorted(kept, key=lambda each: each[0])


def restated(value, day, splits, unit):
    for split, ratio in splits.items():
        if value is not None and day < calendar.number(split):
            value = value * ratio if unit == "shares" else value / ratio
    return value


class Library:
    """Every series of the catalogue, read when first asked for."""

    def __init__(self, folder, entries, groups=None):
        self.folder, self.entries, self.tables, self.held = folder, entries, {}, {}
        self.groups, self.panels = groups or {}, {}

    def panel(self, id):
        from .panels import Panel

        if id not in self.panels:
            self.panels[id] = Panel(self.folder, id, self.groups[id])
        return self.panels[id]

    def series(self, id):
        if id not in self.held:
            self.read(id)
        return self.held[id]

    def read(self, id):
        entry = self.entries.get(id)
        if entry is None and id.split(".")[0] in self.groups:
            group, member, _ = id.split(".")
            self.held[id] = self.panel(group).series(self.panel(group).members.index(member))
        elif entry is None:
            self.read_bars(id.rsplit(".", 1)[0])
        elif entry["kind"] == "derived":
            from .derived import derive

            self.held[id] = derive(id, entry, self)
        else:
            from .doubts import frozen

            series = Series(id, entry, entry["unit"], entry.get("basis", "reported"), entry["precision"])
            for day, out, (value,) in rows_of(self.folder, entry, [entry["column"]], self.tables):
                if value is not None:
                    series.add(day, restated(value, day, entry.get("splits", {}), entry["unit"]), out)
            frozen(entry, series)
            self.held[id] = series

    def read_bars(self, id):
        from .doubts import doubt

        entry = self.entries[id]
        names = [name for name in COLUMNS if name in entry["columns"]]
        rows = rows_of(self.folder, entry, [entry["columns"][name] for name in names], self.tables)
        for at, name in enumerate(names):
            basis = {"close": "close", "volume": "reported"}.get(name, "intraday")
            unit = "shares" if name == "volume" else entry["unit"]
            series = Series(f"{id}.{name}", entry, unit, basis, 0 if name == "volume" else entry["precision"])
            for day, out, values in rows:
                if values[at] is not None:
                    series.add(day, restated(values[at], day, entry.get("splits", {}), unit), out)
            self.held[series.id] = series
        doubt(id, entry, self)
