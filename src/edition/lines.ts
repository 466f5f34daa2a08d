import type { Line, Place, Problem } from "../model/index.ts";
import type { Known, Scene } from "../narrative/index.ts";
import { lint, renderLine } from "../narrative/index.ts";
import type { Materials } from "./load.ts";

/** A template line of report.yaml, and where it stands. */
export interface ReportLine {
  readonly text: string;
  readonly place: Place;
}

/** A line whose problems are told at their own place in the YAML. */
export interface LocatedLine extends ReportLine {
  /** Where a character of the text stands in the file. */
  readonly within: (at: number) => Place;
}

/** The line's problems, before anything is said with it. */
export function lineProblems(
  line: LocatedLine,
  known: Known,
  materials: Materials,
): readonly Problem[] {
  const parsed = materials.line(line);
  if (!parsed.ok) return moved(parsed.problems, line);
  return moved([...parsed.problems, ...lint(parsed.value, known)], line);
}

/** What the line says, or null where it cannot be said. Only for lines without problems. */
export function sayLine(line: ReportLine, scene: Scene, materials: Materials): Line | null {
  const parsed = materials.line(line);
  return parsed.ok ? renderLine(parsed.value, scene) : null;
}

/** Problems of a line, told at their own place in the YAML. */
export function moved(problems: readonly Problem[], line: LocatedLine): readonly Problem[] {
  return problems.map((each) => ({ ...each, ...line.within(offsetOf(each, line.text)) }));
}

/** How many characters stand before the problem's place in the text. */
function offsetOf({ line, column }: Problem, text: string): number {
  const above = text.split("\n").slice(0, (line ?? 1) - 1);
  return above.reduce((sum, each) => sum + each.length + 1, 0) + (column ?? 1) - 1;
}
