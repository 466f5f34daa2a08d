import type { Day, Outcome, Place, Problem, Said, Withheld } from "../model/index.ts";
import type { Dropped, Scene } from "./scene.ts";

/** What a token stands for. Helpers put tokens into the text, never words that Markdown could read. */
export type Entry =
  | { readonly kind: "figure"; readonly said: Said; readonly value: number }
  | { readonly kind: "date"; readonly said: Said; readonly day: Day }
  /** `proper`: a name, which keeps its own capitals. */
  | { readonly kind: "word"; readonly text: string; readonly proper: boolean }
  | { readonly kind: "chart"; readonly chart: string; readonly place: Place }
  | { readonly kind: "slot"; readonly slot: string }
  | { readonly kind: "highlights"; readonly count: number; readonly form: "list" | "paragraph" }
  | { readonly kind: "withheld"; readonly because: readonly Withheld[]; readonly place: Place };

/** What grows while a template is walked. */
export interface Stage {
  readonly scene: Scene;
  readonly entries: Entry[];
  /** Verbs said so far, and what things were called, so that the next one is another. */
  used: ReadonlySet<string>;
  readonly dropped: Dropped[];
  readonly problems: Problem[];
}

/** The private-use area of Unicode: no letter, no mark, nothing that Markdown knows. */
const FIRST = 0xe000;
const LAST = 0xf8ff;
const PRIVATE = /[\uE000-\uF8FF]/g;

export function newStage(scene: Scene): Stage {
  return { scene, entries: [], used: new Set(), dropped: [], problems: [] };
}

/** One character that stands for the entry. */
export function token(entry: Entry, stage: Stage): string {
  const code = FIRST + stage.entries.length;
  if (code > LAST) throw new RangeError("a template says more than the tokens suffice for");
  stage.entries.push(entry);
  return String.fromCharCode(code);
}

/** The entry a character stands for, or null where it is an ordinary one. */
export function entryOf(char: string | undefined, stage: Stage): Entry | null {
  if (char === undefined) return null;
  const code = char.charCodeAt(0);
  return code >= FIRST && code <= LAST ? (stage.entries[code - FIRST] ?? null) : null;
}

/** Text from outside, without characters that could pass for tokens or steer a terminal. */
export function harmless(text: string): string {
  return text.replace(PRIVATE, "").replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}

/** Literal text of a template: line ends stay, private characters do not. */
export function literal(text: string): string {
  return text.replace(PRIVATE, "");
}

export function outcome(id: string, stage: Stage): Outcome {
  const found = stage.scene.facts.get(id);
  if (found === undefined) throw new Error(`the template was not linted: no fact "${id}"`);
  return found;
}

/** The withheld facts that the text would have said. */
export function withheldIn(text: string, stage: Stage): readonly Withheld[] {
  const found = new Map<string, Withheld>();
  for (const char of text) {
    const entry = entryOf(char, stage);
    if (entry?.kind !== "withheld") continue;
    for (const each of entry.because) found.set(each.id, each);
  }
  return [...found.values()];
}

/** The text for people: what was said, and […] for what was not. */
export function readable(text: string, stage: Stage): string {
  const words = text.replace(PRIVATE, (char) => spoken(entryOf(char, stage)));
  return words.replace(/\s+/g, " ").trim();
}

export function spoken(entry: Entry | null): string {
  switch (entry?.kind) {
    case "figure":
    case "date":
      return entry.said.text;
    case "word":
      return entry.text;
    case "chart":
      return "Chart";
    case "withheld":
      return "[…]";
    case "slot":
    case "highlights":
    case undefined:
      return "";
  }
}
