"""One file for each group of statistics; importing them enters their functions."""

from . import (  # noqa: F401
    averages,
    candles,
    change,
    changes,
    compare,
    counts,
    events,
    facts,
    groups,
    levels,
    pairs,
    patterns,
    positions,
    record,
    releases,
    series,
    shapes,
    swings,
    windows,
)
