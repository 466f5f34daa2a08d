import type { Day, Series } from "../../src/model/index.ts";
import { dayOf, endOfMonth, isSession, nextPeriod, nextSession } from "../../src/model/index.ts";
import { generator } from "./random.ts";
import type { Shape } from "./support.ts";
import { seriesOf } from "./support.ts";

const START = dayOf(2016, 1, 4);
const END = "2025-06-30";
const GROUPS_START = dayOf(2023, 6, 1);
/** Seasons need ten years and more. */
const HISTORY_START = dayOf(2012, 1, 3);

/** What a note on markets at large uses besides: other indices, positions, surveys, groups. */
export function markets(seed: number): readonly Series[] {
  const random = generator(seed + 1);
  const outstanding = walk("iwm.outstanding", ends("month"), 280e6, 0.01, 0, random);
  const longs = walk("cot.russell.long", tuesdays(), 90_000, 0.08, 0, random, weekly);
  const shorts = walk("cot.russell.short", tuesdays(), 100_000, 0.08, 0, random, weekly);
  const interest = walk("cot.russell.interest", tuesdays(), 420_000, 0.04, 0, random, weekly);
  const bulls = sway("aaii.bulls", thursdays(), 37, 5, random);
  const bears = sway("aaii.bears", thursdays(), 31, 5, random);
  const final = sway("sentiment", ends("month"), 80, 4, random);
  const spx = bars("spx", START, 2000, random);
  return [
    ...spx,
    total("spx-total", spx[3]),
    volume("iwm.volume", START, 30e6, random),
    sway("vix", sessions(START), 19, 1.2, random, { unit: "index", precision: 2 }),
    sway("vix3m", sessions(START), 20, 0.8, random, { unit: "index", precision: 2 }),
    sway("ust10", sessions(START), 3.2, 0.06, random, { unit: "yield", precision: 2 }),
    sway("put-call", sessions(START), 0.62, 0.06, random, { precision: 2 }),
    outstanding,
    longs,
    shorts,
    interest,
    difference("cot.russell.net", longs, shorts, {
      unit: "contracts",
      every: "week",
      precision: 0,
    }),
    share("cot.russell.share", longs, shorts, interest),
    bulls,
    bears,
    difference("aaii.spread", bulls, bears, { unit: "net percent", every: "week", precision: 1 }),
    final,
    firstPrints("sentiment.first", final, random),
    ...group("sectors", 11, random),
    ...group("stocks", 12, random),
    ...group("stock-history", 4, random, HISTORY_START),
  ];
}

const weekly: Shape = {
  unit: "contracts",
  every: "week",
  basis: "reported",
  precision: 0,
  release: { rule: { kind: "weekday after", weekday: 5 }, exceptions: new Map() },
};

function sessions(from: Day): readonly Day[] {
  const found: Day[] = [];
  for (let day = from; day <= END; day = nextSession(day)) if (isSession(day)) found.push(day);
  return found;
}

function tuesdays(): readonly Day[] {
  return weeks(dayOf(2016, 1, 5));
}

function thursdays(): readonly Day[] {
  return weeks(dayOf(2016, 1, 7));
}

function weeks(first: Day): readonly Day[] {
  const found: Day[] = [];
  for (let day = first; day <= END; day = nextPeriod(day, "week")) found.push(day);
  return found;
}

function ends(every: "month"): readonly Day[] {
  const found: Day[] = [];
  for (let day = endOfMonth(START); day <= END; day = nextPeriod(day, every)) found.push(day);
  return found;
}

function rounded(value: number, precision: number): number {
  return Math.round(value * 10 ** precision) / 10 ** precision;
}

/** Multiplied from step to step. */
function walk(
  id: string,
  days: readonly Day[],
  start: number,
  size: number,
  precision: number,
  random: () => number,
  shape: Shape = { unit: "shares", every: "month", basis: "reported", precision: 0 },
): Series {
  let value = start;
  const rows = days.map((day) => {
    value *= 1 + (random() - 0.5) * 2 * size - (value / start - 1) * 0.05;
    return [day, rounded(value, precision)] as const;
  });
  return seriesOf(id, rows, shape);
}

/** Around a middle that it is drawn back to. */
function sway(
  id: string,
  days: readonly Day[],
  middle: number,
  size: number,
  random: () => number,
  shape: Shape = {},
): Series {
  const whole: Shape = { ...usual(days), ...shape };
  let value = middle;
  const rows = days.map((day) => {
    value += (random() - 0.5) * 2 * size + (middle - value) * 0.08;
    value = Math.max(value, middle / 8);
    return [day, rounded(value, whole.precision ?? 1)] as const;
  });
  return seriesOf(id, rows, whole);
}

function usual(days: readonly Day[]): Shape {
  if (days.length > 1000) return { unit: "score", every: "day", basis: "reported", precision: 2 };
  if (days.length > 200) {
    return { unit: "net percent", every: "week", basis: "reported", precision: 1 };
  }
  return { unit: "score", every: "month", basis: "reported", precision: 1 };
}

function valuesOf(series: Series | undefined): readonly (readonly [string, number])[] {
  return (series?.points ?? []).map((each) => [each.day, each.value] as const);
}

function difference(id: string, one: Series, two: Series, shape: Shape): Series {
  const other = valuesOf(two);
  const rows = valuesOf(one).map(
    ([day, value], at) => [day, rounded(value - (other[at]?.[1] ?? 0), 1)] as const,
  );
  return seriesOf(id, rows, { ...weekly, ...shape });
}

function share(id: string, longs: Series, shorts: Series, interest: Series): Series {
  const short = valuesOf(shorts);
  const whole = valuesOf(interest);
  const rows = valuesOf(longs).map(
    ([day, value], at) =>
      [day, rounded((value - (short[at]?.[1] ?? 0)) / (whole[at]?.[1] ?? 1), 6)] as const,
  );
  return seriesOf(id, rows, { ...weekly, unit: "ratio", precision: 6 });
}

/** The price index with two percent a year of dividends put back. */
function total(id: string, price: Series | undefined): Series {
  const rows = valuesOf(price).map(
    ([day, value], at) => [day, rounded(value * 1.02 ** (at / 252), 2)] as const,
  );
  return seriesOf(id, rows, { basis: "close" });
}

function firstPrints(id: string, final: Series, random: () => number): Series {
  const rows = valuesOf(final).map(
    ([day, value]) => [day, rounded(value + (random() - 0.5) * 3, 1)] as const,
  );
  return seriesOf(id, rows, { unit: "score", every: "month", basis: "reported", precision: 1 });
}

function volume(id: string, from: Day, start: number, random: () => number): Series {
  const rows = sessions(from).map(
    (day) => [day, Math.round(start * (0.6 + random() * 0.8))] as const,
  );
  return seriesOf(id, rows, { unit: "shares", basis: "reported", precision: 0 });
}

function bars(id: string, from: Day, start: number, random: () => number): readonly Series[] {
  let close = start;
  const rows = sessions(from).map((day) => {
    const open = close * (1 + (random() - 0.5) * 0.006);
    close = open * (1.0003 + (random() - 0.5) * 0.024);
    const high = Math.max(open, close) * (1 + random() * 0.006);
    const low = Math.min(open, close) * (1 - random() * 0.006);
    return { day, open, high, low, close };
  });
  return (["open", "high", "low", "close"] as const).map((name) =>
    seriesOf(
      `${id}.${name}`,
      rows.map((row) => [row.day, rounded(row[name], 2)] as const),
      { basis: name === "high" || name === "low" ? "intraday" : "close" },
    ),
  );
}

/** Members m1, m2 … of a group, each with bars and volume. */
function group(
  id: string,
  count: number,
  random: () => number,
  from = GROUPS_START,
): readonly Series[] {
  return Array.from({ length: count }, (_, at) => `${id}.m${at + 1}`).flatMap((member, at) => [
    ...bars(member, from, 40 + 10 * at, random).map((each) => ({
      ...each,
      unit: "price" as const,
    })),
    volume(`${member}.volume`, from, 2e6, random),
  ]);
}
