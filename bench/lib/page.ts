import { shown } from "./figures.ts";
import { machine } from "./process.ts";
import type { Row } from "./row.ts";
import { isMet, ratioOf } from "./row.ts";

/** docs/performance.md. */
export function page(rows: readonly Row[], before: number, after: number): string {
  const notes = rows.flatMap((row) => {
    const reason = REASONS[row.what];
    return isMet(row) || reason === undefined ? [] : [`- **${upper(row.what)}**: ${reason}`];
  });
  return `# Performance

What one note costs, and a universe of stocks, measured by \`node bench/run.ts\`, which writes this page. Each figure is a
median with the least and the most in brackets; ours and its floor were taken in turn, round by
round, so that a busy moment falls on both. The ratio says more than the seconds. A timing is never
a test.

Machine: ${machine()}. Processes that wanted to run in the minute before: ${before.toFixed(1)}, in
the last minute: ${after.toFixed(1)}; on a machine with other work the seconds are too long.

| what | ours | floor | ratio | mark | |
|---|---|---|---|---|---|
${rows.map(cells).join("\n")}

The floors:

${[...new Set(rows.flatMap((row) => (row.floor === null ? [] : [`- ${upper(row.what)}: ${row.floor.what}.`])))].join("\n")}
${notes.length === 0 ? "" : `\n## Marks that are missed\n\n${notes.join("\n")}\n`}
## What makes it fast

- The browser's process is started before anything else is loaded, and is ready when the page is.
- Charts are compiled once: Vega-Lite's work is kept on disk (\`~/.cache/notewright\`, or where
  \`NOTEWRIGHT_CACHE\` points) by specification and version. Only the data are new each week.
- Node keeps compiled code between runs; commands load only what they need.
- The reader that checks the PDF is loaded while the browser prints.
- In the printed drawings marks carry no roles, so that a tagged PDF stays small and quick.
- An edition whose report, house style, data, archive, program and browser are what they were, and
  whose files are as they were written, is not made again; \`--force\` makes it again all the same.
- A group of instruments is read byte by byte into columns, and the columns are kept on disk until the
  file changes (decision 6).
- The preview keeps what each result was made of, and makes anew only what a saved file touches.
`;
}

/** Why a mark may be missed, as far as it is known. */
const REASONS: Readonly<Record<string, string>> = {
  "one note cold, HTML":
    "the floor draws four charts and stops. A note draws each chart twice (wide, and narrow for telephones), finds and checks its facts, renders and proofreads the text and reads the finished page back. Nearly all of it is code that runs once, before the engine has optimised it: the same note made again in the same process takes a third of the time.",
  "the same, its charts never compiled before":
    "the first note of a report also compiles its charts, eight drawings' worth.",
  "one note cold, HTML and PDF":
    "the page must be finished before the browser gets it, so the time for the HTML comes on top. Then the PDF is read back and held against the article; and where its pages are badly filled, as in this edition, it is printed up to five times more with other settings of the type.",
  "peak memory of Node, HTML":
    "garbage that has not been collected yet: Node does not hurry where memory is to be had.",
  "peak memory of Node, HTML and PDF":
    "the library that speaks with the browser and the one that reads the PDF back come on top of the HTML.",
  "2,000 tickers, 2.5 million rows: growth, breadth, RSI and MACD events with odds, from CSV":
    "the floor reads one column of seven and checks nothing. Here every cell is checked, every row put in doubt or cleared, the file's fingerprint taken, and the columns written to disk for the next time.",
  "the same from the column cache":
    "reading 120 MB of columns takes half as long as reading the text; the other half is the reckoning itself, which asks for more than the floor's two indicators.",
  "template edit, warm, to finished HTML and PDF":
    "the PDF is read back and held against the article before it may be seen; and where its pages are badly filled, as in this edition, it is printed up to five times more with other settings of the type.",
};

function cells(row: Row): string {
  const { what, ours, floor, unit } = row;
  const ratio = ratioOf(row);
  const held = floor === null ? "" : shown(floor.figures, unit);
  const times = ratio === null ? "" : `${ratio.toFixed(2)} ×`;
  return `| ${what} | ${shown(ours, unit)} | ${held} | ${times} | ${markText(row)} | ${verdict(row)} |`;
}

function markText({ mark, unit }: Row): string {
  if (mark.ratio !== undefined) return `≤ ${mark.ratio} × floor`;
  return mark.most === undefined ? "" : `≤ ${mark.most} ${unit}`;
}

/** One row for the terminal. */
export function line(row: Row): string {
  const ratio = ratioOf(row);
  const floor = row.floor === null ? "" : `; floor ${shown(row.floor.figures, row.unit)}`;
  const times = ratio === null ? "" : `; ${ratio.toFixed(2)} ×`;
  const held = markText(row) === "" ? "" : ` (${markText(row)}: ${verdict(row)})`;
  return `${row.what}: ${shown(row.ours, row.unit)}${floor}${times}${held}`;
}

/** Of a row that is there to be compared with there is none. */
function verdict(row: Row): string {
  if (markText(row) === "") return "";
  return isMet(row) ? "met" : "missed";
}

function upper(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
