import type {
  Block,
  Compliance,
  Day,
  Facts,
  Line,
  Place,
  Problem,
  Said,
  Series,
  Withheld,
} from "../model/index.ts";
import type { Voice } from "../words/index.ts";
import type { Template } from "./template.ts";

/** What sentences need to know of a series. */
export type SeriesNaming = Pick<
  Series,
  "name" | "noun" | "unit" | "every" | "instrument" | "ticker" | "about"
>;

/** Everything the prose may speak of, and by which style. */
export interface Scene {
  readonly facts: Facts;
  /** By the id that facts cite. */
  readonly series: ReadonlyMap<string, SeriesNaming>;
  readonly voice: Voice;
  /** Running number of the edition within its cadence; it turns the wording. */
  readonly ordinal: number;
  readonly published: Day;
  readonly asOf: Day;
  /** May the note say what to trade? Left out: it comments. */
  readonly compliance?: Compliance;
  /** Charts that can be drawn. */
  readonly charts: ReadonlySet<string>;
  /** What the author wrote for this edition, by slot. */
  readonly slots: ReadonlyMap<string, Template>;
  /** What is worth saying and not yet said, best first; left out: nothing. */
  readonly highlights?: readonly Spoken[];
}

/** A sentence that {{highlights}} may print, with what it speaks of. */
export interface Spoken {
  readonly template: Template;
  /** By the names the template calls them. */
  readonly facts: Facts;
  readonly series: ReadonlyMap<string, SeriesNaming>;
  /** Turns its verbs, so that a list does not repeat itself. */
  readonly turn: number;
}

/** Something of the note that was left out because a fact is withheld. */
export interface Dropped {
  readonly what:
    "sentence" | "passage" | "heading" | "list" | "row" | "headline" | "standfirst" | "chart";
  /** The words, with […] where the withheld facts would stand. */
  readonly text: string;
  readonly because: readonly Withheld[];
  readonly place: Place | null;
}

export interface Rendered {
  readonly headline: Line;
  readonly standfirst: Line;
  readonly blocks: readonly Block[];
  readonly method: readonly Line[];
  /** Charts in the order of their reference: the first is Chart 1. */
  readonly charts: readonly string[];
  /** Every saying of a fact, in reading order. */
  readonly said: readonly Said[];
  readonly dropped: readonly Dropped[];
  readonly problems: readonly Problem[];
}
