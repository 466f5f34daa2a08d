import type { Place, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";

type Path = readonly (string | number)[];

interface Rule {
  readonly rule: string;
  readonly why: string;
  readonly hint: string;
}

const DATA: Rule = {
  rule: "chart-data",
  why: "a specification holds no data and reads none",
  hint: 'name a data set of the report: "data: { name: … }"',
};
const CODE: Rule = {
  rule: "chart-code",
  why: "expressions and events are not carried out",
  hint: "let a statistic find the value, and mark it under the chart's `marks:` in report.yaml",
};
const READING: Rule = {
  rule: "chart-calculates",
  why: "a chart draws what the statistics found and calculates nothing",
  hint: "ask for the series in the wanted form under the chart's `data:` in report.yaml",
};
const WORDS: Rule = {
  rule: "chart-words",
  why: "words in a picture are said by the report, from facts",
  hint: "write a label under the chart's `marks:` in report.yaml",
};
const HOUSE: Rule = {
  rule: "chart-house-style",
  why: "the house sets it for all charts",
  hint: "take it out; sizes, fonts and colours stand in templates/charts/theme.yaml",
};
const LINK: Rule = {
  rule: "chart-link",
  why: "a picture holds no links and no images",
  hint: "take it out; links stand in the text",
};
const SCALES: Rule = {
  rule: "chart-two-scales",
  why: "two scales in one panel make any two lines agree",
  hint: "give each measure a panel of its own under `vconcat:`",
};

/** Keys of Vega-Lite that a specification may not use, with the reason. */
const KEYS: Readonly<Record<string, Rule>> = {
  url: DATA,
  values: DATA,
  format: DATA,
  datasets: DATA,
  sequence: DATA,
  graticule: DATA,
  lookup: DATA,
  expr: CODE,
  signal: CODE,
  signals: CODE,
  params: CODE,
  selection: CODE,
  on: CODE,
  test: CODE,
  calculate: CODE,
  labelExpr: CODE,
  transform: READING,
  aggregate: READING,
  bin: READING,
  impute: READING,
  href: LINK,
  tooltip: WORDS,
  text: WORDS,
  config: HOUSE,
  usermeta: HOUSE,
  width: HOUSE,
  padding: HOUSE,
  autosize: HOUSE,
  background: HOUSE,
  font: HOUSE,
  fontSize: HOUSE,
  formatType: HOUSE,
  labelFontSize: HOUSE,
  titleFontSize: HOUSE,
  resolve: SCALES,
};

const MARKS: Readonly<Record<string, Rule>> = { image: LINK, text: WORDS };

/** Everything in the specification that is refused on principle, wherever it stands. */
export function forbidden(spec: unknown, place: (path: Path) => Place): readonly Problem[] {
  const found: Problem[] = [];
  const tell = (rule: Rule, path: Path, what: string): void => {
    found.push(
      problem(rule.rule, place(path), `${what} cannot stand here: ${rule.why}`, rule.hint),
    );
  };
  const walk = (value: unknown, path: Path): void => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) value.forEach((each, index) => walk(each, [...path, index]));
    else for (const [key, inner] of Object.entries(value)) enter(key, inner, [...path, key]);
  };
  const enter = (key: string, value: unknown, path: Path): void => {
    const rule = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
    if (key === "mark" || key === "type") {
      const mark = typeof value === "string" && Object.hasOwn(MARKS, value) ? MARKS[value] : null;
      if (mark !== null && mark !== undefined) tell(mark, path, `the mark "${String(value)}"`);
    }
    if (key === "timeUnit") return tell(timeUnit(value), path, `"timeUnit: ${String(value)}"`);
    const axisValues = key === "values" && path.at(-2) === "axis";
    if (rule === undefined || axisValues) walk(value, path);
    else tell(rule, path, `"${key}"`);
  };
  walk(spec, []);
  return found;
}

function timeUnit(value: unknown): Rule {
  const local = typeof value === "string" && !value.startsWith("utc");
  if (!local) return READING;
  return {
    rule: "chart-local-time",
    why: "it counts in the time zone of the machine",
    hint: "take it out: days are drawn as they stand in the data",
  };
}
