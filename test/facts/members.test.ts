import { describe, expect, it } from "vitest";
import { bookAt, panelStaleness, trustIn } from "../../src/facts/index.ts";
import type { FactBook } from "../../src/facts/index.ts";
import { day, knownPanel } from "../../src/model/index.ts";
import { UnknownName } from "../../src/stats/index.ts";
import { one } from "../stats/support.ts";
import { panel, readGroup } from "../sources/groups/fixture.ts";

const HEADER = "ticker,date,open,high,low,close,volume";
const TEXT = `${HEADER}
AAA,2025-05-20,5,6,4,5,1
AAA,2025-05-21,5,6,4,7,1
AAA,2025-05-22,5,6,4,6,1
BBB,2025-05-12,2,2,2,2,1
BBB,2025-05-13,3,3,3,3,1
`;

function bookOn(asOf: string): FactBook {
  const found = readGroup(TEXT, { sparse: true });
  if (!found.ok) throw new Error(found.told.join("\n"));
  const shelf = { ...found.value, names: ["g"] };
  return bookAt(shelf, day(asOf), day(asOf));
}

const last = (series: string, book: FactBook, on?: string) =>
  one(
    { statistic: "last", series, ...(on === undefined ? {} : { on }) },
    { ...book, fact: (): never => expect.fail() },
  );

describe("a member of a group", () => {
  it("has series as all others, cut at the as-of day", () => {
    const book = bookOn("2025-05-21");
    expect(book.series("g.aaa.low").points.map((each) => each.day)).toEqual([
      "2025-05-20",
      "2025-05-21",
    ]);
    expect(book.bars("g.aaa").close.points).toHaveLength(2);
    expect(last("g.aaa.high", bookOn("2025-05-20"))).toMatchObject({
      value: 6,
      series: "g.aaa.high",
      cites: [{ file: "g.csv", line: 2 }],
    });
  });

  it("is asked after among its own where nobody bears the name", () => {
    const found = (): unknown => bookOn("2025-05-21").series("g.aab.close");
    expect(found).toThrow(UnknownName);
    try {
      found();
    } catch (error) {
      expect(error instanceof UnknownName && error.choices).toContain("g.aaa.close");
    }
  });

  it("is not trusted on a suspect row, and on others it is", () => {
    const book = bookOn("2025-05-22");
    const trust = trustIn(book);
    expect(trust(last("g.aaa.close", book, "2025-05-21"))).toBe(
      "the row of 2025-05-21 in g.csv:3 is suspect: the close of 2025-05-21 lies outside that day's high and low",
    );
    expect(trust(last("g.aaa.close", book))).toBeNull();
    // The same without the book's shorter way to the rows.
    const { member: _, ...plain } = book;
    expect(trustIn(plain)(last("g.aaa.close", book, "2025-05-21"))).toContain("is suspect");
  });

  it("is stale where others are not, and the group with its last one", () => {
    const book = bookOn("2025-05-22");
    expect(trustIn(book)(last("g.bbb.close", book))).toBe(
      "BBB is stale: nothing has come since 2025-05-13, which was known on 2025-05-13",
    );
    expect(panelStaleness(book.panel("g"), day("2025-05-22"))).toBeNull();
    expect(panelStaleness(book.panel("g"), day("2025-06-22"))).toContain("Stocks is stale");
    const none = knownPanel(panel(readGroup(TEXT, { sparse: true })), day("2020-01-02"));
    expect(panelStaleness(none, day("2020-01-02"))).toBe(
      "nothing of Stocks was known by 2020-01-02",
    );
  });
});
