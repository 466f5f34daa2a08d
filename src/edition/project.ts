import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** Where things lie: the newsroom of the user, and the house's own templates and samples. */
export interface Project {
  /** Holds `reports/`, `data/`, `templates/`, `build/`, `archive/`. */
  readonly root: string;
}

/** The package itself: its sample newsroom serves where the user has none. */
export const HOUSE = path.join(import.meta.dirname, "..", "..");

/** The newsroom around the given folder: the nearest folder above that holds `reports/`. */
export function projectAround(folder: string): Project {
  let root = path.resolve(folder);
  while (!existsSync(path.join(root, "reports"))) {
    const above = path.dirname(root);
    if (above === root) return { root: HOUSE };
    root = above;
  }
  return { root };
}

/** Where new things go: the newsroom around the folder, or the folder itself where there is none. */
export function writableRoot(folder: string): string {
  const { root } = projectAround(folder);
  const inside = path.resolve(folder);
  return inside === root || inside.startsWith(root + path.sep) ? root : inside;
}

/** The newsroom's series, or the house's sample where the newsroom has none. */
export function dataFolder(project: Project): string {
  const own = path.join(project.root, "data");
  return existsSync(own) ? own : path.join(HOUSE, "data");
}

/** A file of the newsroom's templates, or the house's own where the newsroom has none. */
export function templatePath(project: Project, ...parts: readonly string[]): string {
  const own = path.join(project.root, "templates", ...parts);
  return existsSync(own) ? own : path.join(HOUSE, "templates", ...parts);
}

/** Names of all reports of the newsroom, sorted. */
export function reportNames(project: Project): readonly string[] {
  const folder = path.join(project.root, "reports");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory() && existsSync(path.join(folder, each.name, "report.yaml")))
    .map((each) => each.name)
    .toSorted();
}

/** The folder of a report, given as a folder or by its name under `reports/`; null: there is none. */
export function reportFolder(project: Project, report: string): string | null {
  const candidates = [path.join(project.root, "reports", report), path.resolve(report)];
  return candidates.find((each) => existsSync(path.join(each, "report.yaml"))) ?? null;
}

/** As the user would type it from where they stand. */
export function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative === "" || relative.startsWith("..") ? file : relative;
}
