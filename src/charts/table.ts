import type { Day, Table } from "../model/index.ts";
import type { ChartInput, ChartPoint, ChartSet } from "./input.ts";
import { isCandle } from "./input.ts";
import type { PlannedMark } from "./plan.ts";

/** Rows at the end of the table; older ones stand only where a mark does. */
const ROWS = 16;

/**
 * The data behind the picture for readers who cannot see it: the last periods of the sparsest set,
 * and the days of the marks. A last column says which rows are marked.
 */
export function tableOf(input: ChartInput, marks: readonly PlannedMark[]): Table {
  const sets = input.data.map((set) => ({ set, values: byDay(set) }));
  const rhythm = sets.toSorted((a, b) => a.values.size - b.values.size)[0];
  const days = [...(rhythm?.values.keys() ?? [])].toSorted();
  const marked = new Set(
    marks.flatMap(({ place }) => {
      if (place.kind === "point") return [place.at.day];
      return place.kind === "events" ? place.at.map((each) => each.day) : [];
    }),
  );
  const shown = new Set([...days.slice(-ROWS), ...marked]);
  const every = rhythm?.set.every ?? "day";
  const rows = [...shown].toSorted().map((day) => [
    input.print.day(day, marked.has(day) && !days.includes(day) ? "day" : every),
    ...sets.map(({ set, values }) => {
      const value = valueAt(values, day, every !== set.every);
      return value === null ? "" : input.print.value(value, set.unit, set.digits);
    }),
    marked.has(day) ? "marked" : "",
  ]);
  const whole = days.length <= ROWS;
  return {
    columns: ["Day", ...sets.map(({ set }) => set.label), whole ? "" : `Last ${ROWS} and marked`],
    rows,
  };
}

function byDay(set: ChartSet): ReadonlyMap<Day, number> {
  const points: readonly ChartPoint[] = set.points.map((each) =>
    isCandle(each) ? { day: each.day, value: each.close } : each,
  );
  return new Map(
    points.filter((each) => Number.isFinite(each.value)).map((each) => [each.day, each.value]),
  );
}

/** A daily price stands beside a month's figure with its last close up to that day. */
function valueAt(values: ReadonlyMap<Day, number>, day: Day, before: boolean): number | null {
  const own = values.get(day);
  if (own !== undefined || !before) return own ?? null;
  let found: number | null = null;
  for (const [each, value] of values) {
    if (each > day) break;
    found = value;
  }
  return found;
}
