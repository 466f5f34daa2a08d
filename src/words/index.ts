/** The door of the room: facts' values, days and moves in words, by a house style. */
export type { Band, Size } from "./band.ts";
export { bandOf, kindOf } from "./band.ts";
export type { DayForm } from "./day.ts";
export { sayDay, sayWeek, sayWhen } from "./day.ts";
export { sayElapsed, sayReach } from "./elapsed.ts";
export { ordinal, sayOrdinal } from "./ordinal.ts";
export { article, joinList, plural } from "./plural.ts";
export { qualifier, strength } from "./qualifier.ts";
export type { ValueForm } from "./value.ts";
/** Sentences of facts. */
export type { Agreeing, Count, Named, Part, Phrase, Speech, Unsaid } from "./sentence/index.ts";
export {
  agreeing,
  betweenThe,
  capital,
  changed,
  comparedWith,
  countOf,
  date,
  figure,
  fromTo,
  happenedOf,
  isUnsaid,
  keysIn,
  listed,
  mentionOf,
  moved,
  movedTogether,
  nameOf,
  nounOf,
  oddsOf,
  partOf,
  rankOf,
  respectively,
  runOf,
  sentence,
  sharingUnit,
  size,
  spaced,
  stateOf,
  superlativeOf,
  tallyOf,
  textOf,
  words,
} from "./sentence/index.ts";
export { printedSign, printedValue, sayValue } from "./value.ts";
export type { VerbForm } from "./verb.ts";
export { inForm, phrase, phraseLists, verb } from "./verb.ts";
export type { Voice } from "./voice.ts";
export { decodeVoice, voiceJsonSchema } from "./voice.ts";
export type { Objection } from "./wording.ts";
export { objections } from "./wording.ts";
export { sayZone } from "./zone.ts";
