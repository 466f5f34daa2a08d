import { describe, expect, it } from "vitest";
import { addSessions, day } from "../../src/model/index.ts";
import { readSeries } from "../../src/sources/index.ts";
import { bars, catalogOf, entry, folderWith, points, read, suspects } from "./fixture.ts";

/** Bars on sessions from 2 January 2024 with the given closes, opening at the close before unless said. */
function table(closes: readonly number[], opens: readonly (number | null)[] = []): string {
  const rows = closes.map((close, index) => {
    const date = addSessions(day("2023-12-29"), index + 1);
    const open = opens[index] ?? close - 0.1;
    return `${date},${open},${Math.max(open, close) + 1},${Math.min(open, close) - 1},${close},${1000 + index}`;
  });
  return `date,open,high,low,close,volume\n${rows.join("\n")}\n`;
}

describe("a split-like jump", () => {
  it.each([
    [7, 0.143],
    [10, 0.1],
    [1.5, 0.667],
    [2, 0.5],
    [4, 0.25],
    [0.1, 10],
    [0.5, 2],
  ])("of %d new shares for one makes all that follows doubtful", (shares, ratio) => {
    const found = read(table([100, 101, 101 / shares, 102 / shares, 103 / shares]), bars());
    expect(suspects(found, "x.close")).toEqual(["2024-01-04", "2024-01-05", "2024-01-08"]);
    expect(suspects(found, "x.high")).toEqual(suspects(found, "x.close"));
    expect(found.told.join()).toContain(
      `warning data-suspect: x: on 2024-01-04 the value is ${ratio}`,
    );
  });

  it("that returns leaves only what lies between doubtful", () => {
    const found = read(table([100, 101, 1010, 1020, 102, 103]), bars());
    expect(suspects(found, "x.close")).toEqual(["2024-01-04", "2024-01-05"]);
  });

  it("is not seen in a crash, nor in a fall within the day", () => {
    expect(suspects(read(table([100, 101, 80, 88, 72]), bars()), "x.close")).toEqual([]);
    expect(suspects(read(table([100, 101, 68], [null, null, 99]), bars()), "x.close")).toEqual([]);
  });

  it("is believed where the catalogue declares its day with the ratio 1", () => {
    const found = read(table([100, 101, 50, 51]), bars({ splits: { "2024-01-04": 1 } }));
    expect(suspects(found, "x.close")).toEqual([]);
    expect(points(found, "x.close")[0]).toBe("2024-01-02 100");
  });

  it("that is a declared split restates what lies before: prices down, volume up", () => {
    const found = read(table([100, 101, 50.5, 51]), bars({ splits: { "2024-01-04": 2 } }));
    expect(suspects(found, "x.close")).toEqual([]);
    expect(points(found, "x.close")).toEqual([
      "2024-01-02 50",
      "2024-01-03 50.5",
      "2024-01-04 50.5",
      "2024-01-05 51",
    ]);
    expect(points(found, "x.volume").slice(0, 3)).toEqual([
      "2024-01-02 2000",
      "2024-01-03 2002",
      "2024-01-04 1002",
    ]);
  });

  it("is no matter for a volatile index where the catalogue says so", () => {
    const content = table([17.3, 34.6, 30]);
    expect(suspects(read(content, bars()), "x.close")).toEqual(["2024-01-03", "2024-01-04"]);
    expect(suspects(read(content, bars({ jumps: "tenfold" })), "x.close")).toEqual([]);
  });
});

describe("a change of unit", () => {
  it("is doubted where a digit was lost or added, whatever the figure itself has moved", () => {
    const content = (last: number): string => `date,value\n2025-01-01,860\n2025-02-01,${last}\n`;
    // 8507 / 860 is 9.9, and 85 is a tenth.
    for (const slip of [8507, 85]) {
      expect(suspects(read(content(slip)))).toEqual(["2025-02-28"]);
    }
    expect(suspects(read(content(1720)))).toEqual([]);
  });

  it("in the middle of a file makes all that follows doubtful", () => {
    const content =
      "date,value\n2025-01-01,850\n2025-02-01,860\n2025-03-01,870000\n2025-04-01,880000\n";
    expect(suspects(read(content))).toEqual(["2025-03-31", "2025-04-30"]);
    expect(suspects(read(content, entry({ jumps: "any" })))).toEqual([]);
  });

  it("in a balance is seen against the largest values before, not against neighbours", () => {
    const table = (values: readonly number[]): string =>
      `date,value\n${values.map((value, index) => `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01,${value}`).join("\n")}\n`;
    const calm = [-20, 860, 3, 880, -400, 0, 120, -5, 610];
    const contracts = entry({ unit: "contracts" });
    expect(suspects(read(table(calm), contracts))).toEqual([]);
    expect(suspects(read(table([...calm, 45_000, -20_000]), contracts))).toEqual([
      "2020-10-31",
      "2020-11-30",
    ]);
    expect(suspects(read(table([...calm, 43_000]), contracts))).toEqual([]);
  });
});

describe("a bar", () => {
  const head = "date,open,high,low,close,volume\n";

  it("with its close outside its range is doubtful in all its figures", () => {
    const found = read(
      `${head}2025-05-21,5,6,4,5,1\n2025-05-22,5,6,4,6.5,2\n2025-05-23,5,6,4,5,3\n`,
      bars(),
    );
    for (const part of ["open", "high", "low", "close"])
      expect(suspects(found, `x.${part}`)).toEqual(["2025-05-22"]);
    expect(found.told.join()).toContain(
      "the close of 2025-05-22 lies outside that day's high and low",
    );
  });

  it("with its high under its low is doubtful", () => {
    expect(suspects(read(`${head}2025-05-21,5,4,6,5,1\n`, bars()), "x.close")).toEqual([
      "2025-05-21",
    ]);
  });

  it("that repeats the one before in every figure is doubtful", () => {
    const found = read(
      `${head}2025-05-21,5,6,4,5,7\n2025-05-22,5,6,4,5,7\n2025-05-23,5,6,4,5,8\n`,
      bars(),
    );
    expect(suspects(found, "x.close")).toEqual(["2025-05-22"]);
    expect(found.told.join()).toContain("the bar of 2025-05-22 repeats the one of 2025-05-21");
  });

  it("without range and volume is doubted only when it repeats for long", () => {
    const rows = Array.from(
      { length: 6 },
      (_, index) => `${addSessions(day("2025-05-01"), index)},5,5,5,5,0`,
    );
    const found = read(`${head}${rows.join("\n")}\n`, bars());
    expect(suspects(found, "x.close")).toEqual(["2025-05-07", "2025-05-08"]);
  });
});

describe("a second opinion", () => {
  const daily =
    "date,open,high,low,close,volume\n2025-05-15,5,6,4,5,1\n2025-05-16,5,6,4,5,2\n2025-05-19,5,6,4,5.1,3\n2025-05-22,5,6,4,5.2,3\n2025-05-23,5,6,4,5.3,3\n2025-05-27,5,6,4,5.4,3\n2025-05-28,5,6,4,5.5,3\n";
  const both = (tolerance: number): string => {
    const [one, two] = [
      bars({ sparse: true, "second-opinion": { series: "y", tolerance } }),
      entry(),
    ].map((each) => JSON.parse(each));
    const weekly = { ...two.series.x, file: "y.csv", unit: "index", every: "week", period: "day" };
    return JSON.stringify({ series: { x: one.series.x, y: weekly } });
  };

  it("makes the last close of a week doubtful where the weekly file has another", () => {
    const folder = folderWith({
      "x.csv": daily,
      "y.csv": "date,value\n2025-05-16,5.01\n2025-05-23,5.3\n2025-05-30,9\n",
    });
    const found = readSeries(catalogOf(both(0.001)), folder, ["x.close"]);
    expect(suspects(found, "x.close")).toEqual(["2025-05-16"]);
    expect(suspects(found, "x.high")).toEqual([]);
    const [point] = found.ok
      ? (found.value.series.get("x.close")?.points ?? []).filter(
          (each) => each.suspect !== undefined,
        )
      : [];
    expect(point?.suspect).toBe("for the close of 2025-05-16, 5, a second source has 5.01");
    expect(found.ok && [...found.value.files.keys()]).toEqual(["x.csv", "y.csv"]);
  });

  it("is content within its tolerance, and does not judge a week that lacks its last day", () => {
    const folder = folderWith({
      "x.csv": daily.replace("2025-05-23,5,6,4,5.3,3\n", ""),
      "y.csv": "date,value\n2025-05-16,5.01\n2025-05-23,9\n",
    });
    expect(suspects(readSeries(catalogOf(both(0.01)), folder, ["x"]), "x.close")).toEqual([]);
  });
});

describe("a split between two settlements", () => {
  // Apple's short interest over its split of four for one: 23,658,754 and 79,684,337 shares, 3.37 times.
  const held = (before: number, after: number): string =>
    `date,value\n2020-07-31,26502000\n2020-08-14,${before}\n2020-08-31,${after}\n2020-09-15,${after + 7}\n`;
  const shorts = (more: Readonly<Record<string, unknown>> = {}): string => {
    const usual = { unit: "shares", every: "half-month", period: "day", jumps: "split-like" };
    return entry({ ...usual, ...more });
  };

  it("that nobody declared makes all that follows doubtful", () => {
    const found = read(held(23658754, 79684337), shorts());
    expect(suspects(found)).toEqual(["2020-08-31", "2020-09-15"]);
    expect(suspects(read(held(23658754, 40219882), shorts()))).toHaveLength(2);
  });

  it("that is declared restates what lies before", () => {
    const found = read(held(23658754, 79684337), shorts({ splits: { "2020-08-31": 4 } }));
    expect(suspects(found)).toEqual([]);
    expect(points(found)[1]).toBe("2020-08-14 94635016");
  });

  it("is not seen in what a count does by itself", () => {
    expect(suspects(read(held(23658754, 39000000), shorts()))).toEqual([]);
    expect(suspects(read(held(23658754, 14500000), shorts()))).toEqual([]);
  });
});

describe("a tenfold leap", () => {
  const held = (before: number, after: number): string =>
    `date,value\n2025-04-15,${before}\n2025-04-30,${after}\n`;
  const shorts = entry({ unit: "shares", every: "half-month", period: "day" });

  it("from so few shares as 800 is believed, from 80,000 doubted", () => {
    expect(suspects(read(held(800, 10_900), shorts))).toEqual([]);
    expect(suspects(read(held(80_000, 1_090_000), shorts))).toEqual(["2025-04-30"]);
  });
});

describe("a figure that repeats the one before", () => {
  const shorts = (more: Readonly<Record<string, unknown>> = {}): string =>
    entry({ unit: "shares", every: "half-month", period: "day", ...more });
  const rows = (last: number, before = last): string =>
    `date,value\n2025-03-31,118134379\n2025-04-15,${before}\n2025-04-30,${last}\n`;

  it("to the last of six digits and more is a feed that stood still", () => {
    const found = read(rows(126850923), shorts());
    expect(suspects(found)).toEqual(["2025-04-30"]);
    expect(found.told.join()).toContain(
      "the figure of 2025-04-30 repeats the one of 2025-04-15 to the last digit",
    );
  });

  it("is believed where the catalogue declares its day with the ratio 1", () => {
    const splits = { "2025-04-30": 1 };
    expect(suspects(read(rows(126850923), shorts({ splits })))).toEqual([]);
  });

  it("is nothing where it is coarse, differs by one, or is a balance or a day's", () => {
    expect(suspects(read(rows(126850924, 126850923), shorts()))).toEqual([]);
    expect(suspects(read(rows(126850000), shorts({ precision: -4 })))).toEqual([]);
    expect(suspects(read(rows(126850923), shorts({ unit: "contracts" })))).toEqual([]);
    expect(suspects(read(rows(126850923), shorts({ every: "day" })))).toEqual([]);
  });

  it("is nothing where a hole lies between the two", () => {
    const holed = "date,value\n2025-01-31,126850923\n2025-04-30,126850923\n";
    expect(suspects(read(holed, shorts()))).toEqual([]);
  });
});
