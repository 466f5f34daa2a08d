import { day, dayOfMonth, isSession, addDays, endOfMonth } from "../../../src/model/index.ts";
import type { Day } from "../../../src/model/index.ts";
import type { Candle, ChartPoint } from "../../../src/charts/index.ts";

/** Numbers from 0 to 1 that a seed always gives again (mulberry32, public domain). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Trading days from the first to the last. */
export function sessions(from: string, to: string): readonly Day[] {
  const days: Day[] = [];
  for (let each = day(from); each <= to; each = addDays(each, 1))
    if (isSession(each)) days.push(each);
  return days;
}

export function halfMonths(from: string, to: string): readonly Day[] {
  const days: Day[] = [];
  for (let each = day(from); each <= to; each = addDays(each, 1)) {
    if (dayOfMonth(each) === 15 || each === endOfMonth(each)) days.push(each);
  }
  return days;
}

export function months(from: string, to: string): readonly Day[] {
  return halfMonths(from, to).filter((each) => each === endOfMonth(each));
}

/** A path through the anchors, with noise between them. */
export function pathThrough(
  days: readonly Day[],
  anchors: readonly (readonly [string, number])[],
  noise: number,
  seed: number,
): readonly ChartPoint[] {
  const random = chance(seed);
  let drift = 0;
  const numbers = anchors.map(([at, value]) => ({ at: stamp(day(at)), value }));
  return days.map((each) => {
    const now = stamp(each);
    const next = numbers.findIndex(({ at }) => at >= now);
    const to = numbers[next] ?? numbers.at(-1) ?? { at: now, value: 1 };
    const from = numbers[next - 1] ?? to;
    const share = to.at === from.at ? 1 : (now - from.at) / (to.at - from.at);
    drift = (drift + (random() - 0.5) * noise) * 0.97;
    const bridge = 4 * share * (1 - share);
    const value = from.value + (to.value - from.value) * share;
    return { day: each, value: value * (1 + drift * Math.min(1, bridge * 3)) };
  });
}

/** Days turned to bars with a range about each close. */
export function candlesOf(points: readonly ChartPoint[], seed: number): readonly Candle[] {
  const random = chance(seed);
  return points.map(({ day, value }, index) => {
    const open = (points[index - 1]?.value ?? value) * (1 + (random() - 0.5) * 0.004);
    const spread = value * 0.008;
    return {
      day,
      open,
      close: value,
      high: Math.max(open, value) + random() * spread,
      low: Math.min(open, value) - random() * spread,
    };
  });
}

export function averageOf(points: readonly ChartPoint[], count: number): readonly ChartPoint[] {
  return points.slice(count - 1).map(({ day }, index) => {
    const window = points.slice(index, index + count);
    return { day, value: window.reduce((sum, each) => sum + each.value, 0) / count };
  });
}

function stamp(each: Day): number {
  return Date.parse(each);
}
