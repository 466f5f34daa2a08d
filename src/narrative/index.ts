/** The door of the room: templates are read, linted, rendered; finished articles are proofread. */
export type { Dropped, Rendered, Scene, SeriesNaming, Spoken } from "./scene.ts";
export type { Partials, SourceText, Template, TemplateKind } from "./template.ts";
export { slotsOf } from "./template.ts";
export { highlightsAsked } from "./counts.ts";
export { HELPERS, signature } from "./helpers.ts";
export { parseTemplate } from "./parse.ts";
export { withGroups } from "./naming.ts";
export { render, renderLine, renderSentences } from "./render.ts";
export { plainText, saidIn } from "./lines.ts";
export type { Known } from "./known.ts";
export { lint } from "./lint.ts";
export type { VoiceContext } from "./voice-file.ts";
export { parseVoiceFile } from "./voice-file.ts";
export type { HouseRules, Repeat } from "./proofread/index.ts";
export { proofread, repeats, repeatsAcross, requiredFields } from "./proofread/index.ts";
export { inTitle } from "./titled.ts";
