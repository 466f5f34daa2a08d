/** The door of the room: editions kept for good, and the blog that is made of them. */
export { readSite, siteJsonSchema } from "./settings.ts";
export type { Site } from "./settings.ts";
export { freshOf, standing } from "./keep.ts";
export type { Fresh } from "./shelf.ts";
export { PICTURE } from "./blog.ts";
export { looksOf, renew } from "./renew.ts";
export type { Looks, Renewal, Renewed } from "./renew.ts";
