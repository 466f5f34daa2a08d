import type { Day, Problem, Unit } from "../model/index.ts";
import { problem } from "../model/index.ts";
import { axisLabels } from "./axis-number.ts";
import type { ChartInput, ChartMark, ChartSet } from "./input.ts";
import { isCandle } from "./input.ts";
import type { MarkPlace } from "./mark-place.ts";
import { findPlace, valuesOf } from "./mark-place.ts";
import { widthOf } from "./measure.ts";
import type { Panel } from "./spec.ts";
import { panelsOf } from "./spec.ts";
import type { Layout } from "./theme.ts";

/** A chart thought through before either drawing is made. */
export interface Plan {
  readonly panels: readonly PlannedPanel[];
  readonly marks: readonly PlannedMark[];
  readonly window: { readonly from: Day; readonly to: Day };
}

export interface PlannedPanel {
  readonly panel: Panel;
  readonly sets: readonly ChartSet[];
  readonly unit: Unit;
  /** Values the axis must reach: the data's highest, and those of the marks. */
  readonly reach: readonly number[];
  readonly least: number;
  readonly most: number;
}

export interface PlannedMark {
  readonly mark: ChartMark;
  readonly panel: number;
  readonly place: MarkPlace;
}

const MOST_ROWS = 50_000;
/** How far a mark may lie beyond the data, as a share of their span, and still widen the axis. */
const BEYOND = 0.35;

/** The plan, or null with the reasons among the problems. */
export function planChart(input: ChartInput, problems: Problem[]): Plan | null {
  const refuse = (rule: string, message: string, hint: string): null => {
    problems.push(problem(rule, input.request.place, message, hint));
    return null;
  };
  const name = `the chart "${input.request.id}"`;
  const rows = input.data.reduce((sum, each) => sum + each.points.length, 0);
  if (rows > MOST_ROWS) {
    const message = `${name} has ${rows} rows; the limit is ${MOST_ROWS}`;
    return refuse("chart-size", message, "start the window later, or thin the series by week");
  }
  const days = input.data.flatMap((each) => [each.points[0]?.day, each.points.at(-1)?.day]);
  const known = days.flatMap((each) => each ?? []).toSorted();
  const [from, to] = [known[0], known.at(-1)];
  const bare = input.data.find((each) => each.seldom !== true && !each.points.some(isReal));
  if (from === undefined || to === undefined || bare !== undefined) {
    const message = `${name} has no data in "${bare?.name ?? "any set"}"`;
    return refuse("chart-empty", message, "give it a series with points in the window");
  }
  const panels = panelsOf(input.spec).map((panel) => panelPlan(panel, input, problems));
  const window = { from, to };
  const marks = input.marks
    .flatMap((mark) => markPlan(mark, panels, problems))
    .flatMap((each) => inWindow(each, window));
  const reaching = panels.map((panel, index) => ({
    ...panel,
    reach: [
      panel.most,
      ...marks.filter((each) => each.panel === index).flatMap((each) => valuesOf(each.place)),
      ...roomForEvents(
        panel,
        marks.filter((each) => each.panel === index),
      ),
    ],
  }));
  return { panels: reaching, marks, window };
}

/** Room for a wedge and its words beyond the lowest or highest bar, and for more words of one day. */
const EVENT_ROOM = 0.12;
const WORDS_ROOM = 0.055;

function roomForEvents(
  { least, most }: PlannedPanel,
  marks: readonly PlannedMark[],
): readonly number[] {
  const events = marks.flatMap(({ mark, place }) =>
    place.kind === "events" && mark.label !== null ? place.at.slice(-1) : [],
  );
  return (["up", "down"] as const).flatMap((side) => {
    const days = events.flatMap((each) => (each.side === side ? [each.day] : []));
    const together = Math.max(0, ...days.map((day) => days.filter((each) => each === day).length));
    if (together === 0) return [];
    const room = (most - least) * (EVENT_ROOM + WORDS_ROOM * (together - 1));
    return [side === "up" ? least - room : most + room];
  });
}

function inWindow(mark: PlannedMark, window: Plan["window"]): readonly PlannedMark[] {
  const { place } = mark;
  if (place.kind === "point") return within(place.at.day, window) ? [mark] : [];
  if (place.kind !== "events") return [mark];
  const at = place.at.filter((each) => within(each.day, window));
  return at.length === 0 ? [] : [{ ...mark, place: { ...place, at } }];
}

/** A point before the window is in neither drawing, however their scales round. */
function within(day: Day, { from, to }: Plan["window"]): boolean {
  return day >= from && day <= to;
}

function panelPlan(panel: Panel, input: ChartInput, problems: Problem[]): PlannedPanel {
  const names = new Set(panel.layers.map((each) => each.data));
  const sets = input.data.filter((each) => names.has(each.name));
  const values = sets.flatMap((set) => set.points.flatMap(extent)).filter(Number.isFinite);
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const log = panel.layers.some((each) => each.encoding.y?.scale?.type === "log");
  if (log && least <= 0) {
    const message = `the chart "${input.request.id}" has a logarithmic axis, and a value of ${least}`;
    const hint = "a logarithm needs values above zero: take `type: log` out";
    problems.push(problem("chart-log-zero", input.request.place, message, hint));
  }
  return { panel, sets, unit: sets[0]?.unit ?? "index", reach: [], least, most };
}

function markPlan(
  mark: ChartMark,
  panels: readonly PlannedPanel[],
  problems: Problem[],
): readonly PlannedMark[] {
  const { request } = mark;
  const panel = panels[request.panel];
  if (panel === undefined) {
    const message = `the ${request.kind} stands on panel ${request.panel}, but the last one is ${panels.length - 1}`;
    problems.push(problem("chart-mark", request.place, message, "panels are counted from 0"));
    return [];
  }
  const units = [...new Set(panel.sets.map((each) => each.unit))];
  const found = findPlace(mark, units);
  if ("why" in found) {
    const message = `the ${request.kind} has no place: ${found.why}`;
    problems.push(
      problem("chart-mark", request.place, message, "see docs/charts.md for its facts"),
    );
    return [];
  }
  const slack = (panel.most - panel.least) * BEYOND;
  const far = (value: number): boolean => value < panel.least - slack || value > panel.most + slack;
  // Of many events those that lie beyond are left out one by one.
  if (found.place.kind !== "events" && valuesOf(found.place).some(far)) {
    if (request.far === "leave out") return [];
    const message = `the ${request.kind} lies far beyond the data and is left out of the picture`;
    const hint = "widen the chart's window, or take the mark out";
    problems.push(problem("chart-mark-far", request.place, message, hint, "warning"));
    return [];
  }
  return [{ mark, panel: request.panel, place: found.place }];
}

/** Room the value axis is likely to need: the width of its largest round label. */
export function gutterFor(panels: readonly PlannedPanel[], layout: Layout): number {
  const widths = panels.map((each) => {
    const most = Math.max(Math.abs(each.most), Math.abs(each.least));
    const round = Number(most.toPrecision(2));
    const [label = ""] = axisLabels([round], each.unit);
    return widthOf(label, layout.axis, 400);
  });
  return Math.max(20, ...widths);
}

function extent(point: ChartSet["points"][number]): readonly number[] {
  return isCandle(point) ? [point.low, point.high] : [point.value];
}

function isReal(point: ChartSet["points"][number]): boolean {
  return extent(point).every(Number.isFinite);
}
