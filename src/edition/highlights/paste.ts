import { PREFIX } from "../../facts/index.ts";
import type { Highlight } from "../../facts/index.ts";
import type { ChartRequest, Request } from "../../model/index.ts";
import { statisticNamed } from "../../stats/index.ts";
import type { Materials } from "../load.ts";

/** What an author pastes under `facts:` to say the highlight in the note. */
export interface Paste {
  /** "rut-week". */
  readonly name: string;
  /** The lines of YAML; more than one where the fact rests on another. */
  readonly yaml: readonly string[];
  /** The report's own fact that asks the same; null: it has none. */
  readonly already: string | null;
}

/** The fact of a highlight as report.yaml would have it, and the others that its sentence says. */
export function pasteOf(
  { request }: Pick<Highlight, "request">,
  said: readonly string[],
  requests: readonly Request[],
  { decoded }: Materials,
): Paste {
  const own = decoded.report.requests;
  const taken = new Set(own.map((each) => each.id));
  const nameOf = (id: string): string => {
    const name = id.startsWith(PREFIX) ? id.slice(PREFIX.length) : id;
    return taken.has(name) && id.startsWith(PREFIX) ? `${name}-2` : name;
  };
  const spoken = requests.filter(
    (each) => each !== request && said.some((id) => id === each.id || id.startsWith(`${each.id}.`)),
  );
  const asked = [request, ...spoken];
  const needed = requests.filter(
    (each) =>
      !asked.includes(each) &&
      asked.some(({ options }) => Object.values(options).includes(each.id)),
  );
  const yaml = [...needed, ...asked].map((each) => {
    const options = Object.entries(each.options).map(([key, value]) => {
      const named = requests.some((other) => other.id === value) ? nameOf(String(value)) : value;
      return `${key}: ${scalar(named)}`;
    });
    return `${nameOf(each.id)}: { ${[`statistic: ${each.statistic}`, ...options].join(", ")} }`;
  });
  const already = own.find((each) => asksTheSame(each, request))?.id ?? null;
  return { name: already ?? nameOf(request.id), yaml, already };
}

function scalar(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function asksTheSame(one: Request, two: Request): boolean {
  if (one.id === two.id) return true;
  if (one.statistic !== two.statistic) return false;
  const options = statisticNamed(one.statistic)?.options;
  const [first, second] = [options?.safeParse(one.options), options?.safeParse(two.options)];
  if (first?.success !== true || second?.success !== true) return false;
  return sorted(first.data) === sorted(second.data);
}

/** As text that does not depend on the order of the keys. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

/** The chart that would show a highlight. */
export interface ChartHint {
  /** The report's own chart; null: it has none of the series. */
  readonly id: string | null;
  /** How the chart marks the fact already: "bracket"; null: it does not. */
  readonly mark: string | null;
  /** A ready entry for `charts:`, where the report has none. */
  readonly entry: string | null;
}

/** The report's chart that draws the subject, preferably one that marks the fact; or an entry for one. */
export function chartHint(
  { subject }: Pick<Highlight, "subject">,
  paste: Paste,
  { decoded }: Materials,
): ChartHint {
  const drawn = decoded.report.charts.filter(({ data }) =>
    data.some((each) => [subject.series, subject.bars].includes(each.series)),
  );
  for (const chart of drawn) {
    const mark = markOf(chart, paste.already);
    if (mark !== null) return { id: chart.id, mark, entry: null };
  }
  const [first] = drawn.toSorted(
    (a, b) => firstPlace(a, subject.series) - firstPlace(b, subject.series),
  );
  if (first !== undefined) return { id: first.id, mark: null, entry: null };
  return { id: null, mark: null, entry: entryFor(subject.id, subject.series, paste.name) };
}

function firstPlace({ data }: ChartRequest, series: string): number {
  return data.findIndex((each) => series.startsWith(each.series));
}

function markOf({ marks }: ChartRequest, fact: string | null): string | null {
  if (fact === null) return null;
  const found = marks.find(({ facts }) =>
    facts.some((each) => each === fact || each.startsWith(`${fact}.`)),
  );
  return found?.kind ?? null;
}

/** An entry for `charts:`; its specification is templates/charts/line.vl.yaml. */
function entryFor(id: string, series: string, fact: string): string {
  return [
    `${id.replaceAll(/[.+]/g, "-")}:`,
    `  spec: line.vl.yaml`,
    `  titles: ["{{name ${fact}}}"]`,
    `  subtitle: "{{name ${fact}}}"`,
    `  alternative: "A line shows {{name ${fact}}} over the past years."`,
    `  data: { line: { series: ${series}, from: 5 years } }`,
  ].join("\n");
}
