import type { Problem } from "../../src/model/index.ts";

/** A defect of published notes as it could enter this house, and the same mended. */
export interface Defect {
  /** Number in docs/guards.md: "D1", or "E" for one seen elsewhere. */
  readonly number: string;
  readonly says: string;
  readonly rule: string;
  readonly severity: Problem["severity"];
  readonly problems: readonly Problem[];
  /** What is left once it is mended; told where the same words with facts pass. */
  readonly mended: readonly Problem[];
}

type Found = readonly Problem[];

/** An error: the edition is not written. */
export function refused(
  number: string,
  rule: string,
  says: string,
  problems: Found,
  mended: Found,
): Defect {
  return { number, rule, says, severity: "error", problems, mended };
}

/** A warning: it waits for a decision. */
export function warned(
  number: string,
  rule: string,
  says: string,
  problems: Found,
  mended: Found,
): Defect {
  return { number, rule, says, severity: "warning", problems, mended };
}
