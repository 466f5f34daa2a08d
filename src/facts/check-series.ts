import type { Fact, Facts } from "../model/index.ts";

/** What the guard over the facts has against one of them, and how to mend it. */
export interface Objection {
  readonly fact: Fact;
  readonly text: string;
  readonly mend: string;
}

export const DATA =
  "look at the rows it cites (notewright explain) and mend the data or mark them suspect";

/** A part of a fact by its name, or null where it is none or withheld. */
type Part = (name: string) => Fact | null;

/** A ratio printed with one decimal hides so much of a size. */
const HALF_A_TENTH = 0.0005;

/** What the parts of one series' statistics must be to each other. */
export function withinSeries(fact: Fact, facts: Facts): readonly Objection[] {
  const part: Part = (name) => {
    const found = facts.get(`${fact.id}.${name}`);
    return found?.kind === "fact" ? found : null;
  };
  return [...backwards(fact, part), ...(RULES[fact.statistic]?.(fact, part) ?? [])]
    .filter((text) => text !== null)
    .map((text) => ({ fact, text, mend: DATA }));
}

/** Of a 52-week range only the place in it lies between none and one. */
const PART_OF_RANGE = /\.(?:high|low|last|from-high|from-low)$/;

type Rule = (fact: Fact, part: Part) => readonly (string | null)[];

const RULES: Readonly<Record<string, Rule>> = {
  tally: (fact, part) => {
    const readings = part("readings");
    return [
      readings !== null && fact.value > readings.value
        ? `${fact.id}: ${fact.value} of ${readings.value} readings`
        : null,
    ];
  },
  "year-range": (fact, part) => [
    !PART_OF_RANGE.test(fact.id) && (fact.value < 0 || fact.value > 1)
      ? `${fact.id} is ${fact.value}, outside of its range`
      : null,
    beyond(fact, part("last"), part("high"), 1),
    beyond(fact, part("last"), part("low"), -1),
  ],
  "total-return": (fact, part) => {
    const price = part("price");
    return [
      price !== null && fact.value < price.value - HALF_A_TENTH
        ? `${fact.id} is ${fact.value}, less than ${price.value} without dividends`
        : null,
    ];
  },
  "change-rank": (fact, part) =>
    ["since", "second", "third"].map((name) => smaller(fact, part(name))),
  streak: (fact, part) => {
    const since = part("since");
    const longest = part("longest");
    const first = part("rank")?.value === 1;
    return [
      since !== null && since.value < fact.value
        ? `${since.id} counts ${since.value}, fewer than the ${fact.value} of ${fact.id}`
        : null,
      longest !== null && first && longest.value > fact.value
        ? `${longest.id} counts ${longest.value}, although ${fact.id} with ${fact.value} is the longest`
        : null,
    ];
  },
  horizons: (fact, part) =>
    HORIZONS.map((name) => {
      const found = part(name);
      return found === null || found.day === fact.day
        ? null
        : `${found.id} ends on ${found.day}, and ${fact.id} on ${fact.day}`;
    }),
  "near-extreme": (fact) => [wrongSide(fact)],
  distance: (fact) => [wrongSide(fact)],
};

const HORIZONS: readonly string[] = [
  "day",
  "week",
  "four-weeks",
  "month",
  "quarter",
  "year",
  "month-to-date",
  "quarter-to-date",
  "year-to-date",
];

const LOOK_BACK: readonly string[] = ["superlative", "change-rank", "peak-rank", "first-since"];

/** Nothing is the largest since a later day. */
function backwards(fact: Fact, part: Part): readonly (string | null)[] {
  const since = part("since");
  if (since === null || !LOOK_BACK.includes(fact.statistic) || since.day < fact.day) return [];
  return [`${fact.id} of ${fact.day} looks back to ${since.day}`];
}

function beyond(fact: Fact, last: Fact | null, end: Fact | null, side: 1 | -1): string | null {
  if (last === null || end === null || (last.value - end.value) * side <= 0) return null;
  return `${fact.id} stands at ${last.value}, beyond its ${side > 0 ? "high" : "low"} of ${end.value}`;
}

/** Equal as printed is as large: sums are printed with one decimal of the million or billion. */
function smaller(fact: Fact, since: Fact | null): string | null {
  if (since === null) return null;
  const size = Math.abs(fact.value);
  const sums = fact.unit === "money" || fact.unit === "shares";
  const hidden = sums ? size / 10 : (fact.unit === "ratio" ? 0.01 : 1) * 10 ** -fact.digits;
  if (since.value * Math.sign(fact.value) >= size - hidden) return null;
  return `${since.id} is ${since.value}, not as large as the ${fact.value} of ${fact.id}`;
}

function wrongSide(fact: Fact): string | null {
  const side = fact.value > 0 ? "above" : "below";
  const agrees = fact.state === undefined || fact.state === "equal" || fact.state === side;
  return agrees ? null : `${fact.id} is ${fact.value}, and told to lie ${fact.state ?? ""}`;
}
