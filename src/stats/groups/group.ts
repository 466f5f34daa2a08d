import { z } from "zod";
import type { Columns, Day, Panel, Series } from "../../model/index.ts";
import { rowsBefore, sectorId } from "../../model/index.ts";
import { groupRef } from "../tools/options.ts";
import type { Context } from "../statistic.ts";
import { UnknownName, withhold } from "../statistic.ts";

/** How a group is named in YAML: all of it, or one of its sectors. */
export const groupShape = {
  group: groupRef,
  sector: z
    .string()
    .min(1)
    .max(120)
    .optional()
    .describe("Only the members of this sector, as the list of members writes it."),
} as const;

/** So few members are no group: their mean is the word of one or two. */
export const LEAST_MEMBERS = 3;

/** A group, or one sector of it, on the day that its facts are told of. */
export interface Group {
  readonly panel: Panel;
  /** Places in the panel of the members that have told anything by now. */
  readonly members: readonly number[];
  /** The days of the group, each worth nothing: what its facts are about, and what spans are counted on. */
  readonly series: Series;
  /** Place in the panel's days of the last one on which at least half of the members have a row. */
  readonly to: number;
}

export function groupAsked(
  { group, sector }: { readonly group: string; readonly sector?: string | undefined },
  context: Context,
): Group {
  const panel = context.panel(group);
  const all = panel.members.flatMap((member, at) =>
    sector === undefined || member.sector === sector ? [at] : [],
  );
  if (sector !== undefined && all.length === 0) {
    const sectors = new Set(panel.members.flatMap((each) => each.sector ?? []));
    throw new UnknownName("sector", sector, [...sectors].toSorted());
  }
  const members = all.filter((at) => (panel.columns[at]?.day.length ?? 0) > 0);
  const name = sector ?? panel.name;
  if (members.length < LEAST_MEMBERS) {
    withhold(`${members.length} of ${name} have told figures, too few to speak of a group`);
  }
  const series = seriesOf(panel, name, sector === undefined ? panel.id : sectorId(panel, sector));
  return { panel, members, series, to: latest(panel, members, name) };
}

function seriesOf(panel: Panel, name: string, id: string): Series {
  const [source] = panel.sources;
  if (source === undefined) return withhold(`nothing of ${name} is known yet`);
  return {
    id,
    name,
    noun: panel.noun,
    ...(panel.instrument === undefined ? {} : { instrument: panel.instrument }),
    unit: "price",
    every: "day",
    basis: "close",
    points: panel.days.map((day) => ({ day, value: 0, released: day, line: 0 })),
    precision: panel.precision,
    source,
    release: panel.release,
    completeForRecords: null,
    sample: panel.sample,
  };
}

/** A single late or early row does not move the whole group to its day. */
function latest(panel: Panel, members: readonly number[], name: string): number {
  for (let place = panel.days.length - 1; place >= 0; place--) {
    const there = members.filter((at) => rowAt(columnsOf(panel, at), place) >= 0);
    if (2 * there.length >= members.length) return place;
  }
  return withhold(`there is no day on which half of ${name} have figures`);
}

export function columnsOf(panel: Panel, at: number): Columns {
  const found = panel.columns[at];
  if (found === undefined) throw new RangeError(`${panel.id} has no member ${at}`);
  return found;
}

/** The member's row of a day by the day's place in the panel; −1 where it has none. */
export function rowAt({ day }: Columns, place: number): number {
  const row = rowsBefore(day, place);
  return day[row] === place ? row : -1;
}

export function dayAt({ days, id }: Panel, place: number): Day {
  const found = days[place];
  if (found === undefined) throw new RangeError(`${id} has no day ${place}`);
  return found;
}

/** The group's series under the name of one of its members: what a fact about that member is about. */
export function memberAs({ panel, series }: Group, at: number): Series {
  const member = panel.members[at];
  if (member === undefined) throw new RangeError(`${panel.id} has no member ${at}`);
  return { ...series, id: `${panel.id}.${member.id}.close`, name: member.name };
}
