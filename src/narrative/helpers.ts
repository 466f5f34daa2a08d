import type { Unit } from "../model/index.ts";

/** What may stand at a place after the helper's name. */
type ParameterKind = "fact" | "text" | "number" | "span" | "chart" | "slot";

export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** "one": must be there. "any": none or several. */
  readonly count: "one" | "any";
}

export type OptionKind = "digits" | "flag" | "text" | readonly string[];

export interface Helper {
  readonly name: string;
  readonly form: "value" | "block";
  readonly parameters: readonly Parameter[];
  readonly options: Readonly<Record<string, OptionKind>>;
  /** Options that must be there. */
  readonly needs: readonly string[];
  /** Units a fact must have to be said this way; empty: any. */
  readonly units: readonly Unit[];
  /** Where it has no meaning: chart references in a title, slots in a slot. */
  readonly notIn: readonly ("line" | "voice")[];
}

const fact: Parameter = { name: "fact", kind: "fact", count: "one" };
const other: Parameter = { name: "other", kind: "fact", count: "one" };
const facts: Parameter = { name: "facts", kind: "fact", count: "any" };
const limit: Parameter = { name: "number", kind: "number", count: "one" };

const STYLE: OptionKind = ["text", "compact"];
const SIZE = { digits: "digits", style: STYLE, unit: "flag", words: "flag" } as const;

function value(
  name: string,
  parameters: readonly Parameter[],
  more: Partial<Omit<Helper, "name" | "form" | "parameters">> = {},
): Helper {
  return { name, form: "value", parameters, options: {}, needs: [], units: [], notIn: [], ...more };
}

function block(name: string, parameters: readonly Parameter[], more: Partial<Helper> = {}): Helper {
  return { ...value(name, parameters), ...more, name, form: "block" };
}

const DIRECTION = { up: "text", down: "text", flat: "text", digits: "digits" } as const;

/** Every word of the language. docs/helpers.md tells what each is for; a test holds the two together. */
export const HELPERS: readonly Helper[] = [
  value("figure", [fact], { options: { ...SIZE, sign: ["absolute", "signed", "plain"] } }),
  value("size", [fact], { options: SIZE }),
  value("moved", [fact], {
    options: { form: ["past", "participle", "noun"], digits: "digits" },
  }),
  value("direction", [fact], { options: DIRECTION, needs: ["up", "down", "flat"] }),
  value("named", [fact, { name: "name", kind: "text", count: "one" }], {
    options: { words: "flag" },
  }),
  value("name", [fact]),
  value("noun", [fact]),
  value("date", [fact]),
  value("month", [fact]),
  value("in", [fact]),
  value("at", [fact]),
  value("period", [fact]),
  value("full", [fact]),
  value("year", [fact]),
  value("since", [fact]),
  value("week", [fact]),
  value("ago", [fact]),
  value("span", [fact], { units: ["days", "weeks"] }),
  value("when", [fact]),
  value("published", []),
  value("as-of", []),
  value("qualifier", [fact], { units: ["percentile"] }),
  value("strength", [fact], { units: ["correlation"] }),
  value("chart", [{ name: "chart", kind: "chart", count: "one" }], { notIn: ["line", "voice"] }),
  value("voice", [{ name: "slot", kind: "slot", count: "one" }], { notIn: ["line", "voice"] }),
  block("passage", [facts]),
  block("has", [fact, facts]),
  block("rose", [fact], { options: { digits: "digits" } }),
  block("fell", [fact], { options: { digits: "digits" } }),
  block("flat", [fact], { options: { digits: "digits" } }),
  block("is", [fact, { name: "state", kind: "text", count: "one" }]),
  block("above", [fact, other]),
  block("below", [fact, other]),
  block("after", [fact, other]),
  block("before", [fact, other]),
  block("within", [fact, { name: "span", kind: "span", count: "one" }]),
  block("atleast", [fact, limit]),
  block("atmost", [fact, limit]),
  block("vary", []),
  block("headline", [], { notIn: ["line", "voice"] }),
  block("standfirst", [], { notIn: ["line", "voice"] }),
  block("method", [], { notIn: ["line", "voice"] }),
];

/** Stand around text and have no other branch. */
export const WITHOUT_ELSE = new Set(["passage", "vary", "headline", "standfirst", "method"]);

/** Parts of the page that stand apart from the running text. */
export const APART = new Set(["headline", "standfirst", "method"]);

const BY_NAME = new Map(HELPERS.map((each) => [each.name, each]));

export function helperNamed(name: string): Helper | null {
  return BY_NAME.get(name) ?? null;
}

/** How the helper is written: `{{#above fact other}}…{{/above}}`. */
export function signature(helper: Helper): string {
  const parameters = helper.parameters.map((each) =>
    each.count === "any" ? ` [${each.name} …]` : ` ${quoted(each)}`,
  );
  const options = Object.entries(helper.options).map(([name, kind]) =>
    helper.needs.includes(name) ? ` ${name}=${sample(kind)}` : ` [${name}=${sample(kind)}]`,
  );
  const inside = `${helper.name}${parameters.join("")}${options.join("")}`;
  return helper.form === "value" ? `{{${inside}}}` : `{{#${inside}}}…{{/${helper.name}}}`;
}

function quoted(parameter: Parameter): string {
  return ["text", "span", "chart", "slot"].includes(parameter.kind)
    ? `"${parameter.name}"`
    : parameter.name;
}

function sample(kind: OptionKind): string {
  if (kind === "digits") return "0–6";
  if (kind === "flag") return "true|false";
  return kind === "text" ? '"…"' : `"${kind.join("|")}"`;
}
