import { readFileSync } from "node:fs";
import type { ChartMark, CompiledCharts } from "../../charts/index.ts";
import { decodeSpec, draw } from "../../charts/index.ts";
import type { Chart, ChartData, ChartRequest, Day, Fact, Line, Place } from "../../model/index.ts";
import { addMonths, daysBetween } from "../../model/index.ts";
import { entryOf } from "../../sources/index.ts";
import { sayDay, sayValue } from "../../words/index.ts";
import { chartSets } from "../chart-data.ts";
import type { Days } from "../days.ts";
import type { Materials } from "../load.ts";
import { shown, templatePath } from "../project.ts";
import { factsOf } from "./say.ts";
import type { Tellings, Told } from "./tell.ts";

/** Months shown at least, and what is shown before the earliest day of the sentence, in months. */
const WINDOW = { day: 12, slower: 60, before: 2 } as const;
/** Daily series over more days than this are drawn by the week. */
const DAILY = 900;
/** Figures of the sentence that are marked in the picture. */
const MOST_MARKS = 3;

/** A small chart of the highlight's series, with the sentence's figures marked; null: there is too little. */
export async function pictureOf(
  { highlight, sentence }: Told,
  number: number,
  { facts, book }: Tellings,
  materials: Materials,
  days: Days,
  kept: CompiledCharts,
): Promise<Chart | null> {
  const { project, theme, voice, catalog } = materials;
  const series = book.series(highlight.subject.series);
  const said = factsOf(sentence.line, facts);
  const file = templatePath(project, "charts", "line.vl.yaml");
  const data = dataOf(series.id, series.every, said, days);
  const spec = decodeSpec(readFileSync(file, "utf8"), shown(file), [data]);
  if (!spec.ok) return null;
  const request: ChartRequest = {
    id: `statement-${number}`,
    spec: shown(file),
    titles: [],
    subtitle: "",
    alternative: "",
    data: [data],
    marks: [],
    least: 6,
    place: materials.decoded.place(["facts"]),
  };
  const { sets } = chartSets(request, book);
  if (sets === null) return null;
  const text = (words: string): Line => [{ kind: "text", text: words }];
  const drawn = await draw(
    {
      request,
      spec: spec.value,
      data: sets,
      marks: marksOf(said, series.unit, {
        line: sentence.line,
        happened: highlight.day,
        place: request.place,
      }),
      number,
      title: text(series.name),
      subtitle: text(subtitleOf(series.name, data.every)),
      alternative: text(`A line shows ${series.name}.`),
      source: text(`Source: ${entryOf(catalog, series.id)?.publisher ?? series.source.publisher}.`),
      print: {
        value: (value, unit, digits) => sayValue(value, unit, digits, { style: "compact" }, voice),
        day: (day, every) =>
          sayDay(day, every === "day" ? "full" : "period", days.published, every, voice),
      },
    },
    theme,
    kept,
  );
  return drawn.ok ? drawn.value : null;
}

function subtitleOf(name: string, every: ChartData["every"]): string {
  const whole = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return every === "week" ? `${whole}, at the ends of weeks` : whole;
}

function dataOf(series: string, every: string, said: readonly Fact[], { asOf }: Days): ChartData {
  const usual = addMonths(asOf, every === "day" ? -WINDOW.day : -WINDOW.slower);
  const first = said.map((each) => each.day).toSorted()[0] ?? usual;
  const from: Day = first < usual ? addMonths(first, -WINDOW.before) : usual;
  const long = every === "day" && daysBetween(from, asOf) > DAILY;
  return {
    name: "line",
    series,
    shape: "line",
    every: long ? "week" : "own",
    sessions: null,
    from,
    optional: false,
  };
}

/**
 * Figures of the sentence in the unit of the series, as points on the days they are of; that of the
 * day it happened is the point of it. A number the fact only names, such as 50 sessions, is no figure
 * of the picture.
 */
export function marksOf(
  said: readonly Fact[],
  unit: string,
  { line, happened, place }: Marking,
): readonly ChartMark[] {
  const figureOf = (fact: Fact): Line =>
    line
      .filter(
        (each) => each.kind === "figure" && each.said.fact === fact.id && each.value === fact.value,
      )
      .slice(0, 1);
  const shown = said.filter((each) => each.unit === unit).slice(-MOST_MARKS);
  const accent = shown.findLast((each) => each.day === happened) ?? shown.at(-1);
  return shown.map((fact) => ({
    request: {
      kind: fact.recipe.op === "value" ? "point" : "level",
      facts: [fact.id],
      label: "",
      far: "tell",
      panel: 0,
      accent: fact === accent,
      place,
    },
    facts: [fact],
    label: figureOf(fact).length === 0 ? null : figureOf(fact),
  }));
}

interface Marking {
  readonly line: Line;
  readonly happened: Day;
  readonly place: Place;
}
