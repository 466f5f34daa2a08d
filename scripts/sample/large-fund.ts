import type { Day } from "../../src/model/index.ts";
import { addMonths, day, endOfMonth, round, roundText } from "../../src/model/index.ts";
import { csv } from "./csv.ts";
import { monthText, wander } from "./monthly.ts";
import type { Lean } from "./path.ts";
import { leaning, spells } from "./path.ts";
import { stream } from "./random.ts";
import { settlements } from "./short-interest.ts";

const FIRST_DAY = "2016-01-04";

/** A fund on the large-cap index: its bars with volume, its short interest, its shares in existence. */
export function largeFundFiles(largeCaps: string): ReadonlyMap<string, string> {
  return new Map([
    ["data/spy.csv", bars(largeCaps)],
    ["data/spy-short-interest.csv", shorts()],
    ["data/spy-outstanding.csv", outstanding()],
  ]);
}

/** A tenth of the index, never quite on it; the wilder the day, the more shares change hands. */
function bars(largeCaps: string): string {
  const random = stream("large fund");
  const rows = largeCaps.trim().split("\n").slice(1);
  let before: number | null = null;
  let apart = 0;
  const made: (readonly (string | number)[])[] = [];
  for (const row of rows) {
    const [date = "", ...cells] = row.split(",");
    if (date < FIRST_DAY) continue;
    const [open = 0, high = 0, low = 0, close = 0] = cells.map(Number);
    apart = 0.9 * apart + 0.0002 * random.normal();
    const near = (value: number): number => value * 0.0998 * (1 + apart);
    const move = before === null ? 0 : Math.abs(Math.log(close / before));
    before = close;
    const volume = 62e6 * Math.exp(0.2 * random.normal() + 26 * move - 0.14);
    const prices = [open, high, low, close].map((each) => roundText(near(each), 2));
    made.push([date, ...prices, round(volume, -2)]);
  }
  return csv(["date", "open", "high", "low", "close", "volume"], made);
}

/** Millions of shares on the settlements between which the short interest wanders. */
const PINS: readonly (readonly [period: string, millions: number])[] = [
  ["2016-01-15", 271.409318],
  ["2017-06-30", 196.252407],
  ["2018-12-31", 242.700156],
  ["2019-12-31", 158.366912],
  ["2020-03-31", 211.918843],
  ["2021-11-15", 124.080751],
  ["2022-09-30", 193.551286],
  ["2023-12-29", 112.664017],
  ["2024-12-31", 96.238455],
  ["2025-01-31", 92.517382],
  ["2025-03-31", 116.930174],
  ["2025-04-15", 124.746083],
  ["2025-04-30", 131.302598],
];

function shorts(): string {
  const days = settlements().filter((each) => each >= FIRST_DAY);
  const logs = wander(days, {
    name: "large fund short interest",
    scale: 0.05,
    pins: PINS.map(([period, millions]) => ({ period, value: Math.log(millions) })),
    walls: [],
  });
  const rows = days.map((each, at) => [each, round(Math.exp(logs[at] ?? Number.NaN) * 1e6, 0)]);
  return csv(["settlement_date", "shares_short"], rows);
}

const OUTSTANDING: readonly Lean[] = [
  { day: day("2016-01-31"), value: 905 },
  { day: day("2020-03-31"), value: 968 },
  { day: day("2025-04-30"), value: 1012 },
];

function outstanding(): string {
  const months: Day[] = [];
  for (let at = day("2016-01-01"); at <= "2025-04-30"; at = addMonths(at, 1))
    months.push(endOfMonth(at));
  const noise = spells("large fund outstanding", months.length, 0.85, 0.015);
  const rows = months.map((at, place) => [
    monthText(at),
    round(1e6 * leaning(OUTSTANDING, at) * Math.exp(noise[place] ?? 0), -4),
  ]);
  return csv(["month", "shares"], rows);
}
