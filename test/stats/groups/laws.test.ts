import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/model/index.ts";
import { reckon } from "../../../src/model/index.ts";
import type { Request } from "../support.ts";
import { run } from "../support.ts";
import type { MemberMade } from "./made.ts";
import { contextWith, groupOf, sessionsFrom } from "./made.ts";

const DAYS = sessionsFrom("2025-05-12", 14);
const member = fc.record({
  closes: fc.array(fc.integer({ min: 100, max: 900 }), { minLength: 14, maxLength: 14 }),
  volumes: fc.array(fc.integer({ min: 100, max: 900 }), { minLength: 14, maxLength: 14 }),
  weight: fc.integer({ min: 10, max: 900 }),
  sector: fc.constantFrom("Energy", "Health", "Technology"),
});
const members = fc.array(member, { minLength: 3, maxLength: 12 });

const ASKED: readonly Request[] = [
  { statistic: "breadth", group: "g" },
  { statistic: "breadth", group: "g", of: "above-average", sessions: 10 },
  { statistic: "breadth", group: "g", of: "new-high", sessions: 10 },
  { statistic: "ranking", group: "g", over: "1 week", place: 2 },
  { statistic: "ranking", group: "g", over: "1 week", by: "volume", place: -1 },
  { statistic: "group-change", group: "g", over: "1 week", weighting: "size" },
  { statistic: "contribution", group: "g", over: "1 week", by: "sector" },
  { statistic: "group-volume", group: "g", over: "1 week" },
  { statistic: "rating", group: "g", by: "calm", sessions: 12, place: 2 },
];

type Made = readonly (readonly [string, MemberMade])[];

function named(each: readonly MemberMade[]): Made {
  return each.map((one, at) => [`m${at}`, one] as const);
}

/** Every part that can be said, by its name. */
function said(made: Made, asked: Request): ReadonlyMap<string, Finding> {
  const found = run(asked, contextWith(groupOf(DAYS, Object.fromEntries(made), { list: true })));
  return new Map(
    Object.entries(found).flatMap(([part, each]) => ("unsaid" in each ? [] : [[part, each]])),
  );
}

function told(made: Made, asked: Request) {
  return [...said(made, asked)].map(
    ([part, each]) => [part, Number(each.value.toPrecision(9)), each.series, each.state] as const,
  );
}

describe("a group", () => {
  it.each(ASKED)("is the same in whatever order its members stand: $statistic $of $by", (asked) => {
    fc.assert(
      fc.property(members, fc.nat(), (each, turn) => {
        const made = named(each);
        const at = turn % made.length;
        const turned = [...made.slice(at), ...made.slice(0, at)].toReversed();
        expect(told(turned, asked)).toEqual(told(made, asked));
      }),
      { numRuns: 40 },
    );
  });

  it.each(ASKED)("does not mind in what its prices are counted: $statistic $of $by", (asked) => {
    const free = (rows: ReturnType<typeof told>) =>
      rows.filter(([part]) => part !== "from" && part !== "to");
    fc.assert(
      fc.property(members, fc.constantFrom(0.5, 2, 8), (each, by) => {
        const scaled = each.map((one) => ({
          ...one,
          closes: one.closes.map((close) => close * by),
        }));
        expect(free(told(named(scaled), asked))).toEqual(free(told(named(each), asked)));
      }),
      { numRuns: 40 },
    );
  });

  it("has its means and medians between its least and greatest", () => {
    fc.assert(
      fc.property(members, (each) => {
        for (const statistic of ["group-change", "group-volume", "group-size"]) {
          const over = statistic === "group-size" ? {} : { over: "1 week" };
          const found = said(named(each), { statistic, group: "g", ...over });
          const least = found.get("least") ?? found.get("smallest");
          const greatest = found.get("greatest") ?? found.get("largest");
          for (const part of ["", "mean", "weighted", "median"]) {
            const { value } = found.get(part) ?? least ?? expect.fail();
            expect(value).toBeGreaterThanOrEqual(least?.value ?? Number.NaN);
            expect(value).toBeLessThanOrEqual(greatest?.value ?? Number.NaN);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("counts everybody once", () => {
    fc.assert(
      fc.property(members, (each) => {
        for (const asked of ASKED.filter(({ statistic }) => statistic === "breadth")) {
          const found = said(named(each), asked);
          const count = (part: string): number => found.get(part)?.value ?? Number.NaN;
          expect(count("") + count("against") + count("unchanged")).toBe(count("members"));
          expect(count("members") + count("left-out")).toBe(each.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("has every member in one place of its order, and falling figures", () => {
    fc.assert(
      fc.property(members, (each) => {
        const rows = each.map((_, at) =>
          said(named(each), { statistic: "ranking", group: "g", over: "1 week", place: at + 1 }),
        );
        const mains = rows.map((row) => row.get("rank")?.series);
        expect(new Set(mains).size).toBe(each.length);
        const ranks = rows.map((row) => row.get("rank")?.value ?? Number.NaN);
        expect(ranks.every((rank, at) => rank <= at + 1)).toBe(true);
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
      { numRuns: 40 },
    );
  });

  it("is carried by all of its members and sectors together", () => {
    fc.assert(
      fc.property(members, fc.constantFrom("member", "sector"), (each, by) => {
        const asked = { statistic: "contribution", group: "g", over: "1 week", by };
        const count = by === "member" ? each.length : new Set(each.map((one) => one.sector)).size;
        const parts = Array.from({ length: count }, (_, at) =>
          said(named(each), { ...asked, place: at + 1 }).get(""),
        );
        const sum = parts.reduce((all, one) => all + (one?.value ?? Number.NaN), 0);
        expect(sum).toBeCloseTo(said(named(each), asked).get("sum")?.value ?? Number.NaN, 8);
      }),
      { numRuns: 40 },
    );
  });

  it("rates from 1 to 100, the better the lower", () => {
    fc.assert(
      fc.property(members, (each) => {
        const found = each.map((_, at) =>
          said(named(each), { statistic: "rating", group: "g", over: "1 week", place: at + 1 }).get(
            "",
          ),
        );
        const ratings = found.map((one) => one?.value ?? Number.NaN);
        expect(ratings.every((one) => one >= 1 - 1e-9 && one <= 100 + 1e-9)).toBe(true);
        expect(ratings).toEqual(ratings.toSorted((a, b) => a - b));
        const whole = ratings.reduce((all, one) => all + one, 0) / ratings.length;
        expect(whole).toBeCloseTo(50.5, 8);
      }),
      { numRuns: 40 },
    );
  });

  it("proves all it says by the rows it cites", () => {
    fc.assert(
      fc.property(members, fc.constantFrom(...ASKED), (each, asked) => {
        for (const [part, found] of said(named(each), asked)) {
          expect(reckon(found.recipe, found.cites), part).toBe(found.value);
        }
      }),
      { numRuns: 60 },
    );
  });
});
