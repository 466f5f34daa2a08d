/** What is worth saying, in sentences, with proofs, pictures and a page. */
export { accountsOf } from "./account.ts";
export type { Account, Proof } from "./account.ts";
export { highlightsJsonSchema } from "./lines.ts";
export { highlightsPage, writeHighlightsPage } from "./page.ts";
export type { ChartHint, Paste } from "./paste.ts";
export { renderWith } from "./place.ts";
export { tellHighlights } from "./tell.ts";
export type { Scope, Tellings, Told } from "./tell.ts";
