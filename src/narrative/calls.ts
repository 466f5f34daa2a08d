import { meant, nearest } from "../decode/index.ts";
import type { Problem } from "../model/index.ts";
import { parseSpan, problem } from "../model/index.ts";
import { phraseLists } from "../words/index.ts";
import { typedFigures } from "./figures.ts";
import type { Helper, OptionKind, Parameter } from "./helpers.ts";
import { HELPERS, helperNamed, signature, WITHOUT_ELSE } from "./helpers.ts";
import type { Known } from "./known.ts";
import type { Argument, Call, Node, TemplateKind } from "./template.ts";
import { pathOf } from "./template.ts";

/** Everything wrong with one tag: its name, its arguments, its options. */
export function callProblems(
  call: Call,
  form: "value" | "block",
  kind: TemplateKind,
  known: Known,
): readonly Problem[] {
  const helper = helperNamed(call.helper);
  if (helper === null) return [unknownHelper(call, known)];
  if (helper.form !== form) {
    const message = `{{${call.helper}}} is ${form === "value" ? "a block" : "no block"}`;
    return [problem("helper-arguments", call.at, message, `write ${signature(helper)}`)];
  }
  if (kind !== "note" && helper.notIn.includes(kind)) {
    const where = kind === "line" ? "a single line" : "an author's slot";
    const message = `{{${call.helper}}} has no meaning in ${where}`;
    return [problem("misplaced", call.at, message, "write it into the note")];
  }
  return [...argumentProblems(call, helper, known), ...optionProblems(call, helper, known)];
}

function unknownHelper(call: Call, known: Known): Problem {
  if (call.helper === "or") {
    const hint = "write {{#vary}}A{{or}}B{{/vary}}";
    return problem("misplaced", call.at, "{{or}} stands outside a {{#vary}} group", hint);
  }
  const isValue = call.args.length === 0 && call.options.size === 0;
  const close = HELPERS.map((each) => each.name);
  if (known.facts.has(call.helper) || (isValue && call.helper.includes("."))) {
    const message = `the bare value {{${call.helper}}} has no form`;
    return problem(
      "bare-value",
      call.at,
      message,
      `let a helper say it: {{figure ${call.helper}}}`,
    );
  }
  const message = `there is no helper "${call.helper}"`;
  const near = nearest(call.helper, close);
  const said = near === null ? "all helpers are in docs/helpers.md" : `did you mean "${near}"?`;
  const hint = FOREIGN.get(call.helper) ?? said;
  return problem("unknown-helper", call.at, message, hint);
}

/** Handlebars' own helpers, and what this language has in their place. */
const FOREIGN: ReadonlyMap<string, string> = new Map([
  ["if", 'ask about a fact: {{#rose f}}, {{#has f}}, {{#above a b}}, {{#is f "state"}}'],
  ["unless", "ask about a fact and use {{else}}"],
  ["each", "there are no loops; name the facts one by one"],
  ["with", "name each fact by its whole id"],
  ["lookup", "name each fact by its whole id"],
  ["log", "notewright explain shows a fact"],
]);

function argumentProblems(call: Call, helper: Helper, known: Known): readonly Problem[] {
  const problems: Problem[] = [];
  const many = helper.parameters.find((each) => each.count === "any");
  const single = helper.parameters.filter((each) => each.count === "one");
  const tooFew = call.args.length < single.length;
  const tooMany = many === undefined && call.args.length > single.length;
  if (tooFew || tooMany) {
    const message = `{{${call.helper}}} has too ${tooFew ? "few" : "many"} arguments`;
    problems.push(problem("helper-arguments", call.at, message, `write ${signature(helper)}`));
  }
  for (const [at, argument] of call.args.entries()) {
    const parameter = single[at] ?? many;
    if (parameter !== undefined)
      problems.push(...valueProblems(argument, parameter, helper, known));
  }
  problems.push(...partProblems(call, helper, known));
  return call.helper === "named" ? [...problems, ...numberProblems(call, known)] : problems;
}

/** A fact named alone must have the parts that the helper speaks of. */
function partProblems(call: Call, helper: Helper, known: Known): readonly Problem[] {
  const [argument] = call.args;
  const id = pathOf(argument);
  if (argument === undefined || id === null || !known.facts.has(id)) return [];
  const absent = helper.parts.filter((each) => !known.facts.has(`${id}.${each}`));
  if (absent.length === 0 || call.args.length > 1) return [];
  const message = `{{${helper.name}}} speaks of ${absent.map((each) => `"${id}.${each}"`).join(", ")}, and there is no such fact`;
  const hint = "name a fact whose entry in the manual has these parts";
  return [problem("wrong-kind", argument.at, message, hint)];
}

/** A number that the fact does not carry would leave a hole in the sentence. */
function numberProblems(call: Call, known: Known): readonly Problem[] {
  const [fact, name] = call.args;
  const id = fact === undefined ? null : pathOf(fact);
  const key = name?.kind === "text" ? name.text : null;
  const names = id === null ? undefined : known.numbers?.get(id);
  if (key === null || names === undefined || names.includes(key)) return [];
  const hint = names.length === 0 ? `"${id}" names no numbers` : meant(key, names);
  return [problem("unknown-name", call.at, `"${id}" has no number "${key}"`, hint)];
}

function valueProblems(
  argument: Argument,
  parameter: Parameter,
  helper: Helper,
  known: Known,
): readonly Problem[] {
  const wrong = (message: string, hint = `write ${signature(helper)}`): readonly Problem[] => [
    problem("helper-arguments", argument.at, message, hint),
  ];
  switch (parameter.kind) {
    case "fact":
      if (argument.kind !== "path") return wrong("a fact's id belongs here");
      return factProblems(argument.path, argument, helper, known);
    case "number":
      return argument.kind === "number" ? [] : wrong("a number belongs here");
    case "span": {
      const span = argument.kind === "text" ? parseSpan(argument.text) : null;
      if (span !== null && span.unit !== "session") return [];
      return wrong('a span of calendar time belongs here: "2 weeks"');
    }
    case "chart":
      if (argument.kind !== "text") return wrong("a chart's id in quotes belongs here");
      if (known.charts.has(argument.text)) return [];
      return [unknown("chart", argument.text, [...known.charts], argument)];
    case "slot":
      if (argument.kind === "text" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(argument.text)) return [];
      return wrong("a slot's name in quotes belongs here: small letters, digits, hyphens");
    case "phrase": {
      if (argument.kind !== "text") return wrong("the name of a list of the voice belongs here");
      const lists = known.voice === undefined ? null : [...phraseLists(known.voice).keys()];
      if (lists === null || lists.includes(argument.text)) return [];
      return [unknown("phrase", argument.text, lists, argument)];
    }
    case "text":
      return argument.kind === "text" ? [] : wrong("a text in quotes belongs here");
  }
}

function factProblems(
  id: string,
  argument: Argument,
  helper: Helper,
  known: Known,
): readonly Problem[] {
  if (!known.facts.has(id)) return [unknown("fact", id, [...known.facts], argument)];
  const unit = known.units?.get(id);
  if (unit === undefined || helper.units.length === 0 || helper.units.includes(unit)) return [];
  const message = `{{${helper.name}}} says ${helper.units.join(" or ")}, and "${id}" is in ${unit}`;
  return [problem("wrong-kind", argument.at, message, "name another fact or another helper")];
}

function unknown(
  what: string,
  name: string,
  choices: readonly string[],
  argument: Argument,
): Problem {
  const message = `there is no ${what} "${name}"`;
  return problem(`unknown-${what}`, argument.at, message, meant(name, choices));
}

function optionProblems(call: Call, helper: Helper, known: Known): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [name, argument] of call.options) {
    const kind = new Map(Object.entries(helper.options)).get(name);
    if (kind === undefined) {
      const message = `{{${call.helper}}} has no option "${name}"`;
      const names = Object.keys(helper.options);
      const hint = `${meant(name, names)}; write ${signature(helper)}`;
      problems.push(problem("helper-arguments", argument.at, message, hint));
    } else problems.push(...optionValue(name, argument, kind, helper, known));
  }
  for (const name of helper.needs.filter((each) => !call.options.has(each))) {
    const message = `{{${call.helper}}} needs ${name}="…"`;
    problems.push(problem("helper-arguments", call.at, message, `write ${signature(helper)}`));
  }
  return problems;
}

function optionValue(
  name: string,
  argument: Argument,
  kind: OptionKind,
  helper: Helper,
  known: Known,
): readonly Problem[] {
  const wrong = (what: string): readonly Problem[] => [
    problem(
      "helper-arguments",
      argument.at,
      `${name}= takes ${what}`,
      `write ${signature(helper)}`,
    ),
  ];
  if (kind === "digits") {
    const digits = argument.kind === "number" ? argument.number : -1;
    return Number.isInteger(digits) && digits >= 0 && digits <= 6 ? [] : wrong("0 to 6");
  }
  if (kind === "number") {
    return argument.kind === "number" && argument.number > 0 ? [] : wrong("a number above zero");
  }
  if (kind === "flag") return argument.kind === "flag" ? [] : wrong("true or false, unquoted");
  if (argument.kind !== "text") return wrong("a text in quotes");
  if (kind !== "text") return kind.includes(argument.text) ? [] : wrong(kind.join(" or "));
  return typedFigures(argument.text, known.names).map((typed) => {
    const hint = "let {{size f}} say the fact beside it";
    return problem("typed-figure", argument.at, `"${typed.text}" is typed into ${name}=`, hint);
  });
}

/** Blocks that have no other branch. */
export function elseProblems(node: Extract<Node, { kind: "block" }>): readonly Problem[] {
  if (node.otherwise === null || !WITHOUT_ELSE.has(node.call.helper)) return [];
  const message = `{{#${node.call.helper}}} has no {{else}}`;
  return [problem("else", node.call.at, message, "ask with {{#has f}}…{{else}}…{{/has}}")];
}
