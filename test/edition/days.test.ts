import { describe, expect, it } from "vitest";
import { newestRelease, ordinalOf } from "../../src/edition/days.ts";
import type { Report, Series } from "../../src/model/index.ts";
import { addDays, day } from "../../src/model/index.ts";
import type { Library } from "../../src/sources/index.ts";
import { months, seriesOf } from "../stats/support.ts";
import { sampleMaterials } from "./support/make.ts";

const { report } = sampleMaterials().decoded;
const library = (...series: readonly Series[]): Library => ({
  series: new Map(series.map((each) => [each.id, each])),
  bars: new Map(),
  panels: new Map(),
  files: new Map(),
});
const wanting = (...required: readonly string[]): Report => ({ ...report, required });

describe("the day of an edition that nobody named", () => {
  const prices = seriesOf("rut.close", [["2025-05-23", 1]]);
  const debt = seriesOf("margin-debt", months("2025-03", [1, 2]), {
    every: "month",
    release: { rule: { kind: "session of next month", session: 15 }, exceptions: new Map() },
  });

  it("is the newest release of the series it cannot do without", () => {
    const later = seriesOf("other", [["2025-05-27", 1]]);
    const held = library(prices, debt, later);
    expect(newestRelease(wanting("rut", "margin-debt"), held)).toBe("2025-05-23");
    // April's figures, out on the 15th session of May 2025
    expect(newestRelease(wanting("margin-debt"), held)).toBe("2025-05-21");
  });

  it("is that of all its series where it requires none", () => {
    expect(newestRelease(wanting(), library(debt, prices))).toBe("2025-05-23");
  });

  it("is none where there are no figures", () => {
    expect(newestRelease(wanting("rut"), library(seriesOf("rut.close", [])))).toBeNull();
  });
});

describe("the ordinal of an edition", () => {
  it("goes up by one from week to week, across the New Year as well", () => {
    const first = day("2024-12-06");
    const found = [0, 1, 2, 3, 4, 5].map((week) => ordinalOf(report, addDays(first, 7 * week)));
    expect(found.map((each) => each - (found[0] ?? 0))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("is the same on every day of a week", () => {
    const monday = day("2025-05-19");
    const week = [0, 1, 2, 3, 4, 5, 6].map((each) => ordinalOf(report, addDays(monday, each)));
    expect(new Set(week).size).toBe(1);
  });

  it("counts months for a monthly report", () => {
    const monthly: Report = { ...report, cadence: "month" };
    const found = ["2024-12-31", "2025-01-01", "2025-01-31", "2025-02-01"].map((each) =>
      ordinalOf(monthly, day(each)),
    );
    expect(found.map((each) => each - (found[0] ?? 0))).toEqual([0, 1, 1, 2]);
  });
});
