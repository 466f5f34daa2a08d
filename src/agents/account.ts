import type { Input } from "./input.ts";
import type { Play } from "./play.ts";
import type { Rules } from "./rules.ts";
import { valueAt } from "./state.ts";

/** Sessions of a year, for yearly fees. */
const YEAR = 252;

/** What the account holds and is worth after each close; NaN before it begins. */
export interface Account {
  /** Exposures in force from the close on, as shares of the account; the hedge is negative. */
  readonly bear: Float64Array;
  readonly bull: Float64Array;
  readonly net: Float64Array;
  /** Worth of the account and of the instrument bought and held, 100 at the beginning. */
  readonly equity: Float64Array;
  readonly hold: Float64Array;
  /** Costs and fees paid so far, as shares of the account when they were paid. */
  readonly costs: Float64Array;
}

/**
 * A day's change of an inverse fund that is reset every day: so many times the day's change of what
 * it is the inverse of, less fee and financing.
 */
export function fundChange(change: number, leverage: number, { costs }: Rules): number {
  return -leverage * change - fundCost(leverage, costs);
}

function fundCost(leverage: number, { fee, financing }: Rules["costs"]): number {
  return (fee + leverage * financing) / YEAR;
}

/** Sizes decided at one close are traded at the next; every position is brought back to its size daily. */
export function accountOf(input: Input, played: Play, rules: Rules): Account {
  const { close } = input;
  const column = (): Float64Array => new Float64Array(close.length).fill(Number.NaN);
  const [bear, bull, net] = [column(), column(), column()];
  const [equity, hold, costs] = [column(), column(), column()];
  const { fund } = rules.bear;
  const begin = played.begin;
  for (let at = begin; at < close.length; at++) {
    const first = at === begin;
    const hedge = first ? 0 : valueAt(played.bear, at - 1);
    const long = first
      ? rules.bull.core
      : valueAt(played.core, at - 1) + valueAt(played.bounce, at - 1);
    bear[at] = hedge === 0 ? 0 : -hedge;
    bull[at] = long;
    net[at] = long - hedge;
    hold[at] = (100 * valueAt(close, at)) / valueAt(close, begin);
    if (first) {
      const paid = long * rules.costs.trade;
      costs[at] = paid;
      equity[at] = 100 * (1 - paid);
      continue;
    }
    const change = valueAt(close, at) / valueAt(close, at - 1) - 1;
    const fundMoved = fundChange(change, fund, rules);
    const money = -valueAt(bear, at - 1) / fund;
    const held = valueAt(bull, at - 1);
    const grown = 1 + money * fundMoved + held * change;
    const traded =
      Math.abs(hedge / fund - (money * (1 + fundMoved)) / grown) +
      Math.abs(long - (held * (1 + change)) / grown);
    const paid = traded * rules.costs.trade;
    costs[at] = valueAt(costs, at - 1) + paid + money * fundCost(fund, rules.costs);
    equity[at] = valueAt(equity, at - 1) * grown * (1 - paid);
  }
  return { bear, bull, net, equity, hold, costs };
}

/** The inverse fund itself, bought at the beginning and held: 100 there. */
export function fundHeld(
  input: Input,
  begin: number,
  leverage: number,
  rules: Rules,
): Float64Array {
  const { close } = input;
  const out = new Float64Array(close.length).fill(Number.NaN);
  out[begin] = 100;
  for (let at = begin + 1; at < close.length; at++) {
    const change = valueAt(close, at) / valueAt(close, at - 1) - 1;
    out[at] = valueAt(out, at - 1) * (1 + fundChange(change, leverage, rules));
  }
  return out;
}
