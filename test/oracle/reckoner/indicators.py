"""Indicators of daily bars as columns. Written from decision 7 and the method of `indicator`."""

import numpy
import pandas

WARM_UP = 250
HAIR = 1e-9


def average(values, of):
    return pandas.Series(values).ewm(span=of, adjust=False).mean().to_numpy()


def macd(close):
    """The MACD, its signal, and the histogram."""
    line = average(close, 12) - average(close, 26)
    signal = average(line, 9)
    return line, signal, line - signal


def wilder(values, of):
    """A mean of the first `of` values, then each new one with a weight of 1 / of."""
    found = numpy.full(len(values), numpy.nan)
    if len(values) < of:
        return found
    mean = sum(values[:of]) / of
    found[of - 1] = mean
    for i in range(of, len(values)):
        mean = (mean * (of - 1) + values[i]) / of
        found[i] = mean
    return found


def rsi(close, of=14):
    steps = numpy.diff(close)
    ups, downs = wilder(numpy.maximum(steps, 0), of), wilder(numpy.maximum(-steps, 0), of)
    total = ups + downs
    with numpy.errstate(invalid="ignore", divide="ignore"):
        found = numpy.where(total == 0, 50.0, 100 * ups / total)
    return numpy.concatenate([[numpy.nan], found])


def true_range(high, low, close, of=14):
    before = numpy.concatenate([[close[0]], close[:-1]])
    reach = numpy.maximum(high, before) - numpy.minimum(low, before)
    return numpy.concatenate([[numpy.nan], wilder(reach[1:], of)])


def windows(values, of):
    """The last `of` values at each place from the first full one on, as rows."""
    return numpy.lib.stride_tricks.sliding_window_view(values, of)


def padded(values, of):
    return numpy.concatenate([numpy.full(of - 1, numpy.nan), values])


def mean(values, of):
    return padded(windows(values, of).mean(axis=1), of)


def bands(close, of=20, wide=2):
    """Lower band, middle, upper band."""
    middle, spread = mean(close, of), padded(windows(close, of).std(axis=1), of)
    return middle - wide * spread, middle, middle + wide * spread


def stochastic(high, low, close, of=14):
    """%K and %D."""
    top, bottom = windows(high, of).max(axis=1), windows(low, of).min(axis=1)
    with numpy.errstate(invalid="ignore", divide="ignore"):
        k = numpy.where(top == bottom, 50.0, 100 * (close[of - 1 :] - bottom) / (top - bottom))
    return padded(k, of), padded(mean(k, 3), of)


def aroon(high, low, of=25):
    """How lately the highest high and the lowest low were made, 100 today, the later at a tie."""
    up = numpy.argmax(windows(high, of + 1)[:, ::-1], axis=1)
    down = numpy.argmin(windows(low, of + 1)[:, ::-1], axis=1)
    return padded(100 * (of - up) / of, of + 1), padded(100 * (of - down) / of, of + 1)


def momentum(close, of=14):
    return numpy.concatenate([numpy.full(of, numpy.nan), close[of:] - close[:-of]])


def above(value, line):
    """Is it above the line by more than a hair?"""
    with numpy.errstate(invalid="ignore"):
        return value - line > HAIR * numpy.maximum(numpy.maximum(numpy.abs(value), numpy.abs(line)), 1)
