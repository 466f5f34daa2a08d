/**
 * The door of the room: editions already published, for the next one to point to.
 */
export { relatedEditions } from "./related.ts";
export type { RelatedEditions, Wanted } from "./related.ts";
export { disagreements } from "./agree.ts";
export { toldIn } from "./told.ts";
export type { Told } from "./told.ts";
