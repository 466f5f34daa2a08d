import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Project } from "../edition/index.ts";
import { HOUSE, templatePath } from "../edition/index.ts";

/** What a newsroom needs to publish a blog every week, by the place where it is looked for. */
const FURNITURE = [
  { template: "site.yaml", place: "site.yaml" },
  { template: "notewright.yml", place: ".github/workflows/notewright.yml" },
] as const;

/** Puts into the newsroom what it lacks; what is there stays. The files that were written. */
export function furnish(project: Project): readonly string[] {
  return FURNITURE.flatMap(({ template, place }) => {
    const target = path.join(project.root, place);
    if (existsSync(target)) return [];
    const text = readFileSync(templatePath(project, "new-newsroom", template), "utf8");
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text.replaceAll("%notewright%", commandIn(project)), { flag: "wx" });
    return [target];
  });
}

/** How the program is called in the newsroom: a clone brings it along, others have the package. */
function commandIn({ root }: Project): string {
  return path.resolve(root) === path.resolve(HOUSE) ? "bin/notewright" : "npx notewright";
}
