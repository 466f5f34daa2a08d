import { expect, it } from "vitest";
import type { Series } from "../../src/model/index.ts";
import { loadCatalog, readSeries } from "../../src/sources/index.ts";
import { contextOf, one, run } from "../stats/support.ts";
import { describeReal, realCatalog } from "./data.ts";

/** The columns of IWM as the catalogue of the real data reads them. */
function fund(folder: string): readonly Series[] {
  const loaded = loadCatalog(realCatalog);
  if (!loaded.ok) throw new Error("the catalogue of the real data has problems");
  const ids = ["open", "high", "low", "close"].map((column) => `iwm.${column}`);
  const read = readSeries(loaded.value.catalog, folder, ids);
  if (!read.ok) throw new Error("the real data have problems");
  return [...read.value.series.values()];
}

/** The indicator paragraphs of piece T, on IWM as of 2 May 2025. */
describeReal("events of IWM on 2 May 2025", (folder) => {
  const context = contextOf(fund(folder), "2025-05-02");
  const event = (of: string) => ({ statistic: "event", bars: "iwm", of });

  it("dates the MACD on 17 April, as the piece does", () => {
    expect(one(event("macd-positive"), context).day).toBe("2025-04-17");
  });

  it("dates the rise above the 50-day average on 2 May, as the piece does", () => {
    expect(one(event("price-above-average"), context).day).toBe("2025-05-02");
  });

  it("fills in what the piece left out, and finds it no better than any other day (D1, D2)", () => {
    // Counted by a loop in pandas 1.5.3 over the same file.
    const asked = event("macd-positive");
    expect(one(asked, context, "cases").value).toBe(246);
    expect(one(asked, context, "followed").value).toBe(146);
    expect(one(asked, context, "odds").state).toBe("no better");
  });

  it("withholds what the piece told as current and is weeks old (D13)", () => {
    expect(() => one(event("rsi-leaves-oversold"), context)).toThrow("2025-04-09, 16 sessions ago");
    expect(() => one(event("aroon-down"), context)).toThrow("2025-04-02, 21 sessions ago");
    expect(() => one(event("back-above-lower-band"), context)).toThrow("16 sessions ago");
  });

  it("withholds both the advance and the decline (D9)", () => {
    expect(() => one(event("advance"), context)).toThrow("6 sessions ago");
    expect(() => one(event("decline"), context)).toThrow("18 sessions ago");
  });

  it("has as many declines as three falling days make, not a fifth of the advances (D12)", () => {
    const decline = one(event("decline"), contextOf(fund(folder), "2025-05-23"), "cases").value;
    const advance = one({ ...event("advance"), within: 21 }, context, "cases").value;
    expect([advance, decline]).toEqual([411, 322]);
  });

  it("has the stochastic in its overbought zone, and says for how long", () => {
    const found = run({ statistic: "indicator", bars: "iwm", of: "stochastic" }, context);
    expect(found[""]).toMatchObject({ state: "overbought" });
    expect(found["run"]).toMatchObject({ value: 6 });
  });

  it("leans the way of most of its events (D14)", () => {
    const stance = { statistic: "stance", bars: "iwm" };
    expect(one(stance, context).state).toBe("bullish");
    expect(one(stance, context, "backed").value).toBe(0);
  });
});
