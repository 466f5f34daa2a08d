import { pick } from "./verb.ts";
import type { Voice } from "./voice.ts";

/** Where a level stands in its own history (0 to 1): "elevated", "subdued", "middling". */
export function qualifier(percentile: number, voice: Voice, turn = 0): string {
  return pick(wordsAt(voice.qualifiers, percentile), turn);
}

/** How close a correlation is: "very tight", "loose", "tight inverse". Fits before "correlation" or "link". */
export function strength(correlation: number, voice: Voice, turn = 0): string {
  const words = pick(wordsAt(voice.strengths, Math.abs(correlation)), turn);
  return correlation < 0 ? `${words} ${voice.inverse}` : words;
}

/** Each band reaches up to its end, which belongs to the next one; 1 belongs to the last. */
function wordsAt(scale: Voice["qualifiers"], size: number): readonly string[] {
  if (!(size >= 0 && size <= 1)) throw new RangeError(`not between 0 and 1: ${size}`);
  const found = scale.find((each) => size < each.to) ?? scale.at(-1);
  return found?.words ?? [];
}
