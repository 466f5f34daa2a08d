import type { Opened, Project } from "../edition/index.ts";
import { openReport, projectAround, reportFolder, reportNames } from "../edition/index.ts";
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

export function openChosen(chosen: Chosen, options: DataOptions): Decoded<Opened> {
  return openReport(project(), chosen.folder, options);
}
