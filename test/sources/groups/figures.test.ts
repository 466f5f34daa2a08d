import { describe, expect, it } from "vitest";
import { knownPanel, day } from "../../../src/model/index.ts";
import { figureEntry, linesReader, openLines } from "../../../src/sources/index.ts";
import { catalogOf } from "../fixture.ts";
import { file, group, panel, readGroup } from "./fixture.ts";

const ROWS = file("AAA 2025-05-22 5", "BBB 2025-05-22 7", "CCC 2025-05-22 9");
const FIGURES = `ticker,quarter,released,eps
AAA,2024-12-31,2025-02-10,1.20
AAA,2025-03-31,2025-05-12,1.25
BBB,2025-03-31,2025-05-30,-0.40
ZZZ,2025-03-31,2025-05-30,9
CCC,2025-03-31,2025-05-12,
`;
const figures = {
  file: "figures.csv",
  columns: { member: "ticker", day: "quarter", released: "released" },
  values: { earnings: { column: "eps", unit: "price", precision: 2 } },
};

describe("figures that members report", () => {
  it("stand by member with the day they came out, and count from then on", () => {
    const found = panel(readGroup({ "g.csv": ROWS, "figures.csv": FIGURES }, { figures }));
    const earnings = found.figures?.get("earnings");
    expect(earnings?.points.map((each) => each.map(({ value, line }) => [value, line]))).toEqual([
      [
        [1.2, 2],
        [1.25, 3],
      ],
      [[-0.4, 4]],
      [],
    ]);
    const then = knownPanel(found, day("2025-05-22")).figures?.get("earnings");
    expect(then?.points.map((each) => each.length)).toEqual([2, 0, 0]);
  });

  it("are read from their lines a second way", () => {
    const entry = catalogOf(group({ figures })).groups.get("g") ?? expect.fail();
    const lines = openLines(new TextEncoder().encode(FIGURES), "utf-8");
    const read = linesReader(lines, figureEntry(entry, "bbb", "earnings") ?? expect.fail());
    expect(read("g.bbb.earnings", 4)).toBe(-0.4);
    expect(read("g.bbb.earnings", 3)).toBeNull();
  });

  it("are refused with line and column where they make no sense", () => {
    const wrong = FIGURES.replace("2025-02-10", "2024-02-10").replace("1.25", "1.2x");
    const found = readGroup({ "g.csv": ROWS, "figures.csv": wrong }, { figures });
    expect(found.ok).toBe(false);
    expect(found.told.join("\n")).toContain("cannot have come out on 2024-02-10");
    const other = { ...figures, values: { close: { column: "eps", unit: "price", precision: 2 } } };
    expect(() => catalogOf(group({ figures: other }))).toThrow("is a column of the group already");
    const gone = readGroup({ "g.csv": ROWS, "figures.csv": "ticker,quarter,eps\n" }, { figures });
    expect(gone.told.join("\n")).toMatch(/no column|no rows/);
  });
});
