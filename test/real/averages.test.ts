import { expect, it } from "vitest";
import type { Series } from "../../src/model/index.ts";
import { loadCatalog, readSeries } from "../../src/sources/index.ts";
import type { Request } from "../stats/support.ts";
import { contextOf, one, run } from "../stats/support.ts";
import { describeReal, realCatalog } from "./data.ts";

/** Days and values as found by pandas 1.5: rolling means of the closes, their signs and the last change of sign. */
const PANDAS = [
  {
    id: "rut",
    of: 50,
    day: "2025-05-08",
    close: 2026.41,
    then: 1989.7914,
    now: 1991.0162,
    since: 11,
  },
  {
    id: "rut",
    of: 200,
    day: "2025-02-21",
    close: 2195.35,
    then: 2201.9282,
    now: 2176.7612,
    since: 64,
  },
  {
    id: "spy",
    of: 50,
    day: "2025-05-01",
    close: 552.1405,
    then: 550.5384,
    now: 550.2949,
    since: 16,
  },
  {
    id: "spy",
    of: 200,
    day: "2025-05-12",
    close: 576.3827,
    then: 564.2549,
    now: 566.7333,
    since: 9,
  },
  { id: "vix", of: 50, day: "2025-04-25", close: 24.84, then: 24.9714, now: 25.2682, since: 20 },
  { id: "vix", of: 200, day: "2025-05-21", close: 20.87, then: 19.7643, now: 19.6458, since: 2 },
] as const;

const CROSSES = [
  { id: "rut", last: "2025-03-20", prior: "2024-01-02", state: "death cross" },
  { id: "spy", last: "2025-04-16", prior: "2023-01-26", state: "death cross" },
  { id: "vix", last: "2025-02-13", prior: "2025-01-16", state: "golden cross" },
] as const;

const AS_OF = "2025-05-23";

describeReal("averages, gaps and candles on real prices", (folder) => {
  const shelf = new Map<string, readonly Series[]>();
  const tell = (id: string, request: Request, part = "", asOf: string = AS_OF) => {
    const held = shelf.get(id) ?? read(folder, id);
    shelf.set(id, held);
    return one(request, contextOf(held, asOf), part);
  };

  it.each(PANDAS)("$id crossed its $of-day average on $day", ({ id, of, ...hand }) => {
    const request = { statistic: "average-cross", bars: id, of };
    expect(tell(id, request).day).toBe(hand.day);
    expect(tell(id, request).value).toBeCloseTo(hand.close, 3);
    expect(tell(id, request, "average").value).toBeCloseTo(hand.then, 3);
    expect(tell(id, request, "now").value).toBeCloseTo(hand.now, 3);
    expect(tell(id, request, "sessions").value).toBe(hand.since);
  });

  it.each(CROSSES)("$id saw its averages cross on $last", ({ id, last, prior, state }) => {
    const request = { statistic: "averages-cross", series: `${id}.close` };
    expect(tell(id, request, "crossed")).toMatchObject({ day: last, state });
    expect(tell(id, request, "prior").day).toBe(prior);
  });

  it("know the slope of the 50-day", () => {
    // pandas: rolling(50).mean(), the last over the eleventh from the end, less 1
    const slope = (id: string) => tell(id, { statistic: "average-slope", series: `${id}.close` });
    expect(slope("rut").value).toBeCloseTo(0.0017895206, 9);
    expect(slope("rut").state).toBe("flat");
    expect(slope("spy").value).toBeCloseTo(0.0064620531, 9);
    expect(slope("spy").state).toBe("rising");
  });

  it("see the Russell 2000 as high as 1869 on 8 April 2025, only to end at 1761", () => {
    // The rows: 1810.14 the day before; high 1868.99, close 1760.71.
    const turn = { statistic: "reversal", bars: "rut" };
    const on = "2025-04-08";
    expect(tell("rut", turn, "", on)).toMatchObject({ state: "down", day: on });
    expect(tell("rut", turn, "", on).value).toBeCloseTo(1760.71 / 1868.99 - 1, 9);
    expect(tell("rut", turn, "gone", on).value).toBeCloseTo(1868.99 / 1810.14 - 1, 9);
    expect(tell("rut", turn, "ended", on)).toMatchObject({ state: "all" });
    expect(tell("rut", { ...turn, back: 60 })).toMatchObject({ day: on });
  });

  it("see the gap of SPY on 12 May 2025, half entered since", () => {
    // High of 9 May 561.0681, low of 12 May 570.5001, lowest since 569.0763 on 23 May.
    const gap = { statistic: "gap", bars: "spy" };
    expect(tell("spy", gap)).toMatchObject({ day: "2025-05-12", state: "partly filled" });
    expect(tell("spy", gap).value).toBeCloseTo(570.5001 / 561.0681 - 1, 5);
    expect(tell("spy", gap, "farthest").day).toBe(AS_OF);
  });

  it("see the VIX of August 2024 in one weekly candle", () => {
    // Open 23.39 and high 65.73 on Monday the 5th, low 20.26 and close 20.37 on Friday the 9th.
    const week = { statistic: "reversal", bars: "vix", every: "week" };
    expect(tell("vix", week, "extreme", "2024-08-09").value).toBeCloseTo(65.73, 2);
    expect(tell("vix", week, "", "2024-08-09").value).toBeCloseTo(20.37 / 65.73 - 1, 5);
  });

  it("see the falling channel of the S&P fund in 2022, and the rising one of small caps in 2024", () => {
    // By ruler: highs of 29 March and 2 June 2022 over the low of 12 May; lows of 19 April and
    // 5 July 2024 under the high of 31 July, lost by the close of 3 March 2025.
    const channel = { statistic: "channel" };
    expect(tell("spy", { ...channel, bars: "spy" }, "", "2022-07-14").state).toBe("falling");
    expect(tell("spy", { ...channel, bars: "spy" }, "second", "2022-07-14").day).toBe("2022-06-02");
    expect(tell("rut", { ...channel, bars: "rut" }, "anchor", "2025-03-03").day).toBe("2024-04-19");
    expect(tell("rut", { ...channel, bars: "rut" }, "place", "2025-03-03").state).toBe("below");
  });

  it("refuse a double top where there is none", () => {
    const request = { statistic: "double-top", bars: "gspc" };
    const context = contextOf(read(folder, "gspc"), "2022-08-19");
    expect(() => run(request, context)).toThrow("no two tops at one height");
    // The tops of 6 December 2024 and 24 January 2025, broken under the low of 13 January.
    const top = { statistic: "double-top", bars: "spy" };
    expect(tell("spy", top, "neckline").day).toBe("2025-01-13");
    expect(tell("spy", top, "confirmed").day).toBe("2025-03-10");
  });
});

function read(folder: string, id: string): readonly Series[] {
  const loaded = loadCatalog(realCatalog);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const found = readSeries(loaded.value.catalog, folder, [id]);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return [...found.value.series.values()];
}
