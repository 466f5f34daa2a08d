import { describe, expect, it } from "vitest";
import { addSessions, day } from "../../src/model/index.ts";
import { bars, catalogOf, folderWith } from "./fixture.ts";
import { readSeries } from "../../src/sources/index.ts";

describe("readSeries", () => {
  it("reads seven thousand daily rows in a moment", () => {
    let date = day("1998-01-02");
    const rows = Array.from({ length: 7000 }, (_, index) => {
      const close = 100 + Math.sin(index / 50) * 20;
      const row = `${date},${close - 0.5},${close + 1},${close - 1},${close},${1000 + index}`;
      date = addSessions(date, 1);
      return row;
    });
    const folder = folderWith({ "x.csv": `date,open,high,low,close,volume\n${rows.join("\n")}\n` });
    const catalog = catalogOf(bars());
    const times = Array.from({ length: 7 }, () => {
      const start = performance.now();
      const found = readSeries(catalog, folder, ["x"]);
      expect(found).toMatchObject({ ok: true, problems: [] });
      return performance.now() - start;
    });
    // About 25 ms on an idle machine; the limit leaves room for a busy one.
    expect(Math.min(...times)).toBeLessThan(150);
  });
});
