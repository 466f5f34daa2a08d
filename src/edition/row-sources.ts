import path from "node:path";
import type { Citation, Day, MemberColumn, MemberFinder, Panel, Source } from "../model/index.ts";
import { memberFinder, releaseOf } from "../model/index.ts";
import type { RowSource } from "./explain.ts";
import type { Materials } from "./load.ts";
import { shown } from "./project.ts";

/** What is told of the rows that a fact cites: where they stand, and when they became known. */
export interface RowKeeper {
  /** Rows of several members of a group stand in one place, which is told once. */
  readonly sources: (series: readonly string[]) => readonly RowSource[];
  /** From the end of this day on the public knew the row; null where it is not to be found. */
  readonly released: (cited: Citation) => Day | null;
}

export function rowKeeper({ library, dataFolder }: Materials): RowKeeper {
  const finder = memberFinder(library.panels);
  const find = (id: string): Origin | null => {
    const member = originOf(id, finder);
    const series = library.series.get(member === null ? id : "");
    if (member !== null || series === undefined) return member;
    const { name, sample, source } = series;
    return { key: id, name, of: name, sample, source };
  };
  return {
    sources: (ids) => {
      const found = new Map<string, RowSource>();
      for (const id of new Set(ids)) {
        const origin = find(id);
        if (origin === null) continue;
        const { key, name, of, sample, source } = origin;
        const file = shown(path.join(dataFolder, source.file));
        found.set(key, { ...source, file, sample, name: found.has(key) ? of : name });
      }
      return [...found.values()];
    },
    released: (cited) => {
      const weight = finder.weight(cited.series);
      if (weight !== null) return weight.panel.membersAsOf;
      const told = finder.figure(cited.series);
      if (told !== null) {
        const points = told.figures.points[told.at] ?? [];
        return points.find((each) => each.line === cited.line)?.released ?? null;
      }
      const member = finder.column(cited.series);
      if (member !== null) return releaseOf(member.panel.release, cited.day);
      const points = library.series.get(cited.series)?.points ?? [];
      return points.find((each) => each.line === cited.line)?.released ?? null;
    },
  };
}

/** Where a series comes from. */
interface Origin {
  /** The same for all that stand together. */
  readonly key: string;
  readonly name: string;
  /** What they are called together. */
  readonly of: string;
  readonly sample: boolean;
  readonly source: Source;
}

/** Of a member's column, weight or figure; null for all other series. */
function originOf(id: string, finder: MemberFinder): Origin | null {
  const weight = finder.weight(id);
  if (weight !== null && weight.panel.list !== undefined) return origin(weight, weight.panel.list);
  const told = finder.figure(id);
  if (told !== null) return origin(told, told.figures.source);
  const found = finder.column(id);
  const source = found === null ? undefined : fileOf(found);
  if (found === null || source === undefined) return null;
  return origin(found, { ...source, column: found.panel.heads?.[found.column] ?? found.column });
}

function origin(
  { panel, at }: { readonly panel: Panel; readonly at: number },
  source: Source,
): Origin {
  const { id, name, sample, members } = panel;
  const key = [id, source.file, source.column].join("\n");
  return { key, name: members[at]?.name ?? name, of: name, sample, source };
}

function fileOf({ panel, at }: MemberColumn): Source | undefined {
  return panel.sources[panel.columns[at]?.file ?? -1];
}
