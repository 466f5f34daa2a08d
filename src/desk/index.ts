/** The door of the room: the preview in the browser, a report to start from, the house looked over. */
export type { Preview, PreviewSettings } from "./preview/open.ts";
export { openPreview } from "./preview/open.ts";
