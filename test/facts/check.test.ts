import { describe, expect, it } from "vitest";
import { checkFacts } from "../../src/facts/index.ts";
import type { Fact } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { cite, factMade, factsMade } from "./made.ts";

const asOf = day("2025-05-23");
const locate = (id: string) => ({ file: `report.yaml of ${id}`, line: 1, column: 1 });
const objections = (...facts: readonly Fact[]) => checkFacts(factsMade(...facts), asOf, locate);

describe("the guard over the facts", () => {
  it("has nothing to say of facts that agree", () => {
    const record = factMade("record", { statistic: "record", value: 120, day: day("2025-01-02") });
    const prior = factMade("record.prior", { value: 110, day: day("2024-01-02") });
    expect(objections(factMade("close"), record, prior)).toEqual([]);
  });

  it.each<readonly [string, Partial<Fact>, string]>([
    ["a correlation beyond one", { unit: "correlation", value: 1.01 }, "no correlation can be"],
    ["a percentile under nothing", { unit: "percentile", value: -0.1 }, "no share of values"],
    ["a percentile over all", { unit: "percentile", value: 1.5 }, "no share of values"],
    [
      "a fall of more than all",
      { unit: "ratio", value: -1.2, recipe: { op: "change", from: at(0), to: at(0) } },
      "a fall of more than all",
    ],
    [
      "a rise out of all measure",
      { unit: "ratio", value: 12, recipe: { op: "change", from: at(0), to: at(0) } },
      "a base this small misleads",
    ],
    ["a price of nothing", { unit: "price", value: 0 }, "no price can be"],
    ["an index below nothing", { value: -3 }, "no price can be"],
    ["shares below nothing", { unit: "shares", value: -5 }, "no number of shares can be"],
    ["half a session", { unit: "sessions", value: 2.5 }, "no count can be"],
    ["a count below nothing", { unit: "count", value: -1 }, "no count can be"],
  ])("refuses %s", (_, more, text) => {
    const found = objections(factMade("a", more));
    expect(found).toMatchObject([{ rule: "contradiction", severity: "error" }]);
    expect(found[0]?.message).toContain(text);
    expect(found[0]?.hint).toContain("notewright explain");
  });

  it.each<readonly [string, Partial<Fact>]>([
    ["a difference of shares below nothing", { unit: "shares", value: -5, recipe: difference() }],
    ["money below nothing", { unit: "money", value: -29.8e9 }],
    ["a net percent below nothing", { unit: "net percent", value: -4 }],
    ["a correlation of one", { unit: "correlation", value: 1 }],
    [
      "a fall of all",
      { unit: "ratio", value: -1, recipe: { op: "change", from: at(0), to: at(0) } },
    ],
  ])("lets pass %s", (_, more) => {
    expect(objections(factMade("a", more))).toEqual([]);
  });

  it("refuses a row after the as-of day, and calls it the statistic's fault", () => {
    const found = objections(factMade("a", { cites: [cite(9, "2025-05-27", 100)] }));
    expect(found[0]?.message).toBe("a cites x.csv:9 of 2025-05-27, after the as-of day 2025-05-23");
    expect(found[0]?.hint).toContain("a fault of the statistic");
  });

  it("refuses a window that runs backwards", () => {
    const window = { from: day("2025-05-01"), to: day("2025-04-01") };
    expect(objections(factMade("a", { window }))[0]?.message).toContain(
      "from 2025-05-01 back to 2025-04-01",
    );
  });

  it("refuses a rise that falls", () => {
    const found = objections(
      factMade("a", { statistic: "change", unit: "ratio", value: 0.1 }),
      factMade("a.from", { value: 110, day: day("2025-04-30") }),
      factMade("a.to", { value: 100 }),
    );
    expect(found[0]?.message).toBe("a is 0.1 although it goes from 110 to 100");
  });

  it("refuses a change that starts after its end", () => {
    const found = objections(
      factMade("a", { statistic: "change", unit: "ratio", value: 0.1 }),
      factMade("a.from", { value: 100, day: day("2025-05-23") }),
      factMade("a.to", { value: 110, day: day("2025-04-30") }),
    );
    expect(found[0]?.message).toContain("starts on 2025-05-23, after its end on 2025-04-30");
  });

  it("refuses a record that passes a later one", () => {
    const found = objections(
      factMade("r", { statistic: "record", value: 120, day: day("2025-01-02") }),
      factMade("r.prior", { value: 110, day: day("2025-02-02") }),
    );
    expect(found[0]?.message).toBe("r of 2025-01-02 cannot pass a record of 2025-02-02");
  });

  it.each([
    ["closes among them", "closes", { value: 6 }, "6 closes among 5 crossings"],
    ["sessions around them", "sessions", { value: 4, unit: "sessions" }, "5 crossings in 4"],
  ] as const)("refuses crossings that do not fit the %s", (_, part, more, text) => {
    const found = objections(
      factMade("cross", { value: 5, unit: "count", statistic: "crossings" }),
      factMade(`cross.${part}`, { unit: "count", ...more }),
    );
    expect(found[0]?.message).toContain(text);
  });

  it("refuses a low above its high", () => {
    const found = objections(
      factMade("range", { unit: "ratio", value: 0.1 }),
      factMade("range.low", { value: 1900 }),
      factMade("range.high", { value: 1700 }),
    );
    expect(found[0]?.message).toBe("range: its low 1900 lies above its high 1700");
  });

  describe("holds a record against the other facts of its series", () => {
    const record = factMade("record", {
      statistic: "record",
      value: 120,
      day: day("2025-01-02"),
      window: { from: day("2000-01-03"), to: asOf },
      basis: "intraday",
      series: "x.high",
    });
    const prior = factMade("record.prior", { value: 110, day: day("2024-01-02") });

    it("refuses a higher value than a record high", () => {
      const other = factMade("top", { value: 121, series: "x.high", basis: "intraday" });
      const found = objections(record, prior, other);
      expect(found[0]?.message).toBe("top (121 on 2025-05-23) lies beyond the record record (120)");
      expect(found[0]?.file).toBe("report.yaml of top");
    });

    it.each<readonly [string, Partial<Fact>]>([
      ["on another basis", { basis: "close" }],
      ["of another series", { series: "y.high" }],
      ["in another unit", { unit: "money" }],
      ["that no row tells", { recipe: { op: "given", value: 121, how: "a round number" } }],
    ])("lets pass a higher value %s", (_, more) => {
      const other = factMade("top", { value: 121, series: "x.high", basis: "intraday", ...more });
      expect(objections(record, prior, other)).toEqual([]);
    });
  });

  it("tells the place of the request whose part is wrong", () => {
    const found = objections(
      factMade("a", {}),
      factMade("a.to", { unit: "correlation", value: 3 }),
    );
    expect(found[0]?.file).toBe("report.yaml of a");
  });

  it("has nothing to say of facts that are withheld", () => {
    const withheld = { kind: "withheld", id: "a", statistic: "last", reason: "it is not there" };
    const facts = new Map([["a", { ...withheld, kind: "withheld" as const }]]);
    expect(checkFacts(facts, asOf, locate)).toEqual([]);
  });
});

function at(of: number) {
  return { op: "value", of } as const;
}

function difference() {
  return { op: "difference", from: at(0), to: at(0) } as const;
}
