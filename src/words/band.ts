import type { Frequency, Unit } from "../model/index.ts";
import type { Voice } from "./voice.ts";

/** How large a move is among the usual moves of its measure. Typical is one standard deviation. */
export type Band = "nil" | "tiny" | "small" | "large" | "very large" | "extreme";

/** The size of a move: `value` in plain units, `rank` among the `ranked` changes of the measure. */
export interface Size {
  readonly rank: number | null;
  readonly ranked: number;
  readonly value: number;
  readonly unit: Unit;
}

type Family = keyof Voice["verbs"]["kinds"];

const FAMILIES: Readonly<Record<Family, true>> = {
  price: true,
  "short-interest": true,
  survey: true,
  money: true,
  position: true,
  yield: true,
};

/**
 * The band of a move: by rank where there are enough changes of the same measure, by the table of
 * its kind where there are some, and "neutral" where there are too few to call a move small or large.
 * `kind` is a family, or a family and a step: "survey", "price/week".
 */
export function bandOf(size: Size, kind: string, voice: Voice): Band | "neutral" {
  const { bands } = voice;
  if (size.rank !== null && size.ranked >= bands.ranked) return within(size.rank, bands.rank);
  if (size.ranked < bands.counted) return "neutral";
  const table = bands.tables[kind] ?? bands.tables[kind.split("/")[0] ?? ""];
  const measured = table === undefined ? null : inUnit(size, table.unit);
  return table === undefined || measured === null ? "neutral" : within(measured, table);
}

/**
 * The kind of a measure by its series, for verbs and tables: the step is the time over which the
 * change is measured, in calendar days.
 */
export function kindOf(unit: Unit, every: Frequency, days: number | null): string {
  switch (unit) {
    case "index":
    case "price":
      return `price/${stepOf(every, days)}`;
    case "shares":
      return "short-interest";
    case "contracts":
      return "position";
    case "money":
      return "money";
    case "score":
    case "net percent":
      return "survey";
    case "yield":
    case "basis points":
      return "yield";
    case "ratio":
    case "points":
    case "correlation":
    case "percentile":
    case "multiple":
    case "count":
    case "sessions":
    case "days":
    case "weeks":
    case "months":
      return "default";
  }
}

/** The family in a kind, or null for one that has no words of its own. */
export function familyOf(kind: string): Family | null {
  const name = kind.split("/")[0] ?? "";
  return isFamily(name) ? name : null;
}

function isFamily(name: string): name is Family {
  return Object.hasOwn(FAMILIES, name);
}

function stepOf(every: Frequency, days: number | null): "day" | "week" | "month" | "long" {
  if (days === null) return every === "half-month" ? "month" : every;
  if (days <= 4) return "day";
  if (days <= 11) return "week";
  return days <= 45 ? "month" : "long";
}

type Edges = Voice["bands"]["rank"];

function within(size: number, edges: Edges): Band {
  if (size < edges.nil) return "nil";
  if (size <= edges.tiny) return "tiny";
  if (size <= edges.small) return "small";
  if (size <= edges.large) return "large";
  return size <= edges["very large"] ? "very large" : "extreme";
}

/** Size in the unit of a table, or null where the two do not go together: money against percent. */
function inUnit(size: Size, unit: "percent" | "points" | "basis points"): number | null {
  const value = Math.abs(size.value);
  if (unit === "percent") return size.unit === "ratio" ? value * 100 : null;
  if (unit === "basis points" && size.unit === "basis points") return value;
  const points = size.unit === "points" || size.unit === "score" || size.unit === "net percent";
  if (!points) return null;
  return unit === "points" ? value : value * 100;
}
