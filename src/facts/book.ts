import type { Bars, Day, Series } from "../model/index.ts";
import { known } from "../model/index.ts";
import type { Book } from "../stats/index.ts";
import { UnknownName } from "../stats/index.ts";

/** Every series of the catalogue that a report may ask for, whole: nothing cut yet. */
export interface Shelf {
  readonly series: ReadonlyMap<string, Series>;
  /** Names of the bar files: their series are `<name>.open`, `.high`, `.low`, `.close`, `.volume`. */
  readonly bars: ReadonlyMap<string, { readonly name: string; readonly noun: string }>;
}

/** What the shelf holds at the end of a day. Each series is cut once, when first asked for. */
export function bookAt(shelf: Shelf, asOf: Day, published: Day): Book {
  const cut = new Map<string, Series>();
  const find = (id: string): Series | null => {
    const held = cut.get(id);
    if (held !== undefined) return held;
    const whole = shelf.series.get(id);
    if (whole === undefined) return null;
    const found = known(whole, asOf);
    cut.set(id, found);
    return found;
  };
  const series = (id: string): Series => {
    const found = find(id);
    if (found !== null) return found;
    throw new UnknownName("series", id, [...shelf.series.keys()]);
  };
  const bars = (id: string): Bars => {
    const naming = shelf.bars.get(id);
    if (naming === undefined) throw new UnknownName("bar file", id, [...shelf.bars.keys()]);
    return {
      id,
      ...naming,
      open: series(`${id}.open`),
      high: series(`${id}.high`),
      low: series(`${id}.low`),
      close: series(`${id}.close`),
      volume: find(`${id}.volume`),
    };
  };
  return { asOf, published, series, bars };
}
