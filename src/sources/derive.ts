import type { Citation, Made, Point, Recipe, Series } from "../model/index.ts";
import { reckon, sessionOnOrBefore, slotOf } from "../model/index.ts";
import type { DerivedEntry, Way } from "./entry.ts";

/**
 * The series that follows from others, reading by reading of the first of them. Readings meet by
 * period of the calendar, never by row; where the other series has none for the period, neither has
 * this one. A reading is known once all it rests on is known, and suspect where any of that is.
 */
export function derive(entry: DerivedEntry, from: readonly Series[]): Series {
  const [first] = from;
  if (first === undefined) throw new TypeError(`${entry.id} follows from nothing`);
  const { recipe, rowsAt } = wayThrough(entry.way, from);
  const rows = new Map<string, readonly Row[]>();
  const points = first.points.flatMap((each, place): readonly Point[] => {
    const found = rowsAt(each, place);
    if (found === null) return [];
    const value = reckon(recipe, found.map(citation));
    if (!Number.isFinite(value)) return [];
    rows.set(each.day, found);
    return [bounded(pointOf(each, value, found), entry, from)];
  });
  const made = ({ day }: Point): Made => ({ recipe, cites: (rows.get(day) ?? []).map(citation) });
  return {
    id: entry.id,
    name: entry.name,
    noun: entry.noun,
    ...(entry.instrument === undefined ? {} : { instrument: entry.instrument }),
    unit: entry.unit,
    every: first.every,
    basis: from.every((each) => each.basis === first.basis) ? first.basis : "reported",
    points,
    precision: entry.precision,
    source: first.source,
    release: first.release,
    completeForRecords: entry.complete,
    completeForLows: entry.lowsToo,
    sample: from.some((each) => each.sample),
    made,
  };
}

interface Row {
  readonly series: Series;
  readonly point: Point;
}

function citation({ series, point }: Row): Citation {
  const { day, line, value } = point;
  const made = series.made === undefined ? {} : { made: series.made(point) };
  return { series: series.id, file: series.source.file, line, day, value, ...made };
}

function pointOf(at: Point, value: number, rows: readonly Row[]): Point {
  const released = rows.reduce((last, { point }) => maximum(last, point.released), at.released);
  const doubt = rows.find(({ point }) => point.suspect !== undefined);
  const point = { day: at.day, value, released, line: at.line };
  if (doubt?.point.suspect === undefined) return point;
  return { ...point, suspect: `it rests on ${doubt.series.id}, where ${doubt.point.suspect}` };
}

/** No position is larger than all contracts held: such a share comes from rows that do not belong together. */
function bounded(point: Point, entry: DerivedEntry, from: readonly Series[]): Point {
  const share = entry.way.op === "ratio" && entry.unit === "ratio";
  const whole = from[1];
  if (!share || whole === undefined || from.some((each) => each.unit !== "contracts")) return point;
  if (Math.abs(point.value) <= 1 || point.suspect !== undefined) return point;
  return { ...point, suspect: `it is more than all of ${whole.name}` };
}

function maximum<T extends string>(one: T, two: T): T {
  return one > two ? one : two;
}

interface Through {
  readonly recipe: Recipe;
  /** The rows a reading follows from; null where one is missing. */
  readonly rowsAt: (point: Point, place: number) => readonly Row[] | null;
}

const VALUES = [
  { op: "value", of: 0 },
  { op: "value", of: 1 },
] as const satisfies readonly Recipe[];

function wayThrough(way: Way, from: readonly Series[]): Through {
  switch (way.op) {
    case "difference":
      return { recipe: { op: "difference", from: VALUES[1], to: VALUES[0] }, rowsAt: across(from) };
    case "ratio":
      return { recipe: { op: "quotient", of: VALUES[0], by: VALUES[1] }, rowsAt: across(from) };
    case "product":
      return { recipe: { op: "product", of: VALUES[0], by: VALUES[1] }, rowsAt: across(from) };
    case "sum":
      return { recipe: { op: "sum", first: 0, last: from.length - 1 }, rowsAt: across(from) };
    case "average":
      return {
        recipe: { op: "mean", first: 0, last: way.readings - 1 },
        rowsAt: back(from, way.readings),
      };
    case "change": {
      const op = way.as === "percent" ? "change" : "difference";
      const ends = back(from, way.readings + 1);
      const rowsAt: Through["rowsAt"] = (point, place) => {
        const rows = ends(point, place);
        const [start] = rows ?? [];
        const end = rows?.at(-1);
        if (start === undefined || end === undefined) return null;
        return op === "change" && start.point.value <= 0 ? null : [start, end];
      };
      return { recipe: { op, from: VALUES[0], to: VALUES[1] }, rowsAt };
    }
  }
}

/** The readings of all series for the period of the first one's. */
function across(from: readonly Series[]): Through["rowsAt"] {
  const [first, ...others] = from;
  const tellers = others.map((series) => ({ series, at: teller(series) }));
  return (point) => {
    if (first === undefined) return null;
    const rows: Row[] = [{ series: first, point }];
    for (const { series, at } of tellers) {
      const found = at(point, first);
      if (found === null) return null;
      rows.push({ series, point: found });
    }
    return rows;
  };
}

/** The last n readings of the one series, none of them missing. */
function back(from: readonly Series[], readings: number): Through["rowsAt"] {
  const [series] = from;
  return (point, place) => {
    if (series === undefined || place < readings - 1) return null;
    const points = series.points.slice(place - readings + 1, place + 1);
    const [start] = points;
    if (start === undefined) return null;
    const steps = slotOf(point.day, series.every) - slotOf(start.day, series.every);
    return steps === readings - 1 ? points.map((each) => ({ series, point: each })) : null;
  };
}

/**
 * What a series tells of the period of another one's reading: at the same rhythm that of the same
 * period; a daily one what it told on the day or on the last session before; a slower one what it
 * told last, of the same period or the one before it.
 */
function teller(series: Series): (point: Point, first: Series) => Point | null {
  const bySlot = new Map(series.points.map((each) => [slotOf(each.day, series.every), each]));
  return ({ day }, first) => {
    const slot = slotOf(day, series.every);
    if (first.every === series.every) return bySlot.get(slot) ?? null;
    if (series.every === "day") return bySlot.get(slotOf(sessionOnOrBefore(day), "day")) ?? null;
    const same = bySlot.get(slot);
    if (same !== undefined && same.day <= day) return same;
    return bySlot.get(slot - 1) ?? null;
  };
}
