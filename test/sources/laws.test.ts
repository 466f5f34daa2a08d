import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSeries } from "../../src/sources/index.ts";
import { catalogOf, entry, folderWith } from "./fixture.ts";

/** Months from January 2000 on with an amount each. */
const table = fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 1, maxLength: 40 });

function rowsOf(amounts: readonly number[]): readonly string[] {
  return amounts.map((each, at) => {
    const month = String((at % 12) + 1).padStart(2, "0");
    return `${2000 + Math.floor(at / 12)}-${month}-28,${each}`;
  });
}

function pointsOf(
  content: string | Uint8Array,
  more: Readonly<Record<string, unknown>> = {},
): readonly (readonly [string, number])[] | null {
  const named = more["file"];
  const file = typeof named === "string" ? named : "x.csv";
  const folder = folderWith({ [file]: content });
  const found = readSeries(catalogOf(entry({ jumps: "any", ...more })), folder, ["x"]);
  if (!found.ok) return null;
  return found.value.series.get("x")?.points.map((each) => [each.day, each.value]) ?? null;
}

const text = (rows: readonly string[], end = "\n"): string =>
  ["date,value", ...rows].map((each) => each + end).join("");

describe("the laws of reading a file", () => {
  it("finds the same figures however the file is written", () => {
    fc.assert(
      fc.property(table, (amounts) => {
        const rows = rowsOf(amounts);
        const plain = pointsOf(text(rows));
        expect(plain?.map(([, value]) => value)).toEqual(amounts);
        const quoted = rows.map((each) => each.replace(/,(\d+)$/, ',"$1"'));
        const turned = rows.map((each) => each.split(",").toReversed().join(","));
        expect(pointsOf(text(rows, "\r\n"))).toEqual(plain);
        expect(pointsOf(`\uFEFF${text(rows)}`)).toEqual(plain);
        expect(pointsOf(text(quoted))).toEqual(plain);
        expect(pointsOf(text(rows).trimEnd())).toEqual(plain);
        expect(pointsOf(text(turned).replace("date,value", "value,date"))).toEqual(plain);
        expect(pointsOf(text(rows).replaceAll(",", ";"), { delimiter: ";" })).toEqual(plain);
        expect(pointsOf(gzipSync(text(rows)), { file: "x.csv.gz" })).toEqual(plain);
      }),
      { numRuns: 25 },
    );
  });

  it("does not ask in which order the rows stand", () => {
    fc.assert(
      fc.property(table, fc.infiniteStream(fc.nat()), (amounts, draws) => {
        const rows = rowsOf(amounts);
        const mixed = rows
          .map((row) => ({ row, at: draws.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ row }) => row);
        expect(pointsOf(text(mixed))).toEqual(pointsOf(text(rows)));
      }),
      { numRuns: 25 },
    );
  });

  it("finds the same after the last row was taken away and put back", () => {
    fc.assert(
      fc.property(table, (amounts) => {
        const rows = rowsOf(amounts);
        const shorter = pointsOf(text(rows.slice(0, -1)));
        expect(shorter ?? []).toEqual(pointsOf(text(rows))?.slice(0, -1));
      }),
      { numRuns: 25 },
    );
  });

  it("never reads a letter, a sign or a second point in an amount as a figure", () => {
    const stray = fc.constantFrom("x", "?", "é", "..", "--", "%", "$", "١", "e", "'");
    fc.assert(
      fc.property(table, fc.nat(), fc.nat(), stray, (amounts, row, place, sign) => {
        const rows = [...rowsOf(amounts)];
        const at = row % rows.length;
        const [date = "", amount = ""] = (rows[at] ?? "").split(",");
        const cut = place % (amount.length + 1);
        rows[at] = `${date},${amount.slice(0, cut)}${sign}${amount.slice(cut)}`;
        expect(pointsOf(text(rows))).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it("refuses a day that the calendar does not have", () => {
    const month = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(month, fc.integer({ min: 0, max: 99 }), (one, two) => {
        const pad = (value: number): string => String(value).padStart(2, "0");
        const real = !Number.isNaN(Date.parse(`2023-${pad(one)}-${pad(two)}T00:00:00Z`));
        const rolls =
          real && new Date(`2023-${pad(one)}-${pad(two)}T00:00:00Z`).getUTCDate() !== two;
        const found = pointsOf(text([`2023-${pad(one)}-${pad(two)},5`]));
        expect(found !== null).toBe(real && !rolls);
      }),
      { numRuns: 80 },
    );
  });
});
