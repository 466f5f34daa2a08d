/** The door of the room: the preview in the browser, a report to start from, the house looked over. */
export type { Preview, PreviewSettings } from "./preview/open.ts";
export { openPreview } from "./preview/open.ts";
export type { Check, House } from "./doctor.ts";
export { lookOver } from "./doctor.ts";
export type { NewReport } from "./new-report.ts";
export { newReport } from "./new-report.ts";
