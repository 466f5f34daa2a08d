import type { Day, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import { axisLabels } from "./axis-number.ts";
import { instant, timeTicks } from "./axis-time.ts";
import type { CompiledCharts } from "./compile.ts";
import { compilePanels } from "./compile.ts";
import type { Picture, PicturePanel } from "./frame.ts";
import { candleWords, GUTTER_GAP, textAt, timeLabels, topsOf, valueLabels } from "./frame.ts";
import { heightOf } from "./lite.ts";
import { widthOf } from "./measure.ts";
import type { Plan, PlannedPanel } from "./plan.ts";
import { gutterFor } from "./plan.ts";
import type { Rows } from "./rows.ts";
import { rowsOf } from "./rows.ts";
import type { Layout } from "./theme.ts";
import type { Staged, StagedPanel } from "./view.ts";
import { stage } from "./view.ts";

/** Vega's part of a drawing, from which pictures with more or less headroom are made. */
export interface Scene {
  readonly staged: Staged;
  readonly rows: readonly Rows[];
  readonly plot: number;
  /** Width of the window itself, without the padding at its ends. */
  readonly span: number;
}

const LEFT = 5;
const RIGHT = 10;
const BRACKET = 26;
const DAY = 86_400_000;

/** Runs Vega; once more with a wider gutter, should the axis' labels need it. */
export async function sceneOf(
  plan: Plan,
  layout: Layout,
  kept: CompiledCharts,
  file: string,
  problems: Problem[],
): Promise<Scene> {
  let gutter = gutterFor(plan.panels, layout);
  for (;;) {
    const scene = await attempt(plan, layout, kept, gutter);
    const texts = plan.panels.flatMap((each, index) =>
      textsOf(scene.staged.panels[index]?.ticks ?? [], each),
    );
    const needed = Math.max(0, ...texts.map((each) => widthOf(each, layout.axis, 400)));
    if (needed > gutter + 1) {
      gutter = needed;
      continue;
    }
    for (const each of scene.staged.warnings) {
      const hint = "correct the specification; a picture with a warning is not printed";
      problems.push(problem("chart-warning", { file }, `Vega: ${each}`, hint));
    }
    return scene;
  }
}

async function attempt(
  plan: Plan,
  layout: Layout,
  kept: CompiledCharts,
  gutter: number,
): Promise<Scene> {
  const plot = Math.floor(layout.width - gutter - GUTTER_GAP - 1);
  const panels = plan.panels.map((each) => each.panel);
  const sets = [...new Set(plan.panels.flatMap((each) => each.sets))];
  const bracket = plan.marks.some((each) => each.place.kind === "bracket");
  const right = bracket ? BRACKET : RIGHT;
  const span = plot - LEFT - right;
  const rows = sets.map((each) => rowsOf(each, span, layout.candle));
  const from = instant(plan.window.from);
  const to = Math.max(instant(plan.window.to), from + DAY);
  const unit = (to - from) / span;
  const window = [from - LEFT * unit, to + right * unit] as const;
  const broken = new Set(rows.flatMap((each) => (each.broken ? [each.set.name] : [])));
  const compiled = await compilePanels(panels, plot, layout, broken, kept);
  const reach = plan.panels.map((each) => each.reach);
  const staged = await stage(compiled, { rows, window, reach });
  const warnings = [...compiled.warnings, ...staged.warnings];
  return { staged: { ...staged, warnings }, rows, plot, span };
}

/** The picture with so much added headroom above each panel. */
export function pictureOf(
  plan: Plan,
  scene: Scene,
  layout: Layout,
  extra: readonly number[],
): Picture {
  const specs = plan.panels.map((each) => each.panel);
  const { tops, height } = topsOf(specs, layout, extra);
  let above = 0;
  const panels = plan.panels.flatMap((each, index) => {
    const staged = scene.staged.panels[index];
    const top = tops[index] ?? 0;
    if (staged === undefined) return [];
    const panel = panelOf(each, staged, scene, layout, top, above);
    above = top + panel.plot.height + 3;
    return [panel];
  });
  const first = panels[0];
  const bottom = height - layout.axis * 1.25 - 8;
  const x = first?.x ?? (() => 0);
  const { from, to } = plan.window;
  const ticks = timeTicks(from, to, layout.width, layout.axis, x);
  return {
    width: layout.width,
    height,
    layout,
    panels,
    time: timeLabels(ticks, x, bottom, layout),
  };
}

function panelOf(
  planned: PlannedPanel,
  staged: StagedPanel,
  scene: Scene,
  layout: Layout,
  top: number,
  above: number,
): PicturePanel {
  const height = heightOf(planned.panel, layout);
  const plot = { x: 0, y: top, width: scene.plot, height };
  const y = (value: number): number => top + staged.y(value);
  const solid = planned.panel.layers.some(
    ({ mark, encoding }) =>
      (mark.type === "bar" || mark.type === "area") && encoding.y2 === undefined,
  );
  const words = headingOf(planned, scene);
  return {
    plot,
    room: { x: 1, y: above, width: layout.width - 2, height: top + height - above },
    heading: words === "" ? null : textAt(words, 0, top - HEADING_GAP, layout.heading, 400),
    grid: staged.grid ? staged.ticks.map((each) => top + each.y) : [],
    foot: solid ? y(0) : null,
    labels: valueLabels(staged.ticks, textsOf(staged.ticks, planned), plot, layout),
    shapes: staged.shapes,
    x: (day: Day) => staged.x(instant(day)),
    y,
    last: LEFT + scene.span,
    strokeWidths: planned.panel.layers.map((layer) => layer.mark.strokeWidth ?? null),
    barWidths: planned.panel.layers.map((layer) => {
      const rows = scene.rows.find((each) => each.set.name === layer.data);
      return rows === undefined ? 1 : barWidth(rows, scene.span);
    }),
  };
}

const HEADING_GAP = 11;

/** Two thirds of the room a period has; bars that stand alone are wide enough to be seen. */
function barWidth({ rhythm, rows, slots }: Rows, span: number): number {
  const room = span / Math.max(slots, 1);
  if (rhythm !== null) return Math.min(Math.max(room * 0.64, 1.2), 9);
  const lonely = rows.length * 3 < slots;
  return Math.min(Math.max(room * 0.68, lonely ? 4 : 1.2), 16);
}

function headingOf(planned: PlannedPanel, scene: Scene): string {
  if (planned.panel.title === null) return "";
  const rhythm = scene.rows.find(
    (each) => each.rhythm !== null && planned.sets.includes(each.set),
  )?.rhythm;
  return rhythm === undefined || rhythm === null
    ? planned.panel.title
    : `${planned.panel.title}, ${candleWords(rhythm)}`;
}

function textsOf(
  ticks: readonly { readonly value: number }[],
  planned: PlannedPanel,
): readonly string[] {
  return axisLabels(
    ticks.map((each) => each.value),
    planned.unit,
  );
}
