/** Feeds: the whole text for people who read elsewhere. */
export { feedText } from "./edition.ts";
export type { Channel, Entry } from "./make.ts";
export { atomText, jsonText, rssText } from "./make.ts";
