import { article, capital } from "../words/index.ts";
import type { Cell } from "./cells.ts";
import { replaceCells, textOfCells, trimCells } from "./cells.ts";
import { sentencesOf } from "./sentences.ts";
import type { Stage } from "./stage.ts";
import { entryOf, spoken } from "./stage.ts";

const TOKEN = "[\uE000-\uF8FF]";

/** Quotes, dashes, spaces: what a typesetter mends without touching a word. */
export function typeset(cells: readonly Cell[], stage: Stage): readonly Cell[] {
  const spaced = replaceCells(cells, /[ \t\n\u00A0]+/g, ([found]) =>
    found === "\u00A0" ? found : " ",
  );
  const plain = replaceCells(spaced, / (?=[,.;:!?)\]](?!\w))/g, () => "");
  const dashed = replaceCells(plain, /\.\.\.|(?<= )--?(?= )/g, ([found]) =>
    found === "..." ? "…" : "–",
  );
  const shortened = contracted(dashed, stage);
  const quoted = replaceCells(shortened, /["']/g, (found) => quote(found));
  return bound(agreed(stopped(trimCells(quoted), stage), stage), stage);
}

/**
 * "It is" as "it's" where the voice speaks so: between words only, since a sentence may end with "what
 * it is", and not where the long form carries the weight, as in "as it is now".
 */
function contracted(cells: readonly Cell[], stage: Stage): readonly Cell[] {
  const { contractions } = stage.scene.voice.sentences;
  const long = Object.keys(contractions).toSorted((a, b) => b.length - a.length);
  if (long.length === 0) return cells;
  const forms = long.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join("|");
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}’'-])(?<!\\b(?:as|than|what|how|where|when) )(${forms})(?= (?:\\p{L}|${TOKEN}))`,
    "giu",
  );
  return replaceCells(cells, pattern, ([found]) => {
    const short = contractions[found.toLowerCase()] ?? found;
    return /^\p{Lu}/u.test(found) ? capital(short) : short;
  });
}

function quote(found: RegExpMatchArray): string {
  const text = found.input ?? "";
  const before = text[(found.index ?? 0) - 1] ?? " ";
  const opens = /[\s([–—“‘]/.test(before);
  if (found[0] === '"') return opens ? "“" : "”";
  return opens ? "‘" : "’";
}

/** "Acme Inc." at a sentence's end has its full stop already. */
function stopped(cells: readonly Cell[], stage: Stage): readonly Cell[] {
  return replaceCells(cells, new RegExp(`(${TOKEN})\\.(?![.\\w])`, "g"), (found) => {
    const said = spoken(entryOf(found[1], stage));
    return said.endsWith(".") ? (found[1] ?? "") : found[0];
  });
}

/** "an 8 percent fall": the article follows the words that a fact brings. */
function agreed(cells: readonly Cell[], stage: Stage): readonly Cell[] {
  return replaceCells(cells, new RegExp(`\\b([Aa])n?(?= (${TOKEN}))`, "g"), (found) => {
    const entry = entryOf(found[2], stage);
    if (entry === null || entry.kind === "withheld" || entry.kind === "chart") return found[0];
    const agreeing = article(spoken(entry));
    return found[1] === "A" ? agreeing.replace("a", "A") : agreeing;
  });
}

const NOUNS =
  "percent|percentage|points?|million|billion|trillion|sessions?|trading|days?|weeks?|months?|" +
  "quarters?|years?|shares|contracts|times";

/** A figure and its unit stay on one line. */
function bound(cells: readonly Cell[], stage: Stage): readonly Cell[] {
  return replaceCells(cells, new RegExp(`(${TOKEN}) (?=(${NOUNS})\\b)`, "g"), (found) =>
    entryOf(found[1], stage)?.kind === "figure" ? `${found[1] ?? ""}\u00A0` : found[0],
  );
}

/** Places at which a sentence begins, quotes and brackets passed over. */
export function beginnings(cells: readonly Cell[]): ReadonlySet<number> {
  const text = textOfCells(cells);
  const starts = sentencesOf(text).map(({ start }) => {
    const skipped = /^["'“‘([\s]*/.exec(text.slice(start))?.[0].length ?? 0;
    return start + skipped;
  });
  return new Set(starts);
}
