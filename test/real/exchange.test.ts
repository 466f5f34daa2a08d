import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import type { Day } from "../../src/model/index.ts";
import {
  addDays,
  day,
  earlyCloseOn,
  isSession,
  median,
  nextSession,
  sessionsBetween,
} from "../../src/model/index.ts";
import { describeReal } from "./data.ts";

/** Lines of a file of prices, cells apart, without the header. */
function cells(file: string): readonly (readonly string[])[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
}

function daysIn(file: string, column: number): readonly Day[] {
  const found = new Set(cells(file).map((row) => row[column]?.slice(0, 10) ?? ""));
  return [...found].toSorted().map(day);
}

/** Every session of the exchange from the first day to the last. */
function sessions(from: Day, to: Day): readonly Day[] {
  const found: Day[] = [];
  for (let at = nextSession(addDays(from, -1)); at <= to; at = nextSession(at)) found.push(at);
  return found;
}

describeReal("the calendar of the exchange", (folder) => {
  const universe = "universe-nasdaq-2014-2024";
  const files: readonly (readonly [file: string, column: number])[] = [
    ["etf-index-daily/GSPC_1985on.csv.gz", 0],
    ["etf-index-daily/SPY.csv.gz", 0],
    ["etf-index-daily/IWM.csv.gz", 0],
    ["etf-index-daily/VIX.csv.gz", 0],
    ["etf-index-daily/largecaps_sectors_2015on.csv.gz", 1],
    ["russell2000-index/RUT_daily.csv", 0],
    ["russell2000-index/SPX_daily.csv", 0],
    ...readdirSync(path.join(folder, universe))
      .filter((each) => each.endsWith(".csv.gz"))
      .map((each) => [`${universe}/${each}`, 1] as const),
  ];

  it.each(files)("has the very sessions of %s", (file, column) => {
    const found = daysIn(path.join(folder, file), column);
    const held = new Set(found);
    const first = found[0] ?? day("1985-01-02");
    const expected = sessions(first, found.at(-1) ?? first);
    expect(found.filter((each) => !isSession(each))).toEqual([]);
    expect(expected.filter((each) => !held.has(each))).toEqual([]);
    expect(sessionsBetween(first, found.at(-1) ?? first)).toBe(found.length - 1);
  });

  it("has less than the usual volume on every day that closes early, but for one", () => {
    const rows = cells(path.join(folder, "etf-index-daily/GSPC_1985on.csv.gz"));
    const volumes = rows.map((row) => [day(row[0] ?? ""), Number(row[5])] as const);
    const loud = volumes.flatMap(([at, volume], place) => {
      if (earlyCloseOn(at) === null) return [];
      const around = volumes.slice(Math.max(0, place - 10), place + 11).map(([, each]) => each);
      return volume < 0.8 * median(around) ? [] : [at];
    });
    // News of a new strain of the virus: a fall of 2.3 percent on the day after Thanksgiving.
    expect(loud).toEqual(["2021-11-26"]);
  });
});
