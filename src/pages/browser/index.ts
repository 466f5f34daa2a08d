export type { FoundBrowser, NoBrowser } from "./find.ts";
export { findBrowser } from "./find.ts";
export type { PressSettings } from "./press.ts";
export { openPress, Press } from "./press.ts";
export type { Surroundings } from "./surroundings.ts";
export { surroundings } from "./surroundings.ts";
