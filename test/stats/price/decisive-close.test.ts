import { describe, expect, it } from "vitest";
import { one, run, unsaid } from "../support.ts";
import { around, flat, made, nth } from "./made.ts";

/** A tolerance of one point: fourteen true ranges of 2, halved. */
const before = flat(100, 20);
const decisive = { statistic: "decisive-close", bars: "x", level: 101 };

describe("decisive-close", () => {
  it("is decisive by two closes in a row beyond tolerance", () => {
    const context = made([...before, around(102.5), around(102.6)]);
    const found = one(decisive, context);
    expect(found.value).toBeCloseTo(102.6 / 101 - 1, 12);
    expect(found).toMatchObject({ state: "decisively above", named: { closes: 2 } });
    expect(one(decisive, context, "first")).toMatchObject({ value: 102.5, day: nth(20) });
    expect(one(decisive, context, "closes").value).toBe(2);
    expect(one(decisive, context, "beyond").value).toBe(2);
    expect(one(decisive, context, "decided")).toMatchObject({ value: 102.6, day: nth(21) });
  });

  it("is not by one close, nor by closes within tolerance", () => {
    const first = made([...before, around(102.5)]);
    expect(one(decisive, first).state).toBe("above");
    expect(unsaid(decisive, first, "decided")).toContain("not decisive");
    const near = made([...before, around(101.5), around(101.5), around(101.5)]);
    expect(one(decisive, near).state).toBe("above");
    expect(one(decisive, near, "closes").value).toBe(3);
    expect(one(decisive, near, "beyond").value).toBe(0);
  });

  it("stays decisive until a close on the other side", () => {
    const back = [...before, around(102.5), around(102.6), around(101.2)];
    expect(one(decisive, made(back)).state).toBe("decisively above");
    expect(one(decisive, made(back), "beyond").value).toBe(0);
    expect(one(decisive, made([...back, around(100)])).state).toBe("below");
  });

  it("holds a close that prints as the level for one on it", () => {
    // Two decimals: 101.004 prints as 101.00.
    const found = made([...before, around(102), around(101.004)]);
    expect(one(decisive, found).state).toBe("at");
    expect(one(decisive, found, "closes").value).toBe(1);
    expect(one(decisive, made([...before, around(101.006)])).state).toBe("above");
  });

  it("takes a margin and a count of the author's own", () => {
    // Two percent of 90 is 1.8: 92 stands beyond 91.8, 91.7 does not.
    const own = { ...decisive, level: 90, margin: 0.02, closes: 3 };
    const falling = [...before, around(89), around(92), around(92), around(92)];
    expect(one(own, made(falling)).state).toBe("decisively above");
    expect(one(own, made([...falling.slice(0, -1), around(91.7)])).state).toBe("above");
  });

  it("takes the level of another fact and cites its rows", () => {
    const facts = { high: { statistic: "swing-high", bars: "x", on: nth(3) } };
    const found = one({ ...decisive, level: "high" }, made(before, { facts }));
    // The high of 101 lies one point above, which is within tolerance.
    expect(found).toMatchObject({ state: "below" });
    expect(found.value).toBeCloseTo(100 / 101 - 1, 12);
    expect(found.cites.at(-1)).toMatchObject({ series: "x.high", value: 101 });
  });

  it("tells a close on the level as such", () => {
    const found = one({ ...decisive, level: 100 }, made(before));
    expect(found).toMatchObject({ value: 0, state: "at" });
  });

  it("withholds a run with a suspect session in it", () => {
    const bars = [...before, around(102.5), around(102.6), around(102.6)];
    expect(() => run(decisive, made(bars, { suspect: [nth(21)] }))).toThrow("no figures between");
  });
});
