import { distance } from "fastest-levenshtein";

/** The choice the writer most likely meant, or null where none is close. Capitals do not count. */
export function nearest(word: string, choices: readonly string[]): string | null {
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const choice of choices) {
    const steps = mistakes(wanted, choice.toLowerCase());
    if (steps < least) {
      least = steps;
      best = choice;
    }
  }
  return least <= Math.floor(Math.max(wanted.length, 3) * 0.4) ? best : null;
}

/** A hint for an unknown name: the nearest one, or the list where it is short enough to read. */
export function meant(word: string, choices: readonly string[]): string {
  const found = nearest(word, choices);
  if (found !== null) return `did you mean "${found}"?`;
  if (choices.length === 0) return "there is nothing to choose from here";
  const shown = choices.slice(0, 12).join(", ");
  return `choose one of: ${shown}${choices.length > 12 ? " …" : ""}`;
}

/** Letters in another order count as one mistake: "tempalte" and "dya" are typing slips. */
function mistakes(one: string, two: string): number {
  const letters = (text: string): string => Array.from(text).toSorted().join("");
  if (one !== two && one.length === two.length && letters(one) === letters(two)) return 1;
  return distance(one, two);
}
