import type { Basis, Unit } from "../model/index.ts";
import type { Explanation, Found, Row } from "./explain.ts";

/** How many rows a person wants to see before "and n more". */
export const SHOWN_ROWS = 12;

/** The explanation as a page of text, rows beyond `most` counted and not shown. */
export function explanationText(explanation: Explanation, most = SHOWN_ROWS): string {
  const { id, asked, method, asOf, published, found, withheld } = explanation;
  const head = withheld === null ? [] : [`${id} is withheld: ${withheld}`];
  const options = method.options.map(([name, value]) => `${name}: ${value}`).join(", ");
  const lines = [
    ...head,
    ...(found === null ? [] : foundLines(id, found, most)),
    ...pair("means", method.part),
    ...pair("method", `${method.statistic}${options === "" ? "" : ` (${options})`}`),
    ...pair("", method.text),
    ...pair("after", method.definition),
    ...pair("asked in", `${asked.file}:${asked.line}`),
    ...pair("known by", `${asOf}${published === asOf ? "" : `, published ${published}`}`),
  ];
  return lines.join("\n");
}

function foundLines(id: string, found: Found, most: number): readonly string[] {
  const printed = found.printed.map((each) => `“${each}”`).join(", ");
  const { from, to } = found.window;
  return [
    `${id}: ${valueWords(found.value, found.unit)}`,
    ...pair("printed", printed === "" ? "not said in this edition" : printed),
    ...pair("about", `${found.about}, ${found.day}${basisWords(found.basis)}`),
    ...pair("working", found.working),
    ...(from === to ? [] : pair("window", `${from} to ${to}`)),
    ...pair("size", rankWords(found)),
    ...pair("state", found.state ?? ""),
    ...found.sources.flatMap((each) =>
      pair(
        "source",
        `${each.name} (${each.column}), ${each.publisher}${each.sample ? ", sample data" : ""}${each.url === null ? "" : `, ${each.url}`}`,
      ),
    ),
    ...rowLines(found.rows, most),
    ...blockLines(found.blocks),
  ];
}

function rowLines(rows: readonly Row[], most: number): readonly string[] {
  const { first, more, last } = cappedRows(rows, most);
  const width = Math.max(...[...first, ...last].map((each) => place(each).length), 0);
  const line = (each: Row): string => {
    const late = each.released !== null && each.released !== each.day;
    const released = late ? `  out ${each.released}` : "";
    return `${place(each).padEnd(width)}  ${each.day}  ${exact(each.value)}${released}`;
  };
  const between = more === 0 ? [] : [`and ${more} more`];
  const lines = [...first.map(line), ...between, ...last.map(line)];
  return lines.flatMap((each, index) => pair(index === 0 ? "rows" : "", each));
}

/** "played again  iwm.csv:3900-6289  2390 rows of iwm.close, 2014-12-19 to 2025-05-23" */
function blockLines(blocks: Found["blocks"]): readonly string[] {
  const lines = blocks.map(({ series, file, lines: [first, last], days: [from, to], rows }) => {
    return `${file}:${first}-${last}  ${rows} rows of ${series}, ${from} to ${to}`;
  });
  return lines.flatMap((each, index) => pair(index === 0 ? "played" : "", each));
}

/** A value mostly rests on the ends of its window: the first rows and the last ones are shown. */
export function cappedRows(
  rows: readonly Row[],
  most: number,
): { readonly first: readonly Row[]; readonly more: number; readonly last: readonly Row[] } {
  if (rows.length <= most) return { first: rows, more: 0, last: [] };
  const head = Math.ceil(most / 2);
  return { first: rows.slice(0, head), more: rows.length - most, last: rows.slice(head - most) };
}

/** "0.2821, which is 28.21 percent"; "106,812,345 (shares)". */
export function valueWords(value: number, unit: Unit): string {
  if (unit === "ratio") return `${exact(value)}, which is ${exact(clip(value * 100))} percent`;
  return unit === "index" ? exact(value) : `${exact(value)} (${unit})`;
}

function clip(value: number): number {
  return Number(value.toPrecision(12));
}

/** The number as it is, with commas between thousands so that it can be read. */
export function exact(value: number): string {
  const [whole = "", fraction] = String(clip(value)).split(".");
  const grouped = whole.includes("e") ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export function basisWords(basis: Basis): string {
  switch (basis) {
    case "close":
      return ", on closes";
    case "intraday":
      return ", intraday";
    case "reported":
      return "";
  }
}

export function rankWords({ rank }: Found): string {
  if (rank === null) return "";
  const share = Math.round(rank.share * 100);
  return `larger than ${share} in 100 of the ${rank.of} changes of this measure before it`;
}

function place({ file, line }: Row): string {
  return `${file}:${line}`;
}

function pair(label: string, text: string): readonly string[] {
  return text === "" ? [] : [`  ${label.padEnd(9)}${text}`];
}
