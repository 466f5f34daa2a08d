import type { Day } from "../../src/model/index.ts";
import { addMonths, day, monthOf, yearOf } from "../../src/model/index.ts";
import { bridge, fold } from "./bridge.ts";
import { stream } from "./random.ts";

/** A value fixed for a period; between two of them the path is chance. */
export interface Pin {
  /** "2025-04" for a month, "2025-04-30" for a settlement. */
  readonly period: string;
  readonly value: number;
}

export interface PinnedWalls {
  readonly from: string;
  readonly to: string;
  readonly over?: number;
  readonly under?: number;
}

export interface Wandering {
  readonly name: string;
  readonly pins: readonly Pin[];
  readonly walls: readonly PinnedWalls[];
  /** Standard deviation of a move from one period to the next. */
  readonly scale: number;
}

/** A value for every period, through all pins and between all walls. */
export function wander(periods: readonly string[], rules: Wandering): readonly number[] {
  const places = rules.pins.map((pin) => ({ ...pin, place: periods.indexOf(pin.period) }));
  const first = places[0];
  if (first?.place !== 0) throw new RangeError(`${rules.name}: the first period is not pinned`);
  const values = [first.value];
  places.slice(1).forEach((to, index) => {
    const from = places[index] ?? first;
    if (to.place <= from.place) throw new RangeError(`${rules.name}: ${to.period} out of order`);
    const random = stream(`${rules.name} ${to.period}`);
    const steps = bridge(
      {
        from: from.value,
        to: to.value,
        steps: to.place - from.place,
        scale: rules.scale,
        memory: 0.6,
      },
      random,
    );
    steps.forEach((step, offset) => {
      const period = periods[from.place + offset + 1] ?? to.period;
      const [low, high] = between(period, rules.walls);
      values.push(period === to.period ? to.value : fold(step.value, low, high));
    });
  });
  if (values.length !== periods.length) throw new RangeError(`${rules.name}: end not pinned`);
  return values;
}

function between(period: string, walls: readonly PinnedWalls[]): readonly [number, number] {
  const standing = walls.filter((each) => each.from <= period && period <= each.to);
  return [
    Math.max(...standing.map((each) => each.over ?? -1e15), -1e15),
    Math.min(...standing.map((each) => each.under ?? 1e15), 1e15),
  ];
}

/** "1997-01" to the last, both included. */
export function months(from: string, to: string): readonly string[] {
  const found: string[] = [];
  for (let each = day(`${from}-01`); ; each = addMonths(each, 1)) {
    found.push(monthText(each));
    if (monthText(each) === to) return found;
  }
}

export function monthText(value: Day): string {
  return `${yearOf(value)}-${String(monthOf(value)).padStart(2, "0")}`;
}
