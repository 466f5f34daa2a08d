import type { Choice, Kept, Opened, Project } from "../edition/index.ts";
// Not through the room's door: a wrong name is told before everything behind the door is loaded.
import { projectAround, reportFolder, reportNames } from "../edition/project.ts";
import type { Decoded } from "../model/index.ts";
import { Usage } from "./ending.ts";
import type { DataOptions } from "./options.ts";

export interface Chosen {
  /** Of the report; behind it a subject that is not the report's own. */
  readonly name: string;
  readonly folder: string;
  /** What the report is to be about; null: its own subject, if it has one. */
  readonly subject: string | null;
}

/** The reports the user named, by folder or name, or all there are. */
export function chosenReports(names: readonly string[], all: boolean): readonly Chosen[] {
  const project = projectAround(process.cwd());
  const known = reportNames(project);
  if (all && names.length > 0) throw new Usage("name reports or give --all, not both");
  if (!all && names.length === 0) {
    throw new Usage(`name a report, or give --all; there are: ${known.join(", ")}`);
  }
  return (all ? known : names).map((name) => {
    const folder = reportFolder(project, name);
    if (folder === null) {
      throw new Usage(`there is no report "${name}"; there are: ${known.join(", ")}`);
    }
    return { name, folder, subject: null };
  });
}

/** The same reports, each about every subject that the flag names: "spy", "spy,qqq" or "all". */
export async function aboutSubjects(
  reports: readonly Chosen[],
  flag: string | undefined,
  options: DataOptions,
): Promise<readonly Chosen[]> {
  if (flag === undefined) return reports;
  const names = flag.split(",").map((each) => each.trim());
  if (names.includes("")) throw new Usage(`--subject "${flag}" lacks a name`);
  const { subjectsOf } = await import("../edition/index.ts");
  return reports.flatMap((chosen) => {
    const subjects = subjectsOf(project(), chosen.folder, options);
    // Opening it tells whether it has no subject or cannot be read.
    if (subjects === null) return [{ ...chosen, subject: flag }];
    const all = [...new Set(flag === "all" ? subjects.choices : names)];
    const strange = all.find((each) => !subjects.has(each));
    if (strange !== undefined) {
      const choices = subjects.choices.join(", ");
      throw new Usage(`${chosen.name} has no subject "${strange}"; there are: ${choices}`);
    }
    return all.map((each) => named(chosen, each === subjects.own ? null : each));
  });
}

/** The one report about the one subject. */
export async function aboutSubject(
  chosen: Chosen,
  flag: string | undefined,
  options: DataOptions,
): Promise<Chosen> {
  const [first, second] = await aboutSubjects([chosen], flag, options);
  if (first === undefined || second !== undefined) {
    throw new Usage(`--subject "${flag ?? ""}" is not the name of one subject`);
  }
  return first;
}

function named(chosen: Chosen, subject: string | null): Chosen {
  return subject === null ? chosen : { ...chosen, name: `${chosen.name}-${subject}`, subject };
}

export function project(): Project {
  return projectAround(process.cwd());
}

/** Opens reports one after another; what they have in common is made once. */
export async function reportOpener(
  options: DataOptions & Pick<Choice, "everything" | "archive">,
): Promise<(chosen: Chosen) => Decoded<Opened>> {
  const { columnsOnDisk, compiledOnDisk, nothingKept, openReport } =
    await import("../edition/index.ts");
  const kept: Kept = nothingKept(compiledOnDisk(), columnsOnDisk());
  return ({ folder, subject }) => openReport(project(), folder, { ...options, subject }, kept);
}
