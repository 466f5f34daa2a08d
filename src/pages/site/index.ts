/** Pages of the blog: articles with its navigation, lists of notes, the picture for links. */
export { leadChart } from "./lead.ts";
export type { SiteLook } from "./layouts.ts";
export { readSiteLook, SITE_POLICY } from "./layouts.ts";
export { sharePicture } from "./picture.ts";
export type * from "./scene.ts";
