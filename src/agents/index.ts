/** The door of the room: two agents with written rules, replayed session by session into a ledger. */
export { agentsJsonSchema, decodeRules } from "./rules.ts";
export type { Rules } from "./rules.ts";
export type { Sources } from "./input.ts";
export { AGENTS, runAt, runOf } from "./run.ts";
export { replayer } from "./replay.ts";
