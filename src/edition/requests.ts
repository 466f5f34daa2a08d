import { meant } from "../decode/index.ts";
import type { ChartData, Facts, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import { absenceOf, knownIds } from "../sources/index.ts";
import type { Materials } from "./load.ts";

/** What the report's charts and texts ask for or say that they cannot, besides their template lines. */
export function requestProblems(materials: Materials, facts: Facts): readonly Problem[] {
  return [
    ...dataProblems(materials),
    ...markProblems(materials, facts),
    ...textProblems(materials),
    ...disclosureProblems(materials),
    ...nameProblems(materials, facts),
  ];
}

/** A chart draws series, candles the bar files. */
function dataProblems({ decoded, catalog, library }: Materials): readonly Problem[] {
  return decoded.report.charts.flatMap(({ id, data }) =>
    data.flatMap((each) => {
      const held: ReadonlyMap<string, unknown> = isBars(each) ? library.bars : library.series;
      if (held.has(each.series) || absenceOf(catalog, each.series) !== null) return [];
      const what = isBars(each) ? "bar file" : "series";
      const choices = isBars(each)
        ? [...library.bars.keys()]
        : knownIds(catalog).filter(
            (name) => catalog.entries.get(name)?.kind !== "bars" && !catalog.groups.has(name),
          );
      const place = decoded.place(["charts", id, "data", each.name, "series"]);
      const text = `there is no ${what} "${each.series}" to draw`;
      return [problem("unknown-series", place, text, meant(each.series, choices))];
    }),
  );
}

function isBars({ shape }: ChartData): boolean {
  return shape === "candles";
}

function markProblems({ decoded }: Materials, facts: Facts): readonly Problem[] {
  return decoded.report.charts.flatMap(({ id, marks }) =>
    marks.flatMap((mark, index) =>
      mark.facts.flatMap((fact, at) => {
        if (facts.has(fact)) return [];
        const place = decoded.place(["charts", id, "marks", index, "facts", at]);
        const hint = meant(fact, [...facts.keys()]);
        return [problem("unknown-fact", place, `there is no fact "${fact}"`, hint)];
      }),
    ),
  );
}

/** Texts that are printed as they stand: nothing may have been left open in them. */
function textProblems({ decoded }: Materials): readonly Problem[] {
  const { report, place } = decoded;
  const texts = [
    { path: ["title"], text: report.title },
    { path: ["byline", "author"], text: report.byline.author },
    { path: ["byline", "role"], text: report.byline.role ?? "" },
    { path: ["disclosure"], text: report.disclosure },
    ...report.keywords.map((text, at) => ({ path: ["keywords", at], text })),
  ];
  return texts.flatMap(({ path, text }) => {
    const found = LEFT_OPEN.exec(text)?.[0];
    if (found === undefined) return [];
    const message = `the placeholder "${found}" was left standing`;
    return [problem("placeholder", place(path), message, "write what belongs there")];
  });
}

const LEFT_OPEN =
  /\[\[|\[(?:date|name|ticker|company|index|figure|number|x+|\.\.\.|…)\]|\b(?:TODO|TBD|FIXME|XXX+)\b|\blorem ipsum\b/i;

/** What readers must be told, by the profile under `compliance`. */
const TOLD = {
  commentary: [["that the note is no advice", /\badvice|recommend/i]],
  advice: [
    ["what a reader may lose", /\brisk|\blos[es]/i],
    ["what the author holds", /\bhold|\bposition|\binterest/i],
  ],
} as const;

function disclosureProblems({ decoded }: Materials): readonly Problem[] {
  const { report, place } = decoded;
  return TOLD[report.compliance].flatMap(([what, pattern]) => {
    if (pattern.test(report.disclosure)) return [];
    const message = `the disclosure does not say ${what}`;
    return [problem("disclosure", place(["disclosure"]), message, "add a sentence that does")];
  });
}

/** Two things that the report speaks of bear one name: readers would take them for one. */
function nameProblems({ library }: Materials, facts: Facts): readonly Problem[] {
  const spoken = new Set(
    [...facts.values()].flatMap((each) => (each.kind === "fact" ? [each.series] : [])),
  );
  const bearers = new Map<string, Set<string>>();
  for (const id of spoken) {
    const name = library.series.get(id)?.name;
    if (name === undefined) continue;
    const things = bearers.get(name) ?? new Set();
    bearers.set(name, things.add(id.replace(/\.(?:open|high|low|close|volume)$/, "")));
  }
  return [...bearers].flatMap(([name, things]) => {
    if (things.size < 2) return [];
    const message = `${[...things].join(" and ")} are all called "${name}"`;
    const hint = "give each measure a name of its own in the catalogue";
    return [problem("same-name", null, message, hint, "warning")];
  });
}
