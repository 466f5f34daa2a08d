import path from "node:path";
import type { Explanation, Row } from "../../edition/index.ts";
import { basisWords, cappedRows, exact, rankWords, valueWords } from "../../edition/index.ts";
import { fullDay } from "../../pages/index.ts";

/** An explanation in the words and order of the side panel. */
export interface Card {
  readonly id: string;
  readonly printed: readonly string[];
  readonly withheld: string | null;
  /** Name and text, top to bottom. */
  readonly lines: readonly (readonly [string, string])[];
  readonly rows: {
    readonly first: readonly CardRow[];
    readonly more: number;
    readonly last: readonly CardRow[];
  };
  readonly method: {
    readonly statistic: string;
    readonly text: string;
    readonly definition: string;
    readonly options: readonly (readonly [string, string])[];
  };
}

export interface CardRow {
  /** File and line, the file without its folder. */
  readonly place: string;
  readonly file: string;
  readonly day: string;
  readonly value: string;
  readonly released: string;
}

const MOST_ROWS = 12;

export function cardOf(explanation: Explanation): Card {
  const { id, found, method, asked, asOf, published, withheld } = explanation;
  const { first, more, last } = cappedRows(found?.rows ?? [], MOST_ROWS);
  const days =
    published === asOf ? fullDay(asOf) : `${fullDay(asOf)}, published ${fullDay(published)}`;
  const lines: readonly (readonly [string, string])[] = [
    ["Means", method.part],
    ["Value", found === null ? "" : valueWords(found.value, found.unit)],
    ["Of", found === null ? "" : `${found.about}, ${fullDay(found.day)}${basisWords(found.basis)}`],
    ["Working", found?.working ?? ""],
    [
      "Window",
      found === null || single(found.window)
        ? ""
        : `${fullDay(found.window.from)} to ${fullDay(found.window.to)}`,
    ],
    ["Size", found === null ? "" : rankWords(found)],
    ["State", found?.state ?? ""],
    ...(found?.sources ?? []).map((each): readonly [string, string] => [
      "Source",
      `${each.name} from ${each.publisher}${each.sample ? " (sample)" : ""}: ${each.column} in ${each.file}`,
    ]),
    ["Known by", days],
    ["Asked in", `${asked.file}:${asked.line}`],
  ];
  return {
    id,
    printed: found?.printed ?? [],
    withheld,
    lines: lines.filter(([, text]) => text !== ""),
    rows: { first: first.map(rowOf), more, last: last.map(rowOf) },
    method: {
      statistic: method.statistic,
      text: method.text,
      definition: method.definition,
      options: method.options,
    },
  };
}

function single({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return from === to;
}

function rowOf({ file, line, day, value, released }: Row): CardRow {
  return {
    place: `${path.basename(file)}:${line}`,
    file,
    day,
    value: exact(value),
    released: released === null || released === day ? "" : released,
  };
}
