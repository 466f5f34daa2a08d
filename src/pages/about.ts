import type { Article } from "../model/index.ts";
import { safeAddress } from "./escape.ts";
import { plain } from "./plain.ts";

/** The article as search engines and feeds read it: schema.org, in the words of the page itself. */
export function newsArticle(article: Article): Readonly<Record<string, unknown>> {
  const address = article.canonical === null ? null : safeAddress(article.canonical);
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: plain(article.headline),
    description: plain(article.standfirst),
    datePublished: article.published,
    inLanguage: article.language,
    author: {
      "@type": "Person",
      name: article.byline.author,
      ...(article.byline.role === null ? {} : { jobTitle: article.byline.role }),
    },
    publisher: { "@type": "Organization", name: article.masthead },
    ...(article.keywords.length === 0 ? {} : { keywords: article.keywords }),
    ...(address === null ? {} : { mainEntityOfPage: address, url: address }),
  };
}
