import type { Fact } from "../model/index.ts";
import { groupFaults } from "./check-groups.ts";

/** A part of a fact by its name; null where it is withheld. */
export type PartOf = (name: string) => Fact | null;

/** What is wrong between a fact of two series, of positions or of a group and its parts, as clauses. */
export function partFaults(fact: Fact, part: PartOf): readonly string[] {
  switch (fact.statistic) {
    case "position":
      return positionFaults(fact, part);
    case "days-to-cover":
      return coverFaults(fact, part);
    case "relative-performance":
      return performanceFaults(fact, part);
    case "revision":
      return revisionFaults(fact, part);
    case "term-structure":
      return curveFaults(fact, part);
    case "rolling-correlation":
      return between(fact, part("low"), part("high"));
    case "short-week":
      return fact.unit === "sessions" && (fact.value < 0 || fact.value > 5)
        ? [`${fact.id} has ${fact.value} sessions, which no week has`]
        : [];
    default:
      return groupFaults(fact, part);
  }
}

function positionFaults(fact: Fact, part: PartOf): readonly string[] {
  const before = part("before");
  const change = part("change");
  const swing = part("swing");
  const found: string[] = [];
  if (before === null) return found;
  if (change !== null && !equal(change.value, fact.value - before.value)) {
    found.push(`${change.id} is ${change.value}, from ${before.value} to ${fact.value}`);
  }
  if (swing !== null && !equal(swing.value, fact.value + before.value)) {
    found.push(
      `${swing.id} is ${swing.value}, from ${before.value} to ${fact.value} on the other side`,
    );
  }
  if (swing !== null && before.state === fact.state) {
    found.push(
      `${fact.id} was ${before.state ?? "held"} before and is so now: it cannot have swung`,
    );
  }
  return found;
}

/** FINRA's floor and cap, and the sum itself. */
function coverFaults(fact: Fact, part: PartOf): readonly string[] {
  const shorts = part("shorts");
  const volume = part("volume");
  if (shorts === null || volume === null) return [];
  const found: string[] = [];
  if (fact.value < 1 || fact.value > 999.99) {
    found.push(
      `${fact.id} is ${fact.value} days, where no publisher prints under 1 or over 999.99`,
    );
  }
  if (!equal(fact.value * volume.value, shorts.value)) {
    found.push(
      `${fact.id} is ${fact.value} days of ${volume.value}, which do not make ${shorts.value}`,
    );
  }
  return found;
}

function performanceFaults(fact: Fact, part: PartOf): readonly string[] {
  const change = part("change");
  const other = part("other");
  if (change === null || other === null) return [];
  const found: string[] = [];
  if (!equal(fact.value, 100 * (change.value - other.value))) {
    found.push(`${fact.id} is ${fact.value} points, of ${change.value} against ${other.value}`);
  }
  const side = fact.state === "outperformed" ? 1 : fact.state === "lagged" ? -1 : 0;
  if (side * fact.value < 0) found.push(`${fact.id} ${fact.state ?? ""} by ${fact.value} points`);
  return found;
}

function revisionFaults(fact: Fact, part: PartOf): readonly string[] {
  const first = part("first");
  const revised = part("revised");
  if (first === null || revised === null) return [];
  const moved = revised.value - first.value;
  const side = fact.state === "up" ? 1 : fact.state === "down" ? -1 : 0;
  return moved * side < 0
    ? [`${fact.id} is ${fact.state ?? ""} although it goes from ${first.value} to ${revised.value}`]
    : [];
}

function curveFaults(fact: Fact, part: PartOf): readonly string[] {
  const near = part("near");
  const far = part("far");
  if (near === null || far === null) return [];
  const side = fact.state === "contango" ? 1 : fact.state === "backwardation" ? -1 : 0;
  return (far.value - near.value) * side < 0
    ? [`${fact.id} is in ${fact.state ?? ""} with ${near.value} near and ${far.value} far`]
    : [];
}

function between(fact: Fact, low: Fact | null, high: Fact | null): readonly string[] {
  if (low === null || high === null) return [];
  return fact.value < low.value || fact.value > high.value
    ? [`${fact.id} is ${fact.value}, outside its own range from ${low.value} to ${high.value}`]
    : [];
}

function equal(one: number, two: number): boolean {
  return Math.abs(one - two) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(two));
}
