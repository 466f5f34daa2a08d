import type { Day, Series } from "../../src/model/index.ts";
import {
  dayOf,
  daysBetween,
  endOfMonth,
  isSession,
  nextPeriod,
  nextSession,
  sessionOnOrBefore,
} from "../../src/model/index.ts";
import { generator } from "./random.ts";
import { seriesOf } from "./support.ts";
import { markets } from "./world-markets.ts";

/** Series as a note on small caps uses them, made by a seeded generator. */
export function world(seed: number): readonly Series[] {
  const random = generator(seed);
  return [
    ...bars("rut", 1500, random),
    ...bars("iwm", 150, random),
    monthly("margin-debt", 500e9, 0.03, -6, random),
    survey("nfib.optimism", 99, random),
    survey("nfib.capex", 25, random),
    halfMonthly("iwm.short-interest", 90e6, random),
    ...markets(seed),
  ];
}

const START = dayOf(2016, 1, 4);
const END = "2025-06-30";

/** Markets and leverage go up and down together, in cycles of three years, each higher than the last. */
function wave(day: Day): number {
  const years = daysBetween(START, day) / 365.25;
  return 0.25 * Math.sin((2 * Math.PI * years) / 3) + 0.03 * years;
}

function bars(id: string, start: number, random: () => number): readonly Series[] {
  const rows: { day: string; open: number; high: number; low: number; close: number }[] = [];
  let close = start;
  for (let day = START; day <= END; day = nextSession(day)) {
    if (!isSession(day)) continue;
    const open = close * (1 + (random() - 0.5) * 0.006);
    const pull = (Math.log(close / start) - wave(day)) * 0.02;
    close = open * (1 + (random() - 0.5) * 0.026 - pull);
    const high = Math.max(open, close) * (1 + random() * 0.006);
    const low = Math.min(open, close) * (1 - random() * 0.006);
    rows.push({ day, open, high, low, close });
  }
  const cents = (value: number): number => Math.round(value * 100) / 100;
  const column = (name: "open" | "high" | "low" | "close"): Series =>
    seriesOf(
      `${id}.${name}`,
      rows.map((row) => [row.day, cents(row[name])] as const),
      { basis: name === "high" || name === "low" ? "intraday" : "close" },
    );
  return [column("open"), column("high"), column("low"), column("close")];
}

function monthly(
  id: string,
  start: number,
  size: number,
  precision: number,
  random: () => number,
): Series {
  const rows: (readonly [string, number])[] = [];
  let value = start;
  for (let day = endOfMonth(START); day <= END; day = nextPeriod(day, "month")) {
    const pull = (Math.log(value / start) - wave(day)) * 0.5;
    value *= 1 + (random() - 0.5) * 2 * size - pull;
    rows.push([day, Math.round(value * 10 ** precision) / 10 ** precision]);
  }
  return seriesOf(id, rows, {
    unit: "money",
    every: "month",
    basis: "reported",
    precision,
    release: { rule: { kind: "session of next month", session: 15 }, exceptions: new Map() },
  });
}

function survey(id: string, middle: number, random: () => number): Series {
  const rows: (readonly [string, number])[] = [];
  let value = middle;
  for (let day = endOfMonth(START); day <= END; day = nextPeriod(day, "month")) {
    value += (random() - 0.5) * 4 + (middle - value) * 0.1;
    rows.push([day, Math.round(value * 10) / 10]);
  }
  return seriesOf(id, rows, {
    unit: "score",
    every: "month",
    basis: "reported",
    precision: 1,
    release: {
      rule: { kind: "weekday of next month", weekday: 2, nth: 2 },
      exceptions: new Map(),
    },
  });
}

function halfMonthly(id: string, start: number, random: () => number): Series {
  const rows: (readonly [string, number])[] = [];
  let value = start;
  for (
    let day = sessionOnOrBefore(dayOf(2016, 1, 15));
    day <= END;
    day = nextPeriod(day, "half-month")
  ) {
    value *= 1 + (random() - 0.5) * 0.16;
    rows.push([day, Math.round(value / 100) * 100]);
  }
  return seriesOf(id, rows, {
    unit: "shares",
    every: "half-month",
    basis: "reported",
    precision: 0,
    release: { rule: { kind: "sessions after", sessions: 7 }, exceptions: new Map() },
  });
}
