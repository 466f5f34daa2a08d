import type { Unit } from "../model/index.ts";
import type { Voice } from "../words/index.ts";

/** What the template may speak of. */
export interface Known {
  /** Ids of all facts, withheld ones too. */
  readonly facts: ReadonlySet<string>;
  /** Units of the facts that were found, where they are known already. */
  readonly units?: ReadonlyMap<string, Unit>;
  /** Names of the numbers that facts carry for {{named}}, where they are known already. */
  readonly numbers?: ReadonlyMap<string, readonly string[]>;
  /** Ids of the report's charts, whether or not they can be drawn. */
  readonly charts: ReadonlySet<string>;
  /** Names with a figure in them that may be typed: "Russell 2000", "S&P 500". */
  readonly names: readonly string[];
  /** Whose banned words hold. */
  readonly voice?: Voice;
}
