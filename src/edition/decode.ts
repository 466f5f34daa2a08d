import type { Located } from "../decode/index.ts";
import { decodeYaml } from "../decode/index.ts";
import type {
  ChartData,
  ChartRequest,
  Decoded,
  MarkRequest,
  Report,
  Request,
} from "../model/index.ts";
import { day } from "../model/index.ts";
import type { Expanded } from "./expand.ts";
import { expand } from "./expand.ts";
import type { ReportYaml } from "./schema.ts";
import { reportSchema } from "./schema.ts";

/** A report with the means to find the place in its YAML of whatever turns out wrong later. */
export interface DecodedReport {
  readonly report: Report;
  readonly outputs: readonly ("html" | "pdf" | "feed")[];
  readonly place: Located<ReportYaml>["place"];
  readonly within: Located<ReportYaml>["within"];
}

/**
 * report.yaml as the complete report the machine works with, or all that is wrong with it. It is
 * about the subject chosen, or else about its own.
 */
export function decodeReport(
  text: string,
  file: string,
  name: string,
  folder: string,
  chosen: string | null = null,
): Decoded<DecodedReport> {
  const decoded = decodeYaml(text, file, reportSchema);
  if (!decoded.ok) return decoded;
  const expanded = expand(decoded.value, chosen);
  if (!expanded.ok) return { ok: false, problems: [...decoded.problems, ...expanded.problems] };
  const report = complete(expanded.value, name, folder);
  const { outputs } = decoded.value.value;
  const { place, within } = expanded.value;
  return { ok: true, value: { report, outputs, place, within }, problems: decoded.problems };
}

function complete(expanded: Expanded, name: string, folder: string): Report {
  const { value: yaml, place, subject, other } = expanded;
  return {
    name: other === null ? name : `${name}-${other}`,
    subject,
    folder,
    slots: other === null ? "voice" : `voice/${other}`,
    title: yaml.title,
    byline: { author: yaml.byline.author, role: yaml.byline.role ?? null },
    cadence: yaml.cadence,
    language: yaml.language,
    paper: yaml.paper,
    canonical: yaml.canonical ?? null,
    keywords: yaml.keywords,
    required: yaml.required,
    voice: yaml.voice,
    note: yaml.note,
    agents: yaml.agents ?? null,
    disclosure: yaml.disclosure,
    compliance: yaml.compliance,
    accepted: yaml.accept.map(({ rule, says, on, reason }, index) => ({
      rule,
      says,
      on: on === undefined ? null : day(on),
      reason,
      place: place(["accept", index]),
    })),
    requests: Object.entries(yaml.facts).map(([id, { statistic, ...options }]): Request => {
      return { id, statistic, options, place: place(["facts", id]) };
    }),
    charts: Object.entries(yaml.charts).map(([id, chart]) => chartRequest(id, chart, place)),
    keyFigures: yaml["key-figures"].map((each, index) => ({
      ...each,
      place: place(["key-figures", index]),
    })),
  };
}

function chartRequest(
  id: string,
  chart: ReportYaml["charts"][string],
  place: Located<ReportYaml>["place"],
): ChartRequest {
  return {
    id,
    spec: chart.spec,
    titles: chart.titles,
    subtitle: chart.subtitle,
    alternative: chart.alternative,
    least: chart.least,
    place: place(["charts", id]),
    data: Object.entries(chart.data).map(([name, { sessions, from, ...data }]): ChartData => ({
      name,
      ...data,
      sessions: sessions ?? null,
      from: from ?? null,
    })),
    marks: chart.marks.map((mark, index): MarkRequest => ({
      ...mark,
      place: place(["charts", id, "marks", index]),
    })),
  };
}
