import type { Ask } from "./ask.ts";
import { ask, bars, happening, PRICES, series } from "./ask.ts";
import type { Subject } from "./subject.ts";

const swing = { lingers: 2, cases: "stretches as long", theme: "swing" };
const crossing = { ...happening("averages"), lead: "crossed" };
const broken = { ...happening("double"), lead: "confirmed", alike: true } as const;
const crossOf = (of: number) => (about: Subject) => ({ bars: about.bars, of });
const weekly = (about: Subject) => ({ bars: about.bars, every: "week" });
const twoHundred = (about: Subject) => ({ series: about.series, of: 200 });

/** What the price did. */
export const priceAsks: readonly Ask[] = [
  ask("rally", "rally", PRICES, bars, "window", 1.1, { ...swing, least: 0.1, leastDays: 10 }),
  ask("fall", "drawdown", PRICES, bars, "window", 1.1, { ...swing, least: -0.1 }),
  ask("level", "level", PRICES, played, "editions", 1, { ...happening("breach"), lead: "breach" }),
  ask("range", "range", PRICES, bars, "editions", 1, { ...happening("range"), lead: "exit" }),
  ask("crossings", "crossings", PRICES, crossed, "editions", 1, {
    ...happening("level"),
    least: 3,
  }),
  ask("average-50", "average-cross", PRICES, crossOf(50), "editions", 0.9, happening("average")),
  ask("average-200", "average-cross", PRICES, crossOf(200), "editions", 1, happening("average")),
  ask("averages", "averages-cross", PRICES, series, "editions", 1, crossing),
  ask("slope", "average-slope", PRICES, twoHundred, "editions", 0.8, {
    ...happening("averages"),
    arises: "state",
    states: ["rising", "falling"],
    alike: true,
  }),
  ask("candle", "candle", PRICES, weekly, "editions", 0.7, happening("candle")),
  ask("reversal", "reversal", PRICES, weekly, "editions", 0.8, happening("candle")),
  ask("gap", "gap", PRICES, bars, "editions", 0.7, { ...happening("gap"), lead: "to" }),
  ask("double-top", "double-top", PRICES, bars, "editions", 1, broken),
  ask("double-bottom", "double-bottom", PRICES, bars, "editions", 1, broken),
  ask("channel", "channel", PRICES, bars, "editions", 0.9, {
    ...happening("channel"),
    lead: "place",
    arises: "state",
    states: ["below", "above"],
    alike: true,
  }),
];

function played(about: Subject): Readonly<Record<string, unknown>> {
  return { bars: about.bars, side: "in play" };
}

function crossed(about: Subject): Readonly<Record<string, unknown>> {
  return { bars: about.bars, level: "@level" };
}
