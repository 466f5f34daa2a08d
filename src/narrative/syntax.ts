import Handlebars from "handlebars";
import { nearest } from "../decode/index.ts";
import type { Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import { HELPERS } from "./helpers.ts";
import type { Tag } from "./scan.ts";
import { scanTags } from "./scan.ts";
import { placeAt } from "./source.ts";
import type { SourceText } from "./template.ts";

/** Blocks inside blocks: more than anybody writes, and far less than the parser's stack holds. */
const DEEPEST = 30;

/**
 * Everything wrong with the tags themselves, each at its real place. The parser would tell one
 * mistake, of an unclosed block only the end of the file.
 */
export function syntaxProblems(source: SourceText): readonly Problem[] {
  const tags = scanTags(source.text);
  const sound = new Set<string>();
  const broken = tags.flatMap((tag) => tagProblem(source, tag, sound));
  const nesting = nestingProblems(source, tags);
  return [...broken, ...nesting].toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}

/** `sound`: tags that were found to be right before; most stand in a template many times. */
function tagProblem(source: SourceText, tag: Tag, sound: Set<string>): readonly Problem[] {
  const text = source.text.slice(tag.start, tag.end);
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const wrong = (message: string, hint: string): readonly Problem[] => [
    problem("template-syntax", placeAt(source, tag.start), message, hint),
  ];
  if (!tag.closed) return wrong(`"${shown}" is never closed`, "close it with two braces: }}");
  if (tag.start > 0 && source.text[tag.start - 1] === "\\") {
    return wrong(`"\\${shown}" would print its braces`, "take the backslash away");
  }
  if (tag.kind === "comment" || tag.kind === "else" || sound.has(text)) return [];
  if (parses(alone(tag, text))) {
    sound.add(text);
    return [];
  }
  const hint = "write {{helper fact option=value}}, texts in straight quotes";
  return wrong(`"${shown}" is not understood`, hint);
}

/** The tag made into a template of its own. */
function alone(tag: Tag, text: string): string {
  if (tag.kind === "open") return `${text}{{/${tag.name}}}`;
  return tag.kind === "close" ? `{{#${tag.name}}}${text}` : text;
}

function parses(text: string): boolean {
  try {
    Handlebars.parse(text);
    return true;
  } catch {
    return false;
  }
}

function nestingProblems(source: SourceText, tags: readonly Tag[]): readonly Problem[] {
  const problems: Problem[] = [];
  const open: Tag[] = [];
  const report = (tag: Tag, message: string, hint: string): void => {
    problems.push(problem("template-syntax", placeAt(source, tag.start), message, hint));
  };
  for (const tag of tags) {
    if (tag.kind === "open") open.push(tag);
    if (tag.kind === "else" && open.length === 0) {
      report(tag, "{{else}} stands outside every block", "put it between {{#…}} and {{/…}}");
    }
    if (tag.kind === "close") close(tag, open, report);
    if (open.length > DEEPEST) {
      report(tag, `more than ${DEEPEST} blocks stand in each other`, "say it with fewer blocks");
      return problems;
    }
  }
  for (const tag of open) {
    report(tag, `{{#${tag.name}}} is never closed`, `write {{/${tag.name}}} where it ends`);
  }
  return problems;
}

type Report = (tag: Tag, message: string, hint: string) => void;

/** A closer ends the innermost block of its name; blocks opened since were forgotten. */
function close(tag: Tag, open: Tag[], report: Report): void {
  const at = open.findLastIndex((each) => each.name === tag.name);
  const last = open.at(-1);
  if (at === -1) {
    if (last !== undefined && isSlip(tag.name, last.name)) {
      open.pop();
      const message = `{{/${tag.name}}} closes {{#${last.name}}}`;
      report(last, message, `write {{/${last.name}}} instead of {{/${tag.name}}}`);
      return;
    }
    const message = `{{/${tag.name}}} closes a block that was never opened`;
    report(tag, message, `open it with {{#${tag.name} …}} or take it away`);
    return;
  }
  for (const forgotten of open.splice(at).slice(1)) {
    report(
      forgotten,
      `{{#${forgotten.name}}} is not closed before {{/${tag.name}}}`,
      `write {{/${forgotten.name}}} where it ends`,
    );
  }
}

/** Is one of the two names a slip of the pen for the other, or no helper at all? */
function isSlip(closer: string, opener: string): boolean {
  const known = HELPERS.some((each) => each.name === closer);
  return !known || nearest(closer, [opener]) !== null;
}
