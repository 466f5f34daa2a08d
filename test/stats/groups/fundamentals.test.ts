import { describe, expect, it } from "vitest";
import type { Figures, Panel } from "../../../src/model/index.ts";
import { day } from "../../../src/model/index.ts";
import { one } from "../support.ts";
import { contextWith, groupOf, sessionsFrom } from "./made.ts";

const DAYS = [...sessionsFrom("2024-05-20", 5), ...sessionsFrom("2025-05-19", 5)];
const LAST = "2025-05-23";

/** By member: [day, released, value]. */
type Told = readonly (readonly [string, string, number])[];

function figures(unit: Figures["unit"], told: readonly Told[]): Figures {
  return {
    unit,
    precision: 2,
    source: { file: "figures.csv", column: "value", publisher: "test", url: null, hash: "" },
    points: told.map((own, member) =>
      own.map(([on, released, value], at) => ({
        day: day(on),
        released: day(released),
        value,
        line: 2 + 10 * member + at,
      })),
    ),
  };
}

const yearly = (before: number, now: number): Told => [
  ["2024-03-31", "2024-05-10", before],
  ["2025-03-31", "2025-05-12", now],
];
const closes = (before: number, now: number) => ({
  closes: [...Array.from({ length: 5 }, () => before), ...Array.from({ length: 5 }, () => now)],
});
const plain = groupOf(DAYS, {
  a: closes(20, 40),
  b: closes(10, 20),
  c: closes(30, 30),
  d: closes(10, 5),
});
const panel: Panel = {
  ...plain,
  figures: new Map([
    ["earnings", figures("price", [yearly(2, 2), yearly(1, 2), yearly(3, 1), yearly(1, -1)])],
    [
      "sales",
      figures("count", [yearly(100, 110), yearly(100, 130), yearly(100, 90), yearly(100, 120)]),
    ],
    [
      "margin",
      figures("ratio", [yearly(0.1, 0.2), yearly(0.1, 0.3), yearly(0.1, 0.1), yearly(0.1, -0.1)]),
    ],
    [
      "equity-return",
      figures("ratio", [yearly(0.1, 0.1), yearly(0.1, 0.4), yearly(0.1, 0.2), yearly(0.1, -0.2)]),
    ],
  ]),
};
const context = contextWith(panel, LAST);
const rated = (by: string, more: object = {}) => ({ statistic: "rating", group: "g", by, ...more });

describe("ratings by what members report", () => {
  it("values by earnings over the close, so that a loss ranks last", () => {
    // 2/40 = 5 %, 2/20 = 10 %, 1/30 = 3.3 %, −1/5 = −20 %
    expect(one(rated("valuation", { place: 1 }), context)).toMatchObject({ series: "g.b.close" });
    expect(one(rated("valuation", { place: 1 }), context, "measure").value).toBeCloseTo(0.1, 12);
    expect(one(rated("valuation", { place: -1 }), context)).toMatchObject({ series: "g.d.close" });
    // (5 + 3.333…) / 2
    expect(one(rated("valuation"), context, "median").value).toBeCloseTo(0.0416667, 7);
    const { cites } = one(rated("valuation", { place: 1 }), context, "measure");
    expect(new Set(cites.map((each) => each.series))).toContain("g.b.earnings");
  });

  it("measures the growth of the multiple from earnings known on each day", () => {
    // a: 10 to 20, +100 %; b: 10 to 10, 0 %; c: 10 to 30, +200 %; d had a loss and is left out
    expect(one(rated("pe-growth", { place: 1 }), context)).toMatchObject({ series: "g.c.close" });
    expect(one(rated("pe-growth", { place: 1 }), context, "measure").value).toBeCloseTo(2, 12);
    expect(one(rated("pe-growth", { member: "b" }), context, "measure").value).toBeCloseTo(0, 12);
    expect(one(rated("pe-growth"), context, "left-out").value).toBe(1);
  });

  it("averages three standings for sales, margin and return on equity", () => {
    // b leads in all three: each 3.5 / 4. c: sales last (0.5/4), margin third (1.5/4), return second (2.5/4)
    expect(one(rated("smr", { place: 1 }), context)).toMatchObject({ series: "g.b.close" });
    expect(one(rated("smr", { place: 1 }), context, "measure").value).toBeCloseTo(0.875, 12);
    expect(one(rated("smr", { member: "c" }), context, "measure").value).toBeCloseTo(0.375, 12);
  });

  it("knows no report before it came out", () => {
    const late: Panel = {
      ...panel,
      figures: new Map([
        [
          "earnings",
          figures(
            "price",
            [2, 2, 1, 1].map((each): Told => [
              ["2025-03-31", "2025-05-12", each],
              ["2025-04-30", "2025-05-26", 99],
            ]),
          ),
        ],
      ]),
    };
    const found = one(rated("valuation", { place: 1 }), contextWith(late, LAST), "measure");
    expect(found.value).toBeCloseTo(0.2, 12);
  });

  it("takes no report that is too old, and says what is not known", () => {
    const old: Panel = {
      ...panel,
      figures: new Map([
        [
          "earnings",
          figures(
            "price",
            [1, 1, 1, 1].map((each): Told => [["2024-09-30", "2024-11-05", each]]),
          ),
        ],
      ]),
    };
    expect(() => one(rated("valuation"), contextWith(old, LAST))).toThrow(
      "only 0 of the 4 members",
    );
    expect(() => one(rated("smr"), contextWith(plain, LAST))).toThrow(
      "the sales of The group are not known",
    );
  });

  it("rates profit against risk", () => {
    // Both gain a tenth; the second by a detour: more risk for the same profit.
    const sessions = sessionsFrom("2025-05-01", 11);
    const smooth = sessions.map((_, at) => 100 + at);
    const made = groupOf(sessions, {
      a: { closes: smooth },
      b: { closes: smooth.map((each, at) => (at % 2 === 1 ? each + 8 : each)) },
      c: { closes: smooth.map(() => 100).map((each, at) => each + (at % 2)) },
    });
    const asked = rated("profit-risk", { sessions: 10 });
    expect(one(asked, contextWith(made))).toMatchObject({
      series: "g.a.close",
      named: { sessions: 10 },
    });
    expect(one({ ...asked, place: -1 }, contextWith(made))).toMatchObject({ series: "g.c.close" });
  });
});
