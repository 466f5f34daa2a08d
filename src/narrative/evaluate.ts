import type { Withheld } from "../model/index.ts";
import { answer } from "./conditions.ts";
import type { Stage } from "./stage.ts";
import { literal, outcome, readable, token, withheldIn } from "./stage.ts";
import type { Call, Node } from "./template.ts";
import { pathOf } from "./template.ts";
import { PHRASES, sayPhrase } from "./phrases.ts";
import { valueOf } from "./values.ts";

/**
 * From a template to Markdown in which every fact is one token. There are no loops in the language:
 * each node is walked once at most for each group around it, so the work is bounded by the
 * template's length.
 */
export function evaluate(nodes: readonly Node[], stage: Stage): string {
  return nodes.map((node, at) => say(softened(node, nodes[at - 1], nodes[at + 1]), stage)).join("");
}

/**
 * A single line break beside a block is a space: the block may come out empty, and two breaks in a
 * row would make a paragraph where the editor wrote none. Breaks before a list item, a heading or
 * a quotation stay.
 */
function softened(node: Node, before: Node | undefined, after: Node | undefined): Node {
  if (node.kind !== "text") return node;
  const start = isBlock(before)
    ? node.text.replace(/^\n(?![ \t]*(?:\n|[-*+>#|]))/, " ")
    : node.text;
  const text = isBlock(after) ? start.replace(/(?<!\n[ \t]*)\n$/, " ") : start;
  return { kind: "text", text };
}

function isBlock(node: Node | undefined): boolean {
  return node !== undefined && node.kind !== "text" && node.kind !== "say";
}

function say(node: Node, stage: Stage): string {
  switch (node.kind) {
    case "text":
      return literal(node.text);
    case "say":
      if (PHRASES.has(node.call.helper)) return sayPhrase(node.call, stage);
      return token(valueOf(node.call, stage), stage);
    case "partial":
      return evaluate(node.body, stage);
    case "vary":
      return vary(node, stage);
    case "block":
      return node.call.helper === "passage" ? passage(node, stage) : branch(node, stage);
  }
}

type Block = Extract<Node, { kind: "block" }>;
type Vary = Extract<Node, { kind: "vary" }>;

function branch(node: Block, stage: Stage): string {
  const found = answer(node.call, stage);
  if (found === true) return evaluate(node.body, stage);
  if (found === false) return evaluate(node.otherwise ?? [], stage);
  return silence(found.because, node, stage);
}

/**
 * Stands where nobody can say which branch is true. Where the branches are whole sentences, it is
 * one itself, so that the sentence after it stays.
 */
function silence(because: readonly Withheld[], node: Block, stage: Stage): string {
  const mark = token({ kind: "withheld", because, place: node.call.at }, stage);
  const last = lastText(node.body);
  const stop = /[.!?]["'”’)*_]*\s*$/.test(last) ? "." : "";
  return mark + stop + (/\n\s*$/.test(last) ? "\n" : "");
}

function lastText(nodes: readonly Node[]): string {
  const last = nodes.at(-1);
  switch (last?.kind) {
    case "text":
      return last.text.trim() === "" ? lastText(nodes.slice(0, -1)) + last.text : last.text;
    case "block":
    case "partial":
      return lastText(last.body);
    case "vary":
      return lastText(last.variants[0] ?? []);
    case "say":
    case undefined:
      return "";
  }
}

/** Falls out whole where it names or says a withheld fact. */
function passage(node: Block, stage: Stage): string {
  const named = withheldNamed(node.call, stage);
  const { used } = stage;
  const text = evaluate(node.body, stage);
  const said = withheldIn(text, stage);
  const because = [...new Map([...named, ...said].map((each) => [each.id, each])).values()];
  if (because.length === 0) return text;
  stage.used = used;
  const place = node.call.at;
  stage.dropped.push({ what: "passage", text: readable(text, stage), because, place });
  return "";
}

function withheldNamed(call: Call, stage: Stage): readonly Withheld[] {
  const outcomes = call.args.flatMap((each) => pathOf(each) ?? []).map((id) => outcome(id, stage));
  return outcomes.filter((each): each is Withheld => each.kind === "withheld");
}

/** The variant whose turn it is; where it would say a withheld fact, the next one that can be said. */
function vary(node: Vary, stage: Stage): string {
  const { variants, group } = node;
  const { used } = stage;
  const dropped = stage.dropped.length;
  let first: string | null = null;
  for (let step = 0; step < variants.length; step++) {
    const at = (stage.scene.ordinal + group + step) % variants.length;
    const text = trimmed(evaluate(variants[at] ?? [], stage));
    if (text !== "" && withheldIn(text, stage).length === 0) return text;
    first ??= text;
    stage.used = used;
    stage.dropped.length = dropped;
  }
  return first ?? "";
}

/** Variants may stand on lines of their own; the space around them belongs to the text outside. */
function trimmed(text: string): string {
  const end = /\n\s*$/.test(text) ? "\n" : "";
  return text.trim() + (text.trim() === "" ? "" : end);
}
