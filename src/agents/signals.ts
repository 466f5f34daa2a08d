import type { Verdict } from "../model/index.ts";
import { LENGTHS, addDays, atr, deviation, rsi, slotOf } from "../model/index.ts";
import type { Input, ShortReading } from "./input.ts";
import type { Rules } from "./rules.ts";

/** What the rules look at, session by session; NaN where there is no reading yet. */
export interface Signals {
  /** Lowest low of the sessions before, the session itself left out. */
  readonly support: Float64Array;
  /** Place of that low. */
  readonly lowAt: Int32Array;
  readonly average: Float64Array;
  readonly atr: Float64Array;
  readonly rsi: Float64Array;
  /** Standard deviation of the last daily changes. */
  readonly sigma: Float64Array;
  /** Mean volume of the sessions before, the session itself left out. */
  readonly volume: Float64Array;
  /** Share of the sectors with a figure that lie below their average; NaN where too few have one. */
  readonly weak: Float64Array;
  /** The newest short interest against the one so many readings back; NaN where there is no figure. */
  readonly shorts: Float64Array;
}

export function signalsOf(input: Input, rules: Rules): Signals {
  const { high, low, close } = input;
  const column = (): Float64Array => new Float64Array(close.length);
  const [atrs, rsis] = [column(), column()];
  atr(high, low, close, LENGTHS.atr, atrs);
  rsi(close, LENGTHS.rsi, rsis);
  return {
    ...lowestBefore(low, rules.trend.support),
    average: meanOf(close, rules.trend.average, 0),
    atr: atrs,
    rsi: rsis,
    sigma: sigmaOf(close, rules.bear.volatility),
    volume: meanOf(input.volume, rules.reversal.volume, 1),
    weak: weakShare(input, rules),
    shorts: shortsOf(input, rules),
  };
}

/** The same with another support: all else does not depend on its length. */
export function withSupport(signals: Signals, { low }: Input, sessions: number): Signals {
  return { ...signals, ...lowestBefore(low, sessions) };
}

function lowestBefore(low: Float64Array, n: number): Pick<Signals, "support" | "lowAt"> {
  const support = new Float64Array(low.length).fill(Number.NaN);
  const lowAt = new Int32Array(low.length).fill(-1);
  for (let at = n; at < low.length; at++) {
    let best = at - n;
    for (let back = best + 1; back < at; back++) {
      if ((low[back] ?? Number.NaN) <= (low[best] ?? Number.NaN)) best = back;
    }
    support[at] = low[best] ?? Number.NaN;
    lowAt[at] = best;
  }
  return { support, lowAt };
}

/** Mean of n readings, the last of them so many sessions back. Added up anew each time: no drift. */
function meanOf(values: Float64Array, n: number, back: number): Float64Array {
  const out = new Float64Array(values.length).fill(Number.NaN);
  for (let at = n - 1 + back; at < values.length; at++) {
    let sum = 0;
    for (let each = at - back - n + 1; each <= at - back; each++) sum += values[each] ?? Number.NaN;
    out[at] = sum / n;
  }
  return out;
}

function sigmaOf(close: Float64Array, n: number): Float64Array {
  const out = new Float64Array(close.length).fill(Number.NaN);
  for (let at = n; at < close.length; at++) {
    const changes: number[] = [];
    for (let each = at - n + 1; each <= at; each++) {
      changes.push((close[each] ?? Number.NaN) / (close[each - 1] ?? Number.NaN) - 1);
    }
    out[at] = deviation(changes);
  }
  return out;
}

function weakShare({ sectors, close }: Input, { validation }: Rules): Float64Array {
  const averages = sectors.map((each) => meanOf(each, validation.average, 0));
  const out = new Float64Array(close.length).fill(Number.NaN);
  for (let at = 0; at < close.length; at++) {
    let told = 0;
    let weak = 0;
    sectors.forEach((sector, place) => {
      const average = averages[place]?.[at] ?? Number.NaN;
      if (Number.isNaN(average)) return;
      told += 1;
      if ((sector[at] ?? Number.NaN) < average) weak += 1;
    });
    if (told >= validation.least) out[at] = weak / told;
  }
  return out;
}

/** Newest reading published by the session's end, against the one so many periods before it. */
function shortsOf({ days, shorts }: Input, { validation }: Rules): Float64Array {
  const out = new Float64Array(days.length).fill(Number.NaN);
  const inOrder = shorts.toSorted((a, b) => (a.released < b.released ? -1 : 1));
  const known: ShortReading[] = [];
  days.forEach((day, at) => {
    for (let next = inOrder[known.length]; next !== undefined; next = inOrder[known.length]) {
      if (next.released > day) break;
      known.push(next);
    }
    const newest = known.at(-1);
    if (newest === undefined || newest.day < addDays(day, -validation.age)) return;
    const before = periodsBefore(known, newest, validation.readings);
    if (before !== null && before.value > 0) out[at] = newest.value / before.value - 1;
  });
  return out;
}

/** The reading of the period so many half months before; null where that one was never told. */
function periodsBefore(
  known: readonly ShortReading[],
  newest: ShortReading,
  periods: number,
): ShortReading | null {
  const wanted = slotOf(newest.day, "half-month") - periods;
  return known.findLast((each) => slotOf(each.day, "half-month") === wanted) ?? null;
}

/** Does short interest rise? */
export function shortsVerdict(signals: Signals, at: number): Verdict {
  return verdict(signals.shorts[at] ?? Number.NaN, (change) => change > 0);
}

/** Are enough sectors weak? */
export function sectorsVerdict(signals: Signals, at: number, { validation }: Rules): Verdict {
  return verdict(signals.weak[at] ?? Number.NaN, (share) => share >= validation.weak);
}

function verdict(value: number, holds: (value: number) => boolean): Verdict {
  if (Number.isNaN(value)) return "no figure";
  return holds(value) ? "yes" : "no";
}
