import type { RowBlock } from "./agents.ts";
import type { Day } from "./day.ts";
import type { Indicator } from "./indicators/index.ts";
import type { Basis, Made, Unit } from "./series.ts";

/** A row the value rests on: file and line as an editor would open them. */
export interface Citation {
  readonly series: string;
  readonly file: string;
  readonly line: number;
  readonly day: Day;
  readonly value: number;
  /** Of a derived series: the rows of others that the value follows from, and how. */
  readonly made?: Made;
}

/**
 * How the value follows from its citations: a closed language, so that `reckon` can find the same
 * value again from the rows themselves. Numbers are places in the list of citations.
 */
export type Recipe =
  | { readonly op: "value"; readonly of: number }
  /** A number that follows from no row: a round level, a level the author pinned. */
  | { readonly op: "given"; readonly value: number; readonly how: string }
  /** to / from − 1 */
  | { readonly op: "change"; readonly from: Recipe; readonly to: Recipe }
  /** to − from */
  | { readonly op: "difference"; readonly from: Recipe; readonly to: Recipe }
  | { readonly op: "quotient"; readonly of: Recipe; readonly by: Recipe }
  | { readonly op: "product"; readonly of: Recipe; readonly by: Recipe }
  /** Without its sign: the size of a short position. */
  | { readonly op: "size"; readonly of: Recipe }
  /** Of several values that each follow from their own rows: changes of a group's members. */
  | {
      readonly op: "of all";
      readonly take: "mean" | "median" | "sum" | "least" | "greatest";
      readonly each: readonly Recipe[];
    }
  /** Mean of `each` weighted by `by`, place for place. */
  | {
      readonly op: "weighted mean";
      readonly each: readonly Recipe[];
      readonly by: readonly Recipe[];
    }
  /** Share of `each` under `of`, equal ones and itself counted half; `of` is one of them. */
  | { readonly op: "rank"; readonly of: Recipe; readonly each: readonly Recipe[] }
  /** How many of `each` are greater than `than`, place for place: closes above their averages. */
  | { readonly op: "greater"; readonly each: readonly Recipe[]; readonly than: readonly Recipe[] }
  /** Of the citations from the first place to the last, both included. */
  | { readonly op: "mean"; readonly first: number; readonly last: number }
  | { readonly op: "sum"; readonly first: number; readonly last: number }
  | { readonly op: "median"; readonly first: number; readonly last: number }
  /** Standard deviation, divisor n − 1; of relative changes: those from each citation to the next. */
  | {
      readonly op: "deviation";
      readonly of?: "relative changes";
      readonly first: number;
      readonly last: number;
    }
  /** How many citations stand from the first place to the last; `how` says what they have in common. */
  | { readonly op: "count"; readonly first: number; readonly last: number; readonly how: string }
  /** Share of all citations at or under the last one, itself counted half. */
  | { readonly op: "percentile" }
  /** (last − mean) / standard deviation of all citations, the last one included; divisor n − 1. */
  | { readonly op: "standard score" }
  /** The first half of the citations is one series, the second half the other, pair by pair. */
  | { readonly op: "correlation"; readonly of: "levels" | "relative changes" }
  /** Slope of the least-squares line of the first half's relative changes on the second half's. */
  | { readonly op: "beta" }
  /** End of the 95 % Wilson interval of `of` cases among `among`. */
  | {
      readonly op: "wilson";
      readonly end: "low" | "high";
      readonly of: Recipe;
      readonly among: Recipe;
    }
  /**
   * How many of the citations from the first place to the last are followed by a higher one, or a
   * lower one, which stands `ahead` places further down the list.
   */
  | {
      readonly op: "followed";
      readonly by: "rise" | "fall";
      readonly first: number;
      readonly last: number;
      readonly ahead: number;
    }
  /**
   * The last reading of an indicator with its usual lengths over the sessions from the place
   * `first` on: closes, or highs, lows and closes, one block after the other (`BLOCKS`).
   */
  | {
      readonly op: "indicator";
      readonly name: Indicator;
      readonly first: number;
      readonly sessions: number;
    }
  /** Calendar days between two citations, or from a citation to a day. */
  | { readonly op: "days"; readonly from: number; readonly to: number | Day }
  /** Months of the calendar from one citation's month to another's: 25 November to 31 January is 2. */
  | { readonly op: "months"; readonly from: number; readonly to: number }
  /** Straight line in calendar days through two citations, at a day. */
  | { readonly op: "line"; readonly through: readonly [number, number]; readonly at: Day };

/** What a statistic finds. */
export interface Finding {
  readonly value: number;
  readonly unit: Unit;
  /** The day the value belongs to: of its last point, of its low, of its breach. */
  readonly day: Day;
  readonly basis: Basis;
  readonly window: { readonly from: Day; readonly to: Day };
  /** 0 to 1: place of the size among the same measure's own changes; null where there are too few. */
  readonly rank: number | null;
  /** How many changes the rank rests on; decides between rank, table and neutral verbs. */
  readonly ranked: number;
  /** Every point the value rests on; never empty. */
  readonly cites: readonly Citation[];
  readonly recipe: Recipe;
  /** Series the fact is about; its name and noun serve the sentences. */
  readonly series: string;
  /** Decimals the inputs allow to be printed, in the printed unit. */
  readonly digits: number;
  /** Options a sentence may name: 50 of "the 50-day average", 10 of "the last ten sessions". */
  readonly named?: Readonly<Record<string, number>>;
  /** A word the statistic found: the side, the role, a "high" or a "low". Templates branch on it. */
  readonly state?: string;
}

export interface Fact extends Finding {
  readonly kind: "fact";
  readonly id: string;
  readonly statistic: string;
  /** "106.8m / 83.3m − 1": from the recipe and the citations, for people. */
  readonly working: string;
}

/** A fact that cannot honestly be said. */
export interface Withheld {
  readonly kind: "withheld";
  readonly id: string;
  readonly statistic: string;
  readonly reason: string;
}

export type Outcome = Fact | Withheld;
export type Facts = ReadonlyMap<string, Outcome>;

/**
 * The rows of files that citations lead to: a derived value stands for the rows it was made of. What
 * a run made rests on whole blocks of rows (`blocksCited`) and stays itself.
 */
export function rowsCited(cites: readonly Citation[]): readonly Citation[] {
  if (cites.every((each) => each.made === undefined)) return cites;
  const rows = new Map<string, Citation>();
  for (const each of cites) {
    const { made } = each;
    const own = made === undefined || "replay" in made;
    for (const row of own ? [each] : rowsCited(made.cites)) {
      rows.set(`${row.series}\n${row.line}`, row);
    }
  }
  return [...rows.values()];
}

/** The blocks of rows that runs were made of, each once. */
export function blocksCited(cites: readonly Citation[]): readonly RowBlock[] {
  const replays = new Set(
    cites.flatMap(({ made }) => (made !== undefined && "replay" in made ? [made.replay] : [])),
  );
  return [...replays].flatMap((each) => each.blocks);
}
