import type { Day } from "../../src/model/index.ts";
import { addMonths, day, endOfMonth, roundText } from "../../src/model/index.ts";
import { csv } from "./csv.ts";
import { monthText } from "./monthly.ts";
import type { Lean } from "./path.ts";
import { leaning, spells } from "./path.ts";

/**
 * What hedge funds hold short, in percent of the market value of all small companies: a market note of
 * spring 2025 told of about eight percent five years earlier and of almost twelve. The rest is invented.
 */
const SHARES: readonly Lean[] = [
  { day: day("2015-01-31"), value: 6.4 },
  { day: day("2016-02-29"), value: 8.2 },
  { day: day("2018-08-31"), value: 6.9 },
  { day: day("2019-12-31"), value: 7.6 },
  { day: day("2020-04-30"), value: 8 },
  { day: day("2021-02-28"), value: 7.1 },
  { day: day("2022-06-30"), value: 9.8 },
  { day: day("2023-10-31"), value: 10.9 },
  { day: day("2024-11-30"), value: 10.2 },
  { day: day("2025-04-30"), value: 11.9 },
];

export function hedgeFundFiles(): ReadonlyMap<string, string> {
  const months: Day[] = [];
  for (let at = day("2015-01-01"); at <= "2025-04-30"; at = addMonths(at, 1))
    months.push(endOfMonth(at));
  const noise = spells("hedge funds", months.length, 0.7, 0.14);
  const fixed = new Set<Day>([day("2020-04-30"), day("2025-04-30")]);
  const rows = months.map((at, place) => [
    monthText(at),
    roundText(leaning(SHARES, at) + (fixed.has(at) ? 0 : (noise[place] ?? 0)), 1),
  ]);
  return new Map([["data/hedge-fund-shorts.csv", csv(["month", "percent_short"], rows)]]);
}
