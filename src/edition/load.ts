import { existsSync } from "node:fs";
import path from "node:path";
import type { ChartSpec, Theme } from "../charts/index.ts";
import { decodeSpec, decodeTheme } from "../charts/index.ts";
import type { Shelf } from "../facts/index.ts";
import type { Decoded, Problem } from "../model/index.ts";
import type { Template } from "../narrative/index.ts";
import { parseTemplate } from "../narrative/index.ts";
import type { Catalog, Library, LoadedCatalog } from "../sources/index.ts";
import { absenceOf, groupOf, knownIds, loadCatalog } from "../sources/index.ts";
import type { Voice } from "../words/index.ts";
import { decodeVoice } from "../words/index.ts";
import { decodeRules } from "../agents/index.ts";
import type { Agents } from "./agents.ts";
import { isAgents, wantedBy, withAgents } from "./agents.ts";
import type { DecodedReport } from "./decode.ts";
import { decodeReport } from "./decode.ts";
import type { Kept } from "./kept.ts";
import { keyOf, nothingKept } from "./kept.ts";
import { libraryOf } from "./library.ts";
import type { ReportLine } from "./lines.ts";
import { readPartials } from "./partials.ts";
import type { Project } from "./project.ts";
import { HOUSE, shown, templatePath } from "./project.ts";
import { hashOf, Reading } from "./reading.ts";

/** Everything a report is made of, read and checked once; editions of any day come from it. */
export interface Materials {
  readonly project: Project;
  readonly decoded: DecodedReport;
  readonly note: Template;
  /** Reads a template line of report.yaml. */
  readonly line: (line: ReportLine) => Decoded<Template>;
  readonly specs: ReadonlyMap<string, ChartSpec>;
  readonly theme: Theme;
  readonly voice: Voice;
  readonly catalog: Catalog;
  readonly library: Library;
  /** Null: the report has no agents. */
  readonly agents: Agents | null;
  /** Folder that the catalogue's paths start from. */
  readonly dataFolder: string;
  /** SHA-256 of every file that was read, by the path as the user knows it. */
  readonly inputs: ReadonlyMap<string, string>;
  readonly warnings: readonly Problem[];
  readonly prints: Prints;
}

/** Fingerprints: what is made of the same is the same. */
export interface Prints {
  readonly report: string;
  /** Of the catalogue and of every file of figures. */
  readonly data: string;
  /** Of voice and chart theme. */
  readonly style: string;
}

export interface DataPlace {
  readonly folder: string;
  readonly catalogue: string;
  /** Read every series of the catalogue, not only those the report names. */
  readonly everything?: boolean;
  /** What the report is to be about; null: its own subject, if it has one. */
  readonly subject?: string | null;
}

/** The first end of the house: files in, materials out, or every problem of every file at once. */
export function loadMaterials(
  project: Project,
  folder: string,
  place: DataPlace,
  kept: Kept = nothingKept(),
): Decoded<Materials> {
  const reading = new Reading([project.root, HOUSE, folder].filter((each) => existsSync(each)));
  const file = path.join(folder, "report.yaml");
  const subject = place.subject ?? null;
  const decoded = reading.decode(
    file,
    kept.reports,
    (text, name) => decodeReport(text, name, path.basename(folder), folder, subject),
    subject,
  );
  const catalogue = reading.take(catalogueAt(shown(place.catalogue), kept));
  if (catalogue !== null) reading.inputs.set(shown(place.catalogue), catalogue.hash);
  const themeFile = templatePath(project, "charts", "theme.yaml");
  const theme = reading.decode(themeFile, kept.themes, decodeTheme);
  if (decoded === null) return reading.refuse();

  const { report, place: yaml } = decoded;
  const voiceFile = templatePath(project, "voice", `${report.voice}.yaml`);
  const voice = reading.decode(voiceFile, kept.voices, decodeVoice);
  const partials = readPartials(
    [templatePath(project, "partials"), path.join(folder, "partials")],
    reading,
  );
  const partialsPrint = keyOf(...[...partials.values()].map((each) => reading.print(each.file)));
  const note = reading.decode(
    path.join(folder, report.note),
    kept.templates,
    (text, name) => parseTemplate(text, name, "note", partials),
    partialsPrint,
    yaml(["note"]),
  );
  const specs = new Map<string, ChartSpec>();
  for (const chart of report.charts) {
    const spec = reading.decode(
      path.join(folder, chart.spec),
      kept.specs,
      (source, name) => decodeSpec(source, name, chart.data),
      chart.data,
      yaml(["charts", chart.id, "spec"]),
    );
    if (spec !== null) specs.set(chart.id, spec);
  }
  const rulesFile = path.join(folder, report.agents ?? "");
  const rules = report.agents === null ? null : reading.decode(rulesFile, kept.agents, decodeRules);
  const wanted =
    catalogue === null
      ? []
      : place.everything === true
        ? knownIds(catalogue.catalog)
        : wantedOf(decoded, catalogue.catalog, wantedBy(rules));
  const read =
    catalogue === null ? null : reading.take(libraryOf(catalogue, place.folder, wanted, kept));
  const played =
    read === null || rules === null
      ? null
      : reading.take(withAgents(read, rules, shown(rulesFile)));
  const silent = report.agents !== null && played === null;
  if (
    catalogue === null ||
    theme === null ||
    voice === null ||
    note === null ||
    read === null ||
    silent
  ) {
    return reading.refuse();
  }
  const { library, agents } = played ?? { library: read, agents: null };
  for (const [name, { hash }] of library.files) reading.inputs.set(name, hash);
  const hashes = [...library.files].map(([name, { hash }]) => [name, hash]);
  return reading.finish({
    project,
    decoded,
    note,
    line: ({ text, place: { file } }) =>
      kept.templates.of(keyOf(file, text, partialsPrint), () =>
        parseTemplate(text, file, "line", partials),
      ),
    specs,
    theme,
    voice,
    catalog: catalogue.catalog,
    library,
    agents,
    dataFolder: place.folder,
    prints: {
      report: keyOf(folder, reading.print(shown(file)), reading.print(shown(rulesFile)), subject),
      data: keyOf(place.folder, catalogue.hash, hashes),
      style: keyOf(reading.print(shown(voiceFile)), reading.print(shown(themeFile))),
    },
  });
}

/** Everything read, as the facts take it. */
export function shelfOf({
  library,
  catalog,
  agents,
}: Pick<Materials, "library" | "catalog" | "agents">): Shelf {
  return {
    ...(agents === null ? {} : { agents: agents.at }),
    series: library.series,
    bars: library.bars,
    panels: library.panels,
    names: [...knownIds(catalog), ...[...library.series.keys()].filter(isAgents)],
    absence: (id) => absenceOf(catalog, id),
  };
}

function catalogueAt(file: string, kept: Kept): Decoded<LoadedCatalog> {
  const hash = hashOf(file);
  return hash === null
    ? loadCatalog(file)
    : kept.catalogs.of(keyOf(file, hash), () => loadCatalog(file));
}

/**
 * What the report's facts, charts and required series name, as far as the catalogue knows it. A
 * member's series asks for its whole group: whether there is such a member is known only then.
 */
export function wantedOf(
  { report }: DecodedReport,
  catalog: Catalog,
  more: readonly string[] = [],
): readonly string[] {
  const known = new Set(knownIds(catalog));
  const named = [
    ...report.requests.flatMap((each) => Object.values(each.options).flat()),
    ...report.charts.flatMap((chart) => chart.data.map((each) => each.series)),
    ...report.required,
    ...more,
  ];
  const found = named.flatMap((each) => {
    if (typeof each !== "string") return [];
    const group = groupOf(catalog, each);
    if (group !== null) return [group.id];
    return known.has(each) ? [each] : [];
  });
  return [...new Set(found)];
}
