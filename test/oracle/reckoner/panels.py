"""Groups of instruments as matrices, days down and members across. Written from docs/catalogue.md."""

import os

import numpy
import pandas

from . import calendar
from .reader import Series

HAIR = 1e-6
DEAD = 5
LEAP = 6
BACK = 0.2
NEAR = 7


class Panel:
    """The rows of a group: closes, volumes and doubts; what is not told is not a number."""

    def __init__(self, folder, id, entry):
        self.id, self.entry, self.name = id, entry, entry["name"]
        rows = read_rows(folder, entry)
        listed = members_of(folder, entry)
        names = list(listed) if listed else sorted(rows.member.unique())
        rows = rows[rows.member.isin(names)]
        told = set(rows.member)
        # Members that have no row are none; those of a list stand in its order.
        self.members = [each for each in names if each in told]
        self.listed = listed
        self.days = sorted(rows.day.unique())
        at = {"index": "day", "columns": "member"}
        shape = {"index": self.days, "columns": self.members}
        columns = [each for each in ("open", "high", "low", "close", "volume") if each in rows]
        self.columns = {each: rows.pivot(**at, values=each).reindex(**shape).to_numpy(float) for each in columns}
        self.days = [int(each) for each in self.days]
        self.suspect = numpy.zeros(self.columns["close"].shape, dtype=bool)
        for i, member in enumerate(self.members):
            self.suspect[:, i] = doubts(self, i)

    def name_of(self, i):
        return self.listed.get(self.members[i], {}).get("name") or self.members[i].upper()

    def sector_of(self, i):
        return self.listed.get(self.members[i], {}).get("sector")

    def weight_of(self, i):
        return self.listed.get(self.members[i], {}).get("weight")

    def series(self, i):
        """The closes of a member as a series."""
        entry = {**self.entry, "every": "day"}
        series = Series(f"{self.id}.{self.members[i]}.close", entry, "price", "close", self.entry["precision"])
        close = self.columns["close"][:, i]
        for day, value, doubted in zip(self.days, close, self.suspect[:, i]):
            if not numpy.isnan(value):
                series.add(day, float(value), day)
                if doubted:
                    series.suspect.add(day)
        return series


def read_rows(folder, entry):
    parts = [pandas.read_csv(os.path.join(folder, file), float_precision="round_trip") for file in entry.get("files") or [entry["file"]]]
    rows = pandas.concat(parts)
    rows = rows.rename(columns={theirs: ours for ours, theirs in entry["columns"].items()})
    rows["member"] = rows["member"].str.lower()
    days = {each: calendar.number(each) for each in rows["day"].unique()}
    rows["day"] = rows["day"].map(days)
    # A group is told day by day: rows of days without a session are none.
    return rows[rows["day"].isin([each for each in days.values() if calendar.is_session(each)])]


def members_of(folder, entry):
    """By name in the group: name, sector and weight."""
    told = entry.get("members")
    if told is None or "file" not in told:
        return {each.lower(): dict(more or {}) for each, more in (told or {}).items()}
    columns = told["columns"]
    with open(os.path.join(folder, told["file"]), encoding="utf-8-sig") as file:
        lines = file.read().splitlines()[told.get("skip-lines", 0) :]
    if told.get("until-blank"):
        blank = next((i for i, line in enumerate(lines) if not line.strip("\xa0 ")), len(lines))
        lines = lines[:blank]
    import csv

    found = {}
    for row in csv.DictReader(lines):
        if any(row[name].strip() != value for name, value in told.get("where", {}).items()):
            continue
        weight = row[columns["weight"]].replace(told.get("thousands", ","), "") if "weight" in columns else ""
        found[row[columns["id"]].strip().lower()] = {
            "name": row[columns["name"]].strip() if "name" in columns else None,
            "sector": row[columns["sector"]].strip() if "sector" in columns else None,
            "weight": float(weight) if weight.strip() else None,
        }
    return found


def doubts(panel, i):
    """Rows of a member not to be trusted: prices outside their range, repeated rows, leaps of six times."""
    own = {name: column[:, i] for name, column in panel.columns.items()}
    there = numpy.flatnonzero(~numpy.isnan(own["close"]))
    found = numpy.zeros(len(own["close"]), dtype=bool)
    if "high" in own:
        top, hair = own["high"], own["high"] * HAIR
        with numpy.errstate(invalid="ignore"):
            found |= numpy.fmax(numpy.fmax(own["open"], own["low"]), own["close"]) > top + hair
            found |= numpy.fmin(numpy.fmin(own["open"], top), own["close"]) < own["low"] - hair
        rows = numpy.array([column[there] for column in own.values()])
        same = numpy.concatenate([[False], ((rows[:, 1:] == rows[:, :-1]) | (numpy.isnan(rows[:, 1:]) & numpy.isnan(rows[:, :-1]))).all(axis=0)])
        equal = 1
        for place, row in enumerate(there):
            equal = equal + 1 if same[place] else 1
            lively = own["high"][row] > own["low"][row] or own.get("volume", numpy.zeros(row + 1))[row] > 0
            found[row] |= equal > 1 and (lively or equal >= DEAD)
    if panel.entry.get("jumps", "tenfold") == "tenfold":
        found[there] |= leaps([panel.days[row] for row in there], own["close"][there])
    return found


def leaps(days, close):
    """From a leap on all rows stand on another footing, until a leap back."""
    found, footing = numpy.zeros(len(close), dtype=bool), 1.0
    ratios = numpy.concatenate([[1.0], close[1:] / close[:-1]])
    for row in numpy.flatnonzero((ratios >= LEAP) | (ratios <= 1 / LEAP)):
        if days[row] - days[row - 1] > NEAR:
            continue
        footing *= ratios[row]
        footing = 1.0 if abs(footing - 1) <= BACK or abs(1 / footing - 1) <= BACK else footing
        found[row:] = footing != 1
    return found
