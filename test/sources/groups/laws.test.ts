import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addSessions, day } from "../../../src/model/index.ts";
import { readSeries } from "../../../src/sources/index.ts";
import { bars, catalogOf, folderWith } from "../fixture.ts";
import { group, readGroup } from "./fixture.ts";

/** Figures as files write them. */
const figure = fc
  .tuple(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([whole, decimals]) => (whole / 10 ** decimals).toFixed(decimals));
const row = fc.tuple(figure, figure, figure, figure, fc.constantFrom("", "0", "17", "3000000000"));
const member = fc.array(row, { minLength: 1, maxLength: 12 });
const HEADER = "ticker,date,open,high,low,close,volume";

function lines(rows: readonly (readonly string[])[], name: string): readonly string[] {
  const start = day("2024-01-02");
  return rows.map((cells, at) => [name, addSessions(start, at), ...cells].join(","));
}

const NAMES = ["open", "high", "low", "close", "volume"] as const;

describe("the reader of groups", () => {
  it("finds what the reader of bar files finds, figure by figure", () => {
    fc.assert(
      fc.property(
        fc.array(member, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        fc.boolean(),
        (members, end, quoted, mixed) => {
          const all = members.map((rows, at) => lines(rows, `T${at}`));
          const order = mixed ? interleaved(all) : all.flat();
          const text = [HEADER, ...order]
            .map((each) => (quoted ? each.replaceAll(/[^,]+/g, '"$&"') : each) + end)
            .join("");
          const found = readGroup(text, { jumps: "any" });
          if (!found.ok) throw new Error(found.told.join("\n"));
          const folder = folderWith({ "x.csv": text });
          members.forEach((_, at) => {
            const one = catalogOf(
              bars({ where: { ticker: `T${at}` }, jumps: "any", unit: "price" }),
            );
            const alone = readSeries(one, folder, ["x"]);
            if (!alone.ok) throw new Error(JSON.stringify(alone.problems));
            for (const name of NAMES) {
              const [ours, theirs] = [
                found.value.series.get(`g.t${at}.${name}`),
                alone.value.series.get(`x.${name}`),
              ];
              expect(ours?.points).toEqual(theirs?.points);
            }
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("refuses or reads any text, and never throws", () => {
    const cell = fc.constantFrom(
      "AAA",
      "2024-01-02",
      "1.5",
      '"',
      "",
      "x",
      "-1",
      " ",
      "\r",
      "é",
      '"2"',
    );
    const line = fc.array(cell, { maxLength: 9 }).map((cells) => cells.join(","));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (some) => {
        const found = readGroup([HEADER, ...some].join("\n"));
        expect(found.ok || found.told.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("finds the same members in whatever order the catalogue names them", () => {
    const text = [
      HEADER,
      ...lines([["1", "1", "1", "1", ""]], "A"),
      ...lines([["2", "2", "2", "2", "5"]], "B"),
    ];
    const folder = folderWith({ "g.csv": `${text.join("\n")}\n` });
    const named = (ids: readonly string[]) => {
      const members = Object.fromEntries(ids.map((id) => [id, { name: id }]));
      const read = readSeries(catalogOf(group({ members })), folder, ["g"]);
      return read.ok ? read.value.series.get("g.b.close")?.points : null;
    };
    expect(named(["a", "b"])).toEqual(named(["b", "a"]));
  });
});

/** One row of each in turn. */
function interleaved(all: readonly (readonly string[])[]): readonly string[] {
  const longest = Math.max(...all.map((each) => each.length));
  return Array.from({ length: longest }, (_, at) => all.flatMap((each) => each[at] ?? [])).flat();
}
