"""Which rows of a bar file are suspect, by docs/catalogue.md. Jumps are not looked for: the catalogue
of the real data declares their splits, and the run says so where the two sides disagree."""

from . import calendar
from .reader import slot

HAIR = 1e-6
DEAD = 5


def doubt(id, entry, library):
    parts = [library.held[f"{id}.{name}"] for name in ("open", "high", "low", "close")]
    rows = list(zip(*[each.values for each in parts])) if len({len(each.days) for each in parts}) == 1 else []
    equal = 1
    for at, (first, high, low, last) in enumerate(rows):
        day, hair = parts[0].days[at], high * HAIR
        equal = equal + 1 if at and rows[at] == rows[at - 1] and same_volume(id, library, day, at) else 1
        outside = max(first, low, last) > high + hair or min(first, high, last) < low - hair
        repeated = equal > 1 and (high > low or equal >= DEAD)
        if outside or repeated:
            for each in parts:
                each.suspect.add(day)
    if "second-opinion" in entry:
        parts[3].suspect |= disagreements(parts[3], entry["second-opinion"], library)


def frozen(entry, own):
    """An amount of six digits and more, told by the week or more seldom, that repeats the one before."""
    if entry.get("negative", entry["unit"] not in AMOUNTS) or entry.get("jumps") == "any":
        return
    for at in range(1, len(own.days)):
        if own.every == "day":
            return
        near = own.days[at] - own.days[at - 1] <= APART[own.every]
        fine = own.values[at] * 10 ** entry["precision"] >= 1e5
        known = calendar.iso(own.days[at]) in entry.get("splits", {})
        if near and fine and not known and own.values[at] == own.values[at - 1]:
            own.suspect.add(own.days[at])


AMOUNTS = ("index", "price", "money", "shares", "multiple", "count")
APART = {"week": 21, "half-month": 40, "month": 70}


def same_volume(id, library, day, at):
    volume = library.held.get(f"{id}.volume")
    return volume is None or at >= len(volume.values) or volume.values[at] == volume.values[at - 1]


def disagreements(own, opinion, library):
    """The last close of each week against the second source's, where that week is whole."""
    other = library.series(opinion["series"] + ".close" if opinion["series"] in library.entries and library.entries[opinion["series"]]["kind"] == "bars" else opinion["series"])
    last = {slot(day, opinion["every"]): (day, value) for day, value in zip(own.days, own.values)}
    found = set()
    for day, value in zip(other.days, other.values):
        mine = last.get(slot(day, opinion["every"]))
        if mine is None:
            continue
        whole = mine[0] >= day or (mine[0] != own.days[-1] and calendar.session_number(mine[0]) == calendar.session_number(day))
        if whole and abs(mine[1] / value - 1) > opinion["tolerance"]:
            found.add(mine[0])
    return found
