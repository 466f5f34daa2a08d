import { z } from "zod";
import type { Finding } from "../../model/index.ts";
import { finding } from "../tools/finding.ts";
import { barsRef, factRef, spanOption } from "../tools/options.ts";
import { barsOf } from "./asked.ts";
import { between } from "./nearby.ts";
import { levelFinding } from "./level-told.ts";
import type { Level } from "./levels.ts";
import { levelsOf, pinnedLevel } from "./levels.ts";
import { levelOrFact } from "./options.ts";
import type { Prices } from "./prices.ts";
import { startOf, trustedPrices, within } from "./prices.ts";
import type { Rectangle } from "./rectangles.ts";
import { bestRectangle } from "./rectangles.ts";
import { closeQuote, daysBetweenQuotes, quoted } from "./told.ts";
import type { Context, Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z.strictObject({
  bars: barsRef,
  over: spanOption
    .default({ count: 5, unit: "year" })
    .describe('Where to look: "5 years" where nothing is said.'),
  between: z
    .tuple([levelOrFact, levelOrFact])
    .optional()
    .describe("Two bounds the author pins, the lower first; the days are still found in the data."),
  bound: factRef
    .optional()
    .describe("A level of the report: only ranges of which it is one of the two bounds count."),
});

/** A stretch of time that the price spent between two levels. */
export const range: Statistic<z.infer<typeof options>> = {
  name: "range",
  summary: "The most remarkable long sideways stretch between two levels, and how it ended.",
  method:
    "Both bounds are levels by the rules of `level`, found within `over` (five years), or pinned; with `bound` one of them is a level the report speaks of anyway. The range begins with the first close between them in that window, or where the window cuts it before, and ends with the last one before a close beyond a bound by the whole height of the range; a shorter absence is forgiven. It needs 120 sessions, two thirds of their closes inside, and two turns at each bound from within. Of all ranges the one with the greatest score is told: closes inside, times the mean squared daily log change, over the squared log height. The exit is the first close after the last one inside, told once a close stands clear of the bound by more than tolerance or five closes in a row are outside. Suspect rows take no part. All rules, with their reasons, are in decision 4.",
  definition:
    "A rectangle after Edwards and Magee, with their target of a breakout as the mark of one; the score from the time a random walk takes to leave a box.",
  options,
  parts: {
    "": "The height of the range, high / low − 1, as a ratio; its state is up, down or still in.",
    low: "The lower bound.",
    high: "The upper bound.",
    from: "The first close inside, with its day.",
    to: "The last close inside, with its day.",
    months: "Calendar days from the first close inside to the last.",
    inside: "The share of closes inside; it names closes and inside as counts.",
    exit: "The first close after the last one inside, with its day; the state is up or down. Withheld while still in.",
  },
  example: "range: { statistic: range, bars: rut, over: 5 years }",
  find: ({ bars: id, over, between, bound }, context) => {
    const prices = trustedPrices(barsOf(context, id));
    const start = startOf(prices, over);
    const bounds = between?.map((each) => boundOf(each, context));
    const levels =
      bounds === undefined
        ? levelsOf(prices, start)
        : bounds.map((each) => pinnedLevel(prices, each, start));
    const edge = bound === undefined ? null : context.fact(bound).value;
    const among = edge === null ? levels : withBound(prices, levels, edge, start);
    const found =
      bestRectangle(prices, among, start, edge) ??
      withhold(
        bounds === undefined
          ? `${prices.bars.name} kept to no range for half a year`
          : `${prices.bars.name} did not keep between ${bounds.join(" and ")} for half a year`,
      );
    const from = closeQuote(prices, found.from);
    const to = closeQuote(prices, found.to);
    const cut = found.from.place === 0;
    const begun = { unsaid: "the range is older than the data" };
    return {
      "": height(prices, found),
      low: levelFinding(prices, found.low, "low"),
      high: levelFinding(prices, found.high, "high"),
      from: cut ? begun : quoted(from),
      to: quoted(to),
      months: cut ? begun : daysBetweenQuotes(from, to),
      inside: inside(prices, found),
      exit:
        found.exit === null
          ? { unsaid: `${prices.bars.name} is still in the range` }
          : quoted(closeQuote(prices, found.exit.session), { state: found.exit.side }),
    };
  },
};

/** The levels with the bound among them: it may be older than the window the others come from. */
function withBound(
  prices: Prices,
  levels: readonly Level[],
  bound: number,
  start: number,
): readonly Level[] {
  if (levels.some((each) => each.price === bound)) return levels;
  return [...levels, pinnedLevel(prices, bound, start)].toSorted((a, b) => a.price - b.price);
}

function boundOf(bound: number | string, context: Context): number {
  return typeof bound === "number" ? bound : context.fact(bound).value;
}

function height(prices: Prices, { low, high, exit, to }: Rectangle): Finding {
  return finding({
    series: prices.bars.close,
    ...between(prices, levelFinding(prices, low), levelFinding(prices, high)),
    day: (exit?.session ?? to).day,
    basis: prices.bars.high.basis,
    state: exit?.side ?? "still in",
  });
}

function inside(prices: Prices, found: Rectangle): Finding {
  const all = within(prices, found.from.place, found.to.place);
  const isIn = (value: number): boolean => value >= found.low.price && value <= found.high.price;
  const closes = all.map((each) => each.close);
  const ordered = [
    ...closes.filter((each) => isIn(each.value)),
    ...closes.filter((each) => !isIn(each.value)),
  ];
  return finding({
    series: prices.bars.close,
    recipe: {
      op: "quotient",
      of: { op: "count", first: 0, last: found.inside - 1, how: "closes inside the range" },
      by: { op: "count", first: 0, last: closes.length - 1, how: "closes while it lasted" },
    },
    cites: ordered.map((each) => cite(prices.bars.close, each)),
    unit: "ratio",
    digits: 0,
    day: found.to.day,
    named: { inside: found.inside, closes: closes.length },
  });
}
