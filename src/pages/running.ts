import type { Article } from "../model/index.ts";
import { fullDay } from "./calendar.ts";
import { plain } from "./plain.ts";

const LONGEST = 90;

/** At the foot of every page: "Small-Cap Weekly · 27 May 2025". */
export function runningHead(article: Article): string {
  return `${article.masthead} · ${fullDay(article.published)}`;
}

/** At the head of every page but the first: the headline, cut at a word where it is long. */
export function runningTitle(article: Article): string {
  const text = plain(article.headline);
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, text.lastIndexOf(" ", LONGEST))}…`;
}
