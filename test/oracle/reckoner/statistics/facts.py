"""What two facts make of each other. Written from docs/statistics.md."""

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
