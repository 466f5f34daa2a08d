import type { Ask } from "./ask.ts";
import { ask, happening } from "./ask.ts";
import type { Subject } from "./subject.ts";

const PAIRS: Ask["of"] = ["pair"];

/** What two series did beside each other. */
export const pairAsks: readonly Ask[] = [
  ask("against", "relative-performance", PAIRS, against, "editions", 0.9, happening("against")),
  ask("apart-from", "divergence", PAIRS, paired, "editions", 0.9, {
    ...happening("apart"),
    states: ["unconfirmed high", "unconfirmed low"],
    alike: true,
  }),
  ask("tied", "rolling-correlation", PAIRS, tied, "editions", 0.8, {
    ...happening("tied"),
    by: "since",
    alike: true,
  }),
  ask("beta", "beta", PAIRS, priced, "editions", 0.3, happening("beta")),
];

/** Only of prices: what margin debt did against an index is no performance. */
function against(about: Subject): ReturnType<Ask["options"]> {
  const options = priced(about);
  return options === null ? null : { ...options, over: "1 week" };
}

function priced({ series, unit, with: other }: Subject): ReturnType<Ask["options"]> {
  return unit === "index" || unit === "price" ? { series, with: other } : null;
}

/** Sixty sessions, a year of weeks, two years of months. */
function paired({ series, every, with: other }: Subject): Readonly<Record<string, unknown>> {
  const readings = { day: 60, week: 52, "half-month": 48, month: 24 }[every];
  return { series, with: other, readings };
}

/** Since a year at least: windows next to each other share nearly all their readings. */
function tied(about: Subject): Readonly<Record<string, unknown>> {
  const least = { day: 250, week: 52, "half-month": 24, month: 12 }[about.every];
  return { ...paired(about), least };
}
