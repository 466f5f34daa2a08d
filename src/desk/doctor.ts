import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Project } from "../edition/index.ts";
import { reportNames, shown, writableRoot } from "../edition/index.ts";
import type { Surroundings } from "../pages/index.ts";
import { findBrowser, readFonts } from "../pages/index.ts";
import { filesNamed, loadCatalog } from "../sources/index.ts";

/** One thing the program needs, and whether it is there. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** What was found, or what is missing. */
  readonly found: string;
  /** How to mend it; empty where there is nothing to mend. */
  readonly mend: string;
}

export interface House {
  readonly project: Project;
  readonly data: string | null;
  readonly catalogue: string | null;
  readonly out: string | null;
  readonly browser: string | null;
  readonly surroundings: Surroundings;
  /** Version of the running Node, "24.15.0". */
  readonly node: string;
}

/** Everything that writing an edition rests on, looked at in the order in which it is needed. */
export function lookOver(house: House): readonly Check[] {
  return [
    nodeCheck(house.node, neededNode()),
    browserCheck(house),
    fontCheck(),
    ...dataChecks(house),
    reportCheck(house.project),
    outputCheck(house),
  ];
}

/** `needed` as in package.json: ">=24.15". */
export function nodeCheck(running: string, needed: string): Check {
  const numbers = (text: string): readonly number[] =>
    text
      .replace(/^[^\d]+/, "")
      .split(".")
      .map(Number);
  const [has, wants] = [numbers(running), numbers(needed)];
  const at = wants.findIndex((each, index) => each !== (has[index] ?? 0));
  const ok = at < 0 || (has[at] ?? 0) > (wants[at] ?? 0);
  const mend = "start it with bin/notewright, which brings the Node it needs";
  return line("Node", ok, ok ? running : `${running} is too old, ${needed} is needed`, mend);
}

function browserCheck({ surroundings, browser }: House): Check {
  const found = findBrowser(surroundings, browser);
  if ("found" in found) {
    return line("browser", false, "none, so editions are written without PDF", found.reason);
  }
  const from = {
    named: "as named",
    puppeteer: "kept by Puppeteer",
    bundled: "from its package",
    installed: "installed",
  };
  return line("browser", true, `${found.path}, ${from[found.from]}`, "");
}

function fontCheck(): Check {
  const mend = "run npm install";
  try {
    const fonts = readFonts();
    for (const family of ["Inter", "Source Serif 4"] as const) {
      for (const weight of [400, 600] as const) {
        fonts.file({ family, weight, style: "normal" }, "latin");
      }
    }
    return line("fonts", true, "Inter and Source Serif 4", "");
  } catch (error) {
    return line("fonts", false, error instanceof Error ? error.message : String(error), mend);
  }
}

function dataChecks({ project, data, catalogue }: House): readonly Check[] {
  const folder = path.resolve(data ?? path.join(project.root, "data"));
  const file = path.resolve(catalogue ?? path.join(folder, "catalog.yaml"));
  if (!existsSync(file)) {
    const mend = "name the folder with --data, or the catalogue with --catalog";
    return [line("catalogue", false, `${shown(file)} does not exist`, mend)];
  }
  const loaded = loadCatalog(file);
  if (!loaded.ok) {
    const [first] = loaded.problems;
    const at = first?.line === null || first === undefined ? "" : `:${first.line}`;
    const more = loaded.problems.length > 1 ? `, and ${loaded.problems.length - 1} more` : "";
    const text = `${shown(file)}${at}: ${first?.message ?? "cannot be read"}${more}`;
    return [line("catalogue", false, text, first?.hint ?? "")];
  }
  const entries = [...loaded.value.catalog.entries.values()];
  const files = filesNamed(loaded.value.catalog);
  const missing = files.filter((each) => !isFile(path.join(folder, each)));
  const mend = `put them into ${shown(folder)}, or name their folder with --data`;
  return [
    line("catalogue", true, `${shown(file)}, ${counted(entries.length, "entry", "entries")}`, ""),
    missing.length === 0
      ? line("data", true, `${counted(files.length, "file", "files")} in ${shown(folder)}`, "")
      : line("data", false, `not there: ${missing.join(", ")}`, mend),
  ];
}

function reportCheck(project: Project): Check {
  const names = reportNames(project);
  const folder = shown(path.join(project.root, "reports"));
  return names.length > 0
    ? line("reports", true, names.join(", "), "")
    : line("reports", false, `none in ${folder}`, "start one with notewright new NAME");
}

function outputCheck({ out }: House): Check {
  const folder = path.resolve(out ?? path.join(writableRoot(process.cwd()), "build"));
  let there = folder;
  while (!existsSync(there)) there = path.dirname(there);
  const ok = statSync(there).isDirectory() && mayWrite(there);
  const mend = "choose another folder with --out";
  return line("output", ok, ok ? shown(folder) : `${shown(there)} cannot be written to`, mend);
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function neededNode(): string {
  const file = new URL("../../package.json", import.meta.url);
  return /"node":\s*"([^"]+)"/.exec(readFileSync(file, "utf8"))?.[1] ?? "";
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function line(name: string, ok: boolean, found: string, mend: string): Check {
  return { name, ok, found, mend: ok ? "" : mend };
}
