import type { Citation, Day, Fact, Facts, Problem, Replayed } from "../model/index.ts";
import { problem, reckon } from "../model/index.ts";

/** Plays again what a run made, and reads the value it had on a day. */
export type Replays = (made: Replayed, day: Day) => number | null;

/** Reads the value of a series on a line of its source file, from the raw bytes. */
export type Reader = (series: string, line: number) => number | null;

/** Relative difference that two ways of adding up the same decimals may show. */
const TOLERANCE = 1e-9;

/**
 * The proof of every fact: its citations are read again by file and line, and its value is reckoned
 * again from what stands there.
 */
export function recheck(
  facts: Facts,
  read: Reader,
  replays: Replays = () => null,
): readonly Problem[] {
  return [...facts.values()].flatMap((each) =>
    each.kind === "fact" ? proof(each, read, replays) : [],
  );
}

function proof(fact: Fact, read: Reader, replays: Replays): readonly Problem[] {
  const found: Problem[] = [];
  const again = (cited: Citation): Citation => {
    const { made } = cited;
    const value =
      made === undefined
        ? read(cited.series, cited.line)
        : "replay" in made
          ? replays(made, cited.day)
          : reckon(made.recipe, made.cites.map(again));
    if (value === null || !near(value, cited.value)) {
      const place = { file: cited.file, line: cited.line };
      const text = `${fact.id} cites ${cited.value} from this line, where ${value ?? "no figure"} stands`;
      found.push(problem("proof", place, text, "the file changed while it was read; build again"));
    }
    return { ...cited, value: value ?? Number.NaN };
  };
  const reread = fact.cites.map(again);
  if (found.length > 0) return found;
  const value = reckon(fact.recipe, reread);
  if (near(value, fact.value)) return [];
  const text = `${fact.id} is ${fact.value}, but its rows make ${value}: ${fact.working}`;
  return [problem("proof", null, text, "this is a fault of the statistic; please report it")];
}

function near(one: number, two: number): boolean {
  return Math.abs(one - two) <= TOLERANCE * Math.max(1, Math.abs(one), Math.abs(two));
}
