import type { Line, Place, Problem } from "../model/index.ts";
import type { Known, Scene } from "../narrative/index.ts";
import { lint, renderLine } from "../narrative/index.ts";
import type { Materials } from "./load.ts";

/** A template line of report.yaml, with the place it stands at: problems in it are told there. */
export interface ReportLine {
  readonly text: string;
  readonly place: Place;
}

/** The line's problems, before anything is said with it. */
export function lineProblems(
  line: ReportLine,
  known: Known,
  materials: Materials,
): readonly Problem[] {
  const parsed = materials.line(line);
  if (!parsed.ok) return moved(parsed.problems, line.place);
  return moved([...parsed.problems, ...lint(parsed.value, known)], line.place);
}

/** What the line says, or null where it cannot be said. Only for lines without problems. */
export function sayLine(line: ReportLine, scene: Scene, materials: Materials): Line | null {
  const parsed = materials.line(line);
  return parsed.ok ? renderLine(parsed.value, scene) : null;
}

/** A place within the line is a place within the YAML value. */
function moved(problems: readonly Problem[], place: Place): readonly Problem[] {
  return problems.map((each) => ({
    ...each,
    line: place.line + (each.line ?? 1) - 1,
    column: (each.line ?? 1) === 1 ? place.column + (each.column ?? 1) - 1 : each.column,
  }));
}
