import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { Decoded, Problem } from "../../src/model/index.ts";
import { readSeries } from "../../src/sources/index.ts";
import type { Catalog, Library } from "../../src/sources/index.ts";
import { decodeCatalog } from "../../src/sources/index.ts";

/** A data folder of its own for one test, gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "notewright-sources-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

export function catalogOf(series: string): Catalog {
  const decoded = decodeCatalog(series, "catalog.yaml");
  if (!decoded.ok) throw new Error(decoded.problems.map((each) => each.message).join("\n"));
  return decoded.value;
}

/** A catalogue with one entry "x", its declarations in flow style besides the usual ones. */
export function entry(more: Readonly<Record<string, unknown>> = {}): string {
  const usual = {
    kind: "value",
    name: "X",
    noun: "x",
    unit: "money",
    every: "month",
    file: "x.csv",
    day: "date",
    column: "value",
    period: "month-end",
    precision: 0,
    publisher: "P",
  };
  return JSON.stringify({ series: { x: { ...usual, ...more } } });
}

export function bars(more: Readonly<Record<string, unknown>> = {}): string {
  const usual = {
    kind: "bars",
    name: "X",
    noun: "the index",
    unit: "index",
    every: "day",
    file: "x.csv",
    columns: {
      day: "date",
      open: "open",
      high: "high",
      low: "low",
      close: "close",
      volume: "volume",
    },
    precision: 2,
    publisher: "P",
  };
  return JSON.stringify({ series: { x: { ...usual, ...more } } });
}

export function read(
  content: string | Uint8Array,
  catalog = entry(),
  file = "x.csv",
): Decoded<Library> & { readonly told: readonly string[] } {
  const folder = folderWith({ [file]: content });
  const found = readSeries(catalogOf(catalog), folder, ["x"]);
  return { ...found, told: found.problems.map((each) => shown(each, folder)) };
}

function shown(each: Problem, folder: string): string {
  const file = each.file?.replace(`${folder}/`, "") ?? "";
  const text = `${file}:${each.line ?? ""} ${each.severity} ${each.rule}: ${each.message} -> ${each.hint}`;
  return text.replaceAll(`${folder}/`, "");
}

/** The points of the series as "day value" text. */
export function points(found: Decoded<Library>, id = "x"): readonly string[] {
  if (!found.ok) throw new Error(found.problems.map((each) => each.message).join("\n"));
  return (found.value.series.get(id)?.points ?? []).map((each) => `${each.day} ${each.value}`);
}

export function suspects(found: Decoded<Library>, id = "x"): readonly string[] {
  if (!found.ok) throw new Error(found.problems.map((each) => each.message).join("\n"));
  const all = found.value.series.get(id)?.points ?? [];
  return all.flatMap((each) => (each.suspect === undefined ? [] : [each.day]));
}
