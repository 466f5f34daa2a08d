import type { Fact } from "../model/index.ts";
import { daysBetween } from "../model/index.ts";
import type { PartOf } from "./check-parts.ts";

/** What is wrong between a fact of a group and its parts, as clauses. */
export function groupFaults(fact: Fact, part: PartOf): readonly string[] {
  const members = part("members");
  if (members === null) return [];
  const few =
    members.value < LEAST ? [`${fact.id} speaks of ${members.value} members as of a group`] : [];
  switch (fact.statistic) {
    case "breadth":
      return [...few, ...breadthFaults(fact, members, part)];
    case "ranking":
      return [...few, ...placeFaults(members, part), ...sideFaults(fact)];
    case "rating":
      return [...few, ...placeFaults(members, part), ...ratingFaults(fact)];
    case "group-change":
      return [...few, ...spreadFaults(fact, part), ...sizeFaults(fact, part)];
    case "group-volume":
    case "group-turnover":
    case "group-size":
      return [...few, ...spreadFaults(fact, part)];
    case "group-seasonality":
      return [...few, ...scoreFaults(fact, part)];
    case "contribution":
      return [...few, ...carriedFaults(fact, part), ...sideFaults(fact)];
    default:
      return [];
  }
}

/** The highest growth of a group of one is also its lowest. */
const LEAST = 3;

function breadthFaults(fact: Fact, members: Fact, part: PartOf): readonly string[] {
  const found: string[] = [];
  const against = part("against")?.value ?? 0;
  const unchanged = part("unchanged")?.value ?? 0;
  const counted = fact.value + against + unchanged;
  if (counted > members.value) {
    found.push(`${fact.id} counts ${counted} members in all, of ${members.value}`);
  }
  const all = fact.value === members.value;
  const none = fact.value === 0;
  if ((fact.state === "all") !== all || (fact.state === "none") !== none) {
    found.push(`${fact.id} says ${fact.state ?? ""} of ${fact.value} among ${members.value}`);
  }
  return found;
}

function placeFaults(members: Fact, part: PartOf): readonly string[] {
  const rank = part("rank");
  if (rank === null || (rank.value >= 1 && rank.value <= members.value)) return [];
  return [`${rank.id} is place ${rank.value} of ${members.value}`];
}

/** The best of a falling group gained nothing. */
function sideFaults(fact: Fact): readonly string[] {
  const side = fact.state === "up" ? 1 : fact.state === "down" ? -1 : 0;
  return side * fact.value < 0 ? [`${fact.id} is ${fact.state ?? ""} at ${fact.value}`] : [];
}

function ratingFaults(fact: Fact): readonly string[] {
  const off = fact.value < 1 - HIDDEN || fact.value > 100 + HIDDEN;
  return off ? [`${fact.id} is ${fact.value}, where ratings go from 1 to 100`] : [];
}

/** A score counts years: so many rose of so many, and the whole stands between its ends. */
function scoreFaults(fact: Fact, part: PartOf): readonly string[] {
  const off = Math.abs(fact.value) > 100 + HIDDEN;
  const [least, greatest, mean] = [part("least"), part("greatest"), part("mean")];
  const apart =
    least !== null &&
    greatest !== null &&
    mean !== null &&
    (mean.value < least.value - HIDDEN || mean.value > greatest.value + HIDDEN);
  return [
    ...(off ? [`${fact.id} is ${fact.value}, where scores go from −100 to +100`] : []),
    ...(apart ? [`${mean.id} is ${mean.value}, outside the least and the greatest`] : []),
  ];
}

/** What adding up in another order may change. */
const HIDDEN = 1e-9;

/** Between the least and the greatest lie mean and median, all on the same horizon. */
function spreadFaults(fact: Fact, part: PartOf): readonly string[] {
  const least = part("least") ?? part("smallest");
  const greatest = part("greatest") ?? part("largest");
  const middles = [fact, part("mean"), part("median"), part("weighted")];
  const ends = [least, greatest];
  const found = middles.flatMap((each): readonly string[] => {
    if (each === null) return [];
    const under = least !== null && each.value < least.value - HIDDEN * Math.abs(least.value);
    const over =
      greatest !== null && each.value > greatest.value + HIDDEN * Math.abs(greatest.value);
    if (!under && !over) return [];
    const side = under
      ? `below the least, ${least.value}`
      : `above the greatest, ${greatest?.value}`;
    return [`${each.id} is ${each.value}, ${side}`];
  });
  const apart = ends.flatMap((each): readonly string[] => {
    if (each === null) return [];
    const same = each.window.from === fact.window.from && each.window.to === fact.window.to;
    return same ? [] : [`${each.id} is of another time than ${fact.id}`];
  });
  return [...found, ...apart];
}

/** A mean change of half a hundred percent in a week; over longer times it grows with their root. */
const MOST_A_WEEK = 0.5;
/** So many points of a week may a mean lie apart from an index. */
const APART_A_WEEK = 25;

/** No group of instruments gains 133 percent in a week while its index moves by a few. */
function sizeFaults(fact: Fact, part: PartOf): readonly string[] {
  const weeks = Math.max(1, daysBetween(fact.window.from, fact.window.to) / 7);
  const found: string[] = [];
  const apart = part("difference");
  if (Math.abs(fact.value) > MOST_A_WEEK * Math.sqrt(weeks)) {
    const days = daysBetween(fact.window.from, fact.window.to);
    found.push(
      `${fact.id} is a mean change of ${fact.value} in ${days} days, which no group shows`,
    );
  }
  if (apart !== null && Math.abs(apart.value) > APART_A_WEEK * Math.sqrt(weeks)) {
    found.push(`${apart.id}: the mean lies ${apart.value} points from the index`);
  }
  return found;
}

function carriedFaults(fact: Fact, part: PartOf): readonly string[] {
  const found: string[] = [];
  const largest = part("largest");
  const smallest = part("smallest");
  const change = part("change");
  const sum = part("sum");
  if (largest !== null && fact.value > largest.value) {
    found.push(`${fact.id} is ${fact.value}, and the largest ${largest.value}`);
  }
  if (smallest !== null && fact.value < smallest.value) {
    found.push(`${fact.id} is ${fact.value}, and the smallest ${smallest.value}`);
  }
  if (sum !== null && change !== null && Math.abs(sum.value - 100 * change.value) > 1e-6) {
    found.push(`${sum.id} is ${sum.value} points, of a change of ${change.value}`);
  }
  return found;
}
