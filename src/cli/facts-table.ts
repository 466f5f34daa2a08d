import pc from "picocolors";
import type { Account } from "../edition/index.ts";

/** Colours only on a terminal. */
const colours = pc.createColors(process.stdout.isTTY ? pc.isColorSupported : false);

/** Lines longer than this are tiring to read, however wide the terminal is. */
const WIDEST = 110;
const NARROWEST = 40;
const INDENT = 4;
const LABEL = 7;

/** What one statement shows in a terminal. */
type Shown = Pick<Account, "rank" | "sentence" | "why" | "score" | "fact" | "chart">;

/** Statements one under the other: the sentence, why it is there, the line to paste, the chart. */
export function factsTable(accounts: readonly Shown[], columns: number): string {
  const width = Math.max(NARROWEST, Math.min(columns, WIDEST));
  return accounts.map((each) => statement(each, width)).join("\n\n");
}

function statement({ rank, sentence, why, score, fact, chart }: Shown, width: number): string {
  const number = colours.bold(String(rank).padStart(INDENT - 2));
  const [first = "", ...rest] = wrapped(sentence, width - INDENT);
  const told = fact.already === null ? "" : ` (the report has it as ${fact.already})`;
  return [
    `${number}  ${colours.bold(first)}`,
    ...rest.map((each) => " ".repeat(INDENT) + colours.bold(each)),
    ...labelled("why", `${why}; score ${score.toFixed(1)}`, width),
    ...fact.yaml.flatMap((line, place) => labelled(place === 0 ? "fact" : "", line, width)),
    ...(told === "" ? [] : labelled("", told.trim(), width)),
    ...labelled("chart", chartWords(chart), width),
  ].join("\n");
}

function chartWords({ id, mark }: Account["chart"]): string {
  if (id === null) return "none yet; --json and --html give an entry to paste";
  return mark === null ? id : `${id}, which marks it with a ${mark}`;
}

function labelled(label: string, text: string, width: number): readonly string[] {
  const lines = wrapped(text, width - INDENT - LABEL);
  return lines.map((line, place) => {
    const head = (place === 0 ? label : "").padEnd(LABEL);
    return `${" ".repeat(INDENT)}${colours.dim(head)}${line}`;
  });
}

/** Lines of at most the width; a word that is longer stands on a line of its own. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
