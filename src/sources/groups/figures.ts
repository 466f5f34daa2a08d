import type { Day, Decoded, Figures, Point, Source } from "../../model/index.ts";
import { problem } from "../../model/index.ts";
import { meant } from "../../decode/index.ts";
import { collector } from "../collector.ts";
import { compileDay } from "../date.ts";
import { numberFault } from "../number-fault.ts";
import { compileNumber } from "../number.ts";
import { columnOf } from "../rows.ts";
import type { Table } from "../table.ts";
import { readTable } from "../table.ts";
import { decodeText } from "../text.ts";
import type { FigureFile, GroupEntry } from "./entry.ts";

/** Figures of the members by their names, each with its points by the member's place. */
export type FiguresRead = ReadonlyMap<string, Figures>;

/** Reads the file of what the members report from time to time: earnings, sales, margins. */
export function readFigures(
  entry: GroupEntry,
  figures: FigureFile,
  bytes: Uint8Array,
  about: { readonly shown: string; readonly hash: string; readonly ids: readonly string[] },
): Decoded<FiguresRead> {
  const text = decodeText(bytes, entry.encoding, about.shown);
  if (!text.ok) return text;
  const table = readTable(text.value, figures.delimiter, about.shown);
  return table.ok ? figuresFrom(entry, figures, table.value, about) : table;
}

function figuresFrom(
  entry: GroupEntry,
  figures: FigureFile,
  table: Table,
  {
    shown,
    hash,
    ids,
  }: { readonly shown: string; readonly hash: string; readonly ids: readonly string[] },
): Decoded<FiguresRead> {
  const { member, day, released } = figures.columns;
  const wanted = [member, day, released, ...figures.values.map((each) => each.column)];
  const lacking = wanted.filter((name) => !table.header.includes(name.trim()));
  if (lacking.length > 0) {
    const place = { file: shown, line: table.line, column: 1 };
    const problems = lacking.map((name) => {
      const message = `the header has no column "${name}", which the figures of "${entry.id}" ask for`;
      return problem("data-column", place, message, meant(name, table.header));
    });
    return { ok: false, problems };
  }
  const at = (name: string): number => table.header.indexOf(name.trim());
  const form = compileDay(figures.date);
  if (!form.ok) throw new RangeError(`${entry.id}: ${form.message}`);
  const number = compileNumber(figures.number, 0);
  const trouble = collector(shown);
  const places = new Map(ids.map((id, place) => [id, place] as const));
  const points = figures.values.map(() => ids.map((): Point[] => []));
  table.rows.forEach((row, index) => {
    const line = table.lines[index] ?? 0;
    const cell = (column: number): string => row[column] ?? "";
    const place = places.get(cell(at(member)).toLowerCase());
    if (place === undefined) return;
    const dayOf = (name: string): Day | null => {
      const found = form.read(cell(at(name)));
      if (found === null) {
        const message = `"${cell(at(name))}" is no day of the form ${figures.date}`;
        trouble.add("data-date", line, columnOf(row, at(name)), { message, hint: "correct it" });
      }
      return found;
    };
    const [on, out] = [dayOf(day), dayOf(released)];
    if (on === null || out === null) return;
    if (out < on) {
      const message = `figures of ${on} cannot have come out on ${out}`;
      const fault = { message, hint: "correct one of the two days" };
      trouble.add("data-released", line, columnOf(row, at(released)), fault);
      return;
    }
    figures.values.forEach(({ column }, value) => {
      const written = cell(at(column));
      if (figures.number.missing.has(written)) return;
      const found = number(written);
      if (found === null) {
        const fault = numberFault(written, figures.number);
        trouble.add("data-number", line, columnOf(row, at(column)), fault);
      } else points[value]?.[place]?.push({ day: on, value: found, released: out, line });
    });
  });
  const problems = trouble.all();
  if (problems.length > 0) return { ok: false, problems };
  const { publisher, url } = entry;
  const made = figures.values.map(({ name, column, unit, precision }, value) => {
    const source: Source = { file: figures.file, column, publisher, url, hash };
    const own = (points[value] ?? []).map((each) => each.toSorted(earlier));
    return [name, { unit, precision, source, points: own }] as const;
  });
  return { ok: true, value: new Map(made), problems: [] };
}

/** A figure told anew stands behind the first telling. */
function earlier(a: Point, b: Point): number {
  const [one, two] = [`${a.day} ${a.released}`, `${b.day} ${b.released}`];
  return one < two ? -1 : one > two ? 1 : a.line - b.line;
}
