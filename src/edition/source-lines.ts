import { panelStaleness, staleness } from "../facts/index.ts";
import type { Chart, Facts, Said, SourceLine } from "../model/index.ts";
import { blocksCited, releaseOf, rowsCited } from "../model/index.ts";
import { entryOf, groupOf } from "../sources/index.ts";
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
  return [...lines.values(), ...groupLines(materials, book, used, charts)];
}

/** One line for each group, however many of its members are spoken of. */
function groupLines(
  { library, catalog, decoded }: Materials,
  book: Book,
  used: ReadonlySet<string>,
  charts: readonly Chart[],
): readonly SourceLine[] {
  const drawn = decoded.report.charts
    .filter((chart) => charts.some((each) => each.id === chart.id))
    .flatMap((chart) => chart.data.map((each) => each.series));
  return [...library.panels.keys()].flatMap((id): readonly SourceLine[] => {
    const entry = catalog.groups.get(id);
    const panel = book.panel(id);
    const remark = panelStaleness(panel, book.asOf);
    const last = panel.days.at(-1);
    const named = [...used, ...drawn].some((each) => groupOf(catalog, each) === entry);
    if (entry === undefined || last === undefined || !(named || remark !== null)) return [];
    return [
      {
        name: entry.name,
        publisher: entry.publisher,
        url: entry.url,
        to: last,
        released: releaseOf(panel.release, last),
        sample: entry.sample,
        remark: remark === null ? null : "out of date, and left out of this edition",
      },
    ];
  });
}

function citedBy(id: string, facts: Facts): readonly string[] {
  const found = facts.get(id);
  return found?.kind === "fact"
    ? [
        ...new Set(
          [...rowsCited(found.cites), ...blocksCited(found.cites)].map((each) => each.series),
        ),
      ]
    : [];
}
