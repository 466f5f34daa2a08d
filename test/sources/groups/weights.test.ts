import { describe, expect, it } from "vitest";
import { weightEntry } from "../../../src/sources/groups/member-entry.ts";
import { linesReader, openLines } from "../../../src/sources/index.ts";
import { catalogOf } from "../fixture.ts";
import { file, group, panel, readGroup } from "./fixture.ts";

const ROWS = file("AAA 2025-05-22 5", "BBB 2025-05-22 7", "CCC 2025-05-22 9");
const LIST = `Holdings of the fund
"As of","May 05, 2025"

Ticker,Kind,Value
AAA,Equity,"4,100,000.50"
USD,Cash,"12.00"
BBB,Equity,-
CCC,Equity,"2,900,000.00"
`;
const members = {
  file: "list.csv",
  "skip-lines": 2,
  where: { Kind: "Equity" },
  columns: { id: "Ticker", weight: "Value" },
  missing: ["-"],
  thousands: ",",
};

describe("the weights of a group", () => {
  it("stand on lines of the list", () => {
    const found = panel(readGroup({ "g.csv": ROWS, "list.csv": LIST }, { members }));
    expect(found.members).toMatchObject([
      { id: "aaa", weight: 4_100_000.5, line: 5 },
      { id: "bbb", weight: null, line: 7 },
      { id: "ccc", weight: 2_900_000, line: 8 },
    ]);
    expect(found.list).toMatchObject({ file: "list.csv", column: "Value", publisher: "P" });
    expect(found.list?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("are read from there a second way, each from its own line only", () => {
    const entry = catalogOf(group({ members })).groups.get("g") ?? expect.fail();
    const lines = openLines(new TextEncoder().encode(LIST), "utf-8");
    const weight = weightEntry(entry, "aaa") ?? expect.fail();
    const read = linesReader(lines, weight);
    expect(read("g.aaa.weight", 5)).toBe(4_100_000.5);
    expect(read("g.aaa.weight", 8)).toBeNull();
    expect(read("g.ccc.weight", 5)).toBeNull();
  });

  it("have no lines where the catalogue tells them, or nobody does", () => {
    const told = { aaa: { name: "A", weight: 5 }, bbb: { name: "B" }, ccc: { name: "C" } };
    const found = panel(readGroup(ROWS, { members: told }));
    expect(found.list).toBeUndefined();
    expect(found.members[0]).toEqual({ id: "aaa", name: "A", sector: null, weight: 5 });
    const entry = catalogOf(group({ members: told })).groups.get("g") ?? expect.fail();
    expect(weightEntry(entry, "aaa")).toBeNull();
    const bare = { ...members, columns: { id: "Ticker" } };
    expect(
      panel(readGroup({ "g.csv": ROWS, "list.csv": LIST }, { members: bare })).list,
    ).toBeUndefined();
  });
});
