import { meant } from "../decode/index.ts";
import type { Day, Decoded, Facts, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Known } from "./known.ts";
import { lint } from "./lint.ts";
import { parseTemplate } from "./parse.ts";
import { tidySource } from "./source.ts";
import type { Template } from "./template.ts";
import { handTyped } from "./voice-figures.ts";

/** The note a voice file belongs to. */
export interface VoiceContext {
  /** Names of the slots the note has. */
  readonly slots: readonly string[];
  readonly known: Known;
  readonly facts: Facts;
  readonly published: Day;
}

/**
 * What the author wrote for one edition: a `## slot` heading, then Markdown with the note's own
 * helpers. Figures typed by hand must be facts of the report, by unit and printed text.
 */
export function parseVoiceFile(
  text: string,
  file: string,
  context: VoiceContext,
): Decoded<ReadonlyMap<string, Template>> {
  const problems: Problem[] = [];
  const slots = new Map<string, Template>();
  for (const part of partsOf(tidySource(file, text).text)) {
    problems.push(...partProblems(part, file, slots, context));
    if (part.slot === null) continue;
    const parsed = parseTemplate("\n".repeat(part.line) + part.text, file, "voice");
    problems.push(...parsed.problems);
    if (!parsed.ok) continue;
    slots.set(part.slot, parsed.value);
    problems.push(...lint(parsed.value, context.known));
    problems.push(...parsed.value.texts.flatMap((source) => handTyped(source, context)));
  }
  const isGood = problems.every((each) => each.severity === "warning");
  return isGood ? { ok: true, value: slots, problems } : { ok: false, problems };
}

interface Part {
  /** Null for text before the first heading. */
  readonly slot: string | null;
  /** Line of the heading, counted from 1; 0 for text before the first. */
  readonly line: number;
  readonly text: string;
}

function partsOf(text: string): readonly Part[] {
  const parts: { slot: string | null; line: number; lines: string[] }[] = [
    { slot: null, line: 0, lines: [] },
  ];
  for (const [at, line] of text.split("\n").entries()) {
    const heading = /^##\s+(.*?)\s*$/.exec(line);
    if (heading !== null) parts.push({ slot: heading[1] ?? "", line: at + 1, lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts.map(({ slot, line, lines }) => ({ slot, line, text: lines.join("\n") }));
}

function partProblems(
  part: Part,
  file: string,
  seen: ReadonlyMap<string, Template>,
  context: VoiceContext,
): readonly Problem[] {
  const place = { file, line: Math.max(part.line, 1), column: 1 };
  if (part.slot === null) {
    if (part.text.trim() === "") return [];
    const line = 1 + part.text.slice(0, part.text.search(/\S/)).split("\n").length - 1;
    const hint = `write it below a heading: ## ${context.slots[0] ?? "slot"}`;
    return [problem("slot", { ...place, line }, "this text stands in no slot", hint)];
  }
  if (!context.slots.includes(part.slot)) {
    const message = `the note has no slot "${part.slot}"`;
    return [problem("unknown-slot", place, message, meant(part.slot, context.slots))];
  }
  if (!seen.has(part.slot)) return [];
  const message = `the slot "${part.slot}" is written twice`;
  return [problem("slot", place, message, "put both texts below one heading")];
}
