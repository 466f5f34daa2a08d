import { describe, expect, it } from "vitest";
import { decimal, decimalValue, group } from "../../src/words/decimal.ts";

describe("a decimal", () => {
  it.each([
    [0.2815, 1, 2, "28.2"],
    [28.15, 1, 0, "28.2"],
    [1.005, 2, 0, "1.01"],
    [-0.0349, 1, 2, "-3.5"],
    [-0.0004, 1, 2, "0.0"],
    [106_812_345, 1, -6, "106.8"],
    [850_559_000_000, 1, -9, "850.6"],
    [850_559_000_000, 3, -9, "850.559"],
    [640_123, -5, 0, "600000"],
    [650_000, -5, 0, "700000"],
    [49_999_999, 1, -9, "0.0"],
    [1e-7, 1, 2, "0.0"],
    [1e21, 0, -12, "1000000000"],
  ])("prints %d with %d decimals times ten to the %d as %s", (value, digits, power, text) => {
    expect(decimal(value, digits, power)).toBe(text);
  });

  it("stands for a number in the unit it was given in", () => {
    expect(decimalValue(0.2815, 1, 2)).toBe(0.282);
    expect(decimalValue(106_812_345, 1, -6)).toBe(106_800_000);
    expect(Object.is(decimalValue(-0.0004, 1, 2), 0)).toBe(true);
  });

  /**
   * 0.00 to 99.99 and their negatives, at one decimal. By hand: hundredths n; the tenths are the
   * first three of its four digits, one more where the last digit is 5 or above.
   */
  it("rounds every hundredth from 0.00 to 99.99 as a reader does, in every way of saying it", () => {
    for (let n = 0; n < 10_000; n++) {
      const digits = String(n).padStart(4, "0");
      const up = "56789".includes(digits.slice(3)) ? 1 : 0;
      const tenths = Number(digits.slice(0, 3)) + up;
      const body = String(tenths).padStart(2, "0");
      const text = `${body.slice(0, -1)}.${body.slice(-1)}`;
      const written = `${digits.slice(0, 2)}.${digits.slice(2)}`;
      const value = Number(written);
      const share = Number(`${written}e-2`);
      const millions = Number(`${written}e6`);
      const minus = text === "0.0" ? "" : "-";
      expect(decimal(value, 1, 0)).toBe(text);
      expect(decimal(-value, 1, 0)).toBe(minus + text);
      expect(decimal(share, 1, 2)).toBe(text);
      expect(decimal(-share, 1, 2)).toBe(minus + text);
      expect(decimal(millions, 1, -6)).toBe(text);
    }
  });
});

describe("thousands marks", () => {
  it.each([
    ["999", 1000, "999"],
    ["1000", 1000, "1,000"],
    ["2040", 10_000, "2040"],
    ["12345.67", 10_000, "12,345.67"],
    ["1234567", 1000, "1,234,567"],
  ])("writes %s, marked from %d on, as %s", (text, from, marked) => {
    expect(group(text, ",", from)).toBe(marked);
  });

  it("stay away where there is no mark", () => {
    expect(group("1234567", "", 1000)).toBe("1234567");
  });
});
