import type { Chart } from "../model/index.ts";
import { drawing } from "./chart.ts";
import { chartFaceRules } from "./faces.ts";
import type { Look } from "./look.ts";
import { readSvg } from "./read/svg.ts";

/** A chart as a picture of its own, with its font inside it: for slides and other people's pages. */
export function chartFile(chart: Chart, look: Look): string {
  const words = readSvg(chart.wide)
    .labels.map((each) => each.text)
    .join(" ");
  const dressed = drawing(chart, "wide");
  const style = `<style>${styleOf(words, look)}</style>`;
  return `${dressed.replace(/^<svg([^>]*)>/, (_all, rest: string) => `<svg${withNamespace(rest)}>${style}`)}\n`;
}

/** Single quotes only: the drawing may be put into an attribute. */
function styleOf(words: string, look: Look): string {
  return `${chartFaceRules(words, look.fonts)}\n${look.chartStyle}`.replaceAll('"', "'");
}

function withNamespace(attributes: string): string {
  return attributes.includes(" xmlns=")
    ? attributes
    : ` xmlns="http://www.w3.org/2000/svg"${attributes}`;
}
