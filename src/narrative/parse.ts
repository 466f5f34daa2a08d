import Handlebars from "handlebars";
import type { Decoded, Place, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Converted } from "./convert.ts";
import { convert } from "./convert.ts";
import { Names } from "./parameters.ts";
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
    groups: { next: 0 },
    slots: { next: 0 },
    uses: new Map(),
  };
  const converted = read(source, [file], new Names([]), reading);
  if (reading.problems.length > 0 || converted === null) {
    return { ok: false, problems: once(reading.problems) };
  }
  const { nodes, refused } = converted;
  const texts = [...reading.texts.values()];
  return { ok: true, value: { file, kind, nodes, texts, refused }, problems: [] };
}

/** A partial used often tells its problems once. */
function once(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
}

interface Reading {
  readonly partials: Partials;
  readonly texts: Map<string, SourceText>;
  readonly problems: Problem[];
  calls: number;
  /** Places of the groups of variants and of the words that turn with the editions. */
  readonly groups: { next: number };
  readonly slots: { next: number };
  /** Where the places of each partial began at its first use, and how often it has been used. */
  readonly uses: Map<string, { readonly groups: number; readonly slots: number; count: number }>;
}

function read(
  source: SourceText,
  chain: readonly string[],
  names: Names,
  reading: Reading,
): Converted | null {
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
    nextGroup: () => reading.groups.next++,
    names,
    partial: (name, at, inside) => partial(name, at, inside, chain, reading),
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
  at: Place,
  names: Names,
  chain: readonly string[],
  reading: Reading,
): Converted | null {
  const found = reading.partials.get(name);
  if (found === undefined) {
    const all = [...reading.partials.keys()];
    const choices = all.length === 0 ? "there are none" : `there are: ${all.join(", ")}`;
    const message = `there is no partial "${name}"`;
    const hint = `partials lie in templates/partials, or in the report's own folder partials; ${choices}`;
    reading.problems.push(problem("unknown-partial", at, message, hint));
    return null;
  }
  if (chain.includes(found.file)) {
    const message = `the partial "${name}" contains itself: ${[...chain, found.file].join(" → ")}`;
    reading.problems.push(problem("partial-circle", at, message, "take one of them away"));
    return null;
  }
  if (reading.calls > MOST_TAGS || chain.length > 20) return null;
  const source = tidySource(found.file, found.text);
  const converted = turned(found.file, reading, () =>
    read(source, [...chain, found.file], names, reading),
  );
  if (converted !== null) reading.problems.push(...names.unused(name, at));
  return converted;
}

/**
 * Each further use of a partial takes the places of its first use, moved on by one: of two that
 * follow each other no group says the same variant, and no word of a list is the same.
 */
function turned<T>(file: string, { groups, slots, uses }: Reading, make: () => T): T {
  const [group, slot] = [groups.next, slots.next];
  const use = uses.get(file) ?? { groups: group, slots: slot, count: 0 };
  uses.set(file, use);
  const [fromGroup, fromSlot] = [use.groups + use.count, use.slots + use.count];
  use.count++;
  groups.next = fromGroup;
  slots.next = fromSlot;
  const made = make();
  groups.next = group + groups.next - fromGroup;
  slots.next = slot + slots.next - fromSlot;
  return made;
}
