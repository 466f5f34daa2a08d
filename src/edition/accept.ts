import type { Acceptance, Day, Decision, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";

export interface Decided {
  /** Warnings that nobody has decided. */
  readonly standing: readonly Problem[];
  readonly decisions: readonly Decision[];
}

/**
 * Warnings that report.yaml lets stand, taken out and kept with their reasons. A decision for this
 * one day that no warning asked for is itself told: what it was about has changed.
 */
export function decide(
  warnings: readonly Problem[],
  accepted: readonly Acceptance[],
  asOf: Day,
): Decided {
  const due = accepted.filter(({ on }) => on === null || on === asOf);
  const meant = (warning: Problem): Acceptance | undefined =>
    due.find(
      ({ rule, says }) =>
        rule === warning.rule && `${warning.message}\n${warning.hint}`.includes(says),
    );
  const decisions = warnings.flatMap((warning): readonly Decision[] => {
    const found = meant(warning);
    return found === undefined ? [] : [{ warning, reason: found.reason }];
  });
  const used = new Set(warnings.map(meant));
  const idle = due
    .filter((each) => each.on !== null && !used.has(each))
    .map(({ rule, says, place }) => {
      const message = `no warning "${rule}"${says === "" ? "" : ` with "${says}"`} is there to be accepted`;
      return problem("accept", place, message, "take the entry out", "warning");
    });
  return {
    standing: [...warnings.filter((each) => meant(each) === undefined), ...idle],
    decisions,
  };
}

/** Warnings that a reader would pay for: nothing is published before somebody has decided. */
const TO_DECIDE: readonly string[] = [
  "choice",
  "correlation",
  "level",
  "macro",
  "noun",
  "odds",
  "relative-change",
  "same-name",
  "shape",
  "stance",
  "streak",
  "tendency",
  "two-instruments",
  "typed-qualifier",
  "unequal-rows",
  "verb-band",
];

/** What stands between an edition and its readers. */
export function undecided(warnings: readonly Problem[]): readonly Problem[] {
  return warnings
    .filter(({ rule, severity }) => severity === "warning" && TO_DECIDE.includes(rule))
    .map(({ rule, message, file, line, column }) => {
      const hint = `mend it, or write under accept in report.yaml: { rule: ${rule}, reason: … }`;
      return { ...problem("undecided", null, message, hint), file, line, column };
    });
}
