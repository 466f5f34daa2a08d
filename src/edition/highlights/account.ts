import type { Odds } from "../../facts/index.ts";
import type { Day, Line, Request, Said } from "../../model/index.ts";
import { plainText, saidIn } from "../../narrative/index.ts";
import type { Found } from "../explain.ts";
import { foundOf } from "../explain.ts";
import type { Materials } from "../load.ts";
import type { ChartHint, Paste } from "./paste.ts";
import { chartHint, pasteOf } from "./paste.ts";
import { factsOf } from "./say.ts";
import type { Tellings, Told } from "./tell.ts";

/** Everything an author may want to know of a highlight, in words and in data. */
export interface Account {
  readonly rank: number;
  readonly sentence: string;
  readonly line: Line;
  /** "3 of 520 weeks; new this week". */
  readonly why: string;
  readonly score: number;
  readonly odds: Odds;
  /** How seldom in bits, and the share of past moves that were smaller. */
  readonly rarity: number;
  readonly size: number;
  /** Editions since it came out. */
  readonly age: number;
  readonly continues: boolean;
  readonly about: string;
  readonly day: Day;
  readonly direction: -1 | 0 | 1;
  readonly fact: Paste;
  readonly chart: ChartHint;
  /** Further statements that say the same, as lines for `facts:`. */
  readonly also: readonly string[];
  /** Each figure of the sentence with its proof. */
  readonly proof: readonly Proof[];
}

export interface Proof extends Omit<Found, "printed"> {
  readonly fact: string;
  /** As the sentence prints it. */
  readonly printed: readonly string[];
}

/** The accounts of the first highlights, in their order. */
export function accountsOf(
  tellings: Tellings,
  materials: Materials,
  most: number,
): readonly Account[] {
  const { cadence } = materials.decoded.report;
  return tellings.told
    .slice(0, most)
    .map((told, index) => accountOf(told, index + 1, tellings, materials, cadence));
}

function accountOf(
  { highlight, sentence }: Told,
  rank: number,
  { facts, requests }: Tellings,
  materials: Materials,
  cadence: "week" | "month",
): Account {
  const { odds, weighing, score, subject, also } = highlight;
  const { bits, size, age, continues } = weighing;
  const said = saidIn(sentence.line);
  const ids = said.map((each) => each.fact);
  const fact = pasteOf(highlight, ids, requests, materials);
  return {
    rank,
    sentence: plainText(sentence.line),
    line: sentence.line,
    why: `${oddsText(odds)}; ${ageText(age, cadence)}${continues ? `, as the ${cadence} before` : ""}`,
    score: rounded(score),
    odds,
    rarity: rounded(bits),
    size: rounded(size),
    age,
    continues,
    about: subject.id,
    day: highlight.day,
    direction: highlight.direction,
    fact,
    chart: chartHint(highlight, fact, materials),
    also: also.map(({ request }) => pasteText(request, requests, materials)),
    proof: factsOf(sentence.line, facts).map((each): Proof => {
      const found = foundOf(materials, said, each);
      return { fact: each.id, ...found, printed: printedOf(said, each.id) };
    }),
  };
}

function pasteText(request: Request, requests: readonly Request[], materials: Materials): string {
  return pasteOf({ request }, [], requests, materials).yaml.at(-1) ?? "";
}

function printedOf(said: readonly Said[], id: string): readonly string[] {
  return [...new Set(said.filter((each) => each.fact === id).map((each) => each.text))];
}

/** "3 of 1,481 weeks". */
export function oddsText({ cases, among, what }: Odds): string {
  if (among === 0) return `too few past ${what} to say how seldom`;
  return `${grouped(cases)} of ${grouped(among)} ${what}`;
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

function ageText(age: number, cadence: "week" | "month"): string {
  if (age === 0) return `new this ${cadence}`;
  return age === 1 ? `out a ${cadence} ago` : `out ${age} ${cadence}s ago`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
