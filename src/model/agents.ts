import type { Day } from "./day.ts";
import type { Series, Unit } from "./series.ts";

/** Who acts: one agent bets on a fall, the other on a rise; the watch over the trend only reports. */
export type Agent = "trend" | "bear" | "bull";

/** What the agents may do or notice; docs/agents.md tells each rule. */
export type AgentRuleName =
  | "support breached"
  | "average lost"
  | "average regained"
  | "sustained"
  | "confirmed"
  | "not validated"
  | "not confirmed"
  | "undone"
  | "lapsed"
  | "first tier"
  | "further tier"
  | "back above"
  | "volume fade"
  | "oversold"
  | "stop"
  | "stand aside"
  | "return"
  | "bounce"
  | "bounce stop"
  | "bounce over"
  | "held back";

/** One line of the agents' ledger. */
export interface AgentEvent {
  /** Of a trade the session at whose close it was made, of all else the session it was seen on. */
  readonly day: Day;
  /** The session whose close decided it: of a trade the one before. */
  readonly decided: Day;
  readonly agent: Agent;
  readonly rule: AgentRuleName;
  readonly trade: boolean;
  /** The instrument's close of the day. */
  readonly price: number;
  /** The agent's exposure as a share of the account, short ones negative. */
  readonly before: number;
  readonly after: number;
  /** The level that the rule looked at, where it looked at one. */
  readonly level: number | null;
}

/** A test of the break: whether it holds, or that there is no figure to tell. */
export type Verdict = "yes" | "no" | "no figure";

/** How the level of a break and the size of its hedge follow from the rows of the deciding session. */
export interface AgentSizing {
  readonly decided: Day;
  /** Of a support: the session of the lowest low. Of an average: null, it rests on the last closes. */
  readonly lowOn: Day | null;
  /** The session on which the level was fixed. */
  readonly fixed: Day;
  readonly level: number;
  /** What the tests without a figure leave of the size. */
  readonly trust: number;
  readonly full: number;
  readonly shorts: Verdict;
  readonly sectors: Verdict;
}

/** A parameter of the rules, as the note prints it. */
export interface AgentParameter {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  readonly meaning: string;
}

/** A year of the walk forward: which variant the years before it had chosen. */
export interface AgentYear {
  readonly year: number;
  readonly from: Day;
  readonly to: Day;
  readonly variant: number;
}

/** What two agents did, session by session, as their rules and the rows known by then would have it. */
export interface AgentRun {
  readonly id: string;
  /** The bar file of the instrument. */
  readonly bars: string;
  readonly shortInterest: string | null;
  readonly group: string | null;
  readonly days: readonly Day[];
  /** Exposures, equity and all else that the run makes, by name: "agents.bear". */
  readonly series: ReadonlyMap<string, Series>;
  readonly events: readonly AgentEvent[];
  readonly sizings: readonly AgentSizing[];
  readonly parameters: readonly AgentParameter[];
  readonly years: readonly AgentYear[];
  /** Parameters that differ between the variants of the walk forward, by variant. */
  readonly variants: readonly (readonly AgentParameter[])[];
  /** Lengths that recipes need: sessions of support, average and volatility. */
  readonly lengths: {
    readonly support: number;
    readonly average: number;
    readonly volatility: number;
  };
}

/** The rows of one series that a replay reads: from a line of a file to a line, some may be others'. */
export interface RowBlock {
  readonly series: string;
  readonly file: string;
  readonly lines: readonly [number, number];
  readonly days: readonly [Day, Day];
  readonly rows: number;
  /** Lines between the two that were in doubt and are left out. */
  readonly without: readonly number[];
}

/** A value that a run made: by which of its columns, of which run. */
export interface Replayed {
  readonly column: string;
  readonly replay: Replay;
}

/** Everything a run follows from: rules and rows. What is in it is enough to make it again. */
export interface Replay {
  readonly rules: Readonly<Record<string, unknown>>;
  readonly blocks: readonly RowBlock[];
}
