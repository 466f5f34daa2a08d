import type { Series } from "../../model/index.ts";
import type { SeriesNaming } from "../../narrative/index.ts";

/** Names that are said with an article: "the optimism index", "the put-call ratio". */
const WITH_ARTICLE = /\b(?:index|ratio|average|spread|yield|rate|survey|print|value|VIX)$/i;

/** The name as a sentence begins with it: "the Russell 2000", "margin debt". */
export function theName({ name, unit }: Pick<Series, "name" | "unit">): string {
  const article = unit === "index" || WITH_ARTICLE.test(name);
  return article && !/^the /i.test(name) ? `the ${name}` : name;
}

/** In lines about highlights `{{noun …}}` is the whole name with its article. */
export function named(
  series: ReadonlyMap<string, SeriesNaming>,
): ReadonlyMap<string, SeriesNaming> {
  return new Map([...series].map(([id, each]) => [id, { ...each, noun: theName(each) }]));
}
