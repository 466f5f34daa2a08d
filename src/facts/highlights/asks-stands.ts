import type { Ask } from "./ask.ts";
import { ask, bars, DAILY, GAUGES, happening, PRICES, READINGS, series } from "./ask.ts";
import type { Subject } from "./subject.ts";

const VOLUME: Ask["of"] = ["volume"];
const side = (which: "high" | "low") => (about: Subject) => ({ series: about.series, side: which });
const shut: Partial<Ask> = {
  ...happening("calendar"),
  lead: "holiday",
  coming: true,
  alike: true,
};

/** How far out it stands, and what is ahead. */
export const standAsks: readonly Ask[] = [
  ask("close-high", "superlative", DAILY, side("high"), "reach", 1, { cases: "sessions" }),
  ask("close-low", "superlative", DAILY, side("low"), "reach", 1, { cases: "sessions" }),
  ask("high", "superlative", READINGS, latest("high"), "reach", 1.1, { lingers: 1 }),
  ask("low", "superlative", READINGS, latest("low"), "reach", 1.1, { lingers: 1 }),
  ask("record", "record", PRICES, bars, "reach", 1.2, { cases: "sessions", theme: "record" }),
  ask("reading-record", "record", READINGS, series, "reach", 1.2),
  ask("stand", "last", READINGS, series, "moves", 0),
  ask("place", "place", READINGS, series, "tail", 0.5),
  ask("year-high", "year-range", PRICES, bars, "editions", 0.7, {
    ...happening("record"),
    lead: "high",
    alike: true,
  }),
  ask("year-low", "year-range", PRICES, bars, "editions", 0.7, {
    ...happening("record"),
    lead: "low",
    alike: true,
  }),
  ask("off-high", "year-range", PRICES, bars, "editions", 0.4, {
    ...happening("range of the year"),
    lead: "from-high",
    least: -0.15,
  }),
  ask("near-record", "near-extreme", PRICES, bars, "editions", 0.8, happening("record")),
  ask("apart", "against-average", GAUGES, ownAverage, "editions", 0.6, {
    lead: "score",
    least: 1.5,
  }),
  ask("turnover", "against-average", VOLUME, mean(50), "editions", 0.6, {
    ...happening("volume"),
    lead: "distance",
    least: 0.3,
  }),
  ask("volume-high", "superlative", VOLUME, side("high"), "reach", 0.8, {
    cases: "sessions",
    theme: "volume",
  }),

  ask("flip", "position", READINGS, held, "editions", 1.2, { lead: "swing", theme: "flip" }),
  ask("cover", "days-to-cover", READINGS, covered, "editions", 0.7, { theme: "cover" }),
  ask("curve", "term-structure", ["daily"], tenors, "editions", 1.1, {
    ...happening("curve"),
    lead: "since",
    states: ["contango", "backwardation"],
    alike: true,
  }),

  ask("short-week", "short-week", ["calendar"], series, "editions", 0.3, shut),
  ask("next-week", "short-week", ["calendar"], nextWeek, "editions", 0.5, shut),
  ask("due", "release", READINGS, series, "editions", 0.35, {
    ...happening("calendar"),
    lead: "due",
    coming: true,
    alike: true,
  }),
];

/** Short interest is told twice a month: an extreme of either report of the month is one of the month. */
function latest(which: "high" | "low"): Ask["options"] {
  return (about) => ({
    series: about.series,
    side: which,
    ...(about.every === "half-month" ? { of: 2 } : {}),
  });
}

/** Twenty sessions, a quarter of a year of weeks, a year of months. */
function ownAverage(about: Subject): Readonly<Record<string, unknown>> {
  const of = { day: 20, week: 13, "half-month": 24, month: 12 }[about.every];
  return { series: about.series, of };
}

function mean(of: number): Ask["options"] {
  return (about) => ({ series: about.series, of });
}

function held(about: Subject): ReturnType<Ask["options"]> {
  return about.unit === "contracts" ? { series: about.series } : null;
}

function covered(about: Subject): ReturnType<Ask["options"]> {
  const { volume } = about.kin;
  return volume === null ? null : { series: about.series, volume };
}

function tenors(about: Subject): ReturnType<Ask["options"]> {
  const { longer } = about.kin;
  return longer === null ? null : { tenors: [about.series, longer] };
}

function nextWeek(about: Subject): Readonly<Record<string, unknown>> {
  return { series: about.series, week: "next" };
}
