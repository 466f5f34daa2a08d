"""What two facts make of each other. Written from docs/statistics.md."""

import dataclasses

from ..figures import rounded
from ..finding import Finding, all_of, statistic, withhold

POINTS = ("index", "score", "net percent", "ratio", "percentile")


def side(value, middle=0):
    return "above" if value > middle else "below" if value < middle else "equal"


def alike(one, other):
    if one.unit != other.unit or one.basis != other.basis:
        withhold("unlike")


@statistic("difference")
def difference(options, book):
    start, end = book.fact(options["from"]), book.fact(options["to"])
    alike(start, end)
    value = end.value - start.value
    unit = "points" if end.unit in POINTS else end.unit
    if end.unit in ("ratio", "percentile"):
        value *= 100
    return {"": Finding(value, unit, max(start.day, end.day), end.basis, side(value), None, start.rows + end.rows)}


@statistic("ratio-of")
def ratio_of(options, book):
    of, by = book.fact(options["of"]), book.fact(options["by"])
    alike(of, by)
    if by.value <= 0:
        withhold("base")
    value = of.value / by.value
    share = options.get("as") == "share"
    if share and value > 10:
        withhold("base")
    unit = "ratio" if share else "multiple"
    rows = of.rows + by.rows
    return {"": Finding(value, unit, max(of.day, by.day), of.basis, side(value, 1), None, rows, digits=1)}


@statistic("elapsed", tolerance=0)
def elapsed(options, book):
    ends = [options["from"], options["to"]]
    start, end = all_of(*[lambda name=name: book.day(name) for name in ends])
    facts = [book.fact(name) for name in ends if not name[:4].isdigit()]
    if end < start:
        withhold("nothing")
    rows = [row for each in facts for row in each.rows]
    return {"": Finding(end - start, "days", end, facts[-1].basis, rows=rows)}


BANDS = (("lowest", "highest", 0.05), ("low", "high", 0.2), ("lowish", "highish", 0.4))


@statistic("band")
def band(options, book):
    """From the bottom and from the top, the first end that the printed percentile does not pass."""
    of = book.fact(options["of"])
    if of.unit != "percentile":
        withhold("nothing")
    printed = min(max(float(rounded(of.value * 100, 0)), 1), 99)
    asked = [options.get(name, usual) for name, (*_, usual) in zip(("extreme", "strong", "mild"), BANDS)]
    ends = [round(100 * each) for each in asked]
    state = "middle"
    for (below, above, _), end in reversed(list(zip(BANDS, ends))):
        state = below if printed <= end else above if 100 - printed <= end else state
    names = {below: end for (below, _, _), end in zip(BANDS, ends)}
    names |= {above: 100 - end for (_, above, _), end in zip(BANDS, ends)}
    named = {**(of.named or {}), **names}
    side = "low" if printed <= ends[-1] else "high" if 100 - printed <= ends[-1] else "middle"
    told = lambda state: dataclasses.replace(of, state=state, named=named)  # noqa: E731
    return {"": told(state), "side": told(side)}
