import { expect, it } from "vitest";
import type { Series } from "../../src/model/index.ts";
import { sessionNumber } from "../../src/model/index.ts";
import { Withholding } from "../../src/stats/index.ts";
import type { Context } from "../../src/stats/index.ts";
import { decodeCatalog, readSeries } from "../../src/sources/index.ts";
import { contextOf, one, realRows, unsaid } from "../stats/support.ts";
import { describeReal } from "./data.ts";

const file = (name: string, unit: string, every: string, more: object) => ({
  kind: "value",
  name,
  noun: name,
  unit,
  every,
  date: "yyyy-mm-dd",
  publisher: "P",
  sparse: true,
  ...more,
});
const cot = (name: string, column: string) =>
  file(name, "contracts", "week", {
    file: "cftc-cot/cot_russell.csv",
    day: "date",
    column,
    precision: 0,
    release: { rule: "weekday after", weekday: "friday" },
  });
const tenor = (column: string) =>
  file(column, "index", "day", {
    file: "cboe-volatility/volatility_indices.csv.gz",
    day: "date",
    column,
    basis: "close",
    precision: 2,
  });
const survey = (column: string) =>
  file(column, "ratio", "week", {
    file: "sentiment-surveys/aaii_weekly.csv.gz",
    day: "date",
    date: "yyyy-mm-dd hh:mm:ss.ffffff",
    column,
    precision: 4,
  });
const index = (name: string, stem: string) => ({
  kind: "bars",
  name,
  noun: "the index",
  unit: "index",
  every: "day",
  file: `russell2000-index/${stem}_daily.csv`,
  columns: { day: "date", open: "open", high: "high", low: "low", close: "close" },
  precision: 2,
  publisher: "P",
});
const derived = (unit: string, precision: number, way: object) => ({
  kind: "derived",
  name: "derived",
  noun: "it",
  unit,
  precision,
  ...way,
});

/** The files as they are, and series reckoned from them: nothing here is a statistic of its own. */
const SERIES = {
  long: cot("long", "spec_long"),
  short: cot("short", "spec_short"),
  net: derived("contracts", 0, { difference: ["long", "short"] }),
  interest: file("open interest", "contracts", "week", {
    file: "cftc-cot/rty_legacy_full_2025.csv",
    day: "date",
    column: "open_interest",
    precision: 0,
    release: { rule: "weekday after", weekday: "friday" },
  }),
  share: derived("ratio", 6, { ratio: ["net", "interest"] }),
  tnote: file("10-year note", "contracts", "week", {
    file: "cftc-cot/cot_tnote10.csv",
    day: "date",
    column: "spec_net",
    precision: 0,
    release: { rule: "weekday after", weekday: "friday" },
  }),
  "put-call": file("put-call", "score", "day", {
    file: "cboe-put-call/putcall_daily.csv",
    day: "date",
    column: "equity_pc_ratio",
    precision: 2,
  }),
  "put-call.average": derived("score", 2, { average: { of: "put-call", readings: 10 } }),
  vix: tenor("VIX"),
  vix3m: tenor("VIX3M"),
  bulls: survey("bullish"),
  bears: survey("bearish"),
  spread: derived("ratio", 4, { difference: ["bulls", "bears"] }),
  rut: index("Russell 2000", "RUT"),
  spx: index("S&P 500", "SPX"),
  "small-large": derived("multiple", 4, { ratio: ["rut.close", "spx.close"] }),
  spy: {
    ...index("SPY", "RUT"),
    unit: "price",
    file: "etf-index-daily/SPY.csv.gz",
    columns: { ...index("SPY", "RUT").columns, volume: "volume" },
  },
  si: file("SPY short interest", "shares", "half-month", {
    file: "short-interest/short_interest_semimonthly_5_tickers.csv",
    day: "settlement_date",
    column: "short_interest_shares",
    where: { ticker: "SPY" },
    precision: 0,
    release: { rule: "sessions after", sessions: 7 },
  }),
  "si.value": derived("money", -4, { product: ["si", "spy.close"] }),
};

function shelf(folder: string): readonly Series[] {
  const catalog = decodeCatalog(JSON.stringify({ series: SERIES }), "catalog.yaml");
  if (!catalog.ok) throw new Error(catalog.problems.map((each) => each.message).join("\n"));
  const found = readSeries(catalog.value, folder, Object.keys(SERIES));
  if (!found.ok) throw new Error(found.problems.map((each) => each.message).join("\n"));
  return [...found.value.series.values()];
}

describeReal("positions, curves and surveys of real data", (folder) => {
  const series = shelf(folder);
  const at = (asOf: string): Context => contextOf(series, asOf);
  const may = at("2025-05-23");
  const net = { statistic: "position", series: "net" };

  // From the file: 2025-05-13 −28,356, 2025-05-20 −5,747; long 679 on 2025-04-15.
  it("has speculators net short the Russell 2000, less than a week before, for five weeks", () => {
    expect(one(net, may)).toMatchObject({ value: 5747, state: "short", day: "2025-05-20" });
    expect(one(net, may, "change")).toMatchObject({ value: 5747 - 28_356, state: "less" });
    expect(one(net, may, "run")).toMatchObject({ value: 5, unit: "weeks" });
    expect(one(net, may, "previous")).toMatchObject({
      value: 679,
      state: "long",
      day: "2025-04-15",
    });
    expect(one(net, at("2025-04-25"), "swing")).toMatchObject({ value: 7398, state: "to short" });
  });

  // Printed at the time: "net short 890.4k, down 62.8k" of 13 May 2025; −54,431 of 26 October 2021.
  it("tells a net short as its author did", () => {
    const tnote = { statistic: "position", series: "tnote" };
    const week = at("2025-05-16");
    expect(one(tnote, week)).toMatchObject({ value: 890_351, state: "short" });
    expect(one(tnote, week, "change")).toMatchObject({ value: -62_817, state: "less" });
    expect(one(net, at("2021-10-29"))).toMatchObject({ value: 54_431, state: "short" });
  });

  it("has its share of open interest as another source prints it", () => {
    const share = one({ statistic: "last", series: "share" }, may);
    expect((share.value * 100).toFixed(2)).toBe("-1.32");
    const printed = realRows("cftc-cot/noncommercial_net_pct_oi.csv").filter(
      (row) =>
        row[0] === "239742" && (row[2] ?? "") >= "2025-01-07" && (row[2] ?? "") <= "2025-05-20",
    );
    expect(printed).toHaveLength(20);
    const points = series.find((each) => each.id === "share")?.points ?? [];
    const wrong = printed.filter((row) => {
      const point = points.find((each) => each.day === row[2]);
      return point === undefined || Math.abs(point.value * 100 - Number(row[3])) > 0.00501;
    });
    expect(wrong).toEqual([]);
  });

  it("has the most net short since, on values under zero", () => {
    const asked = { statistic: "superlative", series: "net", side: "low", least: 1 };
    const low = one(asked, at("2025-05-16"));
    expect(low).toMatchObject({ value: -28_356, state: "low" });
    const since = one(asked, at("2025-05-16"), "since");
    const rows = realRows("cftc-cot/cot_russell.csv").map(
      (row) => [row[0] ?? "", Number(row[1]) - Number(row[2])] as const,
    );
    const last = rows.findLast(([day, value]) => day < "2025-05-13" && value <= -28_356);
    expect([since.day, since.value]).toEqual(last);
  });

  // pandas 1.5.3: rolling(10).mean() over the sessions of SPY, z of it over a year with ddof=1,
  // mid-rank among 251. The file's row of 9 January 2025, when the exchange was closed, is left out.
  it("has the ten-day put-call average a standard deviation under its mean of a year", () => {
    const average = { statistic: "last", series: "put-call.average" };
    expect(one(average, may).value).toBeCloseTo(0.535, 9);
    const place = { statistic: "place", series: "put-call.average", over: "1 year" };
    expect(one(place, may, "score").value).toBeCloseTo(-1.1155764296915907, 9);
    expect(one(place, may).value).toBeCloseTo(0.08764940239043825, 9);
    const twenty = { statistic: "place", series: "put-call", over: "20 sessions", least: 20 };
    expect(one(twenty, may, "score").value).toBeCloseTo(0.6415697819375266, 9);
    expect(one(average, may).cites[0]?.made).toHaveProperty("cites.length", 10);
  });

  // pandas: VIX / VIX3M on each day; one or more for the last time on 24 April 2025, rounded to 1.00.
  it("has volatility in contango for 21 sessions", () => {
    const curve = { statistic: "term-structure", tenors: ["vix", "vix3m"] };
    expect(one(curve, may)).toMatchObject({ state: "contango", day: "2025-05-23" });
    expect(one(curve, may).value).toBeCloseTo(22.29 / 23.8, 12);
    expect(one(curve, may, "spread").value).toBeCloseTo(1.51, 9);
    const found = one(curve, may, "run").value;
    const previous = one(curve, may, "previous");
    expect(previous).toMatchObject({ state: "flat", day: "2025-04-24" });
    expect(found).toBe(sessionNumber(may.asOf) - sessionNumber(previous.day));
    expect(one(curve, at("2025-04-08")).state).toBe("backwardation");
  });

  // The file's own column bull_bear_spread on 22 May 2025: 0.009836.
  it("has a survey's spread from its parts, and each of them against its average", () => {
    expect(one({ statistic: "last", series: "spread" }, may).value).toBeCloseTo(0.009836, 6);
    const against = { statistic: "place", series: "bulls", over: "1 year" };
    expect(one(against, may).value).toBeGreaterThan(0);
    expect(one({ statistic: "change", series: "bulls" }, may)).toMatchObject({ unit: "points" });
  });

  // pandas: the ratio of the two closes; polyfit and corrcoef of 250 daily changes.
  it("has the small caps lag the large ones, in ratio, in points and in beta", () => {
    const ratio = { statistic: "last", series: "small-large" };
    expect(one(ratio, may).value).toBeCloseTo(0.35152736083490443, 12);
    const year = {
      statistic: "relative-performance",
      series: "rut.close",
      with: "spx.close",
      over: "year to date",
    };
    expect(one(year, may).value).toBeCloseTo(
      100 * (-0.08533468450694115 + 0.013399346779719323),
      9,
    );
    expect(one(year, may).state).toBe("lagged");
    const beta = {
      statistic: "beta",
      series: "rut.close",
      with: "spx.close",
      over: "250 sessions",
    };
    expect(one(beta, may).value).toBeCloseTo(1.062371952542477, 9);
    expect(one(beta, may, "fit").value).toBeCloseTo(0.7230974119188781, 9);
  });

  it("has the ratio of small caps to large ones at its lowest since, as printed", () => {
    const asked = { statistic: "superlative", series: "small-large", side: "low", least: 1 };
    const april = at("2025-04-08");
    const points = series.find((each) => each.id === "small-large")?.points ?? [];
    const place = points.findIndex((each) => each.day === "2025-04-08");
    const printed = (value: number): number => Number(value.toFixed(2));
    const value = printed(points[place]?.value ?? 0);
    const last = points.slice(0, place).findLast((each) => printed(each.value) <= value);
    expect(one(asked, april).day).toBe("2025-04-08");
    expect(one(asked, april, "since").day).toBe(last?.day);
    expect(one(asked, april).cites[0]?.made).toHaveProperty("recipe.op", "quotient");
  });

  // pandas: rolling(60).corr() of the daily changes.
  it("has the two at 0.95 over sixty days, between 0.47 and 0.98 since 2016", () => {
    const asked = { statistic: "rolling-correlation", series: "rut.close", with: "spx.close" };
    expect(one(asked, may).value).toBeCloseTo(0.9524819052467727, 9);
    expect(one(asked, may, "high").day).toBe("2020-03-17");
    expect(one(asked, may, "high").value).toBeCloseTo(0.9772349283664993, 9);
    expect(one(asked, may, "low").day).toBe("2024-07-31");
    expect(one(asked, may, "low").value).toBeCloseTo(0.47429750708862267, 9);
  });

  it("values the shares sold short at the close of their settlement day", () => {
    const value = one({ statistic: "last", series: "si.value" }, may);
    const close = series.find((each) => each.id === "spy.close");
    const price = close?.points.find((each) => each.day === value.day)?.value ?? 0;
    const shares = one({ statistic: "last", series: "si" }, may);
    expect(value).toMatchObject({ unit: "money", day: "2025-04-30" });
    expect(value.value).toBeCloseTo(shares.value * price, 0);
  });

  // FINRA's own figures stand in the file. From 2022 on its volumes are those of the tape.
  it("covers the shorts of SPY in as many days as FINRA prints, and says nothing at its floor", () => {
    const rows = realRows("short-interest/short_interest_semimonthly_5_tickers.csv").filter(
      (row) => row[1] === "SPY" && (row[0] ?? "") >= "2022-01-01",
    );
    expect(rows).toHaveLength(80);
    const asked = { statistic: "days-to-cover", series: "si", volume: "spy.volume" };
    const revised: unknown[] = [];
    let floored = 0;
    for (const [index, row] of rows.entries()) {
      const next = rows[index + 1]?.[0] ?? "2025-05-14";
      const context = at(next);
      try {
        const found = one(asked, context);
        expect(found.day).toBe(row[0]);
        expect(Math.abs(found.value - Number(row[3])), row[0]).toBeLessThan(0.011);
        const volume = one(asked, context, "volume").value;
        expect(volume / Number(row[4]), row[0]).toBeCloseTo(1, 2);
        const change = one({ statistic: "change", series: "si" }, context).value * 100;
        if (Math.abs(change - Number(row[5])) > 0.0051) revised.push(row[0]);
      } catch (error) {
        if (!(error instanceof Withholding)) throw error;
        expect(error.message).toContain("in less than a day");
        expect(Number(row[3])).toBe(1);
        floored += 1;
      }
    }
    expect(floored).toBe(rows.filter((row) => Number(row[3]) === 1).length);
    // Two reports whose predecessor FINRA revised: its own change starts from a figure not in the file.
    expect(revised).toEqual(["2023-11-15", "2024-04-30"]);
    expect(unsaid(asked, at("2025-05-12"), "before")).toContain("in less than a day");
  });
});
