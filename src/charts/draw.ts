import type { Chart, Decoded, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { CompiledCharts } from "./compile.ts";
import type { DrawnMark, Label } from "./labels.ts";
import { layLabels } from "./labels.ts";
import { figureOf } from "./figures.ts";
import type { ChartInput } from "./input.ts";
import { paint } from "./paint.ts";
import type { Picture } from "./frame.ts";
import { pictureOf, sceneOf } from "./picture.ts";
import type { Plan } from "./plan.ts";
import { planChart } from "./plan.ts";
import { tableOf } from "./table.ts";
import type { Layout, Theme } from "./theme.ts";
import { saidIn } from "./wording.ts";

/** One of the two drawings before it becomes text, for whoever wants to measure it. */
export interface Drawing {
  readonly picture: Picture;
  readonly marks: readonly DrawnMark[];
  readonly labels: readonly Label[];
}

/** Room added above a panel whose labels found no place, as often as may be. */
const MORE = 16;
const TIMES = 12;
/** As often a label waits for more room, before it takes a far place, and again before its leader crosses others. */
const PATIENCE = 3;
/** Longest leader till then, as a share of the picture's width. */
const REACH = 0.16;

/** The finished chart, wide and narrow, or what must be mended. `kept` spares compiling again. */
export async function draw(
  input: ChartInput,
  theme: Theme,
  kept: CompiledCharts = new Map(),
): Promise<Decoded<Chart>> {
  const problems: Problem[] = [];
  const plan = planChart(input, problems);
  if (plan === null || problems.some(isError)) return { ok: false, problems };
  const wide = await drawing(input, plan, theme.wide, kept, problems);
  const narrow = await drawing(input, plan, theme.narrow, kept, problems);
  if (problems.some(isError)) return { ok: false, problems };
  const chart: Chart = {
    id: input.request.id,
    number: input.number,
    title: input.title,
    subtitle: input.subtitle,
    alternative: input.alternative,
    source: input.source,
    wide: paint(wide.picture, wide.marks, wide.labels, theme),
    narrow: paint(narrow.picture, narrow.marks, narrow.labels, theme),
    table: tableOf(input, plan.marks),
    says: wide.marks.flatMap((each) => saidIn(each.label ?? [])),
  };
  return { ok: true, value: chart, problems };
}

/** Vega's picture with the marks on it, and a place for every label. */
export async function drawing(
  input: ChartInput,
  plan: Plan,
  layout: Layout,
  kept: CompiledCharts,
  problems: Problem[],
): Promise<Drawing> {
  const scene = await sceneOf(plan, layout, kept, input.request.spec, problems);
  const specs = plan.panels.map((each) => each.panel);
  let extra: readonly number[] = specs.map(() => 0);
  for (let time = 0; ; time++) {
    const picture = pictureOf(plan, scene, layout, extra);
    const marks = marksOn(plan, picture);
    const reach = time < PATIENCE ? layout.width * REACH : Number.POSITIVE_INFINITY;
    const labels = layLabels(picture, marks, specs, reach, time < PATIENCE * 2);
    const lost = labels.filter((each) => each.candidate === null);
    if (lost.length === 0 || time === TIMES) {
      for (const each of lost) {
        const message = `the label "${each.text}" finds no free place in the picture`;
        const hint = "shorten the label, or take a mark out";
        problems.push(problem("chart-label", input.request.place, message, hint));
      }
      return { picture, marks, labels };
    }
    extra = extra.map((each, index) =>
      lost.some(({ panel }) => panel === index) ? each + MORE : each,
    );
  }
}

function marksOn(plan: Plan, picture: Picture): readonly DrawnMark[] {
  return plan.marks.flatMap(({ mark, panel: index, place }) => {
    const panel = picture.panels[index];
    const figure = panel === undefined ? null : figureOf(place, panel, mark.request.accent);
    if (figure === null) return [];
    return [{ panel: index, figure, label: mark.label, accent: mark.request.accent }];
  });
}

function isError(each: Problem): boolean {
  return each.severity === "error";
}
