import type { Day } from "../../src/model/index.ts";
import {
  addDays,
  addMonths,
  day,
  endOfMonth,
  round,
  roundText,
  sessionOnOrBefore,
  weekNumber,
} from "../../src/model/index.ts";
import type { Bar } from "./bars.ts";
import { csv } from "./csv.ts";
import { monthText } from "./monthly.ts";
import type { Lean } from "./path.ts";
import { leaning, spells } from "./path.ts";
import { stream } from "./random.ts";

const FROM = day("2010-01-04");

/** The markets around the index: they lean on its days, and walk by chance besides. */
export function marketFiles(index: readonly Bar[]): ReadonlyMap<string, string> {
  const { bars, moves } = marketDays(index);
  return new Map([
    ["data/large-caps.csv", largeCaps(bars, moves)],
    ["data/volatility.csv", volatility(bars, moves)],
    ["data/treasury-yield.csv", yields(bars)],
    ["data/put-call.csv", putCall(bars, moves)],
    ["data/futures-positions.csv", positions()],
    ["data/investor-survey.csv", investors()],
    ["data/consumer-sentiment.csv", sentiment()],
    ["data/iwm-outstanding.csv", outstanding()],
  ]);
}

/** The index from the first day of the markets on, and its daily moves. */
export function marketDays(index: readonly Bar[]): {
  readonly bars: readonly Bar[];
  readonly moves: readonly number[];
} {
  const bars = index.filter((each) => each.day >= FROM);
  const moves = bars.map((each, at) => Math.log(each.close / (bars[at - 1]?.close ?? each.close)));
  return { bars, moves };
}

export function leans(...pairs: readonly (readonly [string, number])[]): readonly Lean[] {
  return pairs.map(([at, value]) => ({ day: day(at), value }));
}

/** The large-cap index with a column of its total return: two percent a year of dividends. */
function largeCaps(bars: readonly Bar[], moves: readonly number[]): string {
  const returns = largeCapReturns(moves);
  const random = stream("large caps bars");
  let close = 1133;
  let total100 = 1133;
  const rows = bars.map((bar, at) => {
    const before = close;
    close *= Math.exp(returns[at] ?? 0);
    total100 *= (close / before) * 1.02 ** (1 / 252);
    const open = before * Math.exp(0.3 * Math.log(close / before) + 0.0012 * random.normal());
    const high = Math.max(open, close) * Math.exp(0.003 * Math.abs(random.normal()));
    const low = Math.min(open, close) * Math.exp(-0.003 * Math.abs(random.normal()));
    return [bar.day, ...[open, high, low, close, total100].map((each) => roundText(each, 2))];
  });
  return csv(["date", "open", "high", "low", "close", "total_return"], rows);
}

/** Daily, as logarithms: part of the small caps' move, some of their own, and a drift to 5800. */
export function largeCapReturns(moves: readonly number[]): readonly number[] {
  const own = spells("large caps", moves.length, 0, 0.0045);
  const raw = moves.map((move, at) => 0.62 * move + (own[at] ?? 0));
  const total = raw.reduce((sum, each) => sum + each, 0);
  const drift = (Math.log(5800 / 1133) - total) / raw.length;
  return raw.map((each) => each + drift);
}

function volatility(bars: readonly Bar[], moves: readonly number[]): string {
  const noise = spells("volatility", bars.length, 0.9, 0.02);
  const far = spells("volatility, three months", bars.length, 0.93, 0.009);
  let fear = 0;
  const rows = bars.map((bar, at) => {
    const move = moves[at] ?? 0;
    fear = 0.955 * fear + (move < 0 ? -5.5 : -3.2) * move;
    const near = 16.5 * Math.exp(fear + (noise[at] ?? 0));
    const three = 18.4 * Math.exp(0.68 * fear + (far[at] ?? 0));
    return [bar.day, roundText(Math.max(tamed(near), 9.1), 2), roundText(tamed(three), 2)];
  });
  return csv(["date", "one_month", "three_months"], rows);
}

/** Beyond 40 it takes three times the fear for the same step. */
function tamed(value: number): number {
  return value > 40 ? 40 + (value - 40) / 3 : value;
}

const YIELDS = leans(
  ["2010-01-04", 3.85],
  ["2012-07-25", 1.45],
  ["2013-12-31", 3],
  ["2016-07-08", 1.4],
  ["2018-11-08", 3.2],
  ["2020-08-04", 0.6],
  ["2021-03-31", 1.7],
  ["2023-10-19", 4.9],
  ["2024-09-16", 3.7],
  ["2025-01-14", 4.75],
  ["2025-04-04", 4.05],
  ["2025-05-27", 4.5],
);

function yields(bars: readonly Bar[]): string {
  const ten = tenYears(bars);
  const rows = bars.map((bar, at) => [bar.day, roundText(ten[at] ?? 0, 2)]);
  return csv(["date", "ten_years"], rows);
}

export function tenYears(bars: readonly Bar[]): readonly number[] {
  const noise = spells("treasury yield", bars.length, 0.97, 0.042);
  return bars.map((bar, at) => Math.max(leaning(YIELDS, bar.day) + 0.8 * (noise[at] ?? 0), 0.4));
}

function putCall(bars: readonly Bar[], moves: readonly number[]): string {
  const ratios = equityRatios(moves);
  const rows = bars.map((bar, at) => [bar.day, roundText(ratios[at] ?? 0, 2)]);
  return csv(["date", "equity"], rows);
}

/** Puts on shares for each call, day by day: more of them after a fall. */
export function equityRatios(moves: readonly number[]): readonly number[] {
  const noise = spells("put-call", moves.length, 0.55, 0.055);
  let mood = 0;
  return moves.map((move, at) => {
    mood = 0.94 * mood - 1.4 * move;
    return Math.max(0.62 + mood + (noise[at] ?? 0), 0.32);
  });
}

/** A day of every week, or the last session of that week before it; the day itself where there was none. */
export function weekly(weekday: number, last: string): readonly Day[] {
  const first = addDays(FROM, weekday - 1);
  const found: Day[] = [];
  for (let at = first; at <= last; at = addDays(at, 7)) {
    const session = sessionOnOrBefore(at);
    found.push(weekNumber(session) === weekNumber(at) ? session : at);
  }
  return found;
}

const LONGS = leans(["2010-01-05", 62], ["2015-06-30", 78], ["2021-01-05", 96], ["2025-05-20", 58]);
const SHORTS = leans(
  ["2010-01-05", 88],
  ["2014-12-30", 60],
  ["2018-06-26", 52],
  ["2022-06-21", 168],
  ["2025-05-20", 142],
);

function positions(): string {
  const weeks = weekly(2, "2025-05-20");
  const long = spells("longs", weeks.length, 0.86, 0.075);
  const short = spells("shorts", weeks.length, 0.88, 0.08);
  const others = spells("open interest", weeks.length, 0.94, 0.02);
  const rows = weeks.map((day, at) => {
    const longs = round(1000 * leaning(LONGS, day) * Math.exp(long[at] ?? 0), 0);
    const shorts = round(1000 * leaning(SHORTS, day) * Math.exp(short[at] ?? 0), 0);
    const open = round(430_000 * Math.exp(others[at] ?? 0), 0);
    return [day, longs, shorts, Math.max(open, longs + 40_000, shorts + 40_000)];
  });
  return csv(["report_date", "long", "short", "open_interest"], rows);
}

function investors(): string {
  const weeks = weekly(4, "2025-05-22");
  const mood = spells("investors", weeks.length, 0.8, 3.8);
  const calm = spells("investors, neutral", weeks.length, 0.7, 2.4);
  const rows = weeks.map((day, at) => {
    const bulls = round(Math.min(Math.max(37 + (mood[at] ?? 0), 16), 62), 1);
    const neutral = round(Math.min(Math.max(31 + (calm[at] ?? 0), 18), 37), 1);
    return [day, ...[bulls, neutral, 100 - bulls - neutral].map((each) => roundText(each, 1))];
  });
  return csv(["date", "bullish", "neutral", "bearish"], rows);
}

function monthsTo(last: Day): readonly Day[] {
  const found: Day[] = [];
  for (let at = FROM; at <= last; at = addMonths(at, 1)) found.push(endOfMonth(at));
  return found;
}

const SENTIMENT = leans(
  ["2010-01-31", 74],
  ["2019-12-31", 99],
  ["2022-06-30", 52],
  ["2024-12-31", 74],
  ["2025-04-30", 55],
);

/** The first print of each month, and what it was revised to. */
function sentiment(): string {
  const months = monthsTo(day("2025-04-30"));
  const noise = spells("sentiment", months.length, 0.6, 2);
  const random = stream("sentiment revisions");
  const rows = months.map((at, place) => {
    const final = round(leaning(SENTIMENT, at) + (noise[place] ?? 0), 1);
    const first = round(final + 0.8 * random.normal(), 1);
    return [monthText(at), roundText(first, 1), roundText(final, 1)];
  });
  return csv(["month", "first", "final"], rows);
}

const OUTSTANDING = leans(
  ["2010-01-31", 245],
  ["2016-06-30", 210],
  ["2021-03-31", 305],
  ["2025-04-30", 285],
);

function outstanding(): string {
  const months = monthsTo(day("2025-04-30"));
  const noise = spells("outstanding", months.length, 0.85, 0.02);
  const rows = months.map((at, place) => [
    monthText(at),
    round(1e6 * leaning(OUTSTANDING, at) * Math.exp(noise[place] ?? 0), -4),
  ]);
  return csv(["month", "shares"], rows);
}
