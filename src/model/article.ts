import type { Day } from "./day.ts";
import type { Facts, Withheld } from "./fact.ts";
import type { Problem } from "./problem.ts";
import type { Request } from "./report.ts";

/** One saying of a fact, as printed: in a sentence, a chart's label, a table's cell. */
export interface Said {
  readonly fact: string;
  /** The value in words ("106.8 million", "five"), or the fact's day ("9 April"). */
  readonly kind: "value" | "day";
  readonly text: string;
}

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "figure"; readonly said: Said; readonly value: number }
  | { readonly kind: "date"; readonly said: Said; readonly day: Day }
  | { readonly kind: "chart-reference"; readonly chart: string; readonly number: number }
  | { readonly kind: "emphasis" | "strong"; readonly children: readonly Inline[] }
  | { readonly kind: "link"; readonly href: string; readonly children: readonly Inline[] };

export type Line = readonly Inline[];

export type Block =
  | { readonly kind: "heading"; readonly id: string; readonly children: Line }
  /** `voice`: written by the author by hand, and set apart as such. */
  | { readonly kind: "paragraph"; readonly children: Line; readonly voice: boolean }
  | { readonly kind: "list"; readonly items: readonly Line[] }
  /** Rows of figures; the first cell of a row names it. */
  | {
      readonly kind: "table";
      readonly head: readonly Line[];
      readonly rows: readonly (readonly Line[])[];
    }
  | { readonly kind: "chart"; readonly chart: string };

export interface KeyFigure {
  readonly label: Line;
  readonly figure: Line;
  readonly note: Line;
}

/** A finished picture with everything that stands around it. */
export interface Chart {
  readonly id: string;
  readonly number: number;
  readonly title: Line;
  readonly subtitle: Line;
  readonly alternative: Line;
  readonly source: Line;
  /** SVG text, without roles on its marks; the page gives it its label. */
  readonly wide: string;
  readonly narrow: string;
  readonly table: Table;
  /** What the picture's labels say. */
  readonly says: readonly Said[];
}

/** The data behind a picture, for people who cannot see it. Cells hold printed text. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One line of the method box: which data, up to when, from whom. */
export interface SourceLine {
  readonly name: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly to: Day;
  /** The day the newest point came out. */
  readonly released: Day;
  readonly sample: boolean;
  /** Said where a section is missing: "stale: nothing since …". */
  readonly remark: string | null;
}

export interface Related {
  readonly title: string;
  readonly published: Day;
  readonly href: string;
}

/** Everything a page needs, and nothing of how it came about. */
export interface Article {
  readonly report: string;
  readonly masthead: string;
  readonly headline: Line;
  readonly standfirst: Line;
  readonly byline: { readonly author: string; readonly role: string | null };
  readonly asOf: Day;
  readonly published: Day;
  readonly language: string;
  readonly paper: "letter" | "a4";
  readonly canonical: string | null;
  readonly keywords: readonly string[];
  readonly keyFigures: readonly KeyFigure[];
  readonly blocks: readonly Block[];
  readonly charts: readonly Chart[];
  readonly method: readonly Line[];
  readonly sources: readonly SourceLine[];
  readonly disclosure: string;
  readonly related: readonly Related[];
}

/** A sentence, passage or chart of the report that this edition does without, and why. */
export interface Fallen {
  readonly what: string;
  readonly text: string;
  readonly reason: string;
}

/** A warning that somebody looked at, and why it stands. */
export interface Decision {
  readonly warning: Problem;
  readonly reason: string;
}

/** An article with all that proves it. */
export interface Edition {
  readonly article: Article;
  readonly facts: Facts;
  /** Requests that no author wrote: those of the highlights the note prints. */
  readonly questions?: readonly Request[];
  readonly said: readonly Said[];
  readonly withheld: readonly Withheld[];
  readonly fallen: readonly Fallen[];
  readonly warnings: readonly Problem[];
  /** Warnings that the report lets stand, each with its reason; left out: none. */
  readonly decisions?: readonly Decision[];
  /** Hashes of every input, by path as the user knows it. */
  readonly inputs: ReadonlyMap<string, string>;
  readonly ordinal: number;
}
