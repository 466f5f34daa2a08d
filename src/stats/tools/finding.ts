import type {
  Basis,
  Citation,
  Day,
  Finding,
  Point,
  Recipe,
  Series,
  Unit,
} from "../../model/index.ts";
import { reckon } from "../../model/index.ts";
import { digitsOf } from "./precision.ts";
import type { Unsaid } from "../statistic.ts";
import { Withholding, cite, withhold } from "../statistic.ts";

/** A finding but for its value, which always comes from the recipe and the citations themselves. */
export interface Draft {
  readonly series: Series;
  readonly recipe: Recipe;
  readonly cites: readonly Citation[];
  readonly unit: Unit;
  readonly digits: number;
  /** The day the value belongs to; left out: that of the last citation. */
  readonly day?: Day;
  readonly basis?: Basis;
  /** Left out: from the earliest citation to the latest. */
  readonly window?: { readonly from: Day; readonly to: Day };
  readonly rank?: Rank;
  readonly named?: Readonly<Record<string, number>>;
  readonly state?: string;
}

/** Place of a size among the past changes of the same measure. */
export interface Rank {
  readonly rank: number | null;
  readonly ranked: number;
}

const UNRANKED: Rank = { rank: null, ranked: 0 };

/** The finding that the recipe makes of its citations; withheld where that is no number. */
export function finding(draft: Draft): Finding {
  const value = reckon(draft.recipe, draft.cites);
  if (!Number.isFinite(value)) withhold(`no number follows from the figures of ${nameOf(draft)}`);
  if (draft.recipe.op === "change" && value < -1) {
    withhold(`${nameOf(draft)} went below zero: no percentage ends there`);
  }
  const days = draft.cites.map((each) => each.day);
  const span = draft.window ?? spanOf(days);
  return {
    value,
    unit: draft.unit,
    day: draft.day ?? days.at(-1) ?? span.to,
    basis: draft.basis ?? draft.series.basis,
    window: span,
    ...(draft.rank ?? UNRANKED),
    cites: draft.cites,
    recipe: draft.recipe,
    series: draft.series.id,
    digits: draft.digits,
    ...(draft.named === undefined ? {} : { named: draft.named }),
    ...(draft.state === undefined ? {} : { state: draft.state }),
  };
}

function nameOf(draft: Draft): string {
  return draft.series.name;
}

function spanOf(days: readonly Day[]): { readonly from: Day; readonly to: Day } {
  const sorted = days.toSorted();
  const [from] = sorted;
  const to = sorted.at(-1);
  if (from === undefined || to === undefined) throw new TypeError("a finding without a citation");
  return { from, to };
}

/** A point of a series, as it stands. */
export function pointFinding(
  series: Series,
  point: Point,
  more: Pick<Draft, "state" | "named" | "window"> = {},
): Finding {
  return finding({
    series,
    recipe: { op: "value", of: 0 },
    cites: [cite(series, point)],
    unit: series.unit,
    digits: digitsOf(series),
    ...more,
  });
}

/** The finding resting on more rows than it is reckoned from; its window reaches to them. */
export function resting(found: Finding, more: readonly Citation[]): Finding {
  const { from, to } = found.window;
  const window = spanOf([from, to, ...more.map((each) => each.day)]);
  return { ...found, cites: [...found.cites, ...more], window };
}

/** How many of the points there are; every one of them is cited. */
export function countFinding(
  series: Series,
  points: readonly Point[],
  how: string,
  more: Pick<Draft, "state" | "named" | "day"> & { readonly first?: number; readonly unit?: Unit },
): Finding {
  const { first = 0, unit = "count", ...rest } = more;
  return finding({
    series,
    recipe: { op: "count", first, last: points.length - 1, how },
    cites: points.map((each) => cite(series, each)),
    unit,
    digits: 0,
    ...rest,
  });
}

/** Calendar days from one point to another, or to a day. */
export function daysFinding(series: Series, from: Point, to: Point | Day): Finding {
  const day = typeof to === "string" ? to : to.day;
  const cites = typeof to === "string" ? [from] : [from, to];
  return finding({
    series,
    recipe: { op: "days", from: 0, to: typeof to === "string" ? to : 1 },
    cites: cites.map((each) => cite(series, each)),
    unit: "days",
    digits: 0,
    day,
    window: from.day <= day ? { from: from.day, to: day } : { from: day, to: from.day },
  });
}

/** A part that may turn out not to be sayable while the rest of the finding stands. */
export function said(make: () => Finding): Finding | Unsaid {
  try {
    return make();
  } catch (error) {
    if (error instanceof Withholding) return { unsaid: error.message };
    throw error;
  }
}
