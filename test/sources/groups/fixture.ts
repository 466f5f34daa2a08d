import type { Decoded, Panel } from "../../../src/model/index.ts";
import type { Library } from "../../../src/sources/index.ts";
import { readSeries } from "../../../src/sources/index.ts";
import { catalogOf, folderWith } from "../fixture.ts";

const HEADER = "ticker,date,open,high,low,close,volume";

/** A file of a group: rows given as "AAPL 2025-05-21 12.5", every price the same and 100 traded. */
export function file(...rows: readonly string[]): string {
  const lines = rows.map((row) => {
    const [ticker = "", date = "", close = "", volume = "100"] = row.split(" ");
    return [ticker, date, close, close, close, close, volume].join(",");
  });
  return `${[HEADER, ...lines].join("\n")}\n`;
}

/** A catalogue with one group "g", its declarations besides the usual ones. */
export function group(more: Readonly<Record<string, unknown>> = {}): string {
  const usual = {
    name: "Stocks",
    noun: "stocks",
    instrument: "stock",
    ...("files" in more ? {} : { file: "g.csv" }),
    columns: {
      member: "ticker",
      day: "date",
      open: "open",
      high: "high",
      low: "low",
      close: "close",
      volume: "volume",
    },
    precision: 2,
    publisher: "P",
  };
  return JSON.stringify({ series: {}, groups: { g: { ...usual, ...more } } });
}

type Files = Readonly<Record<string, string | Uint8Array>>;

export type Read = Decoded<Library> & { readonly told: readonly string[] };

export function readGroup(
  files: string | Uint8Array | Files,
  more: Readonly<Record<string, unknown>> = {},
  wanted: readonly string[] = ["g"],
): Read {
  const all = typeof files === "string" || files instanceof Uint8Array ? { "g.csv": files } : files;
  const folder = folderWith(all);
  const found = readSeries(catalogOf(group(more)), folder, wanted);
  const told = found.problems.map((each) =>
    `${each.file?.replace(`${folder}/`, "") ?? ""}:${each.line ?? ""}:${each.column ?? ""} ${each.severity} ${each.rule}: ${each.message} -> ${each.hint}`.replaceAll(
      `${folder}/`,
      "",
    ),
  );
  return { ...found, told };
}

export function panel(found: Decoded<Library>): Panel {
  const made = found.ok ? found.value.panels.get("g") : undefined;
  if (made === undefined) throw new Error(found.problems.map((each) => each.message).join("\n"));
  return made;
}

/** Every row of the group as "id day close line". */
export function rows(found: Decoded<Library>): readonly string[] {
  const { members, columns, days } = panel(found);
  return columns.flatMap((each, at) =>
    Array.from(each.close, (close, row) =>
      [members[at]?.id, days[each.day[row] ?? -1], close, each.line[row]].join(" "),
    ),
  );
}
