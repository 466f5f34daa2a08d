/** The door of the room: specifications, data and facts in, finished drawings out. */
export { draw } from "./draw.ts";
export { withoutLacking } from "./panels.ts";
export { decodeSpec } from "./decode-spec.ts";
export type { ChartSpec } from "./spec.ts";
export { decodeTheme, themeJsonSchema } from "./theme.ts";
export type { Theme } from "./theme.ts";
export { chartCss, standalone } from "./css.ts";
export type { FontFace } from "./css.ts";
export { compiledFromText, compiledText } from "./compile.ts";
export type { Compiled, CompiledCharts } from "./compile.ts";
export type { Candle, ChartInput, ChartMark, ChartPoint, ChartSet, Print } from "./input.ts";
