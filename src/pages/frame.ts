import type { Article } from "../model/index.ts";
import { plain } from "./plain.ts";
import { linesOf } from "./sayings.ts";

/** Where the key figures stand on paper: in a box beside the opening text, or in a strip under it. */
export type Frame = "beside" | "strip";

/** Millimetres and letters of the column on paper, near enough to choose by. */
const STANDFIRST = { letters: 66, line: 6.1, after: 3 };
const TEXT = { letters: 84, line: 5.3, after: 2.6 };
const BYLINE = 9;
const KEY_FIGURE = 14.5;

/** Beside the text, where the text above the first chart is as tall as the box; no hole then. */
export function frameOf(article: Article): Frame {
  const first = article.blocks.findIndex((each) => each.kind === "chart");
  const opening = article.blocks.slice(0, first < 0 ? article.blocks.length : first);
  const lines = opening.flatMap(linesOf);
  const text = lines.map((each) => height(plain(each), TEXT)).reduce((sum, each) => sum + each, 0);
  const tall = height(plain(article.standfirst), STANDFIRST) + BYLINE + text;
  return tall >= article.keyFigures.length * KEY_FIGURE ? "beside" : "strip";
}

function height(text: string, set: typeof TEXT): number {
  return Math.ceil(text.length / set.letters) * set.line + set.after;
}
