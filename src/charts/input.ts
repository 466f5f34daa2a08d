import type {
  ChartRequest,
  Day,
  Fact,
  Frequency,
  Line,
  MarkRequest,
  Unit,
} from "../model/index.ts";
import type { ChartSpec } from "./spec.ts";

/** Everything one chart is drawn from, resolved by the caller: series read, facts found, words said. */
export interface ChartInput {
  readonly request: ChartRequest;
  readonly spec: ChartSpec;
  /** One for each name under `data:` of the request. */
  readonly data: readonly ChartSet[];
  readonly marks: readonly ChartMark[];
  readonly number: number;
  readonly title: Line;
  readonly subtitle: Line;
  readonly alternative: Line;
  readonly source: Line;
  readonly print: Print;
}

/** A named data set of the specification. */
export interface ChartSet {
  readonly name: string;
  /** Head of its column in the table: "IWM short interest". */
  readonly label: string;
  readonly unit: Unit;
  /** Rhythm of the points: a step of more than one period is a hole, and drawn as one. */
  readonly every: Frequency;
  /** Decimals printed in the table, in the printed unit. */
  readonly digits: number;
  /** Is it silent at times, so that the picture stands without it? */
  readonly seldom?: boolean;
  /** Ascending. A value that is not finite is a hole. */
  readonly points: readonly ChartPoint[] | readonly Candle[];
}

export interface ChartPoint {
  readonly day: Day;
  readonly value: number;
}

export interface Candle {
  readonly day: Day;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

export interface ChartMark {
  readonly request: MarkRequest;
  readonly facts: readonly Fact[];
  /** Null: no words, or words that cannot be said. */
  readonly label: Line | null;
}

/** How the house prints a value and a day in a table: the same words as in the note. */
export interface Print {
  readonly value: (value: number, unit: Unit, digits: number) => string;
  readonly day: (day: Day, every: Frequency) => string;
}

export function isCandle(point: ChartPoint | Candle): point is Candle {
  return "open" in point;
}
