import type { Panel } from "../model/index.ts";
import { sectorId } from "../model/index.ts";
import type { SeriesNaming } from "./scene.ts";

/**
 * What facts are about, by the name they call it: the series, and also the groups and their sectors,
 * which are no series. Goes through what it was given; members of groups answer to their names.
 */
export function withGroups(
  series: ReadonlyMap<string, SeriesNaming>,
  panels: ReadonlyMap<string, Panel>,
): ReadonlyMap<string, SeriesNaming> {
  return panels.size === 0 ? series : new Namings(series, [...panels.values()].flatMap(named));
}

class Namings extends Map<string, SeriesNaming> {
  readonly #series: ReadonlyMap<string, SeriesNaming>;

  constructor(
    series: ReadonlyMap<string, SeriesNaming>,
    groups: readonly (readonly [string, SeriesNaming])[],
  ) {
    super();
    this.#series = series;
    for (const [id, each] of [...series, ...groups]) this.set(id, each);
  }

  override get(id: string): SeriesNaming | undefined {
    return super.get(id) ?? this.#series.get(id);
  }

  override has(id: string): boolean {
    return super.has(id) || this.#series.has(id);
  }
}

function named(panel: Panel): readonly (readonly [string, SeriesNaming])[] {
  const { name, noun, instrument, about } = panel;
  const kind = instrument === undefined ? {} : { instrument };
  const of = { unit: "price", every: "day", ...kind } as const;
  const sectors = new Set(panel.members.flatMap((each) => each.sector ?? []));
  return [
    [panel.id, { name, noun, ...of, ...(about === undefined ? {} : { about }) }],
    ...[...sectors].map(
      (sector) => [sectorId(panel, sector), { name: sector, noun: "the sector", ...of }] as const,
    ),
  ];
}
