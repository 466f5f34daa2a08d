import type { AgentYear, Day } from "../model/index.ts";
import { yearOf } from "../model/index.ts";
import type { Account } from "./account.ts";
import { accountOf } from "./account.ts";
import type { Input } from "./input.ts";
import { play } from "./play.ts";
import type { Rules } from "./rules.ts";
import type { Signals } from "./signals.ts";
import { withSupport } from "./signals.ts";
import { valueAt } from "./state.ts";

/** The rules with the parameters that vary, by variant: every support with every stop. */
export function variantsOf(rules: Rules): readonly Rules[] {
  return rules.walk.support.flatMap((support) =>
    rules.walk.atr.map((atr): Rules => ({
      ...rules,
      trend: { ...rules.trend, support },
      stop: { ...rules.stop, atr },
    })),
  );
}

export interface Walk {
  /** Worth of an account that trades each year by the variant that had done best until then. */
  readonly equity: Float64Array;
  readonly years: readonly AgentYear[];
}

/**
 * Walk forward: before each year every variant is judged by the years behind it alone, and the one
 * whose account had grown most is traded in the year. Changing over at its first close is paid for.
 */
export function walkForward(input: Input, signals: Signals, begin: number, rules: Rules): Walk {
  const { days } = input;
  const equity = new Float64Array(days.length).fill(Number.NaN);
  const accounts = variantsOf(rules).map((each) => {
    const own = withSupport(signals, input, each.trend.support);
    return accountOf(input, play(input, own, each), each);
  });
  const years: AgentYear[] = [];
  let held: Account | null = null;
  for (const { year, eve, last } of yearsFrom(days, begin, rules.walk.years)) {
    const variant = bestAt(accounts, eve);
    const chosen = accounts[variant];
    const from = days[eve];
    const to = days[last];
    if (chosen === undefined || from === undefined || to === undefined) continue;
    const start: number =
      held === null ? 100 : valueAt(equity, eve) * (1 - costOf(held, chosen, eve, rules));
    if (held === null) equity[eve] = 100;
    for (let at = eve + 1; at <= last; at++) {
      equity[at] = (start * valueAt(chosen.equity, at)) / valueAt(chosen.equity, eve);
    }
    years.push({ year, from, to, variant });
    held = chosen;
  }
  return { equity, years };
}

interface Year {
  readonly year: number;
  /** The last session of the year before. */
  readonly eve: number;
  readonly last: number;
}

/** The years of the calendar with so many whole ones before them; the newest may still be running. */
function yearsFrom(days: readonly Day[], begin: number, before: number): readonly Year[] {
  const first = days[begin];
  if (first === undefined) return [];
  const start = yearOf(first) + before;
  const found = new Map<number, Year>();
  for (let at = begin + 1; at < days.length; at++) {
    const on = days[at];
    const year = on === undefined ? 0 : yearOf(on);
    if (year < start) continue;
    const held = found.get(year);
    found.set(year, { year, eve: held?.eve ?? at - 1, last: at });
  }
  return [...found.values()];
}

/** The first of those whose account stands highest. */
function bestAt(accounts: readonly Account[], at: number): number {
  let best = 0;
  accounts.forEach(({ equity }, variant) => {
    const leader = accounts[best];
    if (leader !== undefined && valueAt(equity, at) > valueAt(leader.equity, at)) best = variant;
  });
  return best;
}

/** Changing over from what one variant holds to what another holds. */
function costOf(from: Account, to: Account, at: number, { bear, costs }: Rules): number {
  const hedge = Math.abs(valueAt(to.bear, at) - valueAt(from.bear, at)) / bear.fund;
  return (hedge + Math.abs(valueAt(to.bull, at) - valueAt(from.bull, at))) * costs.trade;
}
