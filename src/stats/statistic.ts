import type { z } from "zod";
import type { AgentRun, Bars, Citation, Day, Finding, Panel, Series } from "../model/index.ts";

/** The series as known on the as-of day. Asking for one that the catalogue lacks throws `UnknownName`. */
export interface Book {
  /** The last day whose releases are known. */
  readonly asOf: Day;
  /** The day on the masthead. */
  readonly published: Day;
  readonly series: (id: string) => Series;
  readonly bars: (id: string) => Bars;
  /** A group of instruments, cut at the as-of day. Its members' series are series like all others. */
  readonly panel: (id: string) => Panel;
  /** What the report's agents had done by then; left out where it has none. */
  readonly agents?: () => AgentRun;
}

export interface Context extends Book {
  /** Another fact of the report, or a part of one. Throws `Withholding` where it is withheld. */
  readonly fact: (id: string) => Finding;
}

/** What a statistic found: under "" the fact itself, under other names its parts. */
export type Findings = Readonly<Record<string, Finding | Unsaid>>;

/** A part that cannot honestly be said, while others can. */
export interface Unsaid {
  readonly unsaid: string;
}

/**
 * One statistic: its name is its word in YAML, its file, its test and its entry in the manual.
 * `find` is pure. It cites every point it used, returns no NaN, and throws `Withholding` with a
 * reason for the reader's eyes where there are too few points, a hole or too small a base.
 */
export interface Statistic<Options = never> {
  readonly name: string;
  /** One sentence for the catalogue: what it finds. */
  readonly summary: string;
  /** How, with every choice between several ways named. */
  readonly method: string;
  /** Where the definition comes from. */
  readonly definition: string;
  readonly options: z.ZodType<Options>;
  /** Meaning and unit of each part, "" first. */
  readonly parts: Readonly<Record<string, string>>;
  /** A line of YAML that can be run on the sample data. */
  readonly example: string;
  readonly find: (options: Options, context: Context) => Findings;
}

/** The fact cannot honestly be said; the message is the reason, a clause without full stop. */
export class Withholding extends Error {
  override readonly name = "Withholding";
}

/** A name in the report that nothing bears. An editor's mistake, told with its place by the caller. */
export class UnknownName extends Error {
  override readonly name = "UnknownName";
  readonly unknown: string;
  readonly choices: readonly string[];
  constructor(what: string, unknown: string, choices: readonly string[]) {
    super(`there is no ${what} "${unknown}"`);
    this.unknown = unknown;
    this.choices = choices;
  }
}

export function withhold(reason: string): never {
  throw new Withholding(reason);
}

/** The citation of a series' point. */
export function cite(series: Series, point: Series["points"][number]): Citation {
  return {
    series: series.id,
    file: series.source.file,
    line: point.line,
    day: point.day,
    value: point.value,
    ...(series.made === undefined ? {} : { made: series.made(point) }),
  };
}
