import { z } from "zod";
import { decodeYaml, meant } from "../../decode/index.ts";
import { asks, ownAsks } from "../../facts/index.ts";
import type { Decoded, Frequency, Place, Problem } from "../../model/index.ts";
import { problem } from "../../model/index.ts";
import type { Known, Partials, Template } from "../../narrative/index.ts";
import { lint, parseTemplate } from "../../narrative/index.ts";
import { statisticNamed } from "../../stats/index.ts";
import { moved } from "../lines.ts";

const line = z.string().min(1).describe("A template line; see docs/helpers.md.");
const FREQUENCIES = ["day", "week", "half-month", "month"] as const;

/** What templates/highlights.yaml may say. */
export const linesSchema = z.strictObject({
  clauses: z
    .record(z.string().regex(/^[a-z0-9-]+$/), line)
    .default({})
    .describe("Pieces that lines put in by name: {{> low}}."),
  lines: z
    .record(z.string(), z.union([z.string(), z.array(line).min(1)]))
    .describe(
      "By statement: its lines in order of preference, or the name of another statement whose lines are its own.",
    ),
});

type LinesYaml = z.infer<typeof linesSchema>;

/** JSON Schema for editors' completion, written to docs/schema/highlights.schema.json. */
export function highlightsJsonSchema(): unknown {
  return z.toJSONSchema(linesSchema, { io: "input", target: "draft-7" });
}

/** The lines of a statement about a series of a rhythm, best first. */
export type HighlightLines = (ask: string, every: Frequency) => readonly Template[];

const NAMES = [...new Set([...asks, ...ownAsks].map((each) => each.name))];

/** Names by which lines speak of answers: "week", "week.to". */
export const SPOKEN: ReadonlySet<string> = new Set(
  [...asks, ...ownAsks].flatMap(({ name, as = name, statistic }) =>
    Object.keys(statisticNamed(statistic)?.parts ?? {}).map((part) =>
      part === "" ? as : `${as}.${part}`,
    ),
  ),
);

/** Reads and lints the file: every line of every statement, or all that is wrong with them. */
export function decodeLines(
  text: string,
  file: string,
  house: Pick<Known, "names" | "voice">,
): Decoded<HighlightLines> {
  const decoded = decodeYaml(text, file, linesSchema);
  if (!decoded.ok) return decoded;
  const { value: yaml, place, within } = decoded.value;
  const partials: Partials = new Map(
    Object.entries(yaml.clauses).map(([name, clause]) => [
      name,
      { file: `${name}:`, text: clause },
    ]),
  );
  const known: Known = { ...house, facts: SPOKEN, charts: new Set() };
  const problems: Problem[] = [...decoded.problems];
  const templates = new Map<string, readonly Template[]>();
  for (const [name, lines] of Object.entries(yaml.lines)) {
    problems.push(...nameProblems(name, lines, yaml, place(["lines", name])));
    if (typeof lines === "string") continue;
    const read = lines.flatMap((each, index): readonly Template[] => {
      const path = ["lines", name, index];
      const parsed = parseTemplate(each, file, "line", partials);
      const wrong = parsed.ok
        ? [...parsed.problems, ...lint(parsed.value, known)]
        : parsed.problems;
      const told = { text: each, place: place(path), within: (at: number) => within(path, at) };
      problems.push(...moved(wrong, told));
      return parsed.ok ? [parsed.value] : [];
    });
    templates.set(name, read);
  }
  if (problems.some((each) => each.severity === "error")) return { ok: false, problems };
  const linesOf = (name: string): readonly Template[] => {
    const said = yaml.lines[name];
    return typeof said === "string" ? (templates.get(said) ?? []) : (templates.get(name) ?? []);
  };
  const value: HighlightLines = (ask, every) => [...linesOf(`${ask}/${every}`), ...linesOf(ask)];
  return { ok: true, value, problems };
}

function nameProblems(
  name: string,
  lines: LinesYaml["lines"][string],
  yaml: LinesYaml,
  place: Place,
): readonly Problem[] {
  const [ask = "", every] = name.split("/");
  const problems: Problem[] = [];
  if (!NAMES.includes(ask)) {
    problems.push(
      problem("unknown-name", place, `there is no statement "${ask}"`, meant(ask, NAMES)),
    );
  }
  if (every !== undefined && !FREQUENCIES.some((each) => each === every)) {
    const message = `no series is told every "${every}"`;
    problems.push(problem("unknown-name", place, message, meant(every, FREQUENCIES)));
  }
  if (typeof lines === "string" && !Array.isArray(yaml.lines[lines])) {
    const hint = meant(lines, Object.keys(yaml.lines));
    problems.push(problem("unknown-name", place, `"${lines}" has no lines of its own`, hint));
  }
  return problems;
}
