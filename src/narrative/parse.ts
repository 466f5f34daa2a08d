import Handlebars from "handlebars";
import type { Decoded, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Converted } from "./convert.ts";
import { convert } from "./convert.ts";
import { placeAt, tidySource } from "./source.ts";
import { syntaxProblems } from "./syntax.ts";
import type { Partials, SourceText, Template, TemplateKind } from "./template.ts";

/** Characters of one file, and tags of one template with its partials: bounds for all later work. */
const LONGEST = 200_000;
const MOST_TAGS = 4_000;

/**
 * Reads a template. The language has no loops and no recursion, so its work is bounded by the
 * number of tags, and that number is limited here.
 */
export function parseTemplate(
  text: string,
  file: string,
  kind: TemplateKind,
  partials: Partials = new Map(),
): Decoded<Template> {
  const source = tidySource(file, text);
  const reading: Reading = {
    partials,
    texts: new Map(),
    problems: [],
    calls: 0,
    groups: 0,
    slots: { next: 0 },
  };
  const converted = read(source, [file], reading);
  const wrong = reading.problems;
  if (wrong.length > 0 || converted === null) return { ok: false, problems: wrong };
  const { nodes, refused } = converted;
  const texts = [...reading.texts.values()];
  return { ok: true, value: { file, kind, nodes, texts, refused }, problems: [] };
}

interface Reading {
  readonly partials: Partials;
  readonly texts: Map<string, SourceText>;
  readonly problems: Problem[];
  calls: number;
  groups: number;
  readonly slots: { next: number };
}

function read(source: SourceText, chain: readonly string[], reading: Reading): Converted | null {
  const problems = checkText(source);
  reading.texts.set(source.file, source);
  reading.problems.push(...problems);
  if (problems.length > 0) return null;
  const program = parsed(source, reading.problems);
  if (program === null) return null;
  const converted = convert(program, {
    source,
    countCall: () => void reading.calls++,
    slots: reading.slots,
    nextGroup: () => reading.groups++,
    partial: (name, at) => partial(name, at, chain, reading),
  });
  if (reading.calls <= MOST_TAGS) return converted;
  const message = `the template and its partials hold more than ${MOST_TAGS} tags`;
  const hint = "divide it into several reports";
  reading.problems.push(problem("template-size", placeAt(source, 0), message, hint));
  return null;
}

/** Only text is ever parsed: a parsed tree handed in would be code. */
function checkText(source: SourceText): readonly Problem[] {
  if (source.text.length > LONGEST) {
    const message = `the template holds more than ${LONGEST} characters`;
    return [problem("template-size", placeAt(source, 0), message, "divide it into several")];
  }
  return syntaxProblems(source);
}

function parsed(source: SourceText, problems: Problem[]): hbs.AST.Program | null {
  try {
    return Handlebars.parse(source.text);
  } catch (error) {
    const first = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    const line = Number(/on line (\d+)/.exec(first)?.[1] ?? 1);
    const message = "the template is not understood";
    const hint = `look at the tags of this line (${first.replace(/:$/, "")})`;
    problems.push(
      problem("template-syntax", { file: source.file, line, column: 1 }, message, hint),
    );
    return null;
  }
}

function partial(
  name: string,
  at: { readonly file: string; readonly line: number; readonly column: number },
  chain: readonly string[],
  reading: Reading,
): Converted | null {
  const found = reading.partials.get(name);
  if (found === undefined) {
    const names = [...reading.partials.keys()];
    const choices = names.length === 0 ? "there are none" : `there are: ${names.join(", ")}`;
    const message = `there is no partial "${name}"`;
    const hint = `partials lie in templates/partials; ${choices}`;
    reading.problems.push(problem("unknown-partial", at, message, hint));
    return null;
  }
  if (chain.includes(found.file)) {
    const message = `the partial "${name}" contains itself: ${[...chain, found.file].join(" → ")}`;
    reading.problems.push(problem("partial-circle", at, message, "take one of them away"));
    return null;
  }
  if (reading.calls > MOST_TAGS || chain.length > 20) return null;
  return read(tidySource(found.file, found.text), [...chain, found.file], reading);
}
