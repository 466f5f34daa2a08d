/** The door of the room: reports opened, editions composed and written. */
export { compose } from "./compose.ts";
export type { Occasion } from "./compose.ts";
export { explainFact } from "./explain.ts";
export type { Explanation, Found, Method, Row, RowSource } from "./explain.ts";
export {
  basisWords,
  cappedRows,
  exact,
  explanationText,
  rankWords,
  valueWords,
} from "./explain-text.ts";
export {
  accountsOf,
  highlightsJsonSchema,
  highlightsPage,
  tellHighlights,
  writeHighlightsPage,
} from "./highlights/index.ts";
export type { Account } from "./highlights/index.ts";
export { keepReceipt, standing, unchanged } from "./receipt.ts";
export type { Asked, Receipt } from "./receipt.ts";
export { compiledOnDisk } from "./compiled-store.ts";
export { columnsOnDisk } from "./library.ts";
export { occasionOf, openReport } from "./open.ts";
export type { Choice, Opened } from "./open.ts";
export { nothingKept } from "./kept.ts";
export type { Kept } from "./kept.ts";
export { loadMaterials } from "./load.ts";
export type { Materials } from "./load.ts";
export { houseLook, lookOf } from "./look.ts";
export { artefactsOf, produce } from "./produce.ts";
export {
  HOUSE,
  projectAround,
  reportFolder,
  reportNames,
  shown,
  templatePath,
  writableRoot,
} from "./project.ts";
export type { Project } from "./project.ts";
export { reportJsonSchema } from "./schema.ts";
export { subjectsOf } from "./subject.ts";
export { undecided } from "./accept.ts";
