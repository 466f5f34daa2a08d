import type { ChartRequest, Facts, Problem } from "../model/index.ts";
import type { HouseRules, Known, Scene, Template } from "../narrative/index.ts";
import { inTitle, withGroups } from "../narrative/index.ts";
import type { Days } from "./days.ts";
import { ordinalOf } from "./days.ts";
import type { LocatedLine } from "./lines.ts";
import { lineProblems } from "./lines.ts";
import type { Materials } from "./load.ts";

/** What templates may speak of, for the guard that reads them before they are rendered. */
export function knownOf(materials: Materials, facts: Facts): Known {
  const units = [...facts.values()].flatMap((each) =>
    each.kind === "fact" ? [[each.id, each.unit] as const] : [],
  );
  return {
    facts: new Set(facts.keys()),
    units: new Map(units),
    numbers: new Map(
      [...facts.values()].flatMap((each) =>
        each.kind === "fact" ? [[each.id, Object.keys(each.named ?? {})] as const] : [],
      ),
    ),
    charts: new Set(materials.decoded.report.charts.map((each) => each.id)),
    names: namesOf(materials),
    voice: materials.voice,
  };
}

/** Names with a figure in them that may stand in prose: those of the catalogue's series. */
export function namesOf({
  catalog,
  library,
}: Pick<Materials, "catalog" | "library">): readonly string[] {
  const entries = [
    ...catalog.entries.values(),
    ...catalog.derived.values(),
    ...catalog.groups.values(),
    ...[...library.panels.values()].flatMap((panel) => panel.members),
  ];
  const names = entries.map(({ name }) => name).filter((each) => /\d/.test(each));
  return [...new Set([...names, ...names.map(inTitle)])];
}

/** What the finished text is read by. */
export function houseOf(materials: Materials): HouseRules {
  const { catalog, library } = materials;
  const members = [...library.panels.values()].flatMap((panel) => panel.members);
  const groups = [...catalog.groups.values()];
  const entries = [...catalog.entries.values()];
  const all = [...entries, ...catalog.derived.values()];
  return {
    voice: materials.voice,
    names: namesOf(materials),
    called: [
      ...new Set([
        ...[...all, ...groups, ...members].map(({ name }) => name),
        ...[...entries, ...groups].map((each) => each.publisher),
      ]),
    ],
    bearers: [...all, ...groups],
    groups,
    compliance: materials.decoded.report.compliance,
  };
}

/** What the prose speaks with on this day. */
export function sceneOf(
  materials: Materials,
  days: Days,
  facts: Facts,
  slots: ReadonlyMap<string, Template>,
  charts: readonly ChartRequest[],
): Scene {
  return {
    facts,
    series: withGroups(materials.library.series, materials.library.panels),
    voice: materials.voice,
    ordinal: ordinalOf(materials.decoded.report, days.published),
    published: days.published,
    asOf: days.asOf,
    compliance: materials.decoded.report.compliance,
    charts: new Set(charts.map((each) => each.id)),
    slots,
  };
}

/** Every template line of report.yaml, each with the guard over it. */
export function reportLines(
  materials: Materials,
): readonly { readonly problems: (known: Known) => readonly Problem[] }[] {
  const { report, place, within } = materials.decoded;
  const lines: LocatedLine[] = [];
  const add = (text: string, ...path: readonly (string | number)[]): void => {
    lines.push({ text, place: place(path), within: (at) => within(path, at) });
  };
  report.keyFigures.forEach((each, index) => {
    for (const part of ["label", "figure", "note"] as const) {
      add(each[part], "key-figures", index, part);
    }
  });
  for (const chart of report.charts) {
    chart.titles.forEach((text, index) => add(text, "charts", chart.id, "titles", index));
    add(chart.subtitle, "charts", chart.id, "subtitle");
    add(chart.alternative, "charts", chart.id, "alternative");
    chart.marks.forEach((mark, index) => {
      if (mark.label !== "") add(mark.label, "charts", chart.id, "marks", index, "label");
    });
  }
  return lines.map((line) => ({
    problems: (known) => lineProblems(line, known, materials),
  }));
}
