import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { sessions } from "../../scripts/sample/sessions.ts";
import { day } from "../../src/model/index.ts";

/*
 * The sample against the figures of a market note published on 27 May 2025, as that note printed
 * them. Plain arithmetic on the files: nothing here goes through src/stats or src/sources.
 */

const ROOT = path.join(import.meta.dirname, "..", "..");

function table(file: string): readonly Readonly<Record<string, string>>[] {
  const [header = "", ...lines] = readFileSync(path.join(ROOT, "data", file), "utf8")
    .trimEnd()
    .split("\n");
  const names = header.split(",");
  return lines.map((line) =>
    Object.fromEntries(line.split(",").map((cell, index) => [names[index] ?? "", cell])),
  );
}

interface Bar {
  readonly day: string;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

function bars(file: string): readonly Bar[] {
  return table(file).map((row) => ({
    day: row["date"] ?? "",
    open: Number(row["open"]),
    high: Number(row["high"]),
    low: Number(row["low"]),
    close: Number(row["close"]),
  }));
}

function column(file: string, key: string, name: string): ReadonlyMap<string, number> {
  return new Map(table(file).map((row) => [row[key] ?? "", Number(row[name])]));
}

const index = bars("russell2000.csv");
const fund = bars("iwm.csv");
const shorts = column("iwm-short-interest.csv", "settlement_date", "shares_short");
const debt = column("margin-debt.csv", "month", "debit_balances_millions");
const optimism = column("small-business-survey.csv", "month", "optimism");
const capex = column("small-business-survey.csv", "month", "capex_plans");
const hiring = column("small-business-survey.csv", "month", "hiring_plans");

const known = index.filter((bar) => bar.day <= "2025-05-23");

function on(date: string): Bar {
  const found = index.find((bar) => bar.day === date);
  if (found === undefined) throw new Error(`no bar on ${date}`);
  return found;
}

function of(series: ReadonlyMap<string, number>, period: string): number {
  return series.get(period) ?? Number.NaN;
}

function during(series: ReadonlyMap<string, number>, from: string, to: string): readonly number[] {
  return [...series].filter(([period]) => period >= from && period <= to).map(([, each]) => each);
}

function between(from: string, to: string): readonly Bar[] {
  return index.filter((bar) => bar.day >= from && bar.day <= to);
}

function highest(of: readonly Bar[]): Bar {
  return of.reduce((most, bar) => (bar.high > most.high ? bar : most));
}

/** In percent, to a tenth. */
function percent(from: number, to: number): string {
  return ((to / from - 1) * 100).toFixed(1);
}

function millions(value: number): string {
  return (value / 1e6).toFixed(1);
}

function billions(value: number): string {
  return (value / 1e3).toFixed(1);
}

function pearson(xs: readonly number[], ys: readonly number[]): number {
  const n = xs.length;
  const meanX = xs.reduce((sum, x) => sum + x, 0) / n;
  const meanY = ys.reduce((sum, y) => sum + y, 0) / n;
  const part = xs.map((x, at) => [x - meanX, (ys[at] ?? Number.NaN) - meanY] as const);
  const product = part.reduce((sum, [x, y]) => sum + x * y, 0);
  const squares = [0, 1].map((side) => part.reduce((sum, both) => sum + (both[side] ?? 0) ** 2, 0));
  return product / Math.sqrt((squares[0] ?? 0) * (squares[1] ?? 0));
}

function changes(values: readonly number[]): readonly number[] {
  return values.slice(1).map((value, at) => value / (values[at] ?? Number.NaN) - 1);
}

describe("the sample generator", () => {
  it("writes the files of data/ and archive/ byte by byte, and no others", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "notewright-sample-"));
    try {
      execFileSync(process.execPath, [path.join(ROOT, "scripts", "make-sample-data.ts"), folder]);
      const made = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((each) =>
        /\.(csv|json)$/.test(each),
      );
      const held = ["data", "archive"].flatMap((part) =>
        readdirSync(path.join(ROOT, part), { recursive: true, encoding: "utf8" })
          .filter((each) => /\.(csv|json)$/.test(each))
          .map((each) => path.join(part, each)),
      );
      expect(made.toSorted()).toEqual(held.toSorted());
      for (const each of made) {
        const text = readFileSync(path.join(folder, each), "utf8");
        expect(text === readFileSync(path.join(ROOT, each), "utf8"), each).toBe(true);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("the sample's bars", () => {
  it("stand on every session from January 1997, the fund's from 26 May 2000, to 27 May 2025", () => {
    const last = day("2025-05-27");
    expect(index.map((bar) => bar.day)).toEqual(sessions(day("1997-01-02"), last));
    expect(fund.map((bar) => bar.day)).toEqual(sessions(day("2000-05-26"), last));
  });

  it.each([
    ["index", index],
    ["fund", fund],
  ])("keep open and close of the %s within high and low", (_, all) => {
    const odd = all.filter(
      (bar) =>
        !(bar.low > 0) ||
        bar.high < Math.max(bar.open, bar.close) ||
        bar.low > Math.min(bar.open, bar.close),
    );
    expect(odd).toEqual([]);
  });

  it("leave no day on which the index moves by more than an eighth", () => {
    const moves = changes(index.map((bar) => bar.close)).map(Math.abs);
    expect(Math.max(...moves)).toBeLessThan(0.125);
  });

  it("let the fund follow the index at about a tenth, with volume every day", () => {
    const closes = new Map(index.map((bar) => [bar.day, bar.close]));
    const shares = fund.map((bar) => bar.close / (closes.get(bar.day) ?? Number.NaN));
    expect(Math.min(...shares)).toBeGreaterThan(0.098);
    expect(Math.max(...shares)).toBeLessThan(0.101);
    const volumes = [...column("iwm.csv", "date", "volume").values()];
    expect(Math.min(...volumes)).toBeGreaterThan(0);
  });
});

describe("the sample's record and low", () => {
  it("set the record at 2466 on 25 November 2024, past 2459 of 8 November 2021", () => {
    const record = highest(known);
    expect([record.day, record.high.toFixed(0)]).toEqual(["2024-11-25", "2466"]);
    const prior = highest(known.filter((bar) => bar.day < "2024-11-25"));
    expect([prior.day, prior.high.toFixed(0)]).toEqual(["2021-11-08", "2459"]);
  });

  it("fall 29.7 percent to 1733 on 9 April 2025", () => {
    const low = between("2024-11-25", "2025-05-23").reduce((a, b) => (b.low < a.low ? b : a));
    expect([low.day, low.low.toFixed(0)]).toEqual(["2025-04-09", "1733"]);
    expect(percent(on("2024-11-25").high, low.low)).toBe("-29.7");
  });

  it("rally 22.0 percent to 2115 on 16 May 2025, not for the first time 20 percent", () => {
    const high = highest(between("2025-04-09", "2025-05-23"));
    expect([high.day, high.high.toFixed(0)]).toEqual(["2025-05-16", "2115"]);
    expect(percent(on("2025-04-09").low, high.high)).toBe("22.0");
    const earlier = between("2023-10-27", "2024-07-16");
    expect((earlier.at(-1)?.high ?? 0) / (earlier[0]?.low ?? 1)).toBeGreaterThan(1.2);
  });

  it("close the week 3.5 percent lower at 2040, with the 50-day average at 1991", () => {
    expect(on("2025-05-23").close.toFixed(0)).toBe("2040");
    expect(percent(on("2025-05-16").close, on("2025-05-23").close)).toBe("-3.5");
    const fifty = known.slice(-50).map((bar) => bar.close);
    expect((fifty.reduce((sum, each) => sum + each, 0) / 50).toFixed(0)).toBe("1991");
  });
});

describe("the sample's levels", () => {
  it.each([
    [1700, "2018-08"],
    [2100, "2021-01"],
  ])("trade at %i for the first time in %s", (level, month) => {
    const first = index.find((bar) => bar.low <= level && level <= bar.high);
    expect(first?.day.slice(0, 7)).toBe(month);
  });

  it("come within two percent of 1700 in April 2025 and never trade there", () => {
    const lows = between("2025-04-01", "2025-05-23").map((bar) => bar.low);
    expect(Math.min(...lows) / 1700).toBeGreaterThan(1);
    expect(Math.min(...lows) / 1700).toBeLessThan(1.02);
  });

  it("keep nineteen of twenty closes between 1700 and 1900 from late January 2022 to December 2023", () => {
    const box = between("2022-01-25", "2023-12-08");
    const inside = box.filter((bar) => bar.close >= 1700 && bar.close <= 1900);
    expect(inside.length / box.length).toBeGreaterThan(0.95);
    expect(
      Math.min(...between("2023-12-11", "2024-12-31").map((bar) => bar.close)),
    ).toBeGreaterThan(1900);
  });

  it("close above 2100 from September 2024 until 6 March 2025, and not again before May", () => {
    const held = between("2024-09-03", "2025-03-05").map((bar) => bar.close);
    expect(Math.min(...held)).toBeGreaterThan(2100);
    const lost = between("2025-03-06", "2025-05-12").map((bar) => bar.close);
    expect(Math.max(...lost)).toBeLessThan(2100);
  });

  it("hold 2100 in five of the last ten ranges, four of these with a close above", () => {
    const crossed = known.slice(-10).filter((bar) => bar.low <= 2100 && 2100 <= bar.high);
    expect(crossed).toHaveLength(5);
    expect(crossed.filter((bar) => bar.close > 2100)).toHaveLength(4);
  });

  it("lead the line through the November and February highs to just above 2100", () => {
    const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 864e5;
    const [top, second] = [on("2024-11-25"), on("2025-02-20")];
    const slope = (second.high - top.high) / days(top.day, second.day);
    const line = (date: string): number => top.high + slope * days(top.day, date);
    expect(line("2025-05-23")).toBeGreaterThan(2105);
    expect(line("2025-05-23")).toBeLessThan(2140);
    const beyond = between("2024-11-26", "2025-05-23").filter(
      (bar) => bar.high > line(bar.day) + 0.01,
    );
    expect(beyond.map((bar) => bar.day)).toEqual([]);
  });
});

describe("the sample's short interest", () => {
  it("prints 83.3, 107.4 and 106.8 million, up 28.2 and 28.9 and down 0.6 percent", () => {
    const [march, middle, end] = ["2025-03-31", "2025-04-15", "2025-04-30"].map((each) =>
      of(shorts, each),
    );
    if (march === undefined || middle === undefined || end === undefined) throw new Error("none");
    expect([march, middle, end].map(millions)).toEqual(["83.3", "107.4", "106.8"]);
    expect([percent(march, end), percent(march, middle), percent(middle, end)]).toEqual([
      "28.2",
      "28.9",
      "-0.6",
    ]);
  });

  it("was last as high as in mid-April at the end of August 2022", () => {
    const since = during(shorts, "2022-09-01", "2025-04-14");
    expect(of(shorts, "2022-08-31")).toBeGreaterThanOrEqual(of(shorts, "2025-04-15"));
    expect(Math.max(...since)).toBeLessThan(of(shorts, "2025-04-15"));
  });

  it("was last as low as at the end of January, 77.6 million, at the end of February 2020", () => {
    const low = of(shorts, "2025-01-31");
    expect(millions(low)).toBe("77.6");
    expect(of(shorts, "2020-02-28")).toBeLessThanOrEqual(low);
    expect(Math.min(...during(shorts, "2020-03-01", "2025-01-30"))).toBeGreaterThan(low);
    expect(Math.min(...during(shorts, "2025-02-01", "2025-04-30"))).toBeGreaterThan(low);
  });

  it("settles twice a month from 2010 to the end of April 2025", () => {
    expect(shorts.size).toBe((15 * 12 + 4) * 2);
    expect([...shorts.keys()].at(-1)).toBe("2025-04-30");
  });
});

describe("the sample's survey", () => {
  it("prints 95.8 after 97.4 after four readings of 100 and more after one below", () => {
    expect(during(optimism, "2025-03", "2025-04")).toEqual([97.4, 95.8]);
    expect(Math.min(...during(optimism, "2024-11", "2025-02"))).toBeGreaterThanOrEqual(100);
    expect(of(optimism, "2024-10")).toBeLessThan(100);
  });

  it("brings plans to invest from 21 to 18, the low of April 2020, and plans to hire from 12 to 13", () => {
    expect(during(capex, "2025-03", "2025-04")).toEqual([21, 18]);
    expect(of(capex, "2020-04")).toBe(18);
    expect(Math.min(...during(capex, "2020-05", "2025-03"))).toBeGreaterThan(18);
    expect(during(hiring, "2025-03", "2025-04")).toEqual([12, 13]);
  });
});

describe("the sample's margin debt", () => {
  it("fell 29.8 to 850.6 billion in April 2025, the lowest since October 2024", () => {
    const april = of(debt, "2025-04");
    expect(billions(april)).toBe("850.6");
    expect(billions(of(debt, "2025-03") - april)).toBe("29.8");
    expect(of(debt, "2024-10")).toBeLessThan(april);
    expect(Math.min(...during(debt, "2024-11", "2025-03"))).toBeGreaterThan(april);
  });

  it("set its record of 937.3 billion in January 2025 past 935.9 of October 2021", () => {
    const [record] = [...debt].toSorted(([, a], [, b]) => b - a);
    expect([record?.[0], billions(record?.[1] ?? 0)]).toEqual(["2025-01", "937.3"]);
    const [prior] = [...debt]
      .filter(([month]) => month < "2025-01")
      .toSorted(([, a], [, b]) => b - a);
    expect([prior?.[0], billions(prior?.[1] ?? 0)]).toEqual(["2021-10", "935.9"]);
  });

  it("moves with the index at 0.984 on levels and far more loosely on changes", () => {
    const closes = new Map(index.map((bar) => [bar.day.slice(0, 7), bar.close]));
    const one = [...debt.keys()].map((month) => closes.get(month) ?? Number.NaN);
    const two = [...debt.values()];
    expect(one).toHaveLength(28 * 12 + 4);
    expect(pearson(one, two).toFixed(3)).toBe("0.984");
    expect(pearson(changes(one), changes(two))).toBeGreaterThan(0.5);
    expect(pearson(changes(one), changes(two))).toBeLessThan(0.75);
  });
});
