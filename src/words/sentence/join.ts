import { words } from "./part.ts";
import type { Part, Phrase, Speech } from "./part.ts";

/** "a", "a and b", "a, b and c". */
export function listed(
  items: readonly Phrase[],
  speech: Pick<Speech, "voice">,
  last: "and" | "or" | "but" = "and",
): Phrase {
  const { serialComma, ...joints } = speech.voice.sentences;
  return items.flatMap((each, at): Phrase => {
    if (at === 0) return each;
    const isLast = at === items.length - 1;
    const comma = !isLast || (serialComma && items.length > 2);
    return [...(comma ? words(",") : []), ...(isLast ? words(joints[last]) : []), ...each];
  });
}

/**
 * Figures that share a unit say it once: "1.2 and 3.4 percent". Signs that stand tight, as in
 * "1.2% and 3.4%", and sums of money keep theirs.
 */
export function sharingUnit(figures: readonly Phrase[]): readonly Phrase[] {
  const units = figures.map(unitOf);
  const [unit] = units;
  if (unit === undefined || unit === "" || units.some((each) => each !== unit)) return figures;
  return figures.map((each, at) =>
    at === figures.length - 1 ? each : each.map((part) => without(unit, part)),
  );
}

function unitOf(phrase: Phrase): string {
  const [part] = phrase;
  if (phrase.length !== 1 || part?.kind !== "figure") return "";
  return /^[^$€£¥]*\p{N}( \p{L}[\p{L} ]*)$/u.exec(part.text)?.[1] ?? "";
}

function without(unit: string, part: Part): Part {
  return { ...part, text: part.text.slice(0, part.text.length - unit.length) };
}

/** Figures in the order in which their subjects stand: "1.2 and 3.4 percent, respectively". */
export function respectively(figures: readonly Phrase[], speech: Pick<Speech, "voice">): Phrase {
  const list = listed(sharingUnit(figures), speech);
  if (figures.length < 2) return list;
  return [...list, ...words(","), ...words(speech.voice.sentences.respectively)];
}
