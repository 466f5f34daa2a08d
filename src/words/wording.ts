import type { Voice } from "./voice.ts";

/** A word the house does not print, where it stands, why, and what to write in its place. */
export interface Objection {
  readonly index: number;
  readonly found: string;
  readonly reason: string;
  readonly instead: string | null;
  /** A banned word stops an edition, another spelling is a warning. */
  readonly banned: boolean;
}

/**
 * Banned words and other spellings in a text, in order of place. Whole words only, capitals do not
 * count, and a space stands for any white space.
 */
export function objections(text: string, voice: Voice): readonly Objection[] {
  const plain = small(text);
  const near = ({ word }: Wording): boolean => plain.includes(small(word.split(/\s/, 1)[0] ?? ""));
  const banned = voice.banned.filter(near).flatMap((each) => find(text, each, true));
  const spelled = voice.preferred.filter(near).flatMap((each) => find(text, each, false));
  return [...banned, ...spelled].toSorted((a, b) => a.index - b.index);
}

/** A word whose beginning is nowhere in the text needs no closer look, and most need none. */
function small(text: string): string {
  return text.toLowerCase().replaceAll("\u017f", "s");
}

interface Wording {
  readonly word: string;
  readonly reason: string;
  readonly instead?: string | undefined;
}

function find(text: string, wording: Wording, banned: boolean): readonly Objection[] {
  const { reason, instead = null } = wording;
  return [...text.matchAll(pattern(wording.word))].map((match) => ({
    index: match.index,
    found: match[0],
    reason,
    instead,
    banned,
  }));
}

function pattern(word: string): RegExp {
  const escaped = word
    .replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
    .replace(/\s+/g, String.raw`\s+`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, "giu");
}
