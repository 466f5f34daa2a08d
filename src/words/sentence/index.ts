/** The sentence builder: phrases of facts, joined, made to agree, and set as lines. */
export type { Agreeing, Count } from "./agree.ts";
export { agreeing, countOf } from "./agree.ts";
export { betweenThe, comparedWith } from "./compare.ts";
export { happenedOf } from "./happened.ts";
export { listed, respectively, sharingUnit } from "./join.ts";
export { capital, sentence, spaced, textOf } from "./line.ts";
export { changed, fromTo, moved, movedTogether } from "./move.ts";
export { mentionOf, stateOf } from "./naming.ts";
export { oddsOf } from "./odds.ts";
export type { Named, Part, Phrase, Speech, Unsaid } from "./part.ts";
export { isUnsaid, keysIn, partOf, words } from "./part.ts";
export { rankOf, runOf, tallyOf } from "./runs.ts";
export { date, figure, nameOf, nounOf, size } from "./say.ts";
export { superlativeOf } from "./superlative.ts";
