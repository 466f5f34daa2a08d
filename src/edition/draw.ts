import type { ChartInput, ChartMark, Print } from "../charts/index.ts";
import { draw, withoutLacking } from "../charts/index.ts";
import type { Chart, ChartRequest, Fact, Line, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Scene } from "../narrative/index.ts";
import { entryOf } from "../sources/index.ts";
import { sayDay, sayValue } from "../words/index.ts";
import type { ChartSets } from "./chart-data.ts";
import type { Kept } from "./kept.ts";
import { keyOf } from "./kept.ts";
import { sayLine } from "./lines.ts";
import type { Materials } from "./load.ts";

export interface Drawn {
  readonly charts: readonly Chart[];
  readonly problems: readonly Problem[];
}

/** Draws the charts the note refers to, in the order of their reference. */
export async function drawCharts(
  materials: Materials,
  order: readonly string[],
  drawable: ReadonlyMap<string, ChartSets>,
  scene: Scene,
  kept: Kept,
): Promise<Drawn> {
  const charts: Chart[] = [];
  const problems: Problem[] = [];
  for (const [index, id] of order.entries()) {
    const asked = materials.decoded.report.charts.find((each) => each.id === id);
    const sets = drawable.get(id)?.sets;
    const whole = materials.specs.get(id);
    if (asked === undefined || sets == null || whole === undefined) continue;
    const has = new Set(sets.map((each) => each.name));
    const { request, spec } = withoutLacking(asked, whole, has);
    const words = wordsOf(request, materials, scene);
    if (words === null) {
      const text = `none of the titles of chart "${id}" can be said on this day, or its text alternative cannot`;
      const hint = "add a last title, and an alternative, that need no fact that may be withheld";
      problems.push(problem("chart-words", request.place, text, hint));
      continue;
    }
    const input: ChartInput = {
      request,
      spec,
      data: sets,
      marks: marksOf(request, materials, scene),
      number: index + 1,
      ...words,
      source: [{ kind: "text", text: sourceText(request, materials) }],
      print: printer(scene),
    };
    const key = keyOf({ ...input, print: scene.published }, materials.prints.style);
    const drawn = await kept.drawings.of(key, () => draw(input, materials.theme, kept.compiled));
    problems.push(...drawn.problems);
    if (drawn.ok) charts.push(drawn.value);
  }
  return { charts, problems };
}

type Words = Pick<ChartInput, "title" | "subtitle" | "alternative">;

function wordsOf(request: ChartRequest, materials: Materials, scene: Scene): Words | null {
  const say = (text: string): Line | null =>
    sayLine({ text, place: request.place }, scene, materials);
  let title: Line | null = null;
  for (const each of request.titles) title ??= say(each);
  const [subtitle, alternative] = [say(request.subtitle), say(request.alternative)];
  if (title === null || subtitle === null || alternative === null) return null;
  return { title, subtitle, alternative };
}

/** A mark of which a fact is withheld falls out, but of many events only the one; one whose words cannot be said is drawn without. */
function marksOf(request: ChartRequest, materials: Materials, scene: Scene): readonly ChartMark[] {
  return request.marks.flatMap((mark) => {
    const facts = mark.facts.flatMap((id): readonly Fact[] => {
      const found = scene.facts.get(id);
      return found?.kind === "fact" ? [found] : [];
    });
    const few = mark.kind === "events" ? 1 : mark.facts.length;
    if (facts.length < few) return [];
    const line = { text: mark.label, place: mark.place };
    const label = mark.label === "" ? null : sayLine(line, scene, materials);
    return [{ request: mark, facts, label }];
  });
}

function sourceText(request: ChartRequest, materials: Materials): string {
  const publishers = request.data.map(
    ({ series }) =>
      entryOf(materials.catalog, series)?.publisher ??
      materials.library.series.get(series)?.source.publisher ??
      series,
  );
  return `Source: ${[...new Set(publishers)].join("; ")}.`;
}

/** The tables behind the pictures speak as the note does. */
function printer({ voice, published }: Scene): Print {
  return {
    value: (value, unit, digits) => sayValue(value, unit, digits, { style: "compact" }, voice),
    day: (day, every) => sayDay(day, every === "day" ? "full" : "period", published, every, voice),
  };
}
