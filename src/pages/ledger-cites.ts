import type { Citation, Recipe, Replay } from "../model/index.ts";

/** Line, day and value of a row. */
type Row = readonly [line: number, day: string, value: number];

interface Cited {
  readonly series: string;
  readonly file: string;
  /** Every row, in the order of the recipe. */
  readonly rows: readonly Row[];
}

/** Rows of a file that follow line by line: all of them from the first to the last. */
interface Span {
  readonly series: string;
  readonly file: string;
  readonly first: Row;
  readonly last: Row;
  readonly lines: number;
}

/** A derived value: no row of a file, but made of such. */
interface Derived {
  readonly series: string;
  readonly day: string;
  readonly value: number;
  readonly recipe: unknown;
  readonly from: readonly Entry[];
}

/** So many derived values of one series, made alike, of which the first and the last are shown. */
interface Alike {
  readonly series: string;
  readonly alike: number;
  readonly first: Derived;
  readonly last: Derived;
}

/** What a run made: days and values, and the place of the run in the ledger's `replays`. */
interface Played {
  readonly series: string;
  readonly replay: number;
  readonly made: readonly (readonly [string, number])[];
}

type Entry = Cited | Span | Derived | Alike | Played;

/** From so many rows of a file that follow each other on, they are told by their ends. */
const SPAN = 30;
/** From so many derived values on, they are told by their ends. */
const ALIKE = 100;
/** Of longer lists in a recipe the first two and the last are shown. */
const LIST = 60;

/** Every run that a citation rests on, once. */
export function replaysIn(cites: readonly Citation[]): readonly Replay[] {
  return [
    ...new Set(
      cites.flatMap(({ made }) => (made !== undefined && "replay" in made ? [made.replay] : [])),
    ),
  ];
}

/** Neighbouring citations of one file share an entry; their order stays. */
export function citesByFile(
  cites: readonly Citation[],
  replays: readonly Replay[],
): readonly Entry[] {
  return runs(cites).flatMap((each): readonly Entry[] => {
    const [first] = each;
    if (first === undefined) return [];
    const { series, file, made } = first;
    if (made === undefined) return [rowsOf(series, file, each.map(rowOf))];
    if ("replay" in made) {
      const replay = replays.indexOf(made.replay);
      return [{ series, replay, made: each.map(({ day, value }) => [day, value] as const) }];
    }
    const shown = each.length < ALIKE ? each : [first, each.at(-1) ?? first];
    const told = shown.flatMap((one) => derived(one, replays));
    const [start, end] = told;
    if (each.length < ALIKE || start === undefined || end === undefined) return told;
    return [{ series, alike: each.length, first: start, last: end }];
  });
}

/** Neighbours of one series, of one file and of one kind. */
function runs(cites: readonly Citation[]): readonly (readonly Citation[])[] {
  const found: Citation[][] = [];
  for (const cite of cites) {
    const run = found.at(-1);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && belongs(before, cite)) run.push(cite);
    else found.push([cite]);
  }
  return found;
}

function belongs(before: Citation, cite: Citation): boolean {
  if (before.series !== cite.series) return false;
  const [one, other] = [before.made, cite.made];
  if (one === undefined || other === undefined) return one === other && before.file === cite.file;
  return "replay" in one === "replay" in other;
}

function rowsOf(series: string, file: string, rows: readonly Row[]): Cited | Span {
  const [first] = rows;
  const last = rows.at(-1);
  const whole = first !== undefined && rows.every(([line], index) => line === first[0] + index);
  if (first === undefined || last === undefined || !whole || rows.length < SPAN) {
    return { series, file, rows };
  }
  return { series, file, first, last, lines: rows.length };
}

function rowOf({ line, day, value }: Citation): Row {
  return [line, day, value];
}

function derived(cite: Citation, replays: readonly Replay[]): readonly Derived[] {
  const { series, day, value, made } = cite;
  if (made === undefined || "replay" in made) return [];
  const from = citesByFile(made.cites, replays);
  return [{ series, day, value, recipe: shortened(made.recipe), from }];
}

/** A recipe for people: of a list over hundreds of members the first two and the last. */
export function shortened(recipe: Recipe): unknown {
  return short(recipe);
}

function short(value: unknown): unknown {
  if (Array.isArray(value)) {
    const all: readonly unknown[] = value;
    if (all.length <= LIST) return all.map(short);
    const between = `and so on, ${all.length} in all`;
    return [...all.slice(0, 2).map(short), between, short(all.at(-1))];
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, short(each)]));
}
