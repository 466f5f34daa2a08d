import type { Day, Fact, Facts, Problem } from "../model/index.ts";
import { problem, yearOf } from "../model/index.ts";
import type { Voice } from "../words/index.ts";
import { sayElapsed, sayValue } from "../words/index.ts";
import { typedFigures, withoutAddresses, withoutNames } from "./figures.ts";
import type { Known } from "./known.ts";
import { proseOf } from "./scan.ts";
import { placeAt } from "./source.ts";
import type { SourceText } from "./template.ts";

interface Context {
  readonly known: Known;
  readonly facts: Facts;
  readonly published: Day;
}

const UNIT =
  "percent|%|million|billion|trillion|points?|sessions?|percentile|times|k\\b|m\\b|bn\\b|tn\\b|×";
const FIGURE = new RegExp(
  `[$€£]?(?<![\\p{L}\\p{N}.,])\\p{N}[\\p{N},]*(?:\\.\\p{N}+)?(?:[ \\u00A0]?(?:${UNIT}))?`,
  "gu",
);
const MONTHS =
  "January|February|March|April|May|June|July|August|September|October|November|December|" +
  "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec";
const CALENDAR = /(?:days?|weeks?|fortnights?|months?|quarters?|years?|decades?)$/i;

/**
 * Figures an author typed into a slot: each must be a fact of the report, by unit and printed text.
 * Years, days of the month and spans of calendar time are exempt.
 */
export function handTyped(source: SourceText, context: Context): readonly Problem[] {
  const { voice, names } = context.known;
  if (voice === undefined) return [];
  const prose = withoutNames(withoutAddresses(proseOf(source.text)), names);
  const facts = [...context.facts.values()].filter((each) => each.kind === "fact");
  return figuresIn(prose, context.published)
    .filter(({ text }) => !facts.some((fact) => prints(fact, text, voice)))
    .map(({ text, offset }) => {
      const close = nearby(text, facts, voice);
      const message = `"${text}" is no fact of this report`;
      const said =
        close === null ? "" : `; {{figure ${close.id}}} prints "${printed(close, 1, voice)}"`;
      const hint = `name the fact with a helper, or take the figure out${said}`;
      return problem("unproved-figure", placeAt(source, offset), message, hint);
    });
}

interface Typed {
  readonly text: string;
  readonly offset: number;
}

function figuresIn(prose: string, published: Day): readonly Typed[] {
  const digits = [...prose.matchAll(FIGURE)]
    .map((found) => ({ text: found[0].replace(/[,\s]+$/, ""), offset: found.index }))
    .filter((each) => !isCalendar(each, prose, published));
  const words = typedFigures(prose, []).filter(
    (each) => each.kind === "words" && !CALENDAR.test(each.text),
  );
  return [...digits, ...words].toSorted((a, b) => a.offset - b.offset);
}

/** "9 April", "April 9", "27th", "in 1997", "November 2021". */
function isCalendar(typed: Typed, prose: string, published: Day): boolean {
  const before = prose.slice(0, typed.offset);
  const after = prose.slice(typed.offset + typed.text.length);
  const value = Number(typed.text);
  if (!Number.isInteger(value)) return false;
  const month = new RegExp(`(?<![\\p{L}])(?:${MONTHS})\\.?`, "u").source;
  if (value >= 1 && value <= 31) {
    if (/^(?:st|nd|rd|th)(?!\p{L})/u.test(after)) return true;
    if (new RegExp(`^\\s+(?:of\\s+)?${month}`, "u").test(after)) return true;
    if (new RegExp(`${month}\\s+$`, "u").test(before)) return true;
  }
  if (!/^\d{4}$/.test(typed.text) || value < 1900 || value > yearOf(published) + 10) return false;
  const context =
    "in|of|since|during|from|until|through|by|before|after|early|late|mid-?|end-?|year";
  return (
    new RegExp(`(?<![\\p{L}])(?:${context})\\s*$`, "iu").test(before) ||
    new RegExp(`${month}(?:\\s+\\d{1,2},?)?,?\\s+$`, "u").test(before) ||
    /^(?:s\b|[’']s\b|[–-]\d)/.test(after)
  );
}

/** Would a helper print this fact so? */
function prints(fact: Fact, typed: string, voice: Voice): boolean {
  const wanted = plain(typed, voice);
  const decimals = /\.(\d+)/.exec(typed)?.[1]?.length ?? 0;
  const bare = counted(wanted, voice);
  const numbers = Object.values(fact.named ?? {});
  if (bare !== null && (numbers.includes(bare) || isCount(fact, bare))) return true;
  if (fact.unit === "days" && plain(sayElapsed(fact.value, voice), voice) === wanted) return true;
  const texts = (["text", "compact"] as const).flatMap((style) =>
    [true, false].map((words) => printed(fact, decimals, voice, { style, words })),
  );
  const unit = fact.unit === "net percent" ? texts.map((each) => `${each} percent`) : [];
  return [...texts, ...unit].some((each) => plain(each, voice) === wanted);
}

/** "five times" and "10 sessions" count; what they count stands in the sentence. */
function counted(text: string, voice: Voice): number | null {
  const bare = text.replace(/ (?:times|sessions?|closes|readings?|reports?)$/, "");
  const word = voice.figures.words.indexOf(bare);
  if (word !== -1) return word;
  return /^\d+$/.test(bare) ? Number(bare) : null;
}

function isCount(fact: Fact, value: number): boolean {
  return (fact.unit === "count" || fact.unit === "sessions") && fact.value === value;
}

function printed(
  fact: Fact,
  decimals: number,
  voice: Voice,
  form: { readonly style?: "text" | "compact"; readonly words?: boolean } = {},
): string {
  const digits = Math.min(decimals, Math.max(fact.digits, 0));
  return sayValue(fact.value, fact.unit, fact.digits, { ...form, digits, sign: "absolute" }, voice);
}

/** Without marks of thousands and with one way to write each unit. */
function plain(text: string, voice: Voice): string {
  return text
    .replaceAll(voice.figures.thousands.mark, "")
    .replace(/[\s\u00A0]+/g, " ")
    .replace(/ ?%$/, " percent")
    .replace(/ ?bn$/, " billion")
    .replace(/ ?tn$/, " trillion")
    .replace(/(?<=\d) ?m$/, " million")
    .replace(/(?<=\d) ?k$/, " thousand")
    .replace(/[ -](?:full|trading|net|consecutive|straight)(?=[ -])/g, "")
    .toLowerCase()
    .trim();
}

/** The fact an out-of-date figure most likely meant: same unit, nearest value. */
function nearby(typed: string, facts: readonly Fact[], voice: Voice): Fact | null {
  const unit = /[\p{L}%]+$/u.exec(plain(typed, voice))?.[0] ?? "";
  const value = Number.parseFloat(typed.replace(/[^\d.]/g, ""));
  const distance = (fact: Fact): number => {
    const text = plain(printed(fact, 1, voice, { words: false }), voice);
    if ((/[\p{L}%]+$/u.exec(text)?.[0] ?? "") !== unit) return Number.POSITIVE_INFINITY;
    return Math.abs(Number.parseFloat(text.replace(/[^\d.]/g, "")) - value) / Math.max(value, 1);
  };
  const [best] = facts.toSorted((a, b) => distance(a) - distance(b));
  return best !== undefined && distance(best) < 0.2 ? best : null;
}
