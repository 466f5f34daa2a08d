import type { Subject } from "./subject.ts";

/** By which history it is told how seldom a reading has come; each is told in `odds.ts`. */
export type Seldom =
  "moves" | "reach" | "runs" | "counts" | "firsts" | "tail" | "window" | "editions" | "cases";

/** A question put to every subject of its kinds, whenever an author wants to know what is worth saying. */
export interface Ask {
  /** Also the name by which the lines of templates/highlights.yaml speak of its fact. */
  readonly name: string;
  readonly statistic: string;
  readonly of: readonly Subject["kind"][];
  /** As report.yaml would give them; "@level" is the same subject's answer to the ask of that name. */
  readonly options: (about: Subject) => Readonly<Record<string, unknown>> | null;
  /** The part that is the news; left out: the fact itself. */
  readonly lead?: string;
  /** A part whose state points the way; without it there is no news. */
  readonly by?: string;
  /** Only these states of the lead are news. */
  readonly states?: readonly string[];
  readonly seldom: Seldom;
  /** What it weighs in the ranking; zero: never news by itself, but there for the lines to speak of. */
  readonly worth: number;
  /** It stays worth saying for so many editions (of a daily series) or readings (of a slower one). */
  readonly lingers?: number;
  /** News only where the edition before told another day, or another state: then it is new. */
  readonly arises?: "day" | "state";
  /** It lies ahead: whenever it is told it is news. */
  readonly coming?: true;
  /** All cases are alike: none is larger than another. */
  readonly alike?: true;
  /** What a case is called in "3 of 520 weeks"; left out: by the rhythm of the series. */
  readonly cases?: string;
  /** Of a move: over how many ends of weeks or months, or readings, the past ones go. */
  readonly past?: { readonly by: "reading" | "week" | "month"; readonly steps: number };
  /** The least that is news, in the fact's own unit: a run of two is none. */
  readonly least?: number;
  /** It must be as seldom as this, in bits; left out: what is asked of all. */
  readonly leastBits?: number;
  /** Days that the finding must span: two days up are no rally. */
  readonly leastDays?: number;
  /** Of one subject, day and direction only the best of a theme is told; left out: "move". */
  readonly theme?: string;
  /** The name under which its lines speak of it, where several asks share their lines; left out: its own. */
  readonly as?: string;
}

/** An ask of the report's own facts; `suits` tells which of them, by their options. */
export type OwnAsk = Omit<Ask, "of" | "options"> & {
  readonly suits?: (options: Readonly<Record<string, unknown>>) => boolean;
};

export function ask(
  name: string,
  statistic: string,
  of: Ask["of"],
  options: Ask["options"],
  seldom: Seldom,
  worth: number,
  more: Partial<Ask> = {},
): Ask {
  return { name, statistic, of, options, seldom, worth, ...more };
}

export const PRICES: Ask["of"] = ["price"];
export const DAILY: Ask["of"] = ["price", "daily"];
export const READINGS: Ask["of"] = ["reading"];
/** Daily series that are no prices, and slower ones. */
export const GAUGES: Ask["of"] = ["daily", "reading"];

export const series: Ask["options"] = (about) => ({ series: about.series });
export const bars: Ask["options"] = (about) => ({ bars: about.bars });

/** What came about within an edition; of a subject and day only the best of a theme is told. */
export function happening(theme: string): Partial<Ask> {
  return { theme };
}
