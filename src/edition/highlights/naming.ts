import type { Series } from "../../model/index.ts";
import type { SeriesNaming } from "../../narrative/index.ts";

/** Names that are said with an article: "the optimism index", "the put-call ratio". */
const WITH_ARTICLE = /\b(?:index|ratio|average|spread|yield|rate|survey|print|value|VIX)$/i;

/** Names that begin with a common noun: "the spread of bulls over bears". */
const COMMON = /^(?:average|net position|number|spread|sum|value|yield)\b/i;

/** The name as a sentence begins with it: "the Russell 2000", "margin debt". */
export function theName({ name, unit }: Pick<Series, "name" | "unit">): string {
  if (COMMON.test(name)) return `the ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const article = unit === "index" || WITH_ARTICLE.test(name);
  return article && !/^the /i.test(name) ? `the ${name}` : name;
}

/** In lines about highlights `{{noun …}}` is the whole name with its article. */
export function named(
  series: ReadonlyMap<string, SeriesNaming>,
): ReadonlyMap<string, SeriesNaming> {
  return new Named(series);
}

/** Series of a group's members are found when they are asked for: they are in no list. */
class Named extends Map<string, SeriesNaming> {
  readonly #series: ReadonlyMap<string, SeriesNaming>;

  constructor(series: ReadonlyMap<string, SeriesNaming>) {
    super();
    this.#series = series;
    for (const [id, each] of series) this.set(id, articled(each));
  }

  override get(id: string): SeriesNaming | undefined {
    const found = super.get(id) ?? this.#series.get(id);
    return found === undefined ? undefined : articled(found);
  }

  override has(id: string): boolean {
    return super.has(id) || this.#series.has(id);
  }
}

function articled(each: SeriesNaming): SeriesNaming {
  return { ...each, noun: theName(each) };
}
