import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createHash } from "node:crypto";
import path from "node:path";
import type { ChartSpec, Theme } from "../charts/index.ts";
import { decodeSpec, decodeTheme } from "../charts/index.ts";
import type { Decoded, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Partials, Template } from "../narrative/index.ts";
import { parseTemplate } from "../narrative/index.ts";
import type { Catalog, Library } from "../sources/index.ts";
import { knownIds, loadCatalog, readSeries } from "../sources/index.ts";
import type { Voice } from "../words/index.ts";
import { decodeVoice } from "../words/index.ts";
import type { DecodedReport } from "./decode.ts";
import { decodeReport } from "./decode.ts";
import type { Project } from "./project.ts";
import { shown, templatePath } from "./project.ts";

/** Everything a report is made of, read and checked once; editions of any day come from it. */
export interface Materials {
  readonly project: Project;
  readonly decoded: DecodedReport;
  readonly note: Template;
  readonly partials: Partials;
  readonly specs: ReadonlyMap<string, ChartSpec>;
  readonly theme: Theme;
  readonly voice: Voice;
  readonly catalog: Catalog;
  readonly library: Library;
  /** Folder that the catalogue's paths start from. */
  readonly dataFolder: string;
  /** SHA-256 of every file that was read, by the path as the user knows it. */
  readonly inputs: ReadonlyMap<string, string>;
  readonly warnings: readonly Problem[];
}

export interface DataPlace {
  readonly folder: string;
  readonly catalogue: string;
}

/** The first end of the house: files in, materials out, or every problem of every file at once. */
export function loadMaterials(
  project: Project,
  folder: string,
  place: DataPlace,
): Decoded<Materials> {
  const reading = new Reading();
  const file = path.join(folder, "report.yaml");
  const text = reading.text(file);
  const decoded =
    text === null
      ? null
      : reading.take(decodeReport(text, shown(file), path.basename(folder), folder));
  const catalogue = reading.take(loadCatalog(shown(place.catalogue)));
  if (catalogue !== null) reading.inputs.set(shown(place.catalogue), catalogue.hash);
  const theme = reading.decode(templatePath(project, "charts", "theme.yaml"), decodeTheme);
  if (decoded === null) return reading.refuse();

  const { report } = decoded;
  const voice = reading.decode(templatePath(project, "voice", `${report.voice}.yaml`), decodeVoice);
  const partials = readPartials(project, reading);
  const noteFile = path.join(folder, report.note);
  const noteText = reading.text(noteFile);
  const note =
    noteText === null
      ? null
      : reading.take(parseTemplate(noteText, shown(noteFile), "note", partials));
  const specs = new Map<string, ChartSpec>();
  for (const chart of report.charts) {
    const spec = reading.decode(path.join(folder, chart.spec), (source, name) =>
      decodeSpec(source, name, chart.data),
    );
    if (spec !== null) specs.set(chart.id, spec);
  }
  const library =
    catalogue === null
      ? null
      : reading.take(
          readSeries(catalogue.catalog, place.folder, wantedOf(decoded, catalogue.catalog)),
        );
  if (catalogue === null || theme === null || voice === null || note === null || library === null) {
    return reading.refuse();
  }
  for (const [name, { hash }] of library.files) reading.inputs.set(name, hash);
  return reading.finish({
    project,
    decoded,
    note,
    partials,
    specs,
    theme,
    voice,
    catalog: catalogue.catalog,
    library,
    dataFolder: place.folder,
  });
}

/** What the report's facts, charts and required series name, as far as the catalogue knows it. */
function wantedOf({ report }: DecodedReport, catalog: Catalog): readonly string[] {
  const known = new Set(knownIds(catalog));
  const named = [
    ...report.requests.flatMap((each) => Object.values(each.options).flat()),
    ...report.charts.flatMap((chart) => chart.data.map((each) => each.series)),
    ...report.required,
  ];
  const found = named.filter((each): each is string => typeof each === "string" && known.has(each));
  return [...new Set(found)];
}

function readPartials(project: Project, reading: Reading): Partials {
  const folder = templatePath(project, "partials");
  if (!existsSync(folder)) return new Map();
  const found = readdirSync(folder)
    .filter((each) => each.endsWith(".hbs"))
    .toSorted()
    .map((each) => {
      const file = path.join(folder, each);
      const name = each.replace(/(\.md)?\.hbs$/, "");
      return [name, { file: shown(file), text: reading.text(file) ?? "" }] as const;
    });
  return new Map(found);
}

/** Collects problems and hashes while files are read one after another. */
class Reading {
  readonly inputs = new Map<string, string>();
  readonly #problems: Problem[] = [];

  text(file: string): string | null {
    try {
      const bytes = readFileSync(file);
      this.inputs.set(shown(file), createHash("sha256").update(bytes).digest("hex"));
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch (error) {
      const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
      const text = missing ? "this file does not exist" : "this file cannot be read as UTF-8 text";
      const hint = missing
        ? "create it, or correct its name where it is named"
        : "save it as UTF-8";
      this.#problems.push(problem("file", { file: shown(file) }, text, hint));
      return null;
    }
  }

  decode<T>(file: string, decoder: (text: string, file: string) => Decoded<T>): T | null {
    const text = this.text(file);
    return text === null ? null : this.take(decoder(text, shown(file)));
  }

  take<T>(decoded: Decoded<T>): T | null {
    this.#problems.push(...decoded.problems);
    return decoded.ok ? decoded.value : null;
  }

  refuse(): Decoded<never> {
    return { ok: false, problems: this.#problems };
  }

  finish(value: Omit<Materials, "inputs" | "warnings">): Decoded<Materials> {
    if (this.#problems.some((each) => each.severity === "error")) return this.refuse();
    const warnings = this.#problems;
    return {
      ok: true,
      value: { ...value, inputs: this.inputs, warnings },
      problems: warnings,
    };
  }
}
