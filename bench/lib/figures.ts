/** Times of one thing, in milliseconds, or sizes in MiB. */
export interface Figures {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly of: number;
}

export function figures(values: readonly number[]): Figures {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >>> 1;
  const upper = sorted[half] ?? Number.NaN;
  const median = sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
  return { median, least: sorted[0] ?? median, most: sorted.at(-1) ?? median, of: sorted.length };
}

/** "0.412 s [0.401-0.455]", "6.2 ms [5.9-7.7]". */
export function shown({ median, least, most }: Figures, unit: "ms" | "MiB"): string {
  const seconds = unit === "ms" && median >= 200;
  const digits = seconds ? 3 : median < 20 ? 1 : 0;
  const text = (value: number): string => (seconds ? value / 1000 : value).toFixed(digits);
  return `${text(median)} ${seconds ? "s" : unit} [${text(least)}-${text(most)}]`;
}

/**
 * Measures several things in turn, round by round, so that a busy moment of the machine falls on all
 * of them alike. The first rounds, in which caches fill, do not count.
 */
export async function inTurn<Name extends string>(
  things: Readonly<Record<Name, () => Promise<number>>>,
  rounds: number,
  warm: number,
): Promise<Readonly<Record<Name, Figures>>> {
  const entries = Object.entries(things) as [Name, () => Promise<number>][];
  const found = new Map<Name, number[]>(entries.map(([name]) => [name, []]));
  for (let round = 0; round < warm + rounds; round++) {
    for (const [name, measure] of entries) {
      const value = await measure();
      if (round >= warm) found.get(name)?.push(value);
    }
  }
  const medians = [...found].map(([name, values]) => [name, figures(values)]);
  return Object.fromEntries(medians) as Record<Name, Figures>;
}
