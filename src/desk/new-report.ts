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
import { withValues } from "../decode/index.ts";
import type { Project } from "../edition/index.ts";
import { HOUSE, reportFolder, shown, templatePath } from "../edition/index.ts";
import type { Decoded } from "../model/index.ts";
import { problem } from "../model/index.ts";
import { furnish } from "./new-newsroom.ts";

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

/**
 * A report that builds as it is: whole, or not there at all. It is a small one on the sample data,
 * or a copy of another under a title and an address of its own. With it comes what the newsroom
 * lacks to publish a blog every week.
 */
export function newReport(
  project: Project,
  name: string,
  from: string | null = null,
): Decoded<NewReport> {
  const fault = nameFault(name);
  if (fault !== null) return refused("report-name", fault, "name it like weekly-gold");
  const model = from === null ? null : modelOf(project, from);
  if (from !== null && model === null) {
    return refused("report-name", `there is no report "${from}" to copy`, "correct its name");
  }
  const reports = path.join(project.root, "reports");
  const folder = path.join(reports, name);
  if (existsSync(folder)) {
    const text = `${shown(folder)} is there already`;
    return refused("report-exists", text, "choose another name; nothing was changed");
  }
  const draft = path.join(reports, `.${name}-${process.pid}`);
  try {
    mkdirSync(draft, { recursive: true });
    const files =
      model === null
        ? fill(draft, templatePath(project, "new-report"), titleOf(name))
        : copy(draft, model, name);
    renameSync(draft, folder);
    const made = [...files.map((each) => path.join(folder, each)), ...furnish(project)];
    const value = { name, folder: shown(folder), files: made.map(shown) };
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

/** A report of the newsroom, or one that the house brings along. */
function modelOf(project: Project, from: string): string | null {
  return reportFolder(project, from) ?? reportFolder({ root: HOUSE }, from);
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

/** What an author wrote for days of another report stays there. */
const VOICE = "voice";

function copy(folder: string, model: string, name: string): readonly string[] {
  const files = readdirSync(model, { withFileTypes: true, recursive: true })
    .filter((each) => each.isFile())
    .map((each) => path.relative(model, path.join(each.parentPath, each.name)))
    .filter((each) => !each.split(path.sep).some((step) => step === VOICE || step.startsWith(".")))
    .toSorted();
  for (const each of files) {
    const bytes = readFileSync(path.join(model, each));
    const target = path.join(folder, each);
    mkdirSync(path.dirname(target), { recursive: true });
    const content = each === "report.yaml" ? renamed(bytes.toString("utf8"), name) : bytes;
    writeFileSync(target, content, { flag: "wx" });
  }
  return files;
}

/** The report under its own title, and under its own address beside that of its model. */
function renamed(text: string, name: string): string {
  const titled = withValues(text, { title: titleOf(name) });
  const canonical = /^canonical:\s*["']?(https?:[^\s"'#]+)/m.exec(titled)?.[1];
  if (canonical === undefined) return titled;
  const folder = canonical.endsWith("/") ? canonical : `${canonical}/`;
  return withValues(titled, { canonical: new URL(`../${name}/`, folder).href });
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
