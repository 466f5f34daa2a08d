import { expect, it } from "vitest";
import type { Day, Series } from "../../src/model/index.ts";
import {
  day,
  isSession,
  known,
  nextPeriod,
  nextRelease,
  nextSession,
  releaseOf,
} from "../../src/model/index.ts";
import { entryOf, loadCatalog, readSeries, rereader } from "../../src/sources/index.ts";
import type { Catalog, Library } from "../../src/sources/index.ts";
import { describeReal, realCatalog } from "./data.ts";

function catalog(): Catalog {
  const loaded = loadCatalog(realCatalog);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value.catalog;
}

function library(folder: string, ids: readonly string[]): Library {
  const found = readSeries(catalog(), folder, ids);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

function one(folder: string, id: string): Series {
  const found = library(folder, [id]).series.get(id);
  if (found === undefined) throw new Error(`no series ${id}`);
  return found;
}

function at(series: Series, date: string): number | undefined {
  return series.points.find((each) => each.day === date)?.value;
}

describeReal("the real catalogue", (folder) => {
  it.each([...catalog().entries.keys()])(
    "reads %s without an error, and every line again",
    (id) => {
      const entry = catalog().entries.get(id);
      const found = readSeries(catalog(), folder, [id]);
      expect(found.problems.filter((each) => each.severity === "error")).toEqual([]);
      if (!found.ok || entry === undefined) throw new Error("refused");
      const bytes = found.value.files.get(entry.file)?.bytes ?? new Uint8Array();
      const again = rereader(bytes, entry);
      for (const series of found.value.series.values()) {
        expect(series.points.length).toBeGreaterThan(5);
        const wrong = series.points.filter((each) => again(series.id, each.line) !== each.value);
        expect(wrong).toEqual([]);
        expect(series.points.every((each) => each.released >= each.day)).toBe(true);
      }
    },
  );

  // The anchors and ranges are those of the README beside the data.
  it("finds the figures its README vouches for", () => {
    const { series } = library(folder, [
      "rut",
      "margin-debt",
      "nfib.optimism",
      "nfib.capex",
      "nfib.hiring",
      "iwm",
    ]);
    const low = series.get("rut.low");
    const high = series.get("rut.high");
    const debt = series.get("margin-debt");
    if (low === undefined || high === undefined || debt === undefined) throw new Error("missing");
    expect(at(low, "2025-04-09")).toBe(1732.99);
    expect(at(high, "2024-11-25")).toBe(2466.49);
    expect(at(high, "2021-11-08")).toBe(2458.86);
    expect(low.points).toHaveLength(2241);
    expect(series.get("iwm.close")?.points).toHaveLength(6287);
    expect(debt.points).toHaveLength(340);
    expect(at(debt, "2025-04-30")).toBe(850_558_000_000);
    expect(at(debt, "2025-01-31")).toBe(937_253_000_000);
    expect(at(debt, "2021-10-31")).toBe(935_862_000_000);
    expect(series.get("nfib.optimism")?.points.at(-1)).toMatchObject({
      day: "2025-04-30",
      value: 95.8,
      released: "2025-05-13",
    });
    expect(series.get("nfib.capex")?.points.at(-1)?.value).toBe(18);
    expect(series.get("nfib.hiring")?.points.at(-1)?.value).toBe(13);
  });

  it("doubts the four Friday closes that the weekly file has otherwise, and nothing else of the index", () => {
    const { series } = library(folder, ["rut", "spx"]);
    const doubted = [...series.values()].flatMap((each) =>
      each.points
        .filter((point) => point.suspect !== undefined)
        .map((point) => `${each.id} ${point.day}`),
    );
    expect(doubted).toEqual([
      "rut.close 2016-12-16",
      "rut.close 2019-04-26",
      "rut.close 2020-11-06",
      "rut.close 2024-02-16",
    ]);
  });

  it("restates short interest over splits, and doubts it without them", () => {
    const nvidia = one(folder, "nvda.short-interest");
    const largest = nvidia.points
      .slice(1)
      .map((each, index) => each.value / (nvidia.points[index]?.value ?? 0));
    expect(Math.max(...largest)).toBeLessThan(2);
    expect(nvidia.points.some((each) => each.suspect !== undefined)).toBe(false);
    const entry = entryOf(catalog(), "nvda.short-interest");
    if (entry === null) throw new Error("no entry");
    const bare: Catalog = {
      file: "c",
      derived: new Map(),
      groups: new Map(),
      entries: new Map([[entry.id, { ...entry, splits: new Map<Day, number>() }]]),
    };
    const found = readSeries(bare, folder, [entry.id]);
    const doubted = found.ok
      ? found.value.series.get(entry.id)?.points.filter((each) => each.suspect !== undefined)
      : undefined;
    // Four for one on 20 July 2021: the settlement after it is the first in doubt, and what came
    // before it cannot be told from there on.
    expect(doubted?.[0]?.day).toBe("2021-07-30");
    expect(doubted?.map((each) => each.day)).toContain("2024-06-14");
  });

  it("gives survey release days in the file that the rule gives too", () => {
    const optimism = one(folder, "nfib.optimism");
    const later = optimism.points.filter((each) => each.day >= "2023-03-31");
    expect(later).toHaveLength(26);
    for (const each of later) expect(releaseOf(optimism.release, each.day)).toBe(each.released);
  });

  it("knows on 23 May 2025 that mid-May short interest comes out on the 27th", () => {
    const spy = one(folder, "spy.short-interest");
    const shown = known(spy, day("2025-05-23"));
    expect(shown.points.at(-1)?.day).toBe("2025-04-30");
    expect(nextRelease(shown, day("2025-05-23"))).toEqual({
      period: "2025-05-15",
      released: "2025-05-27",
    });
    expect(nextRelease(one(folder, "iwm.short-interest"), day("2025-05-23"))).toEqual({
      period: "2025-05-15",
      released: "2025-05-27",
    });
  });

  it("has every settlement day where the rhythm of half-months puts the next one", () => {
    // Without the schedule's own exceptions: vendors date some mid-month values the 15th.
    const { points } = one(folder, "spy.short-interest");
    const odd = points
      .slice(1)
      .filter(
        (each, index) => nextPeriod(points[index]?.day ?? each.day, "half-month") !== each.day,
      );
    expect(points).toHaveLength(177);
    expect(odd.map((each) => each.day)).toEqual([]);
  });
});

/** Sessions of the exchange that the file lacks although it traded; none are known. */
const LACKING: readonly string[] = [];

describeReal("the exchange calendar", (folder) => {
  it.each([
    ["iwm.close", "2000-05-26"],
    ["spy.close", "1993-01-29"],
    ["gspc.close", "1985-01-02"],
    ["rut.close", "2016-06-28"],
    ["spx.close", "2016-06-28"],
  ])("has the sessions of %s since %s, no more and no fewer", (id, from) => {
    // Read as weekly, so that the reader itself leaves no day out.
    const entry = entryOf(catalog(), id);
    if (entry === null) throw new Error("no entry");
    const plain: Catalog = {
      file: "c",
      derived: new Map(),
      groups: new Map(),
      entries: new Map([[entry.id, { ...entry, every: "week", opinion: null }]]),
    };
    const found = readSeries(plain, folder, [id]);
    const days = found.ok ? (found.value.series.get(id)?.points ?? []).map((each) => each.day) : [];
    expect(days[0]).toBe(from);
    expect(days.filter((each) => !isSession(each))).toEqual([]);
    const missing: Day[] = [];
    days.slice(1).forEach((each, index) => {
      for (let due = nextSession(days[index] ?? each); due < each; due = nextSession(due))
        missing.push(due);
    });
    expect(missing).toEqual(LACKING);
    expect(days.length).toBeGreaterThan(2000);
  });
});
