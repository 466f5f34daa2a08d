import type { Agent, AgentRuleName } from "../model/index.ts";
import type { Input } from "./input.ts";
import type { Rules } from "./rules.ts";
import type { Signals } from "./signals.ts";

/** A level that was lost, and what became of it. Places are sessions. */
export interface Watch {
  readonly level: number;
  readonly by: "support" | "average";
  /** Of a support: the session of its low. */
  readonly lowAt: number | null;
  readonly opened: number;
  /** Closes in a row below the level. */
  readonly below: number;
  readonly refused: boolean;
}

/** The Bear agent's position, as decided. */
export interface Hedge {
  readonly level: number;
  readonly full: number;
  readonly entered: number;
  /** Lowest close since it was decided. */
  readonly low: number;
  readonly stop: number;
  readonly target: number;
  readonly tiers: number;
  readonly lastTier: number;
  readonly cuts: number;
  readonly lastCut: number;
  /** What a cut takes off. */
  readonly step: number;
}

/** The Bull agent's small position on a bounce, as decided. */
export interface Bounce {
  readonly decided: number;
  readonly size: number;
  /** Close at which it was bought; null on the day it is decided. */
  readonly entry: number | null;
  readonly high: number;
  readonly stop: number;
}

/** What an agent did or saw at a close, before it has a day and a price. */
export interface Draft {
  readonly agent: Agent;
  readonly rule: AgentRuleName;
  readonly trade: boolean;
  readonly before: number;
  readonly after: number;
  readonly level: number | null;
}

/** All that a step looks at; nothing of it lies after the place `at`. */
export interface Scene {
  readonly at: number;
  readonly input: Input;
  readonly signals: Signals;
  readonly rules: Rules;
}

export function valueAt(column: Float64Array, at: number): number {
  return column[at] ?? Number.NaN;
}

/** Something seen, without a trade. */
export function seen(agent: Agent, rule: AgentRuleName, level: number | null, held = 0): Draft {
  return { agent, rule, trade: false, before: held, after: held, level };
}
