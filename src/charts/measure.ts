import widths from "./inter-widths.json" with { type: "json" };

export type Weight = 400 | 600;

/** Widest character of the face in thousandths of its size: what an unknown character is taken for. */
const UNKNOWN = 1000;

const TABLES: Readonly<Record<Weight, ReadonlyMap<string, number>>> = {
  400: tableOf(widths["400"]),
  600: tableOf(widths["600"]),
};

/** Width of a text in Inter with tabular figures, without kerning (which only makes it narrower). */
export function widthOf(text: string, size: number, weight: Weight): number {
  const table = TABLES[weight];
  let sum = 0;
  for (const character of text) sum += table.get(character) ?? UNKNOWN;
  return (sum * size) / 1000;
}

function tableOf(groups: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (const [width, characters] of Object.entries(groups)) {
    for (const character of characters) table.set(character, Number(width));
  }
  return table;
}
