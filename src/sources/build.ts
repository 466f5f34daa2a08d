import type { Bars, Point, Series } from "../model/index.ts";
import type { Doubts } from "./doubt.ts";
import type { Entry, Part } from "./entry.ts";
import { seriesId } from "./entry.ts";
import type { Row } from "./rows.ts";

/** The series of an entry, in the order of its parts. */
export function buildSeries(
  entry: Entry,
  rows: readonly Row[],
  doubts: Doubts,
  hash: string,
): readonly Series[] {
  return entry.parts.map((part, index) => ({
    id: seriesId(entry, part),
    name: part.name === "volume" ? `${entry.name} volume` : entry.name,
    noun: part.name === "volume" ? "volume" : entry.noun,
    ...(entry.instrument === null ? {} : { instrument: entry.instrument }),
    unit: part.unit,
    every: entry.every,
    basis: part.basis,
    points: pointsOf(part, index, rows, doubts),
    precision: part.precision,
    source: {
      file: entry.file,
      column: part.column,
      publisher: entry.publisher,
      url: entry.url,
      hash,
    },
    release: entry.release,
    completeForRecords: entry.complete,
    completeForLows: entry.lowsToo,
    sample: entry.sample,
  }));
}

function pointsOf(
  part: Part,
  index: number,
  rows: readonly Row[],
  doubts: Doubts,
): readonly Point[] {
  const told = part.name === "close" || part.name === "" ? doubts.values : null;
  const points: Point[] = [];
  for (const { day, released, line, values } of rows) {
    const value = values[index];
    if (value === null || value === undefined) continue;
    const suspect = doubts.rows.get(day) ?? told?.get(day);
    points.push(
      suspect === undefined
        ? { day, value, released, line }
        : { day, value, released, line, suspect },
    );
  }
  return points;
}

/** The bars that five series of one entry make. */
export function barsOf(entry: Entry, series: readonly Series[]): Bars | null {
  const [open, high, low, close, volume] = series;
  if (entry.kind !== "bars") return null;
  if (open === undefined || high === undefined || low === undefined || close === undefined)
    return null;
  const { id, name, noun } = entry;
  return { id, name, noun, open, high, low, close, volume: volume ?? null };
}
