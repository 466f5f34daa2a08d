import type { Kept, Opened, Project } from "../edition/index.ts";
// Not through the room's door: a wrong name is told before everything behind the door is loaded.
import { projectAround, reportFolder, reportNames } from "../edition/project.ts";
import type { Decoded } from "../model/index.ts";
import { Usage } from "./ending.ts";
import type { DataOptions } from "./options.ts";

export interface Chosen {
  readonly name: string;
  readonly folder: string;
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
    return { name, folder };
  });
}

export function project(): Project {
  return projectAround(process.cwd());
}

/** Opens reports one after another; what they have in common is made once. */
export async function reportOpener(
  options: DataOptions & { readonly everything?: boolean },
): Promise<(chosen: Chosen) => Decoded<Opened>> {
  const { columnsOnDisk, compiledOnDisk, nothingKept, openReport } =
    await import("../edition/index.ts");
  const kept: Kept = nothingKept(compiledOnDisk(), columnsOnDisk());
  return ({ folder }) => openReport(project(), folder, options, kept);
}
