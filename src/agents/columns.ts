import type { AgentEvent, AgentSizing, AgentYear, Unit } from "../model/index.ts";
import { accountOf, fundHeld } from "./account.ts";
import type { Input } from "./input.ts";
import type { Play } from "./play.ts";
import { play } from "./play.ts";
import type { Rules } from "./rules.ts";
import { signalsOf } from "./signals.ts";
import { valueAt } from "./state.ts";
import { walkForward } from "./walk.ts";

/** Everything a run makes, as plain columns: what a replay is compared with. */
export interface Made {
  readonly columns: Readonly<Record<ColumnName, Float64Array>>;
  readonly events: readonly AgentEvent[];
  readonly sizings: readonly AgentSizing[];
  readonly years: readonly AgentYear[];
}

/** What each column is called, counted in and told as. */
export const COLUMNS = {
  bear: { name: "Bear agent", noun: "the hedge", unit: "ratio", precision: 3 },
  core: { name: "Bull agent’s core", noun: "the core", unit: "ratio", precision: 3 },
  bounce: { name: "Bull agent’s bounce", noun: "the bounce", unit: "ratio", precision: 3 },
  bull: { name: "Bull agent", noun: "the long position", unit: "ratio", precision: 3 },
  "bear-next": {
    name: "Bear agent at the next close",
    noun: "the hedge",
    unit: "ratio",
    precision: 3,
  },
  "bull-next": {
    name: "Bull agent at the next close",
    noun: "the long position",
    unit: "ratio",
    precision: 3,
  },
  net: { name: "net exposure", noun: "net exposure", unit: "ratio", precision: 3 },
  equity: { name: "the agents", noun: "the account", unit: "index", precision: 2 },
  hold: { name: "buy-and-hold", noun: "the benchmark", unit: "index", precision: 2 },
  walk: { name: "walk forward", noun: "the walk forward", unit: "index", precision: 2 },
  "inverse-2x": { name: "inverse fund, −2x", noun: "the fund", unit: "index", precision: 2 },
  "inverse-3x": { name: "inverse fund, −3x", noun: "the fund", unit: "index", precision: 2 },
  costs: { name: "costs of the agents", noun: "the costs", unit: "ratio", precision: 4 },
  stop: { name: "stop", noun: "the stop", unit: "price", precision: 2 },
  support: { name: "support", noun: "the support", unit: "price", precision: 2 },
  average: { name: "moving average", noun: "the average", unit: "price", precision: 2 },
  level: { name: "broken level", noun: "the level", unit: "price", precision: 2 },
  entry: { name: "average entry", noun: "the entry", unit: "price", precision: 2 },
  rsi: { name: "RSI", noun: "the RSI", unit: "score", precision: 1 },
  range: { name: "average true range", noun: "the range", unit: "price", precision: 2 },
  deviation: { name: "daily deviation", noun: "the deviation", unit: "ratio", precision: 4 },
  weak: { name: "weak sectors", noun: "the share", unit: "ratio", precision: 3 },
  shorts: { name: "change of short interest", noun: "the change", unit: "ratio", precision: 3 },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly name: string;
      readonly noun: string;
      readonly unit: Unit;
      readonly precision: number;
    }
  >
>;

export type ColumnName = keyof typeof COLUMNS;

/** The whole run, from rows to columns: the one function behind what is told and what is proved. */
export function makeRun(input: Input, rules: Rules): Made {
  const signals = signalsOf(input, rules);
  const played = play(input, signals, rules);
  const account = accountOf(input, played, rules);
  const { begin, events, sizings } = played;
  const { equity, years } = walkForward(input, signals, begin, rules);
  const since = (column: Float64Array): Float64Array => column.slice().fill(Number.NaN, 0, begin);
  return {
    columns: {
      ...account,
      walk: equity,
      "inverse-2x": fundHeld(input, begin, 2, rules),
      "inverse-3x": fundHeld(input, begin, 3, rules),
      core: shifted(played.core, begin, rules.bull.core),
      bounce: shifted(played.bounce, begin, 0),
      "bear-next": played.bear.map((each) => (each === 0 ? 0 : -each)),
      "bull-next": played.core.map((each, at) => each + valueAt(played.bounce, at)),
      support: since(signals.support),
      average: since(signals.average),
      stop: played.stop,
      level: played.level,
      entry: entryPrices(input, played),
      rsi: since(signals.rsi),
      range: since(signals.atr),
      deviation: since(signals.sigma),
      weak: since(signals.weak),
      shorts: since(signals.shorts),
    },
    events,
    sizings,
    years,
  };
}

/** What was decided at a close is in force from the next one on. */
function shifted(decided: Float64Array, begin: number, first: number): Float64Array {
  const out = new Float64Array(decided.length).fill(Number.NaN);
  for (let at = begin; at < decided.length; at++) {
    out[at] = at === begin ? first : valueAt(decided, at - 1);
  }
  return out;
}

/** What the shares of a hedge were sold at, on average, while it stands. */
function entryPrices({ days, close }: Input, { events }: Play): Float64Array {
  const out = new Float64Array(days.length).fill(Number.NaN);
  const trades = events.filter((each) => each.agent === "bear" && each.trade);
  let turn = 0;
  let entry = Number.NaN;
  days.forEach((day, at) => {
    for (let trade = trades[turn]; trade?.day === day; trade = trades[turn]) {
      turn += 1;
      const [before, after] = [-trade.before, -trade.after];
      if (after === 0) entry = Number.NaN;
      else if (before === 0) entry = trade.price;
      else if (after > before) entry = (entry * before + trade.price * (after - before)) / after;
    }
    if (close[at] !== undefined) out[at] = entry;
  });
  return out;
}
