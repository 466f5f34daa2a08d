import type { Day } from "./day.ts";
import type { Place } from "./problem.ts";

/**
 * A report as the machine works with it: complete, checked, every default filled in. What YAML may
 * say is another type (src/edition/decode.ts).
 */
export interface Report {
  /** Of its editions: the folder's name, and behind it a subject that is not the report's own. */
  readonly name: string;
  /** What it is about where that may be chosen; null: that is fixed. */
  readonly subject: string | null;
  /** Folder of the report, as the user named it. */
  readonly folder: string;
  /** Masthead: "Small-Cap Weekly". */
  readonly title: string;
  readonly byline: Byline;
  readonly cadence: "week" | "month";
  readonly language: "en-US" | "en-GB";
  readonly paper: "letter" | "a4";
  /** Address under which the edition will stand, without the edition's own part; null: none said. */
  readonly canonical: string | null;
  readonly keywords: readonly string[];
  /** Series without which, or with stale data of which, there is no edition. */
  readonly required: readonly string[];
  readonly requests: readonly Request[];
  readonly charts: readonly ChartRequest[];
  /** Up to four figures under the headline. */
  readonly keyFigures: readonly KeyFigureRequest[];
  /** Path of the prose, relative to the folder. */
  readonly note: string;
  /** Rules of the report's agents, relative to the folder; null: it has none. */
  readonly agents: string | null;
  /** Voice pack under templates/. */
  readonly voice: string;
  /** Folder of the author's words by day, relative to the report's folder. */
  readonly slots: string;
  readonly disclosure: string;
  readonly compliance: Compliance;
  readonly accepted: readonly Acceptance[];
}

/** Does the note comment, or does it also say what to trade? */
export type Compliance = "commentary" | "advice";

/** A warning that the editor has looked at and lets stand, with the reason. */
export interface Acceptance {
  readonly rule: string;
  /** Part of the warning's text; empty: every warning of the rule. */
  readonly says: string;
  /** As-of day of the one edition it is for; null: every edition. */
  readonly on: Day | null;
  readonly reason: string;
  readonly place: Place;
}

export interface Byline {
  readonly author: string;
  readonly role: string | null;
}

/** One entry under `facts:`. */
export interface Request {
  readonly id: string;
  readonly statistic: string;
  /** As YAML says it, with names, numbers, days, spans and fact ids still as text. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

export interface KeyFigureRequest {
  /** A line of template: "Russell 2000". */
  readonly label: string;
  readonly figure: string;
  readonly note: string;
  readonly place: Place;
}

/** One entry under `charts:`. */
export interface ChartRequest {
  readonly id: string;
  /** Path of the Vega-Lite file, relative to the folder. */
  readonly spec: string;
  /** Template lines: the finding, what is measured, the text alternative. First that can be said wins. */
  readonly titles: readonly string[];
  readonly subtitle: string;
  readonly alternative: string;
  /** Data sets of the specification by name. */
  readonly data: readonly ChartData[];
  readonly marks: readonly MarkRequest[];
  /** Fewer points than this, and the chart falls out. */
  readonly least: number;
  readonly place: Place;
}

export interface ChartData {
  readonly name: string;
  /** A series, a bar file, or an average of a series. */
  readonly series: string;
  readonly shape: "line" | "bars" | "candles" | "average";
  readonly every: "own" | "week" | "month";
  /** Sessions of the average. */
  readonly sessions: number | null;
  /** Start of the window: a span before the as-of day, a day, or all of it. */
  readonly from: string | null;
  /** Where it is absent or out of date its panel falls out, and not the whole chart. */
  readonly optional: boolean;
}

/** Something drawn upon the picture that a sentence also says. */
export interface MarkRequest {
  readonly kind: "point" | "events" | "level" | "range" | "line" | "bracket";
  /** Facts that give the mark its place; which ones, by kind, is told in docs/charts.md. */
  readonly facts: readonly string[];
  /** Template line; empty: no words. */
  readonly label: string;
  /** Panel of the picture, counted from 0. */
  readonly panel: number;
  /** A mark far beyond the data would flatten the picture: is that told, or left out in silence? */
  readonly far: "tell" | "leave out";
  /** Is it what the sentence is about? Then it takes the accent. */
  readonly accent: boolean;
  readonly place: Place;
}
