import { z } from "zod";
import type { Citation, Point, Series } from "../../model/index.ts";
import type { Readings } from "./find.ts";
import { adjacent, newest, placeOnOrBefore } from "./find.ts";
import { at, level, seriesRef } from "./options.ts";
import type { Context } from "../statistic.ts";
import { cite } from "../statistic.ts";
import { view } from "./views.ts";

/** What streaks, counts and firsts ask of each reading, as YAML says it. */
export const conditionShape = {
  series: seriesRef,
  of: z
    .enum(["above", "below", "rising", "falling"])
    .describe(
      "Above means at the threshold, or at the other series, or over it; below means under it.",
    ),
  threshold: level.optional(),
  than: seriesRef
    .optional()
    .describe(
      "Another series of the same unit instead of a threshold, such as the average of this one: both are read on the same day.",
    ),
  at,
} as const;

interface Asked {
  readonly series: string;
  readonly of: "above" | "below" | "rising" | "falling";
  readonly threshold?: number | undefined;
  readonly than?: string | undefined;
  readonly at: z.infer<typeof at>;
}

/** Above and below need one thing to be above or below of; rising and falling take none. */
export function isMeasured({ of, threshold, than }: Omit<Asked, "series" | "at">): boolean {
  const given = (threshold === undefined ? 0 : 1) + (than === undefined ? 0 : 1);
  return given === (of === "above" || of === "below" ? 1 : 0);
}

export const MEASURED = {
  message:
    "above and below need a threshold, or a series as `than`; rising and falling take none of the two",
  path: ["threshold"],
};

/** A question put to every reading, with what must be cited for the answer. */
export interface Condition {
  readonly readings: Readings;
  /** Of the reading at a place; null where it cannot be known. */
  readonly holds: (place: number) => boolean | null;
  /** Is a reading held against the one before it? */
  readonly moves: boolean;
  /** The other series and its point for a reading, where there is one. */
  readonly other: (point: Point) => readonly (readonly [Series, Point])[];
  /** Does the answer rest on a suspect row? */
  readonly doubted: (place: number) => boolean;
  /** "at 100 or above", "below its average", "rising". */
  readonly words: string;
  readonly named: { readonly named?: Readonly<Record<string, number>> };
}

/** What the reading at a place is held against: the one before it, or that of the other series. */
export function heldAgainst(
  { readings, moves, other }: Condition,
  place: number,
): readonly Citation[] {
  const { series, points } = readings;
  const here = points[place];
  const before = points[place - 1];
  if (moves) return before === undefined ? [] : [cite(series, before)];
  return here === undefined ? [] : other(here).map(([another, point]) => cite(another, point));
}

/** Withheld where nothing of the series is known yet. */
export function conditionOf(asked: Asked, context: Context): Condition {
  const readings = view(context.series(asked.series), asked.at);
  newest(readings);
  const { of, threshold, than } = asked;
  if (than !== undefined) return against(readings, of, context.series(than));
  const suspect = (place: number): boolean => readings.points[place]?.suspect !== undefined;
  const common = { readings, other: () => [] };
  if (threshold === undefined) {
    const doubted = (place: number): boolean => suspect(place) || suspect(place - 1);
    return { ...common, doubted, holds: moving(readings, of), moves: true, words: of, named: {} };
  }
  return {
    ...common,
    doubted: suspect,
    holds: (place) => over(readings.points[place], threshold, of),
    moves: false,
    words: wordsFor(of, String(threshold)),
    named: { named: { threshold } },
  };
}

function against(readings: Readings, of: Asked["of"], other: Series): Condition {
  const otherOf = (point: Point): Point | undefined => {
    const found = other.points[placeOnOrBefore(other.points, point.day)];
    return found?.day === point.day ? found : undefined;
  };
  return {
    readings,
    holds: (place) => {
      const point = readings.points[place];
      const beside = point === undefined ? undefined : otherOf(point);
      return beside === undefined ? null : over(point, beside.value, of);
    },
    moves: false,
    doubted: (place) => {
      const point = readings.points[place];
      const beside = point === undefined ? undefined : otherOf(point);
      return point?.suspect !== undefined || beside?.suspect !== undefined;
    },
    other: (point) => {
      const beside = otherOf(point);
      return beside === undefined ? [] : [[other, beside]];
    },
    words: wordsFor(of, other.name),
    named: {},
  };
}

function over(point: Point | undefined, limit: number, of: Asked["of"]): boolean | null {
  if (point === undefined) return null;
  return of === "above" ? point.value >= limit : point.value < limit;
}

function moving({ points, every }: Readings, of: Asked["of"]): Condition["holds"] {
  return (place) => {
    const before = points[place - 1];
    const here = points[place];
    if (before === undefined || here === undefined || !adjacent(before, here, every)) return null;
    return of === "rising" ? here.value > before.value : here.value < before.value;
  };
}

function wordsFor(of: Asked["of"], limit: string): string {
  return of === "above" ? `at ${limit} or above` : `below ${limit}`;
}
