import type { Cell } from "./cells.ts";
import { replaceCells, textOfCells, trimCells } from "./cells.ts";
import { sentencesOf } from "./sentences.ts";
import type { Entry, Stage } from "./stage.ts";
import { entryOf, readable, withheldIn } from "./stage.ts";

const TOKEN = "[\uE000-\uF8FF]";
/** "(Chart 2)", "(see Chart 2)" */
const BRACKETED = new RegExp(`\\s?\\((?:see )?(${TOKEN})\\)`, "g");
/** "(…, Chart 2)" */
const APPENDED = new RegExp(`[,;] (?:see )?(${TOKEN})(?=\\))`, "g");

/**
 * What can be said of a paragraph: sentences that say a withheld fact fall out, and are listed;
 * references to charts that cannot be drawn fall out of sentences that read whole without them.
 */
export function kept(cells: readonly Cell[], stage: Stage): readonly Cell[] {
  const referred = replaceCells(withoutLostCharts(cells, stage), /[ \t\n]+$/g, () => "");
  const text = textOfCells(referred);
  const parts = sentencesOf(text).flatMap(({ start, end }) =>
    sayable(text.slice(start, end), stage) ? referred.slice(start, end) : [],
  );
  return trimCells(parts);
}

function withoutLostCharts(cells: readonly Cell[], stage: Stage): readonly Cell[] {
  const without = (found: RegExpMatchArray): string =>
    isLost(entryOf(found[1], stage), stage) ? "" : found[0];
  return replaceCells(replaceCells(cells, BRACKETED, without), APPENDED, without);
}

function isLost(entry: Entry | null, stage: Stage): boolean {
  return entry?.kind === "chart" && !stage.scene.charts.has(entry.chart);
}

function sayable(sentence: string, stage: Stage): boolean {
  const because = withheldIn(sentence, stage);
  const place = placeOfLoss(sentence, stage);
  if (place === null) return true;
  if (/[\p{L}\p{N}]/u.test(sentence) || because.length > 0) {
    stage.dropped.push({ what: "sentence", text: readable(sentence, stage), because, place });
  }
  return false;
}

/** Where the sentence speaks of what is withheld, or leans on a chart that is not there. */
function placeOfLoss(
  sentence: string,
  stage: Stage,
): Extract<Entry, { kind: "chart" | "withheld" }>["place"] | null {
  for (const char of sentence) {
    const entry = entryOf(char, stage);
    if (entry?.kind === "withheld") return entry.place;
    if (entry?.kind === "chart" && isLost(entry, stage)) return entry.place;
  }
  return null;
}

/** Charts referred to, in reading order. */
export function chartsIn(cells: readonly Cell[], stage: Stage): readonly string[] {
  return cells.flatMap((cell) => {
    const entry = entryOf(cell.char, stage);
    return entry?.kind === "chart" ? [entry.chart] : [];
  });
}
