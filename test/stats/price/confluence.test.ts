import { describe, expect, it } from "vitest";
import { one, run } from "../support.ts";
import { flat, made } from "./made.ts";

/** Every true range is 2: levels may lie 2 apart and √5 × 2 = 4.47 away from the close of 100. */
const bars = flat(100, 20);
const at = (price: number) => ({ statistic: "level", bars: "x", at: price });
const meeting = { statistic: "confluence", bars: "x", of: ["one", "two"] };

function context(one: number, two: number) {
  return made(bars, { facts: { one: at(one), two: at(two) } });
}

describe("confluence", () => {
  it("tells how far apart two levels lie that meet above the price", () => {
    const found = one(meeting, context(104, 103));
    expect(found.value).toBeCloseTo(104 / 103 - 1, 12);
    expect(found).toMatchObject({ state: "resistance", named: { levels: 2 } });
    expect(one(meeting, context(104, 103), "low").value).toBe(103);
    expect(one(meeting, context(104, 103), "high").value).toBe(104);
  });

  it("is support where both lie under the price", () => {
    expect(one(meeting, context(97, 96)).state).toBe("support");
    // 97 / 100 − 1: the nearer of the two.
    expect(one(meeting, context(97, 96), "distance").value).toBeCloseTo(-0.03, 12);
    expect(one(meeting, context(97, 96), "distance").state).toBe("below");
  });

  it("withholds levels more than a mean true range apart", () => {
    expect(one(meeting, context(103, 105)).value).toBeCloseTo(105 / 103 - 1, 12);
    expect(() => run(meeting, context(103, 105.1))).toThrow("the levels lie apart");
  });

  it("withholds levels far from the price", () => {
    expect(one(meeting, context(104.4, 105)).state).toBe("resistance");
    expect(() => run(meeting, context(104.5, 105))).toThrow("far from the price");
  });

  it("withholds where the price lies between them", () => {
    expect(() => run(meeting, context(99.5, 100.5))).toThrow("between the levels");
    expect(() => run(meeting, context(100, 101))).toThrow("between the levels");
  });

  it("withholds where one of them is withheld", () => {
    const facts = { one: at(103), two: { statistic: "swing-low", bars: "x" } };
    expect(() => run(meeting, made(bars, { facts }))).toThrow("is withheld");
  });

  it("withholds where the usual range is not known", () => {
    const facts = { one: at(103), two: at(104) };
    expect(() => run(meeting, made(flat(100, 10), { facts }))).toThrow("too few sessions");
  });
});
