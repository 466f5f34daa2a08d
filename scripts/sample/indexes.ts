import { roundText } from "../../src/model/index.ts";
import type { Bar } from "./bars.ts";
import { csv } from "./csv.ts";
import { largeCapReturns, leans, marketDays, tenYears } from "./markets.ts";
import type { Lean } from "./path.ts";
import { leaning, spells } from "./path.ts";

/** Indexes that lean on the large caps, and yields that lean on the ten-year one: closes alone. */
export function indexFiles(index: readonly Bar[]): ReadonlyMap<string, string> {
  const { bars, moves } = marketDays(index);
  const large = largeCapReturns(moves);
  return new Map([
    ["data/blue-chips.csv", closes(bars, large, BLUE_CHIPS)],
    ["data/growth-index.csv", closes(bars, large, GROWTH)],
    ["data/world-index.csv", closes(bars, large, WORLD)],
    ["data/treasury-curve.csv", curve(bars)],
  ]);
}

interface Likeness {
  readonly name: string;
  /** How far it moves where the large caps move by one. */
  readonly beta: number;
  readonly own: number;
  readonly from: number;
  readonly to: number;
}

const BLUE_CHIPS: Likeness = {
  name: "blue chips",
  beta: 0.92,
  own: 0.0034,
  from: 10_580,
  to: 42_100,
};
const GROWTH: Likeness = { name: "growth", beta: 1.18, own: 0.0048, from: 2308, to: 19_050 };
const WORLD: Likeness = { name: "world", beta: 0.8, own: 0.0042, from: 1990, to: 5410 };

/** The large caps' moves and some of its own, with a drift that takes it where it must arrive. */
function closes(bars: readonly Bar[], large: readonly number[], likeness: Likeness): string {
  const { name, beta, own, from, to } = likeness;
  const noise = spells(`index, ${name}`, bars.length, 0, own);
  const raw = large.map((move, at) => beta * move + (noise[at] ?? 0));
  const drift = (Math.log(to / from) - raw.reduce((sum, each) => sum + each, 0)) / raw.length;
  let close = from;
  const rows = bars.map((bar, at) => {
    close *= Math.exp((raw[at] ?? 0) + drift);
    return [bar.day, roundText(close, 2)];
  });
  return csv(["date", "close"], rows);
}

/** How far the two-year and the thirty-year yield stand from the ten-year one, in points. */
const SHORT: readonly Lean[] = leans(
  ["2010-01-04", -2.7],
  ["2018-12-31", -0.2],
  ["2021-03-31", -1.5],
  ["2023-07-03", 1],
  ["2024-09-05", 0],
  ["2025-05-27", -0.5],
);
const LONG: readonly Lean[] = leans(
  ["2010-01-04", 0.8],
  ["2018-12-31", 0.3],
  ["2020-08-04", 0.65],
  ["2023-07-03", 0.05],
  ["2025-05-27", 0.5],
);

function curve(bars: readonly Bar[]): string {
  const ten = tenYears(bars);
  const short = spells("two years", bars.length, 0.96, 0.03);
  const long = spells("thirty years", bars.length, 0.96, 0.018);
  const rows = bars.map((bar, at) => {
    const two = (ten[at] ?? 0) + leaning(SHORT, bar.day) + (short[at] ?? 0);
    const thirty = (ten[at] ?? 0) + leaning(LONG, bar.day) + (long[at] ?? 0);
    return [bar.day, roundText(Math.max(two, 0.08), 2), roundText(Math.max(thirty, 0.9), 2)];
  });
  return csv(["date", "two_years", "thirty_years"], rows);
}
