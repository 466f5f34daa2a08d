import type { Unit } from "../model/index.ts";

/** What may stand at a place after the helper's name. */
type ParameterKind = "fact" | "text" | "number" | "span" | "chart" | "slot" | "phrase";

export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** "one": must be there. "any": none or several. */
  readonly count: "one" | "any";
}

export type OptionKind = "digits" | "flag" | "number" | "text" | readonly string[];

export interface Helper {
  readonly name: string;
  readonly form: "value" | "block";
  readonly parameters: readonly Parameter[];
  readonly options: Readonly<Record<string, OptionKind>>;
  /** Options that must be there. */
  readonly needs: readonly string[];
  /** Units a fact must have to be said this way; empty: any. */
  readonly units: readonly Unit[];
  /** Parts that a fact named alone must have among the report's facts. */
  readonly parts: readonly string[];
  /** Where it has no meaning: chart references in a title, slots in a slot. */
  readonly notIn: readonly ("line" | "voice")[];
}

const fact: Parameter = { name: "fact", kind: "fact", count: "one" };
const other: Parameter = { name: "other", kind: "fact", count: "one" };
const facts: Parameter = { name: "facts", kind: "fact", count: "any" };
const limit: Parameter = { name: "number", kind: "number", count: "one" };

const STYLE: OptionKind = ["text", "compact"];
const SIGN: OptionKind = ["absolute", "signed", "plain"];
const SIZE = { digits: "digits", style: STYLE, unit: "flag", words: "flag" } as const;

function value(
  name: string,
  parameters: readonly Parameter[],
  more: Partial<Omit<Helper, "name" | "form" | "parameters">> = {},
): Helper {
  return {
    name,
    form: "value",
    parameters,
    options: {},
    needs: [],
    units: [],
    parts: [],
    notIn: [],
    ...more,
  };
}

function block(name: string, parameters: readonly Parameter[], more: Partial<Helper> = {}): Helper {
  return { ...value(name, parameters), ...more, name, form: "block" };
}

const DIRECTION = { up: "text", down: "text", flat: "text", digits: "digits" } as const;

/** Every word of the language. docs/helpers.md tells what each is for; a test holds the two together. */
export const HELPERS: readonly Helper[] = [
  value("figure", [fact], { options: { ...SIZE, sign: SIGN } }),
  value("size", [fact], { options: SIZE }),
  value("moved", [fact], {
    options: {
      form: ["past", "participle", "noun", "present", "perfect"],
      digits: "digits",
      many: "flag",
    },
  }),
  value("change", [fact]),
  value("pair", [fact, facts], { options: { to: "flag" } }),
  value("list", [fact, facts], {
    options: {
      say: ["figure", "size", "name", "noun", "date", "month"],
      last: ["and", "or", "but"],
      respectively: "flag",
      ...SIZE,
      sign: SIGN,
    },
  }),
  value("events", [fact, facts]),
  value("superlative", [fact], { parts: ["since", "tie"] }),
  value("ordinal", [fact], { units: ["count"], options: { of: "text" } }),
  value("run", [fact], { units: ["count", "sessions", "days", "weeks", "months"] }),
  value("of", [fact, facts], { parts: ["readings"], options: { noun: "text" } }),
  value("vs", [fact, other]),
  value("between", [fact, other, { name: "another", kind: "fact", count: "one" }]),
  value("odds", [fact], { parts: ["cases", "followed", "low", "high", "base"] }),
  value("state", [fact], { options: { style: STYLE } }),
  value("zone", [fact], {
    units: ["index", "price", "yield", "score"],
    options: { third: "flag", step: "number" },
  }),
  value("was", [fact], {
    options: {
      form: ["was", "is", "has", "has been", "does", "stands", "lies"],
      many: "flag",
    },
  }),
  value("phrase", [{ name: "name", kind: "phrase", count: "one" }]),
  value("mention", [fact]),
  value("direction", [fact], { options: DIRECTION, needs: ["up", "down", "flat"] }),
  value("named", [fact, { name: "name", kind: "text", count: "one" }], {
    options: { words: "flag" },
  }),
  value("name", [fact], { options: { title: "flag" } }),
  value("ticker", [fact]),
  value("about", [fact], { options: { say: ["text", "source"] } }),
  value("noun", [fact], { options: { title: "flag" } }),
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
  value("holiday", [fact]),
  value("published", []),
  value("as-of", []),
  value("qualifier", [fact], { units: ["percentile"] }),
  value("strength", [fact], { units: ["correlation"] }),
  value("chart", [{ name: "chart", kind: "chart", count: "one" }], { notIn: ["line", "voice"] }),
  value("voice", [{ name: "slot", kind: "slot", count: "one" }], { notIn: ["line", "voice"] }),
  value("highlights", [], {
    options: { count: "digits", as: ["list", "paragraph"] },
    notIn: ["line", "voice"],
  }),
  block("passage", [facts]),
  block("advice", []),
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

/** Helpers whose words are chosen by the turn of the edition. */
export const ROTATED: ReadonlySet<string> = new Set(
  "moved qualifier strength between change events odds of pair phrase run state superlative vs".split(
    " ",
  ),
);

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
  return ["text", "span", "chart", "slot", "phrase"].includes(parameter.kind)
    ? `"${parameter.name}"`
    : parameter.name;
}

function sample(kind: OptionKind): string {
  if (kind === "digits") return "0–6";
  if (kind === "flag") return "true|false";
  if (kind === "number") return "10";
  return kind === "text" ? '"…"' : `"${kind.join("|")}"`;
}

/** Does the helper take a text, such as a chart's name, at this place? */
export function takesText(helper: string, place: number): boolean {
  const kind = helperNamed(helper)?.parameters[place]?.kind;
  return kind !== undefined && kind !== "fact" && kind !== "number";
}
