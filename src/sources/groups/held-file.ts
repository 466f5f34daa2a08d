import { z } from "zod";
import type { Problem } from "../../model/index.ts";
import { parseDay } from "../../model/index.ts";
import type { Held } from "./panel.ts";

/** A group as it was read, and the remarks on its files. */
export interface Kept {
  readonly held: Held;
  readonly problems: readonly Problem[];
}

const text = z.string().nullable();

/** What stands before the columns in their file. */
const header = z.object({
  rows: z.int().min(0),
  /** Which of the columns there are, in the order of `COLUMN_NAMES`. */
  columns: z.array(z.boolean()).length(5),
  starts: z.array(z.int()),
  days: z.array(z.string().transform((each) => parseDay(each) ?? z.NEVER)),
  members: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      sector: text,
      weight: z.number().nullable(),
      line: z.int().optional(),
      file: z.int(),
      suspect: z.array(z.tuple([z.int(), z.string()])),
    }),
  ),
  listed: z.int().nullable(),
  problems: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(["error", "warning"]),
      file: text,
      line: z.int().nullable(),
      column: z.int().nullable(),
      message: z.string(),
      hint: z.string(),
    }),
  ),
});

export type Header = z.infer<typeof header>;

export function headerOf(held: Held, problems: readonly Problem[]): string {
  return JSON.stringify({
    rows: held.day.length,
    columns: held.values.map((each) => each.length > 0),
    starts: [...held.starts],
    days: held.days,
    listed: held.listed,
    members: held.members.map((each) => ({ ...each, suspect: [...each.suspect] })),
    problems,
  });
}

export function readHeader(json: string): Header | null {
  const found = header.safeParse(JSON.parse(json));
  return found.success ? found.data : null;
}

/** The columns that lie behind the header, as views of the file's own bytes; null: they are not whole. */
export function heldFrom(found: Header, bytes: Uint8Array, start: number): Kept | null {
  const { rows } = found;
  const wide = found.columns.filter(Boolean).length * 8;
  if (bytes.byteOffset % 8 !== 0 || bytes.length - start !== rows * (wide + 8)) return null;
  let at = bytes.byteOffset + start;
  const values = found.columns.map((there) => {
    const column = new Float64Array(bytes.buffer, at, there ? rows : 0);
    at += column.byteLength;
    return column;
  });
  const day = new Int32Array(bytes.buffer, at, rows);
  const line = new Int32Array(bytes.buffer, at + day.byteLength, rows);
  const members = found.members.map(({ line: listed, ...each }) => ({
    ...each,
    ...(listed === undefined ? {} : { line: listed }),
    suspect: new Map(each.suspect),
  }));
  const starts = Int32Array.from(found.starts);
  const held: Held = { members, starts, day, line, values, days: found.days, listed: found.listed };
  return { held, problems: found.problems };
}
