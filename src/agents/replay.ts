import type { RowBlock, Day, Replay, Replayed } from "../model/index.ts";
import { isSession } from "../model/index.ts";
import type { Made } from "./columns.ts";
import { makeRun } from "./columns.ts";
import type { Sources } from "./input.ts";
import { assemble } from "./input.ts";
import { rulesSchema } from "./rules.ts";

/** Reads day and value of a series on a line of its file, from the raw bytes. */
export type RowReader = (series: string, line: number) => { day: Day; value: number } | null;

export interface Reading {
  readonly row: RowReader;
  /** From the end of which day on a figure of the series was public. */
  readonly released: (series: string, day: Day) => Day;
  /** How the series of the instrument, of short interest and of the sectors are called. */
  readonly sources: Sources;
}

/**
 * The proof of what the agents did: every line of every block is read again from its file, the rules
 * are played over them from the first session on, and the day's value is looked up. Each replay is
 * made once. Null where the rows are no longer those that were cited.
 */
export function replayer(reading: Reading): (made: Replayed, day: Day) => number | null {
  const held = new Map<Replay, Again | null>();
  return ({ column, replay }, day) => {
    const again = held.has(replay) ? held.get(replay) : playAgain(replay, reading);
    held.set(replay, again ?? null);
    const at = again?.place.get(day);
    const columns: Readonly<Record<string, Float64Array>> = again?.made.columns ?? {};
    return at === undefined ? null : (columns[column]?.[at] ?? null);
  };
}

interface Again {
  readonly made: Made;
  readonly place: ReadonlyMap<Day, number>;
}

function playAgain({ rules, blocks }: Replay, reading: Reading): Again | null {
  const rows = new Map(blocks.map((each) => [each.series, rowsOf(each, reading)] as const));
  if (blocks.some((each) => rows.get(each.series)?.length !== each.rows)) return null;
  const input = assemble(rows, reading.sources);
  const made = makeRun(input, rulesSchema.parse(rules));
  return { made, place: new Map(input.days.map((each, at) => [each, at])) };
}

/** Lines of other members between those of this one have no value; bars of days without a session count for nothing. */
function rowsOf({ series, lines, without }: RowBlock, { row, released, sources }: Reading) {
  const [first, last] = lines;
  const found: { day: Day; value: number; released: Day }[] = [];
  for (let line = first; line <= last; line++) {
    const read = without.includes(line) ? null : row(series, line);
    if (read !== null) found.push({ ...read, released: released(series, read.day) });
  }
  return series === sources.shorts?.id ? found : found.filter(({ day }) => isSession(day));
}
