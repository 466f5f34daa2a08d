import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { Project } from "../edition/index.ts";
import { shown, templatePath } from "../edition/index.ts";
import type { Decoded } from "../model/index.ts";
import { problem } from "../model/index.ts";

export interface NewReport {
  readonly name: string;
  /** As the user would type them. */
  readonly folder: string;
  readonly files: readonly string[];
}

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 60;
/** Names that some system keeps for its devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** A small report that builds on the sample data as it is: whole, or not there at all. */
export function newReport(project: Project, name: string): Decoded<NewReport> {
  const fault = nameFault(name);
  if (fault !== null) return refused("report-name", fault, "name it like weekly-gold");
  const reports = path.join(project.root, "reports");
  const folder = path.join(reports, name);
  if (existsSync(folder)) {
    const text = `${shown(folder)} is there already`;
    return refused("report-exists", text, "choose another name; nothing was changed");
  }
  const draft = path.join(reports, `.${name}-${process.pid}`);
  try {
    mkdirSync(draft, { recursive: true });
    const files = fill(draft, templatePath(project, "new-report"), titleOf(name));
    renameSync(draft, folder);
    const value = {
      name,
      folder: shown(folder),
      files: files.map((each) => shown(path.join(folder, each))),
    };
    return { ok: true, value, problems: [] };
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!(error instanceof Error && "code" in error)) throw error;
    const text = `${shown(folder)} cannot be written (${String(error.code)})`;
    return refused("report-folder", text, "look at the rights and the room of the disk");
  }
}

/** What is wrong with the name of a report, in plain words; null: nothing. */
export function nameFault(name: string): string | null {
  if (name.length > LONGEST) return `a report's name has at most ${LONGEST} letters`;
  if (!NAME.test(name)) {
    return `"${name}" is no name for a report: small letters, digits and single hyphens make one`;
  }
  return RESERVED.test(name) ? `"${name}" is a name that some systems keep for a device` : null;
}

function fill(folder: string, templates: string, title: string): readonly string[] {
  const files = readdirSync(templates)
    .filter((each) => !each.startsWith("."))
    .toSorted();
  for (const each of files) {
    const text = readFileSync(path.join(templates, each), "utf8").replaceAll("%title%", title);
    writeFileSync(path.join(folder, each), text, { flag: "wx" });
  }
  return files;
}

/** "weekly-gold" on the masthead. */
function titleOf(name: string): string {
  return name
    .split("-")
    .map((each) => each.charAt(0).toUpperCase() + each.slice(1))
    .join(" ");
}

function refused(rule: string, text: string, hint: string): Decoded<never> {
  return { ok: false, problems: [problem(rule, null, text, hint)] };
}
