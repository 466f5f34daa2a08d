import { day, daysBetween, round } from "../../src/model/index.ts";
import type { Bar } from "./bars.ts";
import { stream } from "./random.ts";

export interface FundBar extends Bar {
  readonly volume: number;
}

const FIRST_DAY = day("2000-05-26");

/** Volume of an ordinary day in millions, by year: young, then crowded, then settled. */
const VOLUMES: readonly (readonly [year: number, millions: number])[] = [
  [2000, 0.3],
  [2004, 9],
  [2008, 82],
  [2012, 48],
  [2018, 24],
  [2025, 29],
];

/** A fund at about a tenth of the index, never quite on it. */
export function fundBars(index: readonly Bar[]): readonly FundBar[] {
  const random = stream("fund");
  let apart = 0;
  let before: number | null = null;
  const found: FundBar[] = [];
  for (const bar of index.filter((each) => each.day >= FIRST_DAY)) {
    apart = 0.9 * apart + 0.0003 * random.normal();
    const share = 0.0994 * (1 + apart);
    const near = (value: number): number => value * share * (1 + 0.00015 * random.normal());
    const open = near(bar.open);
    const close = bar.close * share;
    const move = before === null ? 0 : Math.abs(Math.log(close / before));
    before = close;
    const mood = Math.exp(0.28 * random.normal() + 14 * move - 0.15);
    found.push({
      day: bar.day,
      open: round(open, 2),
      high: round(Math.max(near(bar.high), open, close), 2),
      low: round(Math.min(near(bar.low), open, close), 2),
      close: round(close, 2),
      volume: round(ordinaryVolume(bar) * mood, -2),
    });
  }
  return found;
}

function ordinaryVolume(bar: Bar): number {
  const year = 2000 + daysBetween(day("2000-01-01"), bar.day) / 365.25;
  const at = VOLUMES.findLastIndex(([from]) => from <= year);
  const [fromYear, from] = VOLUMES[at] ?? [2000, 1];
  const [toYear, to] = VOLUMES[at + 1] ?? [fromYear + 1, from];
  const part = (year - fromYear) / (toYear - fromYear);
  return 1e6 * from * (to / from) ** part;
}
