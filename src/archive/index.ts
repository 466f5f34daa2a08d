/**
 * The door of the room: editions already published, for the next one to point to and for the blog.
 */
export { relatedEditions } from "./related.ts";
export type { RelatedEditions, Wanted } from "./related.ts";
export { disagreements } from "./agree.ts";
export { toldIn } from "./told.ts";
export type { Told } from "./told.ts";
export { newestFirst, readArchive } from "./editions.ts";
export type { Archive } from "./editions.ts";
export { FORM } from "./edition-file.ts";
export type { ArchivedEdition } from "./edition-file.ts";
