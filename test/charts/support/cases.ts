import type { ChartInput, ChartPoint, ChartSet } from "../../../src/charts/index.ts";
import type { Unit } from "../../../src/model/index.ts";
import { fact, input, mark, readSpec } from "./make.ts";
import { averageOf, candlesOf, halfMonths, months, pathThrough, sessions } from "./walk.ts";

/** Made-up courses of the size and shape of real ones; the last days are those of a Friday in May. */
const LAST = "2025-05-23";

function set(
  name: string,
  label: string,
  unit: Unit,
  every: ChartSet["every"],
  points: ChartSet["points"],
): ChartSet {
  return { name, label, unit, every, digits: 1, points };
}

function at(points: readonly ChartPoint[], on: string): ChartPoint {
  const found = points.findLast((each) => each.day <= on);
  if (found === undefined) throw new Error(`nothing before ${on}`);
  return found;
}

export function shortInterest(sparse: boolean): ChartInput {
  const anchors: (readonly [string, number])[] = [
    ["2020-02-29", 78e6],
    ["2020-06-30", 118e6],
    ["2021-06-30", 108e6],
    ["2022-08-31", 112e6],
    ["2023-10-31", 96e6],
    ["2025-01-31", 77.6e6],
    ["2025-03-31", 83.3e6],
    ["2025-04-15", 107.4e6],
    ["2025-04-30", 106.8e6],
  ];
  const all = pathThrough(halfMonths("2020-02-28", "2025-04-30"), anchors, 0.06, 3);
  const kept = [0, 14, 31, 52, 70, 96, 117, 120, 123, 124];
  const short = sparse ? all.filter((_, index) => kept.includes(index)) : all;
  const price = pathThrough(
    sessions("2020-02-28", LAST),
    [
      ["2020-02-28", 147],
      ["2020-03-18", 99],
      ["2021-03-15", 232],
      ["2021-11-08", 242],
      ["2022-06-16", 165],
      ["2023-10-27", 163],
      ["2024-11-25", 242],
      ["2025-04-08", 174],
      [LAST, 202],
    ],
    0.03,
    4,
  );
  const spec = readSpec("short-interest", [
    { name: "short-interest", shape: "bars" },
    { name: "price", shape: "line" },
  ]);
  const mid = at(short, "2025-04-15");
  const end = at(short, "2025-04-30");
  const facts = [
    fact({ id: "si.mid", value: mid.value, day: mid.day, unit: "shares" }),
    fact({ id: "si", value: end.value, day: end.day, unit: "shares" }),
    fact({ id: "si.higher", value: 112e6, day: "2022-08-31", unit: "shares" }),
    fact({ id: "fund", value: price.at(-1)?.value ?? 0, day: LAST, unit: "price" }),
  ];
  const [peak, last, higher, fund] = facts;
  const some = (each: typeof peak) => (each === undefined ? [] : [each]);
  return input(
    sparse ? "short-interest-sparse" : "short-interest",
    spec,
    [
      set("short-interest", "Short interest", "shares", "half-month", short),
      set("price", "Price", "price", "day", price),
    ],
    [
      mark("point", some(peak), "[107.4m], mid-April", { accent: true }),
      mark("point", some(last), "", { accent: true }),
      ...(sparse ? [] : [mark("level", some(higher), "last higher at end-August 2022")]),
      mark("point", some(fund), "[$202]", { panel: 1 }),
    ],
  );
}

export function index(from: string, id: string): ChartInput {
  const all = pathThrough(
    sessions("2018-01-02", LAST),
    [
      ["2018-01-02", 1550],
      ["2018-08-31", 1735],
      ["2018-12-24", 1270],
      ["2020-02-19", 1690],
      ["2020-03-18", 991],
      ["2021-03-15", 2330],
      ["2021-11-08", 2442],
      ["2022-01-27", 1935],
      ["2022-06-16", 1660],
      ["2022-08-15", 2005],
      ["2023-02-02", 1990],
      ["2023-10-27", 1645],
      ["2023-12-26", 2060],
      ["2024-06-14", 2010],
      ["2024-11-25", 2442],
      ["2025-01-10", 2190],
      ["2025-04-08", 1760],
      ["2025-05-16", 2113],
      [LAST, 2040],
    ],
    0.03,
    5,
  );
  const bars = candlesOf(all, 6).map((each) => {
    if (each.day === "2021-11-08") return { ...each, high: 2458.86 };
    if (each.day === "2024-11-25") return { ...each, high: 2466.49 };
    if (each.day === "2025-04-09") return { ...each, low: 1732.99 };
    return each.day === "2025-05-16" ? { ...each, high: 2114.95 } : each;
  });
  const average = averageOf(all, 50).filter((each) => each.day >= from);
  const spec = readSpec("index", [
    { name: "index", shape: "candles" },
    { name: "average", shape: "average" },
  ]);
  const record = fact({ id: "record", value: 2466.49, day: "2024-11-25" });
  const prior = fact({ id: "record.prior", value: 2458.86, day: "2021-11-08" });
  const low = fact({ id: "low", value: 1732.99, day: "2025-04-09" });
  const high = fact({ id: "high", value: 2114.95, day: "2025-05-16" });
  const level = fact({ id: "level", value: 2100, day: LAST, from: "2024-09-19", to: LAST });
  const range = { day: "2023-12-13", from: "2022-05-09", to: "2023-12-13" };
  const ma = average.at(-1) ?? { day: LAST, value: 0 };
  const trend = { ...record, id: "trend" };
  const pivot = fact({ id: "trend.second", value: 2320, day: "2025-02-07" });
  return input(
    id,
    spec,
    [
      set(
        "index",
        "Russell 2000",
        "index",
        "day",
        bars.filter((each) => each.day >= from),
      ),
      set("average", "50-day average", "index", "day", average),
    ],
    [
      mark("point", [record], "[2466], 25 November"),
      mark("point", [prior], "[2459], November 2021"),
      mark("point", [low], "[1733], 9 April"),
      mark("level", [level], "[2100]: support from September to March, resistance since"),
      mark(
        "range",
        [
          fact({ id: "range.low", value: 1700, ...range }),
          fact({ id: "range.high", value: 1900, ...range }),
        ],
        "[1700] to 1900, most closes from May 2022 to December 2023",
      ),
      mark("line", [trend, pivot], "falling from the record", { accent: true }),
      mark("bracket", [low, high], "+[22%]", { accent: true }),
      mark(
        "point",
        [fact({ id: "average", value: ma.value, day: ma.day })],
        "50-day average, [1991]",
      ),
    ],
  );
}

export function survey(): ChartInput {
  const days = months("2018-01-01", "2025-04-30");
  const capex = pathThrough(
    days,
    [
      ["2018-01-31", 29],
      ["2018-08-31", 33],
      ["2020-02-29", 26],
      ["2020-04-30", 18],
      ["2021-06-30", 30],
      ["2023-06-30", 23],
      ["2024-12-31", 27],
      ["2025-04-30", 18],
    ],
    0.16,
    8,
  ).map((each) => ({ ...each, value: Math.round(each.value) }));
  const hiring = pathThrough(
    days,
    [
      ["2018-01-31", 20],
      ["2018-08-31", 26],
      ["2020-02-29", 21],
      ["2020-04-30", 1],
      ["2021-08-31", 32],
      ["2023-12-31", 16],
      ["2024-04-30", 12],
      ["2024-11-30", 18],
      ["2025-03-31", 12],
      ["2025-04-30", 13],
    ],
    0.16,
    9,
  ).map((each) => ({ ...each, value: Math.round(each.value) }));
  const spec = readSpec("survey", [
    { name: "capex", shape: "line" },
    { name: "hiring", shape: "line" },
  ]);
  const of = (id: string, value: number, day: string) =>
    fact({ id, value, day, unit: "net percent", from: "2020-04-30" });
  return input(
    "survey",
    spec,
    [
      set("capex", "Plan to invest", "net percent", "month", capex),
      set("hiring", "Plan to hire", "net percent", "month", hiring),
    ],
    [
      mark("point", [of("capex", 18, "2025-04-30")], "[18]", { accent: true }),
      mark("point", [of("capex.low", 18, "2020-04-30")], "[18] in April 2020", { accent: true }),
      mark("point", [of("hiring", 13, "2025-04-30")], "[13]"),
    ],
  );
}

export function marginDebt(from: string, id: string): ChartInput {
  const debt = pathThrough(
    months("1997-01-01", "2025-04-30"),
    [
      ["1997-01-31", 98e9],
      ["2000-03-31", 279e9],
      ["2002-09-30", 133e9],
      ["2007-07-31", 381e9],
      ["2009-02-28", 173e9],
      ["2018-05-31", 669e9],
      ["2020-03-31", 479e9],
      ["2021-10-31", 935.9e9],
      ["2022-12-31", 607e9],
      ["2025-01-31", 937.3e9],
      ["2025-04-30", 850.6e9],
    ],
    0.06,
    11,
  ).filter((each) => each.day >= from);
  const level = pathThrough(
    months("1997-01-01", "2025-04-30"),
    [
      ["1997-01-31", 369],
      ["2000-02-29", 577],
      ["2002-09-30", 362],
      ["2007-05-31", 847],
      ["2009-02-28", 389],
      ["2018-08-31", 1740],
      ["2020-03-31", 1153],
      ["2021-10-31", 2297],
      ["2022-09-30", 1664],
      ["2024-11-30", 2434],
      ["2025-04-30", 1964],
    ],
    0.06,
    12,
  ).filter((each) => each.day >= from);
  const spec = readSpec("margin-debt", [
    { name: "margin-debt", shape: "line" },
    { name: "index", shape: "line" },
  ]);
  const of = (fid: string, value: number, day: string, unit: Unit) =>
    fact({ id: fid, value, day, unit });
  return input(
    id,
    spec,
    [
      set("margin-debt", "Margin debt", "money", "month", debt),
      set("index", "Russell 2000", "index", "month", level),
    ],
    [
      mark("point", [of("debt.record", 937.3e9, "2025-01-31", "money")], "[$937.3bn], January", {
        accent: true,
      }),
      mark("point", [of("debt.prior", 935.9e9, "2021-10-31", "money")], "[$935.9bn], October 2021"),
      mark("point", [of("debt", 850.6e9, "2025-04-30", "money")], "[$850.6bn]"),
      mark("point", [of("peak", 2434, "2024-11-30", "index")], "peak in November", { panel: 1 }),
    ],
  );
}

export function gallery(): readonly ChartInput[] {
  return [
    shortInterest(false),
    shortInterest(true),
    index("2021-05-23", "index"),
    index("2025-01-02", "index-short"),
    index("2018-01-02", "index-long"),
    survey(),
    marginDebt("1997-01-01", "margin-debt"),
    marginDebt("2023-06-01", "margin-debt-short"),
  ];
}
