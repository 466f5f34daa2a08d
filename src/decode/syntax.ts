import type { YAMLError } from "yaml";
import type { Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Text } from "./place.ts";
import { placeAt } from "./place.ts";

const QUOTE = 'put the whole text in quotes: "…"';

interface Words {
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
}

/** What the parser objects to, one problem a line: later complaints on a line follow from the first. */
export function syntaxProblems(text: Text, source: string): readonly Problem[] {
  const { errors, warnings } = text.document;
  const seen = new Set<number>();
  const found: Problem[] = [];
  const exhausted = errors.find((each) => each.code === "RESOURCE_EXHAUSTION");
  for (const error of exhausted === undefined ? [...errors, ...warnings] : [exhausted]) {
    if (error.code === "DUPLICATE_KEY") continue;
    const offset = error === exhausted ? tooDeepAt(source, error.pos[0]) : error.pos[0];
    const place = placeAt(text, Math.min(offset, source.length));
    if (seen.has(place.line)) continue;
    seen.add(place.line);
    const { rule, message, hint } = inWords(error, lineAt(source, offset));
    found.push(problem(rule, place, message, hint));
  }
  return found;
}

/** What the library throws instead of collecting: too many aliases, too deep a nesting. */
export function thrown(error: unknown, file: string): Problem {
  if (error instanceof ReferenceError) {
    const message = "the file repeats anchored parts (*name) too often";
    return problem(
      "yaml-alias",
      { file },
      message,
      "write the parts out instead of referring to them",
    );
  }
  if (error instanceof RangeError)
    return problem("yaml-nesting", { file }, TOO_DEEP.message, TOO_DEEP.hint);
  throw error;
}

/** Lists and mappings that stand in each other; more than that is a slip, or an attack. */
export const DEEPEST = 60;

/** Where the brackets go too deep: how far the parser came depends on the room its stack has. */
function tooDeepAt(source: string, otherwise: number): number {
  let depth = 0;
  for (const { 0: bracket, index } of source.matchAll(/[[\]{}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > DEEPEST) return index;
  }
  return otherwise;
}

export const TOO_DEEP: Words = {
  rule: "yaml-nesting",
  message: "brackets or lists are nested too deeply",
  hint: "look for an opening bracket that is never closed",
};

function inWords(error: YAMLError, line: string): Words {
  switch (error.code) {
    case "TAB_AS_INDENT":
      return words("yaml-tab", "the line is indented with a tab", "use spaces, two for each level");
    case "BLOCK_AS_IMPLICIT_KEY":
      return words("yaml-colon", `a second colon stands in the text: ${line}`, quoted(line));
    case "BAD_SCALAR_START":
      return words("yaml-quote", `a text cannot begin with this sign: ${line}`, quoted(line));
    case "UNEXPECTED_TOKEN":
      return words(
        "yaml-syntax",
        `something stands here that YAML cannot read: ${line}`,
        quoted(line),
      );
    case "BAD_INDENT":
      return words(
        "yaml-indent",
        `the line is not indented like its neighbours, or a bracket above is not closed: ${line}`,
        "give entries of one level the same number of spaces; close every [ and {",
      );
    case "MULTILINE_IMPLICIT_KEY":
    case "MISSING_CHAR":
      return words(
        "yaml-syntax",
        `a sign is missing near here (a quote, a bracket, or a colon with a space): ${line}`,
        'write "key: value" with a space after the colon, and close every quote and bracket',
      );
    case "BAD_DQ_ESCAPE":
      return words(
        "yaml-escape",
        `an unknown escape with \\: ${line}`,
        "write \\\\, or use single quotes",
      );
    case "MULTIPLE_DOCS":
      return words(
        "yaml-documents",
        "a second document begins here (---)",
        "keep one document in the file: take out the line ---",
      );
    case "TAG_RESOLVE_FAILED":
      return words(
        "yaml-tag",
        `a tag (!…) is not allowed: ${line}`,
        "write the plain value without the tag",
      );
    case "NON_STRING_KEY":
      return words("yaml-key", `a key must be a plain name: ${line}`, 'write "name: value"');
    case "RESOURCE_EXHAUSTION":
      return TOO_DEEP;
    case "BAD_ALIAS":
    case "ALIAS_PROPS":
    case "MULTIPLE_ANCHORS":
      return words("yaml-alias", `a reference (& or *) that cannot be read: ${line}`, QUOTE);
    case "BAD_DIRECTIVE":
    case "BAD_PROP_ORDER":
    case "BAD_COLLECTION_TYPE":
    case "BLOCK_IN_FLOW":
    case "DUPLICATE_KEY":
    case "IMPOSSIBLE":
    case "KEY_OVER_1024_CHARS":
    case "MULTIPLE_TAGS":
      return words("yaml-syntax", `${firstLine(error.message)}: ${line}`, QUOTE);
  }
}

function words(rule: string, message: string, hint: string): Words {
  return { rule, message, hint };
}

/** The line as it would read with its value in quotes. */
function quoted(line: string): string {
  const match = /^(\s*(?:- )?[^:"'{[]+:) +(.+)$/.exec(line);
  if (match === null) return QUOTE;
  return `put the whole text in quotes: ${(match[1] ?? "").trim()} '${(match[2] ?? "").replaceAll("'", "''")}'`;
}

function lineAt(source: string, offset: number): string {
  const start = source.lastIndexOf("\n", Math.max(offset - 1, 0)) + 1;
  const line = source.slice(start).split(/\r?\n/, 1)[0] ?? "";
  const short = line.trim();
  return short.length > 100 ? `${short.slice(0, 100)}…` : short;
}

function firstLine(message: string): string {
  return (message.split("\n", 1)[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
}
