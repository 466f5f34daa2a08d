import { readFileSync } from "node:fs";
import path from "node:path";
import type {
  ChartInput,
  ChartMark,
  ChartSet,
  ChartSpec,
  Theme,
} from "../../../src/charts/index.ts";
import { decodeSpec, decodeTheme } from "../../../src/charts/index.ts";
import type { ChartData, Day, Fact, Line, MarkRequest, Unit } from "../../../src/model/index.ts";
import { day, roundText } from "../../../src/model/index.ts";

const ROOT = path.join(import.meta.dirname, "..", "..", "..");
const PLACE = { file: "report.yaml", line: 1, column: 1 };

export function readTheme(): Theme {
  const file = path.join(ROOT, "templates", "charts", "theme.yaml");
  const found = decodeTheme(readFileSync(file, "utf8"), "theme.yaml");
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

export function readSpec(
  name: string,
  data: readonly Pick<ChartData, "name" | "shape">[],
): ChartSpec {
  const file = path.join(ROOT, "reports", "small-caps", `${name}.vl.yaml`);
  const found = decodeSpec(readFileSync(file, "utf8"), file, data);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

export function specOf(
  text: string,
  data: readonly Pick<ChartData, "name" | "shape">[],
): ChartSpec {
  const found = decodeSpec(text, "spec.vl.yaml", data);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

interface Made {
  readonly id: string;
  readonly value: number;
  readonly day: string;
  readonly unit?: Unit;
  readonly from?: string;
  readonly to?: string;
  readonly recipe?: Fact["recipe"];
  readonly cites?: Fact["cites"];
}

export function fact(made: Made): Fact {
  const on = day(made.day);
  const cite = { series: "s", file: "s.csv", line: 2, day: on, value: made.value };
  return {
    kind: "fact",
    id: made.id,
    statistic: "latest",
    working: "",
    value: made.value,
    unit: made.unit ?? "index",
    day: on,
    basis: "close",
    window: { from: day(made.from ?? made.day), to: day(made.to ?? made.day) },
    rank: null,
    ranked: 0,
    cites: made.cites ?? [cite],
    recipe: made.recipe ?? { op: "value", of: 0 },
    series: "s",
    digits: 0,
  };
}

/** A label from text in which `[figure]` is said by the fact. */
export function label(text: string, of: string): Line {
  return text.split(/[[\]]/).flatMap((part, index): Line => {
    if (part === "") return [];
    if (index % 2 === 0) return [{ kind: "text", text: part }];
    return [{ kind: "figure", said: { fact: of, kind: "value", text: part }, value: 0 }];
  });
}

export function mark(
  kind: MarkRequest["kind"],
  facts: readonly Fact[],
  text: string,
  more: Partial<Pick<MarkRequest, "panel" | "far" | "accent">> = {},
): ChartMark {
  return {
    request: {
      kind,
      facts: facts.map((each) => each.id),
      label: text,
      panel: more.panel ?? 0,
      far: more.far ?? "tell",
      accent: more.accent ?? false,
      place: PLACE,
    },
    facts,
    label: text === "" ? null : label(text, facts[0]?.id ?? ""),
  };
}

export function input(
  id: string,
  spec: ChartSpec,
  data: readonly ChartSet[],
  marks: readonly ChartMark[] = [],
): ChartInput {
  const line = (text: string): Line => [{ kind: "text", text }];
  return {
    request: {
      id,
      spec: `${id}.vl.yaml`,
      titles: [],
      subtitle: "",
      alternative: "",
      data: [],
      marks: marks.map((each) => each.request),
      least: 1,
      place: PLACE,
    },
    spec,
    data,
    marks,
    number: 1,
    title: line("A finding"),
    subtitle: line("A measure"),
    alternative: line("A picture"),
    source: line("A source"),
    print: {
      value: (value, _unit, digits) => roundText(value, digits),
      day: (each: Day) => each,
    },
  };
}
