import type { Citation, Day, Fact, Recipe, Unit } from "../model/index.ts";
import type { ChartMark } from "./input.ts";

export interface Dated {
  readonly day: Day;
  readonly value: number;
}

/** A dated value that points one way: bullish or bought, bearish or sold; none: a plain dot. */
export interface Sided extends Dated {
  readonly side: "up" | "down" | null;
}

/** Where a mark lies in days and values, before anything is drawn. */
export type MarkPlace =
  | { readonly kind: "point"; readonly at: Dated }
  | { readonly kind: "events"; readonly at: readonly Sided[] }
  | { readonly kind: "level"; readonly from: Day; readonly value: number }
  | {
      readonly kind: "range";
      readonly from: Day;
      readonly to: Day;
      readonly low: number;
      readonly high: number;
    }
  | { readonly kind: "line" | "bracket"; readonly first: Dated; readonly second: Dated };

/** The place, or in plain words why the facts give none. */
export type Found = { readonly place: MarkPlace } | { readonly why: string };

/** Which facts each kind takes is told in docs/charts.md. `units` are those the panel shows. */
export function findPlace(mark: ChartMark, units: readonly Unit[]): Found {
  const [first, second, ...more] = mark.facts;
  if (first === undefined) return { why: "it names no fact" };
  const found = placeFrom(mark.request.kind, first, second, more);
  if ("why" in found) return found;
  const strange = mark.facts.find((each) => each.recipe.op !== "change" && !fits(each, units));
  if (strange === undefined || timesOnly(mark, strange)) return found;
  return {
    why: `the fact "${strange.id}" is of the unit "${strange.unit}", the panel shows "${units.join('", "')}"`,
  };
}

function placeFrom(
  kind: ChartMark["request"]["kind"],
  first: Fact,
  second: Fact | undefined,
  more: readonly Fact[],
): Found {
  switch (kind) {
    case "point":
      return { place: { kind, at: latest(first) } };
    case "events":
      return { place: { kind, at: [first, second ?? [], more].flat().map(sided) } };
    case "level":
      return { place: { kind, from: second?.day ?? first.window.from, value: first.value } };
    case "range":
      return rangeFrom(first, second, more);
    case "line":
    case "bracket":
      return pair(kind, first, second);
  }
}

const SIDES: Readonly<Record<string, Sided["side"]>> = {
  bullish: "up",
  bought: "up",
  up: "up",
  bearish: "down",
  sold: "down",
  down: "down",
};

function sided(fact: Fact): Sided {
  return { ...latest(fact), side: SIDES[fact.state ?? ""] ?? null };
}

function rangeFrom(first: Fact, second: Fact | undefined, more: readonly Fact[]): Found {
  if (second === undefined) return { why: "a range takes two facts, its low and its high" };
  const [from, to] = more;
  return {
    place: {
      kind: "range",
      from: from?.day ?? first.window.from,
      to: to?.day ?? first.window.to,
      low: Math.min(first.value, second.value),
      high: Math.max(first.value, second.value),
    },
  };
}

/** Two facts, or the two points that a single one rests on: a trend line's pivots, a change's ends. */
function pair(kind: "line" | "bracket", first: Fact, second: Fact | undefined): Found {
  if (second !== undefined) {
    return { place: { kind, first: latest(first), second: latest(second) } };
  }
  const [from, to] = endsOf(first.recipe, first.cites);
  if (from === undefined || to === undefined) {
    return { why: `a ${kind} takes two facts, or one that rests on two points` };
  }
  return { place: { kind, first: from, second: to } };
}

/** The point a fact is about; of a change its later end. */
function latest(fact: Fact): Dated {
  const [, to] = fact.recipe.op === "change" ? endsOf(fact.recipe, fact.cites) : [];
  return to ?? { day: fact.day, value: fact.value };
}

function endsOf(recipe: Recipe, cites: readonly Citation[]): readonly Citation[] {
  const places =
    recipe.op === "line"
      ? recipe.through
      : recipe.op === "change" && recipe.from.op === "value" && recipe.to.op === "value"
        ? [recipe.from.of, recipe.to.of]
        : [];
  return places.flatMap((each) => cites[each] ?? []);
}

function fits(fact: Fact, units: readonly Unit[]): boolean {
  return units.includes(fact.unit) || (fact.unit === "index" && units.includes("price"));
}

/** Facts that only lend their day may be of any unit. */
function timesOnly(mark: ChartMark, fact: Fact): boolean {
  const place = mark.facts.indexOf(fact);
  return mark.request.kind === "level" ? place === 1 : mark.request.kind === "range" && place > 1;
}

/** Values the panel's axis must reach so that the mark can be seen. */
export function valuesOf(place: MarkPlace): readonly number[] {
  switch (place.kind) {
    case "point":
      return [place.at.value];
    case "events":
      return place.at.map((each) => each.value);
    case "level":
      return [place.value];
    case "range":
      return [place.low, place.high];
    case "line":
      return [];
    case "bracket":
      return [place.first.value, place.second.value];
  }
}
