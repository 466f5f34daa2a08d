import type { Decoded, Line, Place, Problem } from "../model/index.ts";
import type { Known, Partials, Scene, Template } from "../narrative/index.ts";
import { lint, parseTemplate, renderLine } from "../narrative/index.ts";

/** A template line of report.yaml, with the place it stands at: problems in it are told there. */
export interface ReportLine {
  readonly text: string;
  readonly place: Place;
}

/** The line's problems, before anything is said with it. */
export function lineProblems(
  line: ReportLine,
  known: Known,
  partials: Partials,
): readonly Problem[] {
  const parsed = parse(line, partials);
  if (!parsed.ok) return moved(parsed.problems, line.place);
  return moved([...parsed.problems, ...lint(parsed.value, known)], line.place);
}

/** What the line says, or null where it cannot be said. Only for lines without problems. */
export function sayLine(line: ReportLine, scene: Scene, partials: Partials): Line | null {
  const parsed = parse(line, partials);
  return parsed.ok ? renderLine(parsed.value, scene) : null;
}

function parse(line: ReportLine, partials: Partials): Decoded<Template> {
  return parseTemplate(line.text, line.place.file, "line", partials);
}

/** A place within the line is a place within the YAML value. */
function moved(problems: readonly Problem[], place: Place): readonly Problem[] {
  return problems.map((each) => ({
    ...each,
    line: place.line + (each.line ?? 1) - 1,
    column: (each.line ?? 1) === 1 ? place.column + (each.column ?? 1) - 1 : each.column,
  }));
}
