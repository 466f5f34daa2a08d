import type { Day } from "../../src/model/index.ts";
import {
  addMonths,
  day,
  dayOf,
  monthOf,
  round,
  sessionOnOrBefore,
  yearOf,
} from "../../src/model/index.ts";
import { wander } from "./monthly.ts";
import { lastSessionOfMonth } from "./sessions.ts";

export interface Settlement {
  readonly day: Day;
  /** Shares sold short. */
  readonly shares: number;
}

/** The settlement days of a month: the 15th or the session before it, and the last session. */
export function settlements(): readonly Day[] {
  const found: Day[] = [];
  for (let month = day("2010-01-01"); month < "2025-05-01"; month = addMonths(month, 1)) {
    found.push(
      sessionOnOrBefore(dayOf(yearOf(month), monthOf(month), 15)),
      lastSessionOfMonth(month),
    );
  }
  return found;
}

/** Millions of shares on the settlements that the story turns on. */
const PINS: readonly (readonly [period: string, millions: number])[] = [
  ["2010-01-15", 61.274426],
  ["2011-10-14", 96.318815],
  ["2013-12-31", 101.852293],
  ["2016-02-12", 118.427682],
  ["2018-08-31", 84.93616],
  ["2018-12-31", 107.715549],
  ["2019-12-31", 90.268027],
  ["2020-01-31", 84.051416],
  ["2020-02-28", 74.913805],
  ["2020-03-31", 96.482283],
  ["2020-07-15", 99.396672],
  ["2021-06-30", 92.87415],
  ["2021-11-15", 97.637539],
  ["2022-03-31", 102.615284],
  ["2022-06-15", 117.208017],
  ["2022-08-31", 109.764406],
  ["2022-09-15", 104.582795],
  ["2023-07-31", 91.135273],
  ["2023-10-31", 103.249662],
  ["2024-07-15", 85.41814],
  ["2024-12-31", 81.927529],
  ["2025-01-15", 80.346007],
  ["2025-01-31", 77.618396],
  ["2025-02-14", 79.253785],
  ["2025-02-28", 80.884263],
  ["2025-03-14", 82.107652],
  ["2025-03-31", 83.31213],
  ["2025-04-15", 107.428519],
  ["2025-04-30", 106.785908],
];

export function shortInterest(): readonly Settlement[] {
  const days = settlements();
  const logs = wander(days, {
    name: "short interest",
    scale: 0.035,
    pins: PINS.map(([period, millions]) => ({ period, value: Math.log(millions) })),
    walls: [
      { from: "2020-03-01", to: "2025-01-15", over: Math.log(79.2) },
      { from: "2022-09-15", to: "2025-03-31", under: Math.log(106.3) },
      { from: "2020-03-31", to: "2022-03-31", under: Math.log(104.4) },
      { from: "2010-01-15", to: "2022-08-31", under: Math.log(131) },
    ],
  });
  return days.map((each, index) => ({
    day: each,
    shares: round(Math.exp(logs[index] ?? Number.NaN) * 1e6, 0),
  }));
}
