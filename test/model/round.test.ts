import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { round, roundText } from "../../src/model/index.ts";

describe("round", () => {
  it("rounds half away from zero on the decimal, as a reader does by hand", () => {
    expect(roundText(28.15, 1)).toBe("28.2");
    expect(roundText(1.005, 2)).toBe("1.01");
    expect(roundText(-2.5, 0)).toBe("-3");
    expect(roundText(0.05, 1)).toBe("0.1");
    expect(roundText(1e21, 0)).toBe("1000000000000000000000");
    expect(roundText(1.5e-7, 7)).toBe("0.0000002");
  });

  it("keeps the digits asked for and has no negative zero", () => {
    expect(roundText(2, 1)).toBe("2.0");
    expect(roundText(-0.04, 1)).toBe("0.0");
    expect(Object.is(round(-0.04, 1), 0)).toBe(true);
  });

  it("rounds to tens and hundreds once, not twice", () => {
    expect(roundText(1449.6, -2)).toBe("1400");
    expect(roundText(1450, -2)).toBe("1500");
    expect(roundText(106_850_000, -5)).toBe("106900000");
  });

  it("agrees with arithmetic on the decimal text for all of 0.00 to 99.99, both signs", () => {
    for (let hundredths = 0; hundredths < 10_000; hundredths++) {
      const up = hundredths % 10 >= 5 ? 1 : 0;
      const tenths = Math.floor(hundredths / 10) + up;
      const wanted = `${Math.floor(tenths / 10)}.${tenths % 10}`;
      expect(roundText(hundredths / 100, 1)).toBe(wanted);
      expect(roundText(-hundredths / 100, 1)).toBe(tenths === 0 ? wanted : `-${wanted}`);
    }
  });

  it("never strays more than half a unit", () => {
    const digits = fc.integer({ min: -3, max: 6 });
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), digits, (value, count) => {
        const unit = 10 ** -count;
        return Math.abs(round(value, count) - value) <= unit / 2 + Math.abs(value) * 1e-12;
      }),
    );
  });

  it("refuses what is no number", () => {
    expect(() => roundText(Number.NaN, 1)).toThrow("NaN");
    expect(() => roundText(Number.POSITIVE_INFINITY, 1)).toThrow("Infinity");
  });
});
