import { day, roundText } from "../../src/model/index.ts";
import type { Bar } from "./bars.ts";
import { csv } from "./csv.ts";
import { equityRatios, leans, marketDays, weekly } from "./markets.ts";
import { leaning, spells } from "./path.ts";

/** What options and managers say of the market's mood: it leans on the index's latest moves. */
export function moodFiles(index: readonly Bar[]): ReadonlyMap<string, string> {
  const { bars, moves } = marketDays(index);
  return new Map([
    ["data/put-call-total.csv", putCallTotal(bars, moves)],
    ["data/skew.csv", skew(bars, moves)],
    ["data/manager-survey.csv", managers(bars, moves)],
  ]);
}

/** Options on indexes added, of which most are puts. */
function putCallTotal(bars: readonly Bar[], moves: readonly number[]): string {
  const equity = equityRatios(moves);
  const noise = spells("put-call, all", bars.length, 0.4, 0.045);
  const rows = bars.map((bar, at) => [
    bar.day,
    roundText(Math.max(0.33 + 0.95 * (equity[at] ?? 0) + (noise[at] ?? 0), 0.52), 2),
  ]);
  return csv(["date", "total"], rows);
}

/** The price of protection against a crash: it rises slowly while all is well, and falls in the crash. */
function skew(bars: readonly Bar[], moves: readonly number[]): string {
  const level = leans(["2010-01-04", 118], ["2018-08-13", 142], ["2025-05-27", 140]);
  const noise = spells("skew", bars.length, 0.93, 2.3);
  let calm = 0;
  const rows = bars.map((bar, at) => {
    calm = 0.96 * calm + 22 * (moves[at] ?? 0);
    const value = leaning(level, bar.day) + calm + (noise[at] ?? 0);
    return [bar.day, roundText(Math.min(Math.max(value, 104), 178), 2)];
  });
  return csv(["date", "skew"], rows);
}

/** Managers' mean exposure to shares in percent, on Wednesdays: they follow the market. */
function managers(bars: readonly Bar[], moves: readonly number[]): string {
  const trend = new Map<string, number>();
  let followed = 0;
  bars.forEach((bar, at) => {
    followed = 0.95 * followed + (moves[at] ?? 0);
    trend.set(bar.day, followed);
  });
  const weeks = weekly(3, day("2025-05-21"));
  const noise = spells("managers", weeks.length, 0.72, 6.5);
  const rows = weeks.map((at, place) => {
    const value = 70 + 310 * (trend.get(at) ?? 0) + (noise[place] ?? 0);
    return [at, roundText(Math.min(Math.max(value, -12), 118), 2)];
  });
  return csv(["date", "exposure"], rows);
}
