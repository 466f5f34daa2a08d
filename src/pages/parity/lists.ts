import type { Problem } from "../../model/index.ts";
import { readHtml } from "../read/html.ts";
import { folded, parityProblem } from "./compare.ts";

const MOST = 5;

/**
 * A page that lists articles says no figure but those of the texts it lists. Their order is the
 * layout's affair.
 */
export function listParity(
  name: string,
  html: string,
  texts: readonly string[],
): readonly Problem[] {
  const known = [...new Set(texts.map(folded))]
    .filter((each) => /\p{Nd}/u.test(each))
    .toSorted((a, b) => b.length - a.length);
  const page = readHtml(html);
  const strays = [...page.head, page.text].flatMap((each) => {
    const rest = known.reduce((text, one) => text.replaceAll(one, "\n"), folded(each));
    return rest.match(/\S{0,12}\p{Nd}\S{0,12}/gu) ?? [];
  });
  return strays
    .slice(0, MOST)
    .map((each) => parityProblem(`${name} says “${each}”, and no article that it lists does`));
}
