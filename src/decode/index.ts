/** The door of the room: YAML text and a schema in, the complete value or every problem out. */
export { decodeYaml } from "./yaml.ts";
export type { Located } from "./yaml.ts";
export { withValues } from "./edit.ts";
export { keysAt } from "./keys.ts";
export { nearest, meant } from "./nearest.ts";
