import { correlation, round } from "../../src/model/index.ts";
import type { Bar } from "./bars.ts";
import { fold } from "./bridge.ts";
import { months, monthText, wander } from "./monthly.ts";
import { stream } from "./random.ts";

export interface MarginRow {
  readonly month: string;
  /** Millions of dollars. */
  readonly debt: number;
}

/** The months that are told, in millions of dollars. All others lie under the first record. */
const PINS: readonly (readonly [month: string, millions: number])[] = [
  ["2021-10", 935_874],
  ["2025-01", 937_316],
  ["2025-03", 880_427],
  ["2025-04", 850_631],
];
/** Millions of dollars a point of the index. */
const SHARE = 408;
const RECORD = "2021-10";

/** Walls of the other months, in millions. */
function wallsOf(month: string): readonly [low: number, high: number] {
  if (month < RECORD) return [1, 926_500];
  if (month === "2024-10") return [806_000, 843_500];
  if (month === "2024-11" || month === "2024-12") return [874_000, 913_000];
  if (month === "2025-02") return [889_000, 929_000];
  return [1, 929_000];
}

/** Margin debt at the beginning, against where its bond with the index would have it later (log). */
const START = -0.3;
/** Debt follows the index of this month, the one before and the one before that. */
const FOLLOWS = [0.4, 0.35, 0.25] as const;
/** Standard deviation of what comes and goes within a month. */
const FLEETING = 0.014;
/** Pearson's correlation of the month-end closes and the debt, on levels, since the beginning. */
const CORRELATION = 0.984;

/** The debt follows the index loosely: how loosely is found by halving, to meet the correlation. */
export function marginDebt(index: readonly Bar[]): readonly MarginRow[] {
  const all = months("1997-01", "2025-04");
  const last = new Map(index.map((bar) => [monthText(bar.day), bar.close]));
  const closes = all.map((month) => last.get(month) ?? Number.NaN);
  let tight = 0;
  let loose = 0.1;
  for (let round = 0; round < 50; round++) {
    const middle = (tight + loose) / 2;
    if (correlation(closes, debts(all, closes, middle)) > CORRELATION) tight = middle;
    else loose = middle;
  }
  const found = debts(all, closes, tight);
  return all.map((month, place) => ({ month, debt: found[place] ?? Number.NaN }));
}

function debts(
  all: readonly string[],
  closes: readonly number[],
  scale: number,
): readonly number[] {
  const followed = closes.map((close, place) =>
    FOLLOWS.reduce(
      (total, weight, back) => total + weight * Math.log(closes[place - back] ?? close),
      0,
    ),
  );
  const told = PINS.map(([month, millions]) => ({
    period: month,
    value: Math.log(millions / SHARE) - (followed[all.indexOf(month)] ?? Number.NaN),
  }));
  const apart = wander(all, {
    name: "margin debt",
    scale,
    pins: [{ period: all[0] ?? "", value: START }, ...told],
    walls: [],
  });
  const random = stream("margin debt within a month");
  return all.map((month, place) => {
    const fleeting = FLEETING * random.normal();
    const pinned = PINS.find(([each]) => each === month);
    if (pinned !== undefined) return pinned[1];
    const log = (followed[place] ?? Number.NaN) + (apart[place] ?? Number.NaN) + fleeting;
    return round(fold(SHARE * Math.exp(log), ...wallsOf(month)), 0);
  });
}
