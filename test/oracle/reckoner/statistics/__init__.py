"""One file for each group of statistics; importing them enters their functions."""

from . import change, facts, pairs, record, series, swings  # noqa: F401
