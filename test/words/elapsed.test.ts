import { describe, expect, it } from "vitest";
import { day, daysBetween } from "../../src/model/index.ts";
import { sayElapsed, sayReach } from "../../src/words/index.ts";
import { voice } from "./house.ts";

describe("a length of time", () => {
  it.each([
    [0, "less than a day"],
    [1, "a day"],
    [2, "two days"],
    [6, "six days"],
    [7, "a week"],
    [8, "eight days"],
    [13, "13 days"],
    [14, "two weeks"],
    [15, "two weeks"],
    [16, "just over two weeks"],
    [17, "two and a half weeks"],
    [19, "almost three weeks"],
    [20, "three weeks"],
    [37, "just over five weeks"],
    [42, "six weeks"],
    [56, "eight weeks"],
    [58, "just over eight weeks"],
    [59, "two months"],
    [68, "just over two months"],
    [78, "two and a half months"],
    [91, "three months"],
    [180, "six months"],
    [365, "a year"],
    [375, "just over a year"],
    [400, "13 months"],
    [548, "a year and a half"],
    [690, "23 months"],
    [731, "two years"],
    [780, "just over two years"],
    [914, "two and a half years"],
    [997, "almost three years"],
    [1826, "five years"],
    [3652, "ten years"],
    [5000, "more than 13 years"],
    [5100, "14 years"],
    [5080, "almost 14 years"],
  ])("of %d days is %s", (days, said) => {
    expect(sayElapsed(days, voice)).toBe(said);
  });

  it("says the waits of the small-caps note", () => {
    const since = (from: string): string =>
      sayElapsed(daysBetween(day(from), day("2025-05-27")), voice);
    expect(since("2025-03-10")).toBe("two and a half months");
    expect(since("2022-08-31")).toBe("almost three years");
    expect(since("2020-04-30")).toBe("five years");
  });

  it("claims no more than is true, for every day of forty years", () => {
    let least = 0;
    for (let days = 1; days <= 14_610; days++) {
      const text = sayElapsed(days, voice);
      const { sense, said, slack } = read(text);
      if (sense === "almost") expect(days, text).toBeLessThan(said);
      else if (sense === "more") expect(days, text).toBeGreaterThan(said);
      else expect(Math.abs(days - said), `${days}: ${text}`).toBeLessThanOrEqual(slack);
      if (sense === "plain") {
        expect(said, `${days}: ${text}`).toBeGreaterThanOrEqual(least);
        least = said;
      }
    }
  });

  it("is refused where it is none", () => {
    expect(() => sayElapsed(-1, voice)).toThrow(RangeError);
    expect(() => sayElapsed(1.5, voice)).toThrow(RangeError);
  });
});

const UNITS: Readonly<Record<string, { days: number; slack: number }>> = {
  day: { days: 1, slack: 0 },
  week: { days: 7, slack: 1 },
  month: { days: 30.4375, slack: 16 },
  year: { days: 365.25, slack: 37 },
};
const NUMBERS = ["", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** Reads the words as a reader would: number, unit, half, and the side that is claimed. */
function read(text: string): { sense: "plain" | "almost" | "more"; said: number; slack: number } {
  const bare = text.replace(/^(almost|just over|more than) /, "");
  const sense = bare === text ? "plain" : text.startsWith("almost") ? "almost" : "more";
  const number = bare.split(" ")[0] ?? "";
  const unit = UNITS[/(day|week|month|year)/.exec(bare)?.[0] ?? ""];
  if (unit === undefined) throw new Error(`no unit in "${text}"`);
  const count = NUMBERS.includes(number) ? NUMBERS.indexOf(number) : Number(number);
  const half = bare.includes("and a half");
  return {
    sense,
    said: (count + (half ? 0.5 : 0)) * unit.days,
    slack: half ? unit.days / 5 + 8 : unit.slack,
  };
}

describe("the reach of a low or high", () => {
  it.each([
    [6, "six-month"],
    [11, "11-month"],
    [12, "one-year"],
    [23, "one-year"],
    [24, "two-year"],
    [193, "16-year"],
  ])("over %d months is %s", (months, said) => {
    expect(sayReach(months, voice)).toBe(said);
  });
});
