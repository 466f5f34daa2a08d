"""Rounding and the house style of printed figures."""

import math
from decimal import ROUND_HALF_UP, Decimal


def rounded(value, digits):
    """Half away from zero on the shortest decimal of the number, never minus zero."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    found = exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    return abs(found) if found == 0 else found


def mean(values):
    """Ten ratios whose mean is 0.535 by hand must not make 0.5349999999999999."""
    return float(f"{math.fsum(values) / len(values):.15g}")


# Decimals of the plain unit that a reader ever sees; the source may give fewer.
MOST = {"index": 0, "price": 2, "ratio": 3, "multiple": 2, "correlation": 2, "yield": 2}


def decimals(series, size):
    """Decimals of a value as a reader sees it, in plain units (a tenth of a percent is 3). Sums have
    one decimal of the million, billion or trillion they are told in; an index under a hundred has one."""
    if series.unit in ("money", "shares"):
        scale = 12 if size >= 1e12 else 9 if size >= 1e9 else 6 if size >= 1e6 else 0
        return min(series.precision, 1 - scale)
    if series.unit == "index" and abs(series.values[-1]) < 100:
        return min(series.precision, 1)
    return min(series.precision, MOST.get(series.unit, series.precision))


def compared(series, one, other):
    """Above zero where the first is the larger as printed, zero where a reader sees no difference."""
    digits = decimals(series, max(abs(one), abs(other)))
    left, right = rounded(one, digits), rounded(other, digits)
    return (left > right) - (left < right)


def known(finding):
    """Decimals that the inputs allow, counted in percent, in billions of money and millions of shares."""
    if finding.digits is not None:
        return finding.digits
    series = finding.series or (finding.rows[0][0] if finding.rows else None)
    precision, unit = series.precision if series else 0, finding.unit
    if unit == "money":
        return max(0, min(9, precision + 9))
    if unit == "shares":
        return max(0, min(6, precision + 6))
    if unit in ("price", "score", "multiple", "yield"):
        return max(0, min(2, precision))
    if unit == "index":
        return max(0, min(1, precision)) if abs(series.values[-1]) < 100 else 0
    if unit == "points":
        if series.unit == "index":
            return 1 if abs(series.values[-1]) < 100 else 0
        return 1 if series.unit == "ratio" else max(0, min(1, precision))
    if unit == "net percent":
        return max(0, min(1, precision))
    if unit == "basis points":
        return max(0, min(1, precision - 2))
    return {"correlation": 2, "ratio": 1}.get(unit, 0)
