/** The door of the room: requests in, facts with proofs out, and the guard that holds them together. */
export { bookAt } from "./book.ts";
export type { FactBook, Shelf } from "./book.ts";
export { checkFacts } from "./check.ts";
export { evaluate } from "./evaluate.ts";
export type { Evaluation, Locate } from "./evaluate.ts";
export { recheck } from "./recheck.ts";
export type { Reader, Replays } from "./recheck.ts";
export { panelStaleness, staleness, trustIn } from "./trust.ts";
export { asks, ownAsks } from "./highlights/asks.ts";
export { highlightsIn } from "./highlights/find.ts";
export type { Highlight, Highlights, Search } from "./highlights/find.ts";
export type { Odds } from "./highlights/odds.ts";
export { PREFIX } from "./highlights/questions.ts";
export { slugOf } from "./highlights/subject.ts";
export type { Subject } from "./highlights/subject.ts";
