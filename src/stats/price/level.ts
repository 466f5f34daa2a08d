import { z } from "zod";
import type { Day, Finding } from "../../model/index.ts";
import { countFinding, daysFinding, finding } from "../tools/finding.ts";
import { barsRef, factRef } from "../tools/options.ts";
import { barsOf } from "./asked.ts";
import type { Behaviour } from "./behaviour.ts";
import { behaviourAt, roleOf, tradesAt } from "./behaviour.ts";
import { citePivot, levelFinding } from "./level-told.ts";
import type { Level } from "./levels.ts";
import { levelsOf, pinnedLevel } from "./levels.ts";
import { levelOrFact } from "./options.ts";
import type { Prices } from "./prices.ts";
import { trustedPrices } from "./prices.ts";
import { closeQuote, highQuote, lowQuote, quoted } from "./told.ts";
import type { Findings, Unsaid, Statistic } from "../statistic.ts";
import { withhold } from "../statistic.ts";

const options = z
  .strictObject({
    bars: barsRef,
    at: levelOrFact.optional(),
    side: z
      .enum(["above", "below", "in play"])
      .optional()
      .describe(
        "The nearest level above or below the last close, or the one most of the last ten sessions traded at (in play, where nothing is said).",
      ),
    near: factRef
      .optional()
      .describe(
        "Another fact, such as rally.low: the level it turned at is meant, or else the one nearest to it.",
      ),
  })
  .refine((each) => [each.at, each.side, each.near].filter(Boolean).length <= 1, {
    message: "give one of `at`, `side` and `near`",
    path: ["side"],
  });

/** Sessions looked back at for a level that is in play: two weeks. */
const LATELY = 10;

/** A horizontal level: where it lies, how old it is, what the price has done there. */
export const level: Statistic<z.infer<typeof options>> = {
  name: "level",
  summary: "A horizontal support or resistance that the market has respected.",
  method:
    "Levels are round numbers, then means of clusters, at which the market has turned three times or more: a turn is the highest high or lowest low of eleven sessions, in their middle, within tolerance of the level, and each is a touch. Clusters are looked for among the turns at no round level: around each turn those within their own tolerance of it, the most numerous first, at a tie the one touched last, then the lower; their mean is the level. The tolerance is half the mean true range of the fourteen sessions before. `side` chooses among them, `near` the one that another fact's turn belongs to, or else the nearest to it; `at` pins a number, or another fact. The price changes sides (a breach) with a close beyond the level by more than tolerance, or with five closes in a row beyond it; the breach is the first close of that run. A test opens when the price comes within tolerance and ends with a close clear of the level on the old side, or with the breach. Suspect rows take no part. All rules, with their reasons, are in decision 4.",
  definition:
    "Rules in the spirit of Edwards and Magee, Technical Analysis of Stock Trends; the true range of Wilder (1978); round numbers after Osler (2003).",
  options,
  parts: {
    "": "The level, in the unit of the series; its day is that of its last touch; its state is its role.",
    first: "The close of the first session that traded at it, with its day.",
    touches: "How many times the market turned at it, a count.",
    role: "The last close; its state is support, resistance, support turned resistance, or resistance turned support.",
    breach: "The first close of the run that last broke it; the state is up or down.",
    elapsed: "Calendar days from that breach to the published day.",
    defended:
      "The lowest low of the last test from above that held; the state is clear, or pierced where the low went under the level.",
    held: "The farthest price of the last test from either side; the state is held, gave way or open.",
  },
  example: "resistance: { statistic: level, bars: rut, side: above }",
  find: ({ bars: id, at, side, near }, context) => {
    const prices = trustedPrices(barsOf(context, id));
    if (typeof at === "string") {
      const given = context.fact(at);
      const found = pinnedLevel(prices, given.value);
      return told(prices, found, given, context.published);
    }
    if (near !== undefined) {
      const found = levelNear(prices, context.fact(near));
      return told(prices, found, levelFinding(prices, found), context.published);
    }
    const found = at === undefined ? chosen(prices, side ?? "in play") : pinnedLevel(prices, at);
    return told(prices, found, levelFinding(prices, found), context.published);
  },
};

function chosen(prices: Prices, side: "above" | "below" | "in play"): Level {
  const levels = levelsOf(prices);
  const close = prices.last.close.value;
  if (side === "in play") return inPlay(prices, levels);
  const beyond = levels.filter((each) =>
    side === "above" ? each.price > close : each.price < close,
  );
  const found = side === "above" ? beyond[0] : beyond.at(-1);
  return found ?? withhold(`${prices.bars.name} has turned at no level ${side} its last close`);
}

/** The level that the price turned at where the fact is such a turn, otherwise the nearest one. */
function levelNear(prices: Prices, fact: Finding): Level {
  const levels = levelsOf(prices);
  const turned = levels.find(({ members }) =>
    members.some(({ point }) => point.day === fact.day && point.value === fact.value),
  );
  if (turned !== undefined) return turned;
  const away = (each: Level): number => Math.abs(each.price - fact.value);
  const [nearest] = levels.toSorted((a, b) => away(a) - away(b));
  return nearest ?? withhold(`${prices.bars.name} has turned three times at no level`);
}

/** At a tie the level nearer to the last close. */
function inPlay(prices: Prices, levels: readonly Level[]): Level {
  const lately = prices.sessions.slice(-LATELY);
  const close = prices.last.close.value;
  const busy = levels
    .map((each) => ({
      level: each,
      sessions: lately.filter((session) => tradesAt(session, each.price)).length,
      far: Math.abs(each.price - close),
    }))
    .filter((each) => each.sessions > 0)
    .toSorted((a, b) => b.sessions - a.sessions || a.far - b.far);
  return busy[0]?.level ?? withhold(`${prices.bars.name} has traded at none of its levels lately`);
}

function told(prices: Prices, found: Level, itself: Finding, published: Day): Findings {
  const behaviour = behaviourAt(prices, found.price);
  const role = roleOf(behaviour);
  const last = closeQuote(prices, prices.last);
  return {
    "": role === null ? itself : { ...itself, state: role },
    first:
      behaviour.first === null
        ? { unsaid: `${prices.bars.name} did not trade there first within the data` }
        : quoted(closeQuote(prices, behaviour.first)),
    touches: touchCount(prices, found),
    role:
      role === null
        ? { unsaid: `${prices.bars.name} never left the level` }
        : quoted(last, { state: role }),
    ...breachOf(prices, behaviour, published),
    defended: defended(prices, behaviour, found),
    held: held(prices, behaviour, found),
  };
}

function touchCount(prices: Prices, { touches }: Level): Finding {
  const { bars, last } = prices;
  const how = "turns at the level";
  if (touches.length === 0) {
    return countFinding(bars.close, [last.close], how, { first: 1 });
  }
  return finding({
    series: bars.close,
    recipe: { op: "count", first: 0, last: touches.length - 1, how },
    cites: touches.map((each) => citePivot(prices, each)),
    unit: "count",
    digits: 0,
    basis: bars.high.basis,
  });
}

function breachOf(prices: Prices, { breaches }: Behaviour, published: Day): Findings {
  const last = breaches.at(-1);
  if (last === undefined) {
    const none = { unsaid: "the level has not been breached in the data" };
    return { breach: none, elapsed: none };
  }
  const quote = closeQuote(prices, last.session);
  return {
    breach: quoted(quote, { state: last.to === "above" ? "up" : "down" }),
    elapsed: daysFinding(quote.series, quote.point, published),
  };
}

function defended(prices: Prices, { tests }: Behaviour, { price }: Level): Finding | Unsaid {
  const test = tests.findLast((each) => each.side === "above" && each.outcome === "held");
  if (test === undefined) return { unsaid: "no test of the level from above has held" };
  const quote = lowQuote(prices, test.farthest, "intraday");
  return quoted(quote, { state: quote.point.value < price ? "pierced" : "clear" });
}

function held(prices: Prices, { tests }: Behaviour, { price }: Level): Finding | Unsaid {
  const test = tests.at(-1);
  if (test === undefined) return { unsaid: "the level has not been tested in the data" };
  const above = test.side === "above";
  const quote = above
    ? lowQuote(prices, test.farthest, "intraday")
    : highQuote(prices, test.farthest, "intraday");
  const close = prices.last.close.value;
  const back = above ? close > price : close < price;
  const state = test.outcome === "open" && back ? "held" : test.outcome;
  return quoted(quote, { state });
}
