import { z } from "zod";
import type { Point, Series } from "../../model/index.ts";
import { barsRef } from "../tools/options.ts";
import { fullBarsOf } from "./asked.ts";
import type { Candle } from "./candles.ts";
import { lastCandles, refuseBroken } from "./candles.ts";
import { back, every } from "./candle.ts";
import type { Prices } from "./prices.ts";
import { trustedPrices } from "./prices.ts";
import type { Quote } from "./told.ts";
import { changeBetween, quoted } from "./told.ts";
import type { Statistic } from "../statistic.ts";
import { withhold } from "../statistic.ts";

const options = z.strictObject({ bars: barsRef, every, back });

/** How far the extreme must stand from the close before, and come back, in mean true ranges. */
const LEAST_MOVE = 0.5;
const LEAST_BACK = 1;
/** How much of the move must be given back. */
const LEAST_SHARE = 2 / 3;

interface Turn {
  readonly side: "down" | "up";
  readonly extreme: Point;
  readonly back: number;
}

/** As high as that, only to end there. */
export const reversal: Statistic<z.infer<typeof options>> = {
  name: "reversal",
  summary: "A day or week that turned around: how far it had gone, and where it ended.",
  method:
    "The high (or low) against the close before and the close: a turn down where the high stood at least half a mean true range above the close before, at least two thirds of that rise were given back by the close, and the fall from the high to the close was a whole mean true range or more; a turn up is its mirror image. Of two on one day the larger counts. The mean true range is that of the fourteen days or weeks before. The changes go from a close to an intraday price or back, and are told as intraday. Withheld where the turn is smaller. A week runs over all sessions of a full ISO week. A session missing between the close before and the last known one withholds the turn; in the mean true range weeks count as they are known. Suspect rows take no part.",
  definition:
    "Reversal day after Edwards and Magee, Technical Analysis of Stock Trends, with fixed sizes; true range of Wilder (1978).",
  options,
  parts: {
    "": "From the extreme to the close, as a ratio; its state is down (from a high) or up (from a low).",
    extreme: "The high or low, with its day; its state is high or low.",
    close: "The close it came to.",
    prior: "The close before.",
    gone: "From the close before to the extreme, as a ratio.",
    ended:
      "From the close before to the close, as a ratio; its state is all where the whole move was given back or more, else most.",
  },
  example: "turn: { statistic: reversal, bars: rut, back: 120 }",
  find: ({ bars: id, every: rhythm, back: wanted }, context) => {
    const prices = trustedPrices(fullBarsOf(context, id));
    const candles = lastCandles(prices, rhythm, wanted + 1);
    const tried = candles.slice(1);
    if (tried.length < wanted || tried.some((each) => Number.isNaN(each.noise))) {
      withhold(`too few ${rhythm}s of ${prices.bars.name} are known for a mean true range`);
    }
    for (let place = wanted; place > 0; place--) {
      const before = candles[place - 1];
      const last = candles[place];
      if (before === undefined || last === undefined) break;
      const turn = turnOf(before, last);
      if (turn === null) continue;
      refuseBroken(prices, candles.slice(place - 1), rhythm);
      return told(prices, before, last, turn);
    }
    const end = `${rhythm}${wanted === 1 ? "" : "s"} to ${prices.last.day}`;
    const many = wanted === 1 ? "" : `${wanted} `;
    return withhold(`${prices.bars.name} made no large turn in the last ${many}${end}`);
  },
};

function turnOf(before: Candle, { high, low, close, noise }: Candle): Turn | null {
  const range = 2 * noise;
  const large = (extreme: Point, side: Turn["side"]): Turn | null => {
    const gone = Math.abs(extreme.value - before.close.value);
    const back = Math.abs(extreme.value - close.value);
    const way =
      side === "down" ? extreme.value > before.close.value : extreme.value < before.close.value;
    const enough = gone >= LEAST_MOVE * range && back >= LEAST_BACK * range;
    return way && enough && back >= LEAST_SHARE * gone ? { side, extreme, back } : null;
  };
  const down = large(high, "down");
  const up = large(low, "up");
  if (down === null || up === null) return down ?? up;
  return up.back > down.back ? up : down;
}

function told(
  { bars }: Prices,
  before: Candle,
  last: Candle,
  { side, extreme }: Turn,
): ReturnType<typeof reversal.find> {
  const column: Series = side === "down" ? bars.high : bars.low;
  const top: Quote = { series: column, point: extreme };
  const close: Quote = { series: bars.close, point: last.close };
  const prior: Quote = { series: bars.close, point: before.close };
  const beyond =
    side === "down"
      ? last.close.value <= before.close.value
      : last.close.value >= before.close.value;
  const { basis } = column;
  return {
    "": changeBetween(top, close, { state: side, basis }),
    extreme: quoted(top, { state: side === "down" ? "high" : "low" }),
    close: quoted(close),
    prior: quoted(prior),
    gone: changeBetween(prior, top, { basis }),
    ended: changeBetween(prior, close, { state: beyond ? "all" : "most" }),
  };
}
