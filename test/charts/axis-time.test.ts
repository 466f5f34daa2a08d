import { describe, expect, it } from "vitest";
import { timeTicks } from "../../src/charts/axis-time.ts";
import { widthOf } from "../../src/charts/measure.ts";
import { day, daysBetween } from "../../src/model/index.ts";
import { chance } from "./support/walk.ts";

function texts(from: string, to: string, width: number): readonly string[] {
  return ticks(from, to, width).map((each) => each.text);
}

function ticks(from: string, to: string, width: number) {
  const [a, b] = [day(from), day(to)];
  const x = (each: typeof a): number => (daysBetween(a, each) / daysBetween(a, b)) * width;
  return timeTicks(a, b, width, 11.5, x).map((each) => ({ ...each, x: x(each.day) }));
}

describe("labels of the time axis", () => {
  it("are years in a long window", () => {
    expect(texts("2020-05-23", "2025-05-23", 600)).toEqual([
      "2021",
      "2022",
      "2023",
      "2024",
      "2025",
    ]);
  });

  it("leave years out where they would meet", () => {
    expect(texts("1997-01-31", "2025-04-30", 300)).toEqual([
      "2000",
      "2005",
      "2010",
      "2015",
      "2020",
    ]);
  });

  it("are months in a short window, the year at January", () => {
    expect(texts("2024-10-14", "2025-03-20", 600)).toEqual(["Nov", "Dec", "2025", "Feb", "Mar"]);
  });

  it("name the year where the window holds no January", () => {
    expect(texts("2025-02-20", "2025-05-23", 300)[0]).toBe("Mar 2025");
  });

  it("are weeks in a very short one", () => {
    expect(texts("2025-04-24", "2025-05-23", 600)).toEqual(["28 Apr", "5 May", "12 May", "19 May"]);
  });

  it("never meet and never leave the axis, whatever the window", () => {
    const random = chance(5);
    for (let round = 0; round < 300; round++) {
      const from = day("1990-01-01");
      const start = new Date(Date.parse(from) + random() * 9e11).toISOString().slice(0, 10);
      const end = new Date(Date.parse(start) + (30 + random() ** 3 * 12000) * 864e5)
        .toISOString()
        .slice(0, 10);
      const width = 250 + random() * 400;
      let last = 0;
      const found = ticks(start, end, width);
      expect(found.length, `${start} ${end} ${width}`).toBeGreaterThan(0);
      for (const { text, x } of found) {
        const half = widthOf(text, 11.5, 400) / 2;
        expect(x - half).toBeGreaterThanOrEqual(last);
        last = x + half;
      }
      expect(last).toBeLessThanOrEqual(width);
    }
  });
});
