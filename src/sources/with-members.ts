import type { Bars, Panel, Series } from "../model/index.ts";
import { memberBars, memberFinder, memberSeries } from "../model/index.ts";

/**
 * A map that also answers for what it can make when it is asked: the series of thousands of members
 * would take more time and room than all else. Going through it yields what it was given, no more.
 */
class Answering<T> extends Map<string, T> {
  readonly #made = new Map<string, T | null>();
  readonly #make: (id: string) => T | null;

  constructor(given: Iterable<readonly [string, T]>, make: (id: string) => T | null) {
    super();
    this.#make = make;
    for (const [id, each] of given) this.set(id, each);
  }

  override get(id: string): T | undefined {
    return super.get(id) ?? this.#answer(id) ?? undefined;
  }

  override has(id: string): boolean {
    return super.has(id) || this.#answer(id) !== null;
  }

  #answer(id: string): T | null {
    const held = this.#made.get(id);
    if (held !== undefined) return held;
    const made = this.#make(id);
    this.#made.set(id, made);
    return made;
  }
}

/** The series and bars given, and those of the panels' members: "sectors.xlf.close", "sectors.xlf". */
export function withMembers(
  series: ReadonlyMap<string, Series>,
  bars: ReadonlyMap<string, Bars>,
  panels: ReadonlyMap<string, Panel>,
): { readonly series: ReadonlyMap<string, Series>; readonly bars: ReadonlyMap<string, Bars> } {
  if (panels.size === 0) return { series, bars };
  const finder = memberFinder(panels);
  const all = new Answering(series, (id) => {
    const found = finder.column(id);
    return found === null ? null : memberSeries(found);
  });
  const whole = new Answering(bars, (id) => {
    const found = finder.whole(id);
    return found === null ? null : memberBars(found.panel, found.at, (each) => all.get(each));
  });
  return { series: all, bars: whole };
}
