import { z } from "zod";
import type { Citation, Finding, Recipe, Series } from "../../model/index.ts";
import { finding } from "../tools/finding.ts";
import { barsRef, count } from "../tools/options.ts";
import { digitsOf } from "../tools/precision.ts";
import { fullBarsOf } from "./asked.ts";
import type { Candle, Every } from "./candles.ts";
import { lastCandles, refuseBroken, sessionsInWeek } from "./candles.ts";
import { TREND_CANDLES, isEngulfing, shapeOf, trendBefore } from "./shapes.ts";
import type { Prices } from "./prices.ts";
import { trustedPrices } from "./prices.ts";
import { changeBetween, quoted, sessionCount } from "./told.ts";
import type { Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

export const every = z
  .enum(["day", "week"])
  .default("day")
  .describe("The last session, or the last full ISO week.");

/** How many candles to look at, the last one included. */
export const back = count
  .max(520)
  .default(1)
  .describe(
    "How many days or weeks to look back: the last of them that fits counts. 1 is the last one alone.",
  );

const options = z.strictObject({ bars: barsRef, every, back });

/** The last candle and the name of its shape. */
export const candle: Statistic<z.infer<typeof options>> = {
  name: "candle",
  summary: "The shape of the last day's or week's candle, where it has one with a name.",
  method:
    "Shares are those of the range from low to high. Doji: the body, from open to close, is a tenth or less; long-legged where each shadow has three tenths or more and the range is a mean true range or more. Hammer: the lower shadow is twice the body or more, the upper a tenth of the range or less, after a fall; after a rise the same shape is a hanging man. Shooting star: the mirror image after a rise; after a fall it is an inverted hammer. Engulfing: the body covers that of the candle before, which has the other colour, is larger than it and than half a mean true range, and turns against the trend. Spinning top: the body is a third or less, and each shadow longer than it. Of several that fit the first counts, in the order engulfing, doji, hammer, star, spinning top. The trend is that of the closes of the five candles before (before both candles of an engulfing, with the mean true range before the first of them): rising or falling where they moved by more than a mean true range, of fourteen candles. A candle whose range is under half a mean true range has no shape. A week runs over all sessions of a full ISO week. A session missing in the seven candles before the shape or since withholds it; in the mean true range weeks count as they are known. Suspect rows take no part.",
  definition:
    "Shapes after Nison, Japanese Candlestick Charting Techniques, with fixed ratios of decision 5; the true range of Wilder (1978).",
  options,
  parts: {
    "": "The close; its state is the shape; of a week it names its sessions.",
    open: "Where it opened.",
    high: "The highest price.",
    low: "The lowest price.",
    body: "From open to close as a share of the range; its state is up, down or unchanged.",
    upper: "The upper shadow as a share of the range.",
    lower: "The lower shadow as a share of the range.",
    range: "From the low to the high, as a ratio.",
    trend:
      "The change of the closes of the five candles before (before both of an engulfing), as a ratio; its state is rising, falling or flat.",
    sessions: "Sessions it is made of; the state is full, or short in a week with a holiday.",
  },
  example: "candle: { statistic: candle, bars: rut, every: week, back: 26 }",
  find: ({ bars: id, every: rhythm, back: wanted }, context) => {
    const prices = trustedPrices(fullBarsOf(context, id));
    const known = lastCandles(prices, rhythm, BEFORE + wanted);
    if (known.length < BEFORE + wanted || Number.isNaN(known[BEFORE]?.noise)) {
      withhold(`too few ${rhythm}s of ${prices.bars.name} are known for a trend`);
    }
    const end = lastShaped(known, wanted);
    if (end === null) return withhold(none(prices, rhythm, wanted));
    const candles = known.slice(end - BEFORE, end + 1);
    refuseBroken(prices, known.slice(end - BEFORE), rhythm);
    const last = candles.at(-1) ?? withhold("no candle is known");
    const shape = shapeOf(candles) ?? "none";
    // The trend that the shape turns against ends before both candles of an engulfing.
    const own = isEngulfing(shape) ? 2 : 1;
    const trend = trendBefore(candles, BEFORE + 1 - own) ?? "flat";
    const told = new Map(Object.entries(shares(last)));
    const from = candles.at(-1 - own - TREND_CANDLES) ?? last;
    const to = candles.at(-1 - own) ?? last;
    const { bars } = prices;
    const share = (name: string, state?: string): Finding =>
      finding({
        series: bars.close,
        recipe: told.get(name) ?? { op: "value", of: 3 },
        cites: citesOf(prices, last),
        unit: "ratio",
        digits: 0,
        day: last.close.day,
        basis: "intraday",
        ...(state === undefined ? {} : { state }),
      });
    const moved = Math.sign(last.close.value - last.open.value);
    return {
      "": shaped(prices, candles, shape, rhythm),
      open: quoted({ series: bars.open, point: last.open }),
      high: quoted({ series: bars.high, point: last.high }),
      low: quoted({ series: bars.low, point: last.low }),
      body: share("body", moved === 0 ? "unchanged" : moved > 0 ? "up" : "down"),
      upper: share("upper"),
      lower: share("lower"),
      range: { ...share("range"), digits: 1 },
      trend: changeBetween(
        { series: bars.close, point: from.close },
        { series: bars.close, point: to.close },
        { state: trend },
      ),
      sessions: sessionCount(prices, last.sessions, "sessions of the candle", {
        state: isShort(last, rhythm) ? "short" : "full",
      }),
    };
  },
};

/** Candles before one that its shape and the trend rest on. */
const BEFORE = TREND_CANDLES + 2;

/** Place of the newest of the last candles that has a shape with a name. */
function lastShaped(candles: readonly Candle[], wanted: number): number | null {
  for (let end = candles.length - 1; end >= candles.length - wanted; end--) {
    if (shapeOf(candles.slice(end - BEFORE, end + 1)) !== null) return end;
  }
  return null;
}

function none({ bars, last }: Prices, rhythm: Every, wanted: number): string {
  return wanted === 1
    ? `the last ${rhythm}'s candle of ${bars.name}, known on ${last.day}, has no shape with a name`
    : `none of the last ${wanted} ${rhythm}s of ${bars.name} has a candle with a name`;
}

function isShort({ sessions }: Candle, rhythm: Every): boolean {
  const [first] = sessions;
  return rhythm === "week" && first !== undefined && sessionsInWeek(first) < 5;
}

/** Open, high, low and close, in this order. */
function citesOf({ bars }: Prices, { open, high, low, close }: Candle): readonly Citation[] {
  return [
    cite(bars.open, open),
    cite(bars.high, high),
    cite(bars.low, low),
    cite(bars.close, close),
  ];
}

/** The shape rests on the candle, on the one before, and on the trend up to them. */
function shaped(prices: Prices, candles: readonly Candle[], state: string, rhythm: Every): Finding {
  const { close } = prices.bars;
  const [last, before, ...earlier] = candles.toReversed();
  const series: Series = close;
  if (last === undefined || before === undefined) return withhold("too few candles are known");
  return finding({
    series,
    recipe: { op: "value", of: 3 },
    cites: [
      ...citesOf(prices, last),
      ...citesOf(prices, before),
      ...earlier.map((each) => cite(close, each.close)),
    ],
    unit: close.unit,
    digits: digitsOf(close),
    day: last.close.day,
    basis: "close",
    state,
    ...(rhythm === "week" ? { named: { sessions: last.sessions.length } } : {}),
  });
}

/** How the shares follow from open, high, low and close. */
function shares({ open, close }: Candle): Readonly<Record<string, Recipe>> {
  const [top, bottom] = close.value > open.value ? [3, 0] : [0, 3];
  const range = between(2, 1);
  const over = (of: Recipe): Recipe => ({ op: "quotient", of, by: range });
  return {
    body: over(between(bottom, top)),
    upper: over(between(top, 1)),
    lower: over(between(2, bottom)),
    range: { op: "change", from: { op: "value", of: 2 }, to: { op: "value", of: 1 } },
  };
}

function between(from: number, to: number): Recipe {
  return { op: "difference", from: { op: "value", of: from }, to: { op: "value", of: to } };
}
