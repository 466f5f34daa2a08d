import type { Article } from "../../model/index.ts";
import { atomText, whole } from "./make.ts";

/**
 * The edition as an Atom feed of one entry with the whole text, for readers that never see the page.
 * It needs the address under which the edition will stand.
 */
export function feedText(article: Article): string {
  const address = whole(article.canonical);
  const channel = {
    title: article.masthead,
    description: null,
    home: new URL("..", address).href,
    language: article.language,
  };
  return atomText(channel, `${address}feed.xml`, [
    { article, address, authorAddress: null, image: null },
  ]);
}
