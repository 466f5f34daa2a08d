"""The oracle: recomputes what the statistics found, and what finished editions print, from the raw
files. Shares no code with the house; written from its manual. Use: python3 run.py FOLDER, where
FOLDER holds cases.json, and editions.json where there are pages; writes FOLDER/result.json. With
PART OF behind, it takes every OFth bundle and page from the PARTth on, and writes result-PART.json."""

import collections
import json
import math
import os
import sys

from reckoner import calendar
from reckoner.book import Book
from reckoner.figures import known
from reckoner.finding import STATISTICS, TOLERANCE, Withheld, kind_of
from reckoner.pages import Pages
from reckoner.reader import Library
import reckoner.statistics  # noqa: F401


def main(folder, part=None, of=1):
    with open(os.path.join(folder, "cases.json"), encoding="utf-8") as file:
        cases = json.load(file)
    library = Library(cases["data"], cases["series"], cases["groups"])
    result = {"differences": [], "counts": {}, "missing": []}
    doubts(cases["suspects"], library, result)
    for bundle in cases["bundles"][part or 0 :: of]:
        check(bundle, library, result)
    if os.path.exists(os.path.join(folder, "editions.json")):
        with open(os.path.join(folder, "editions.json"), encoding="utf-8") as file:
            editions = json.load(file)
        pages = Pages(folder, editions, library, result)
        for page in editions["pages"][part or 0 :: of]:
            pages.check(page)
    name = "result.json" if part is None else f"result-{part}.json"
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        json.dump(result, file, indent=1)


def doubts(told, library, result):
    for id, rows in told.items():
        own = {calendar.iso(day) for day in library.series(id).suspect}
        if own != {day for day, _ in rows}:
            result["differences"].append({"what": f"suspect rows of {id}", "theirs": rows, "ours": sorted(own)})


def check(bundle, library, result):
    as_of, published = calendar.number(bundle["asOf"]), calendar.number(bundle["published"])
    book = Book(library, as_of, published, bundle["requests"])
    for name, theirs in bundle["outcomes"].items():
        id, part = book.split(name)
        statistic = bundle["requests"][id]["statistic"]
        if statistic not in STATISTICS:
            if statistic not in result["missing"]:
                result["missing"].append(statistic)
            continue
        ours = book.outcome(name)
        if ours is None:
            if f"{statistic}.{part}" not in result["missing"]:
                result["missing"].append(f"{statistic}.{part}")
            continue
        count = result["counts"].setdefault(statistic, {"found": 0, "withheld": 0, "compared": 0})
        count["withheld" if "withheld" in theirs else "found"] += 1
        wrong, compared = compare(theirs, ours, TOLERANCE[statistic])
        count["compared"] += compared
        if wrong:
            what = f"{bundle['name']} {bundle['asOf']} {name} {json.dumps(bundle['requests'][id])}"
            result["differences"].append({"what": what, "statistic": statistic, "wrong": wrong, "theirs": theirs, "ours": said(ours)})


def compare(theirs, ours, tolerance):
    """What differs, as words, and how many things were compared."""
    if "withheld" in theirs:
        kind = kind_of(theirs["withheld"])
        if not isinstance(ours, Withheld):
            return "only theirs is withheld", 1
        return (None if kind in ours.kinds else f"withheld as {kind}, not as {'/'.join(ours.kinds)}"), 1
    if isinstance(ours, Withheld):
        return "only ours is withheld", 1
    pairs = [
        ("value", close(theirs["value"], ours.value, tolerance)),
        ("unit", theirs["unit"] == ours.unit),
        ("day", theirs["day"] == calendar.iso(ours.day)),
        ("state", theirs.get("state") == ours.state),
        ("named", (theirs.get("named") or {}) == (ours.named or {})),
        ("basis", theirs["basis"] == ours.basis),
    ]
    pairs.append(("digits", theirs["digits"] == known(ours)))
    if ours.ranked is not None:
        same = theirs["rank"] is None if ours.rank is None else theirs["rank"] is not None and close(theirs["rank"], ours.rank, 1e-9)
        pairs.append(("rank", same and theirs["ranked"] == ours.ranked))
    if ours.window is not None:
        pairs.append(("window", list(theirs["window"].values()) == [calendar.iso(day) for day in ours.window]))
    wrong = [name for name, same in pairs if not same]
    return (", ".join(wrong) or None), len(pairs)


def close(theirs, ours, tolerance):
    if theirs == ours:
        return True
    return math.isfinite(ours) and abs(theirs - ours) <= tolerance * max(abs(theirs), abs(ours), 1e-12)


def said(ours):
    if isinstance(ours, Withheld):
        return {"withheld": ours.kinds}
    found = {key: getattr(ours, key) for key in ("value", "unit", "state", "named", "basis", "rank", "ranked")}
    return {**found, "day": calendar.iso(ours.day)}


if __name__ == "__main__":
    main(sys.argv[1], *[int(each) for each in sys.argv[2:]])
