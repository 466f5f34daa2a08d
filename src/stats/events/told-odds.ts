import type { Citation, Finding, Recipe } from "../../model/index.ts";
import { finding, said } from "../tools/finding.ts";
import type { Findings } from "../statistic.ts";
import type { Happening, Question } from "./happening.ts";
import { baseOf, directionOf, tallyOf } from "./happening.ts";
import type { Base, Tally } from "./odds.ts";
import { intervalOf, verdictOn } from "./odds.ts";
import type { Track } from "./track.ts";
import { closeOf, closesAt } from "./track.ts";

/** What the past cases of an event say of this one: the parts of `event` that are odds. */
export function toldOdds(
  track: Track,
  happening: Happening,
  asked: Question & { readonly least: number },
): Findings {
  const found = tallyOf(track, happening, asked);
  const n = found.cases.length;
  if (n === 0) {
    const none = { unsaid: `it has no past case with a known outcome: ${happening.told}` };
    return Object.fromEntries(PARTS.map((part) => [part, none]));
  }
  const recipes = recipesOf(found, happening, asked);
  const cites = citesOf(track, found, asked);
  const part = (name: keyof typeof recipes, unit: "count" | "ratio", state?: string): Finding =>
    finding({
      series: closeOf(track),
      recipe: recipes[name],
      // Events alone are counted; all else rests on what came of them too.
      cites: name === "cases" ? cites.slice(0, n) : cites,
      unit,
      digits: 0,
      day: track.prices.last.day,
      window: windowOf(cites, track),
      named: { horizon: asked.horizon },
      ...(state === undefined ? {} : { state }),
    });
  const cases = part("cases", "count");
  if (n < asked.least) {
    const few = { unsaid: `${n} past cases are too few for odds: ${happening.told}` };
    return { ...Object.fromEntries(PARTS.map((each) => [each, few])), cases };
  }
  const base = baseOf(track, directionOf(happening.kind), asked);
  const verdict = verdictOn(intervalOf(found), base.followed / base.days);
  return {
    cases,
    followed: part("followed", "count"),
    odds: part("odds", "ratio", verdict),
    low: part("low", "ratio"),
    high: part("high", "ratio"),
    independent: part("independent", "count"),
    base: said(() => baseFinding(track, base, happening, asked)),
  };
}

const PARTS = ["cases", "followed", "odds", "low", "high", "independent", "base"] as const;

/** Closes of the cases, those that do not overlap first, and then the closes that came of them. */
function citesOf(track: Track, { cases }: Tally, { horizon }: Question): readonly Citation[] {
  const outcomes = cases.map((place) => place + horizon);
  return [...closesAt(track, cases), ...closesAt(track, outcomes)];
}

function windowOf(cites: readonly Citation[], track: Track): Finding["window"] {
  const to = track.prices.last.day;
  return { from: cites.map((each) => each.day).toSorted()[0] ?? to, to };
}

function recipesOf(
  { cases, independent }: Tally,
  { kind, told }: Happening,
  { horizon }: Question,
): Readonly<Record<Exclude<(typeof PARTS)[number], "base">, Recipe>> {
  const n = cases.length;
  const all: Recipe = {
    op: "count",
    first: 0,
    last: n - 1,
    how: `past cases with an outcome ${horizon} sessions later: ${told}`,
  };
  const apart: Recipe = {
    op: "count",
    first: 0,
    last: independent - 1,
    how: `cases at least ${horizon} sessions apart`,
  };
  const followed: Recipe = {
    op: "followed",
    by: directionOf(kind),
    first: 0,
    last: n - 1,
    ahead: n,
  };
  const odds: Recipe = { op: "quotient", of: followed, by: all };
  const share: Recipe = { op: "product", of: odds, by: apart };
  return {
    cases: all,
    followed,
    odds,
    low: { op: "wilson", end: "low", of: share, among: apart },
    high: { op: "wilson", end: "high", of: share, among: apart },
    independent: apart,
  };
}

/**
 * The share of all days. Both counts are given, and the first and last day they were made between
 * are cited: to cite every day would bury the proof that a reader looks for.
 */
function baseFinding(
  track: Track,
  { days, followed, first, last }: Base,
  { kind }: Happening,
  { horizon }: Question,
): Finding {
  const cites = closesAt(track, [first, last]);
  const higher = directionOf(kind) === "rise" ? "higher" : "lower";
  const span = `${cites[0]?.day ?? "?"} to ${cites[1]?.day ?? "?"}`;
  return finding({
    series: closeOf(track),
    recipe: {
      op: "quotient",
      of: {
        op: "given",
        value: followed,
        how: `closes from ${span} with a ${higher} one ${horizon} sessions later`,
      },
      by: { op: "given", value: days, how: "closes in all" },
    },
    cites,
    unit: "ratio",
    digits: 0,
    day: track.prices.last.day,
    window: windowOf(cites, track),
    named: { horizon, days },
  });
}
