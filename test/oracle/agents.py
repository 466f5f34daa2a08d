"""Plays the agents' rules over the files, written from docs/agents.md by the page alone, with pandas.
Use: python3 agents.py FOLDER; reads FOLDER/agents.json (data, series, groups, asOf), writes
FOLDER/agents-result.json: the ledger, columns by day, the years of the walk forward."""

import json
import os
import sys

import numpy
import pandas

from reckoner import calendar
from reckoner.indicators import rsi, true_range
from reckoner.reader import Library

START, BEFORE = "2016-01-04", 260
TIERS = ((0, 0.5), (0.4, 0.3), (0.7, 0.2))
CAP, TRUST, COST, YEAR_COST = 0.7, 0.75, 0.0005, (0.0095 + 2 * 0.005) / 252


def half_months(day):
    date = calendar.date(day)
    return 24 * date.year + 2 * date.month + (date.day > 16)


class Market:
    """What the rules look at, one row a session."""

    def __init__(self, library, as_of):
        parts = {}
        for name in ("high", "low", "close", "volume"):
            series = library.series(f"iwm.{name}").known(as_of)
            parts[name] = pandas.Series(series.values, series.days)
        frame = pandas.DataFrame(parts).dropna(subset=["high", "low", "close"])
        start = int((frame.index < calendar.number(START)).sum())
        frame = frame.iloc[max(0, start - BEFORE) :]
        self.days = list(frame.index)
        close = self.close = frame.close
        self.begin = max(start - max(0, start - BEFORE), 101)
        self.average = close.rolling(100).mean()
        self.sigma = close.pct_change().rolling(20).std(ddof=1)
        self.usual_volume = frame.volume.shift(1).rolling(20).mean()
        self.volume, self.low = frame.volume, frame.low
        self.rsi = pandas.Series(rsi(close.to_numpy()), frame.index)
        self.range = pandas.Series(true_range(frame.high.to_numpy(), frame.low.to_numpy(), close.to_numpy()), frame.index)
        self.weak = self.sectors(library.panel("sectors"), as_of)
        self.shorts = self.short_interest(library.series("iwm.short-interest").known(as_of))

    def sectors(self, panel, as_of):
        closes = pandas.DataFrame(panel.columns["close"], panel.days).mask(panel.suspect)
        closes = closes[closes.index <= as_of].reindex(self.days)
        means = closes.rolling(50).mean()
        told = means.notna().sum(axis=1)
        return ((closes < means).sum(axis=1) / told).where(told >= 3)

    def short_interest(self, series):
        rows = sorted(zip(series.released, series.days, series.values))
        found = []
        for day in self.days:
            known = [row for row in rows if row[0] <= day]
            change = numpy.nan
            if known and day - known[-1][1] <= 45:
                wanted = half_months(known[-1][1]) - 2
                before = [row for row in known if half_months(row[1]) == wanted]
                change = known[-1][2] / before[-1][2] - 1 if before else change
            found.append(change)
        return pandas.Series(found, self.days)


class Game:
    """The two agents under one support and one stop."""

    def __init__(self, market, support=60, ranges=3):
        self.m, self.ranges = market, ranges
        self.support = market.low.shift(1).rolling(support).min().to_numpy()
        self.close = market.close.to_numpy()
        self.watch = self.hedge = self.bounce = self.ended = self.lost = None
        self.bought, self.core, self.ledger = [], 1.0, []
        self.bear, self.long, self.stops = {}, {}, {}
        for at in range(market.begin, len(market.days)):
            self.session(at)

    def at(self, name, at):
        return getattr(self.m, name).to_numpy()[at]

    def note(self, at, who, rule, before=0.0, after=0.0, trade=False):
        day = at + 1 if trade else at
        if day < len(self.m.days):
            self.ledger.append([calendar.iso(self.m.days[day]), calendar.iso(self.m.days[at]), who, rule, trade, float(self.close[day]), before, after])

    def breached(self, at):
        return self.close[at] < self.support[at]

    def lost_average(self, at):
        return self.close[at] < self.at("average", at) and self.close[at - 1] >= self.at("average", at - 1)

    def session(self, at):
        if self.breached(at) and not self.breached(at - 1):
            self.note(at, "trend", "support breached")
        if self.lost_average(at):
            self.note(at, "trend", "average lost")
        if self.close[at] >= self.at("average", at) and self.close[at - 1] < self.at("average", at - 1):
            self.note(at, "trend", "average regained")
        if self.hedge:
            self.keep(at)
            if not self.hedge:
                self.ended = at
        elif self.ended is None or at - self.ended >= 5:
            self.look(at)
        self.ride(at)
        self.bear[at] = self.hedge["size"] if self.hedge else 0.0
        self.long[at] = self.core + (self.bounce["size"] if self.bounce else 0.0)
        self.stops[at] = self.hedge["stop"] if self.hedge else numpy.nan

    def look(self, at):
        close, watch = self.close[at], self.watch
        if watch:
            watch["below"] += 1
            if close >= watch["level"]:
                self.note(at, "trend", "undone")
                self.watch = watch = None
        if self.breached(at) and (not watch or watch["by"] == "average"):
            self.watch = watch = {"level": self.support[at], "by": "support", "opened": at, "below": 1, "told": False}
        elif not watch and self.lost_average(at):
            self.watch = watch = {"level": self.at("average", at), "by": "average", "opened": at, "below": 1, "told": False}
        if not watch or watch["below"] < 3:
            return
        if watch["below"] == 3:
            self.note(at, "trend", "sustained")
        rising, weak = self.at("shorts", at), self.at("weak", at)
        silent = int(numpy.isnan(rising)) + int(numpy.isnan(weak))
        if not (rising <= 0 or weak < 0.6):
            self.note(at, "trend", "not validated" if silent == 2 else "confirmed")
            self.open(at, watch["level"], TRUST**silent)
            self.watch = None
            return
        if not watch["told"]:
            self.note(at, "trend", "not confirmed")
            watch["told"] = True
        if at - watch["opened"] >= 15:
            self.note(at, "trend", "lapsed")
            self.watch = None

    def distance(self, at):
        return max(self.ranges * self.at("range", at), 2 * self.at("sigma", at) * self.close[at])

    def open(self, at, level, trust):
        sigma, close = self.at("sigma", at), self.close[at]
        depth = abs(close / level - 1) / (2 * sigma)
        full = CAP * trust * min(1, max(0.25, depth)) * min(1, 0.015 / sigma)
        self.hedge = {"level": level, "full": full, "size": full * TIERS[0][1], "low": close, "stop": close + self.distance(at)}
        self.hedge |= {"tiers": 1, "tier at": at, "cuts": 0, "cut at": at - 3}
        self.note(at, "bear", "first tier", 0.0, -self.hedge["size"], True)

    def keep(self, at):
        hedge, close = self.hedge, self.close[at]
        passed, was_low = hedge["stop"], hedge["low"]
        hedge["low"] = min(was_low, close)
        hedge["stop"] = min(passed, hedge["low"] + self.distance(at))
        if close > passed:
            self.note(at, "bear", "stop", -hedge["size"], 0.0, True)
            self.hedge = None
            return
        sign = None
        if at - hedge["cut at"] >= 3:
            if close >= hedge["level"]:
                sign = "back above"
            elif close < was_low and self.at("volume", at) < 0.8 * self.at("usual_volume", at):
                sign = "volume fade"
            elif self.at("rsi", at) < 30 <= self.at("rsi", at - 1):
                sign = "oversold"
        if sign:
            if hedge["cuts"] == 0:
                hedge["third"] = hedge["size"] / 3
            hedge["cuts"] += 1
            before = hedge["size"]
            hedge["size"] = 0.0 if hedge["cuts"] == 3 else before - hedge["third"]
            hedge["cut at"] = at
            self.note(at, "bear", sign, -before, -hedge["size"], True)
            if hedge["cuts"] == 3:
                self.hedge = None
            return
        if hedge["cuts"] or hedge["tiers"] == 3 or at - hedge["tier at"] < 3 or close >= hedge["level"]:
            return
        back, share = TIERS[hedge["tiers"]]
        if (close - hedge["low"]) / (hedge["level"] - hedge["low"]) >= back:
            before = hedge["size"]
            hedge["size"] = before + hedge["full"] * share
            hedge["tiers"] += 1
            hedge["tier at"] = at
            self.note(at, "bear", "further tier", -before, -hedge["size"], True)

    def ride(self, at):
        hedge, close, span = self.hedge, self.close[at], self.at("range", at)
        wanted = 1 - 0.5 * (1 - hedge["cuts"] / 3) if hedge else 1.0
        money = hedge["size"] / 2 if hedge else 0.0
        before = self.core + (self.bounce["size"] if self.bounce else 0.0)
        rule = None
        if self.bounce:
            own = self.bounce
            first = own["entry"] is None
            own["entry"] = close if first else own["entry"]
            if not first and close < own["stop"]:
                rule = "bounce stop"
            elif at - own["decided"] >= 10:
                rule = "bounce over"
            else:
                own["high"] = max(own["high"], close)
                locked = own["entry"] if own["high"] - own["entry"] >= 1.5 * span else own["stop"]
                own["stop"] = max(own["stop"], locked, own["high"] - 2 * span)
            if rule:
                self.lost = at if close < own["entry"] else self.lost
                self.bounce = None
        elif hedge and self.at("rsi", at) >= 30 > self.at("rsi", at - 1):
            size = min(0.15, 1 - money - wanted)
            if size >= 0.01:
                lately = [each for each in self.bought if at - each < 20]
                if len(lately) >= 2 or (self.lost is not None and at - self.lost < 10):
                    self.note(at, "bull", "held back", before, before)
                else:
                    rule = "bounce"
                    self.bought.append(at)
                    self.bounce = {"decided": at, "size": size, "entry": None, "high": close, "stop": close - 2 * span}
        small = self.bounce["size"] if self.bounce else 0.0
        if rule:
            self.note(at, "bull", rule, before, self.core + small, True)
        core = min(wanted, 1 - money - small)
        if core != self.core:
            self.note(at, "bull", "stand aside" if core < self.core else "return", self.core + small, core + small, True)
        self.core = core

    def account(self):
        """Worth, hedge and long position by session."""
        begin, close = self.m.begin, self.close
        worth, bear, long = {begin: 100 * (1 - COST)}, {begin: 0.0}, {begin: 1.0}
        for at in range(begin + 1, len(close)):
            bear[at], long[at] = self.bear[at - 1], self.long[at - 1]
            change = close[at] / close[at - 1] - 1
            fund = 1 - 2 * change - YEAR_COST
            money, held = bear[at - 1] / 2, long[at - 1]
            after = 1 - money - held + money * fund + held * (1 + change)
            moved = abs(bear[at] / 2 - money * fund / after) + abs(long[at] - held * (1 + change) / after)
            worth[at] = worth[at - 1] * after * (1 - COST * moved)
        return worth, bear, long


def walk(market):
    accounts = [Game(market, support, ranges).account() for support in (40, 60, 90) for ranges in (2, 3, 4)]
    years = [calendar.date(day).year for day in market.days]
    first = years[market.begin] + 3
    worth, chosen, held = {}, [], None
    for year in sorted({each for each in years[market.begin + 1 :] if each >= first}):
        places = [at for at, each in enumerate(years) if each == year]
        eve = places[0] - 1
        best = max(range(9), key=lambda each: (accounts[each][0][eve], -each))
        grown, bear, long = accounts[best]
        base = worth.get(eve, 100.0)
        worth.setdefault(eve, 100.0)
        if held is not None:
            _, other_bear, other_long = accounts[held]
            base *= 1 - COST * (abs(bear[eve] - other_bear[eve]) / 2 + abs(long[eve] - other_long[eve]))
        worth |= {at: base * grown[at] / grown[eve] for at in places}
        chosen.append([year, best])
        held = best
    return worth, chosen


def main(folder):
    with open(os.path.join(folder, "agents.json"), encoding="utf-8") as file:
        asked = json.load(file)
    market = Market(Library(asked["data"], asked["series"], asked["groups"]), calendar.number(asked["asOf"]))
    game = Game(market)
    worth, bear, long = game.account()
    walked, years = walk(market)
    columns = {"equity": worth, "bear": {at: -each for at, each in bear.items()}, "bull": long, "walk": walked, "stop": game.stops}
    told = {
        name: {calendar.iso(market.days[at]): float(value) for at, value in column.items() if not numpy.isnan(value)}
        for name, column in columns.items()
    }
    with open(os.path.join(folder, "agents-result.json"), "w", encoding="utf-8") as file:
        json.dump({"ledger": sorted(game.ledger, key=lambda row: row[0]), "columns": told, "years": years}, file)


main(sys.argv[1])
