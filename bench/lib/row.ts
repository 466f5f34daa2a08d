import type { Figures } from "./figures.ts";

/** A line of the table in docs/performance.md. */
export interface Row {
  readonly what: string;
  readonly unit: "ms" | "MiB";
  readonly ours: Figures;
  /** What the figure is held against, measured in the same rounds. */
  readonly floor: { readonly what: string; readonly figures: Figures } | null;
  readonly mark: Mark;
}

/** The most there may be: times the floor, or in the row's unit. */
export interface Mark {
  readonly ratio?: number;
  readonly most?: number;
}

export interface Benchmark {
  readonly name: string;
  readonly about: string;
  readonly run: () => Promise<readonly Row[]>;
}

export function ratioOf({ ours, floor }: Row): number | null {
  return floor === null ? null : ours.median / floor.figures.median;
}

export function isMet(row: Row): boolean {
  const ratio = ratioOf(row);
  const { mark } = row;
  if (mark.ratio !== undefined) return ratio !== null && ratio <= mark.ratio;
  return mark.most === undefined || row.ours.median <= mark.most;
}
