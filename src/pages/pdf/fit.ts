import type { Setting } from "../print.ts";
import type { Sheet } from "../read/sheets.ts";

/** Settings tried when the house's own leaves holes, nearest to it first. */
export const NEIGHBOURS: readonly Setting[] = [
  { text: 10.3, leading: 1.42, charts: 152, margin: 46 },
  { text: 10.7, leading: 1.45, charts: 180, margin: 46 },
  { text: 10.4, leading: 1.43, charts: 165, margin: 34 },
  { text: 10, leading: 1.4, charts: 152, margin: 30 },
  { text: 10.2, leading: 1.4, charts: 160, margin: 36 },
];

/** Margins of the sheet in templates/pages/paper.css, in points. */
const TOP = 45.4;
const FOOT = 51;

/** White at a page's foot that nobody minds, as a share of the page. */
const UNNOTICED = 0.18;
/** A last page filled less than this looks forgotten. */
const LEAST = 0.4;

/** Waste that no further try is worth. */
export const GOOD = 0.02;

/** How badly the pages are filled; nought is good. */
export function waste(sheets: readonly Sheet[]): number {
  const last = sheets.length - 1;
  const holes = sheets.map((sheet, index) => {
    const white = whiteOf(sheet);
    if (index < last) return Math.max(0, white - UNNOTICED);
    return last === 0 ? 0 : Math.max(0, LEAST - (1 - white));
  });
  return holes.reduce((sum, each) => sum + each, 0);
}

function whiteOf({ lowest, height }: Sheet): number {
  return Math.max(0, lowest - FOOT) / (height - TOP - FOOT);
}
