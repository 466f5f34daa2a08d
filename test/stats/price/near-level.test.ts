import { describe, expect, it } from "vitest";
import { one, run } from "../support.ts";
import { flat, made } from "./made.ts";

const at = (price: number) => ({ statistic: "level", bars: "x", at: price });
const facts = {
  floor: at(95),
  cellar: at(90),
  ceiling: at(104),
  here: at(100),
  none: { statistic: "swing-low", bars: "x" },
};
const context = made(flat(100, 20), { facts });
const near = { statistic: "near-level", bars: "x", of: Object.keys(facts) };

describe("near-level", () => {
  it("takes the nearest on either side, and bears its name as its state", () => {
    expect(one(near, context)).toMatchObject({ value: 104, state: "ceiling" });
    expect(one(near, context, "distance").value).toBeCloseTo(0.04, 12);
    expect(one(near, context, "distance").state).toBe("above");
  });

  it("takes the nearest below", () => {
    const below = { ...near, side: "below" };
    expect(one(below, context)).toMatchObject({ value: 95, state: "floor" });
    expect(one(below, context, "distance").value).toBeCloseTo(-0.05, 12);
  });

  it("withholds where no level lies on the side", () => {
    const above = { ...near, of: ["floor", "here", "none"], side: "above" };
    expect(() => run(above, context)).toThrow("none of the levels lies above the last close");
  });

  it("does not hide a name that no fact bears", () => {
    expect(() => run({ ...near, of: ["roof"] }, context)).toThrow('there is no fact "roof"');
  });
});
