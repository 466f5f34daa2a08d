/** The sentence builder: phrases of facts, joined, made to agree, and set as lines. */
export type { Agreeing, Count } from "./agree.ts";
export { agreeing, countOf } from "./agree.ts";
export { listed, respectively, sharingUnit } from "./join.ts";
export { capital, lineOf, sentence, textOf } from "./line.ts";
export { changed, directionOf, kindOfMove, moved } from "./move.ts";
export type { Named, Part, Phrase, Speech } from "./part.ts";
export { partOf, proper, verbsIn, verbWord, words } from "./part.ts";
export { date, figure, figureOf, nameOf, nounOf, size } from "./say.ts";
export { superlativeOf } from "./superlative.ts";
