import { describe, expect, it } from "vitest";
import { one, run, unsaid } from "../support.ts";
import { leg, made, nth } from "./made.ts";

const wave = [...leg(109, 101, 10), ...leg(101, 109, 10)];
const waves = Array.from({ length: 7 }, () => wave).flat();
/** In at place 19, out again after place 159. */
const bars = [...leg(140, 109, 20), ...waves, ...leg(109, 140, 10)];
const range = { statistic: "range", bars: "x" };

describe("range", () => {
  it("finds both bounds, the days and the exit", () => {
    const context = made(bars);
    expect(one(range, context, "low").value).toBe(100);
    expect(one(range, context, "high").value).toBe(110);
    expect(one(range, context).value).toBeCloseTo(0.1, 12);
    expect(one(range, context).state).toBe("up");
    expect(one(range, context, "from")).toMatchObject({ value: 109, day: nth(19) });
    expect(one(range, context, "to")).toMatchObject({ value: 109, day: nth(159) });
    // 109 + 31 / 10
    expect(one(range, context, "exit")).toMatchObject({ value: 112.1, day: nth(160), state: "up" });
  });

  it("tells its length in calendar days", () => {
    // 30 January 2020 (place 19) to 19 August 2020 (place 159): 1 + 29 + 31 + 30 + 31 + 30 + 31 + 19.
    expect([nth(19), nth(159)]).toEqual(["2020-01-30", "2020-08-19"]);
    expect(one(range, made(bars), "months")).toMatchObject({ value: 202, unit: "days" });
  });

  it("tells the share of closes inside with its counts", () => {
    // One wave goes out to a close of 112 in three sessions and back in three; of these six, five
    // close above 110: 110, 111, 112, 111.0, 110, 109 from 109.
    const out = [...leg(109, 112, 3), ...leg(112, 109, 3)];
    const context = made([...leg(140, 109, 20), ...waves, ...out, ...waves, ...leg(109, 140, 10)]);
    const found = one({ ...range, between: [100, 110] }, context, "inside");
    // 1 + 140 + 6 + 140 closes, of which 111, 112 and 111 lie outside.
    expect(found.named).toEqual({ inside: 284, closes: 287 });
    expect(found.value).toBeCloseTo(284 / 287, 12);
  });

  it("is still in where nothing has left it", () => {
    const context = made(bars.slice(0, 160));
    expect(one(range, context).state).toBe("still in");
    expect(unsaid(range, context, "exit")).toBe("x is still in the range");
  });

  it("does not date a range that is older than the data", () => {
    const context = made([...waves, ...leg(109, 140, 10)]);
    expect(unsaid(range, context, "from")).toBe("the range is older than the data");
    expect(unsaid(range, context, "months")).toBe("the range is older than the data");
    expect(one(range, context, "to").day).toBe(nth(139));
  });

  it("withholds where no range lasted half a year", () => {
    expect(() => run(range, made(leg(100, 200, 200)))).toThrow("kept to no range for half a year");
    expect(() => run({ ...range, between: [150, 160] }, made(bars))).toThrow(
      "did not keep between 150 and 160",
    );
  });

  it("takes bounds that are other facts", () => {
    const facts = { floor: { statistic: "level", bars: "x", at: 100 } };
    const found = { ...range, between: ["floor", 110] };
    expect(one(found, made(bars, { facts }), "to").day).toBe(nth(159));
  });
});
