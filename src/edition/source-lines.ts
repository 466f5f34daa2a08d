import { staleness } from "../facts/index.ts";
import type { Chart, Facts, Said, SourceLine } from "../model/index.ts";
import { rowsCited } from "../model/index.ts";
import { entryOf } from "../sources/index.ts";
import type { Book } from "../stats/index.ts";
import type { Materials } from "./load.ts";

/**
 * Which data the edition rests on, up to when, from whom; and which it had to do without. One line
 * for each entry of the catalogue that the report names, in the order of the report.
 */
export function sourceLines(
  materials: Materials,
  book: Book,
  facts: Facts,
  said: readonly Said[],
  charts: readonly Chart[],
): readonly SourceLine[] {
  const used = new Set(
    [...said, ...charts.flatMap((each) => each.says)].flatMap((each) => citedBy(each.fact, facts)),
  );
  const lines = new Map<string, SourceLine>();
  for (const series of materials.library.series.values()) {
    const entry = entryOf(materials.catalog, series.id);
    if (entry === null || lines.has(entry.id)) continue;
    const known = book.series(series.id);
    const remark = staleness(known, book.asOf);
    const last = known.points.at(-1);
    const drawn = materials.decoded.report.charts.some(
      (chart) =>
        charts.some((each) => each.id === chart.id) &&
        chart.data.some((each) => entryOf(materials.catalog, each.series) === entry),
    );
    const cited = [...used].some((id) => entryOf(materials.catalog, id) === entry);
    if (last === undefined || !(cited || drawn || remark !== null)) continue;
    lines.set(entry.id, {
      name: entry.name,
      publisher: entry.publisher,
      url: entry.url,
      to: last.day,
      released: last.released,
      sample: entry.sample,
      remark: remark === null ? null : "out of date, and left out of this edition",
    });
  }
  return [...lines.values()];
}

function citedBy(id: string, facts: Facts): readonly string[] {
  const found = facts.get(id);
  return found?.kind === "fact"
    ? [...new Set(rowsCited(found.cites).map((each) => each.series))]
    : [];
}
