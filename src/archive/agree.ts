import type { Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Told, ToldFact } from "./told.ts";

/**
 * Editions of one day held against each other and against those that were kept before: what they say
 * of the same thing must agree, none repeats another, and no three instruments share one count of
 * cases. All are warnings.
 */
export function disagreements(
  fresh: readonly Told[],
  kept: readonly Told[] = [],
): readonly Problem[] {
  const pairs = fresh.flatMap((one, at) =>
    [...fresh.slice(at + 1), ...kept].flatMap((other): readonly Pair[] =>
      one.asOf === other.asOf ? [[one, other]] : [],
    ),
  );
  const days = new Set(fresh.map(({ asOf }) => asOf));
  const beside = kept.filter(({ asOf }) => days.has(asOf));
  return [
    ...pairs.flatMap(([one, other]) => [
      ...valuesApart(one, other),
      ...rolesApart(one, other),
      ...twins(one, other),
    ]),
    ...copiedCounts([...fresh, ...beside]),
  ];
}

type Pair = readonly [Told, Told];

function warn(rule: string, message: string, hint: string): Problem {
  return problem(rule, null, message, hint, "warning");
}

const LOOK =
  "readers see both; find out which is right (notewright explain), or say why they differ";

/** Statistics whose value follows from series, days and unit alone. */
const PLAIN: readonly string[] = ["change", "last", "horizons", "stance"];

/** One change of one series over the same days, told with two figures or two directions. */
function valuesApart(one: Told, other: Told): readonly Problem[] {
  const index = new Map(
    other.facts.filter(isPlain).map((fact) => [keyOf(fact, partOf(fact.id)), fact]),
  );
  return one.facts.filter(isPlain).flatMap((fact) => {
    const twin = index.get(keyOf(fact, partOf(fact.id)));
    if (twin === undefined) return [];
    const same = Math.abs(twin.value - fact.value) <= 1e-9 * Math.max(1, Math.abs(fact.value));
    if (same && twin.state === fact.state) return [];
    const [first, second] = [told(fact), told(twin)];
    const message = `${one.report} has ${fact.series} from ${fact.from} to ${fact.to} at ${first}, ${other.report} at ${second}`;
    return [warn("disagreement", message, LOOK)];
  });
}

function isPlain({ statistic, isPrinted }: ToldFact): boolean {
  return isPrinted && PLAIN.includes(statistic);
}

/** Parts of two facts are compared with parts of the same name alone. */
function keyOf(fact: ToldFact, part: string): string {
  const { series, unit, basis, from, to, day, statistic } = fact;
  return [series, unit, basis, from, to, day, statistic === "stance" ? part : ""].join("\n");
}

function partOf(id: string): string {
  return id.split(".").slice(1).join(".");
}

function told({ value, state }: ToldFact): string {
  return state === null ? String(value) : `${value} (${state})`;
}

/** Levels within half a percent of each other are one level to a reader. */
const ONE_LEVEL = 0.005;

/** A resistance in one note and a support in another, on the same day. */
function rolesApart(one: Told, other: Told): readonly Problem[] {
  return rolesIn(one).flatMap((here) =>
    rolesIn(other).flatMap((there) => {
      const near = Math.abs(there.value / here.value - 1) <= ONE_LEVEL;
      if (here.kin !== there.kin || !near || here.role === there.role) return [];
      const message = `${one.report} calls ${here.value} of ${here.kin} a ${here.role}, ${other.report} calls ${there.value} a ${there.role}`;
      return [warn("disagreement", message, LOOK)];
    }),
  );
}

function rolesIn({ facts }: Told) {
  return facts.flatMap((level) => {
    const role = facts
      .find(({ id }) => id === `${level.id}.role`)
      ?.state?.split(/[ -]/)
      .at(-1);
    if (level.statistic !== "level" || !level.isPrinted || role === undefined) return [];
    return [{ kin: kinOf(level), value: level.value, role }];
  });
}

/** The columns of a bar file are one instrument. */
function kinOf({ series }: ToldFact): string {
  return series.replace(/\.(?:open|high|low|close)$/, "");
}

/** Sentences of at least so many words count; so many of them, and half of the shorter note, make a twin. */
const [LONG, COMMON, HALF] = [8, 5, 0.5];

/** Two editions of one day that say nearly the same, word for word. */
function twins(one: Told, other: Told): readonly Problem[] {
  const [here, there] = [sentencesIn(one), sentencesIn(other)];
  const common = [...here].filter((each) => there.has(each)).length;
  const least = Math.min(here.size, there.size);
  if (common < COMMON || common < HALF * least) return [];
  const message = `${common} of ${least} sentences stand in ${one.report} and in ${other.report}`;
  return [
    warn("near-duplicate", message, "publish one of them, or make them say different things"),
  ];
}

function sentencesIn({ paragraphs }: Told): ReadonlySet<string> {
  const all = paragraphs.flatMap((each) => each.split(/(?<=[.!?])\s+(?=\p{Lu})/u));
  return new Set(all.map((each) => each.trim()).filter((each) => each.split(/\s+/).length >= LONG));
}

/** So many instruments do not share the counts of an event by chance, where there are so many cases. */
const [INSTRUMENTS, CASES] = [3, 30];

function copiedCounts(editions: readonly Told[]): readonly Problem[] {
  const counts = new Map<string, { name: string; n: number; kin: Set<string> }>();
  for (const { facts } of editions) {
    for (const cases of facts.filter((each) => isCount(each) && each.value >= CASES)) {
      const root = cases.id.replace(/\.cases$/, "");
      const part = (name: string): ToldFact | undefined =>
        facts.find(({ id }) => id === `${root}.${name}`);
      const name = part("since")?.state ?? "event";
      const key = [name, cases.value, part("followed")?.value].join("\n");
      const held = counts.get(key) ?? { name, n: cases.value, kin: new Set() };
      counts.set(key, { ...held, kin: held.kin.add(kinOf(cases)) });
    }
  }
  return [...counts.values()]
    .filter(({ kin }) => kin.size >= INSTRUMENTS)
    .map(({ name, n, kin }) => {
      const message = `${[...kin].join(", ")} all have ${n} cases of ${name}, as if one figure had been copied`;
      return warn("disagreement", message, LOOK);
    });
}

function isCount({ statistic, id }: ToldFact): boolean {
  return statistic === "event" && id.endsWith(".cases");
}
