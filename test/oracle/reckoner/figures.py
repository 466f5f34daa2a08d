"""Rounding and the house style of printed figures."""

from decimal import ROUND_HALF_UP, Decimal


def rounded(value, digits):
    """Half away from zero on the shortest decimal of the number, never minus zero."""
    exact = Decimal(repr(float(value)))
    found = exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    return abs(found) if found == 0 else found


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
