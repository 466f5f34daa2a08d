import type { Panel, Series, Source } from "../../../src/model/index.ts";
import { day, isSession, memberSeries, nextSession } from "../../../src/model/index.ts";
import type { Context } from "../../../src/stats/index.ts";
import { contextOf, deepFreeze } from "../support.ts";

export interface MemberMade {
  /** By day, oldest first; null: no row of that day. */
  readonly closes: readonly (number | null)[];
  readonly volumes?: readonly number[];
  readonly weight?: number;
  readonly sector?: string;
  /** Days in doubt. */
  readonly suspect?: readonly string[];
}

export interface Shape {
  /** Does a file list the members? Otherwise the catalogue tells their weights. */
  readonly list?: boolean;
  readonly membersAsOf?: string;
}

const release = { rule: { kind: "same day" }, exceptions: new Map() } as const;

function source(file: string, column: string): Source {
  return { file, column, publisher: "test", url: null, hash: "" };
}

/** The group "g" of these members over these days. */
export function groupOf(
  days: readonly string[],
  members: Readonly<Record<string, MemberMade>>,
  shape: Shape = {},
): Panel {
  let line = 1;
  const made = Object.entries(members);
  const panel: Panel = {
    id: "g",
    name: "The group",
    noun: "members",
    members: made.map(([id, { weight = null, sector = null }], at) => ({
      id,
      name: id.toUpperCase(),
      sector,
      weight,
      ...(shape.list === true ? { line: at + 2 } : {}),
    })),
    days: days.map(day),
    columns: made.map(([, { closes, volumes, suspect = [] }]) => {
      const rows = closes.flatMap((close, at) => (close === null ? [] : [{ close, at }]));
      const close = Float64Array.from(rows, (each) => each.close);
      return {
        day: Int32Array.from(rows, (each) => each.at),
        open: close,
        high: close,
        low: close,
        close,
        volume: Float64Array.from(rows, (each) => volumes?.[each.at] ?? Number.NaN),
        line: Int32Array.from(rows, () => (line += 1)),
        file: 0,
        suspect: new Map(
          rows.flatMap(({ at }, row) =>
            suspect.includes(days[at] ?? "") ? [[row, "another source differs"] as const] : [],
          ),
        ),
      };
    }),
    sources: [source("g.csv", "close")],
    ...(shape.list === true ? { list: source("list.csv", "weight") } : {}),
    release,
    precision: 2,
    membersAsOf: shape.membersAsOf === undefined ? null : day(shape.membersAsOf),
    sample: false,
  };
  return panel;
}

/** Everything known on the last day, or on another: the group and the series of its members. */
export function contextWith(panel: Panel, asOf?: string, more: readonly Series[] = []): Context {
  const series = panel.members.flatMap((_, at) =>
    (["close", "volume"] as const).map((column) => memberSeries({ panel, at, column })),
  );
  const last = asOf ?? panel.days.at(-1) ?? "2025-01-02";
  return contextOf([...series.map(deepFreeze), ...more], last, { panels: [panel] });
}

/** So many sessions from the given day on. */
export function sessionsFrom(first: string, count: number): readonly string[] {
  const found: string[] = [];
  for (let each = day(first); found.length < count; each = nextSession(each)) {
    if (isSession(each)) found.push(each);
  }
  return found;
}
