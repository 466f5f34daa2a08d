import { FILL } from "./scan.ts";

/** A figure that somebody typed instead of naming a fact. */
export interface Typed {
  readonly offset: number;
  readonly text: string;
  readonly kind: "digits" | "words" | "sign";
}

const NUMBER =
  "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|" +
  "seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozen|" +
  "hundred|thousand|million|billion|trillion";
const UNIT =
  "percent|percentage|points?|basis|sessions?|days?|weeks?|fortnights?|months?|quarters?|years?|" +
  "decades?|times|shares?|contracts?|dollars?|cents?|closes|readings?|reports?|million|billion|" +
  "trillion|straight|consecutive|successive";
const BETWEEN =
  "and|a|half|full|whole|more|of|the|last|past|trading|net|calendar|business|further|other|" +
  "straight|consecutive|successive|monthly|weekly|daily";

const WORDS = new RegExp(
  `(?<![\\p{L}])(?:(?:${NUMBER})(?:[\\s-]+(?:${NUMBER}|${BETWEEN}))*[\\s-]+(?:${UNIT})` +
    `|(?<!\\bat\\s)(?:one|half a)[\\s-]+(?:percent|point|basis))(?![\\p{L}])`,
  "giu",
);
const DIGITS = /[\p{N}]+(?:[.,:/][\p{N}]+)*/gu;
const SIGNS = /[%‰$€£¥]|\bbps?\b/g;
const BEFORE_TAG = new RegExp(`(?<=^|[\\s(“"'])[-+−±–](?=${FILL})`, "gm");

/**
 * Figures typed into prose whose tags are blanked out. Declared names ("Russell 2000") and the
 * addresses of links are no figures.
 */
export function typedFigures(prose: string, names: readonly string[]): readonly Typed[] {
  const text = withoutNames(withoutAddresses(prose), names);
  const find = (pattern: RegExp, kind: Typed["kind"]): readonly Typed[] =>
    [...text.matchAll(pattern)].map((each) => ({ offset: each.index, text: each[0], kind }));
  return [
    ...find(DIGITS, "digits"),
    ...find(WORDS, "words"),
    ...find(SIGNS, "sign"),
    ...find(BEFORE_TAG, "sign"),
  ].toSorted((a, b) => a.offset - b.offset);
}

/** The longest name first, so that a name inside another does not hide it. */
export function withoutNames(text: string, names: readonly string[]): string {
  const longest = names.filter((each) => each !== "").toSorted((a, b) => b.length - a.length);
  return longest.reduce((left, name) => {
    const escaped = name.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replace(/ +/g, "\\s+");
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "gu");
    return left.replace(whole, (found) => "\u200B".repeat(found.length));
  }, text);
}

export function withoutAddresses(text: string): string {
  return text.replace(/\]\([^)\n]*\)/g, (found) => found.replace(/[^\n]/g, FILL));
}
