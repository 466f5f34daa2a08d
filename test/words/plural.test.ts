import { describe, expect, it } from "vitest";
import { article, joinList, ordinal, plural, sayOrdinal } from "../../src/words/index.ts";
import { voice } from "./house.ts";

describe("agreement", () => {
  it.each([
    ["1", "point"],
    ["1.0", "points"],
    ["0", "points"],
    ["2", "points"],
    ["1.6", "points"],
    ["-1", "point"],
    ["1,001", "points"],
  ])("of %s is with %s", (printed, form) => {
    expect(plural(printed, { one: "point", other: "points" })).toBe(form);
  });
});

describe("the article", () => {
  it.each([
    ["8 percent rise", "an"],
    ["80-point fall", "an"],
    ["$8 billion drop", "an"],
    ["11-month low", "an"],
    ["18-year high", "an"],
    ["18,000", "an"],
    ["110-point fall", "a"],
    ["180-day low", "a"],
    ["1.8 percent fall", "a"],
    ["six-month low", "a"],
    ["eight-month low", "an"],
    ["one-year high", "a"],
    ["uptick", "an"],
    ["upsurge", "an"],
    ["unusually high level", "an"],
    ["union", "a"],
    ["euro low", "a"],
    ["hour", "an"],
    ["advance", "an"],
    ["jump", "a"],
    ["increase", "an"],
  ])("before %s is %s", (text, said) => {
    expect(article(text)).toBe(said);
  });
});

describe("a list", () => {
  it("is joined by commas and one and", () => {
    expect(joinList([])).toBe("");
    expect(joinList(["a"])).toBe("a");
    expect(joinList(["a", "b"])).toBe("a and b");
    expect(joinList(["a", "b", "c"])).toBe("a, b and c");
    expect(joinList(["a", "b"], "or")).toBe("a or b");
  });
});

describe("an ordinal", () => {
  it.each([
    [1, "first", "1st"],
    [2, "second", "2nd"],
    [3, "third", "3rd"],
    [10, "tenth", "10th"],
    [11, "11th", "11th"],
    [12, "12th", "12th"],
    [21, "21st", "21st"],
    [111, "111th", "111th"],
    [103, "103rd", "103rd"],
  ])("of %d is %s", (value, words, digits) => {
    expect(sayOrdinal(value, voice)).toBe(words);
    expect(ordinal(value)).toBe(digits);
  });

  it("is refused for what is no rank", () => {
    expect(() => ordinal(1.5)).toThrow(RangeError);
    expect(() => ordinal(-1)).toThrow(RangeError);
  });
});
