import { day, round, roundText } from "../../src/model/index.ts";
import { csv } from "./csv.ts";
import { weekly } from "./markets.ts";
import type { Lean } from "./path.ts";
import { leaning, spells } from "./path.ts";
import { stream } from "./random.ts";
import { sessions } from "./sessions.ts";

const FROM = day("2015-01-02");
const LAST = "2025-05-20";

/** A futures contract: its names over the years, and what its positions lean on, in thousands. */
interface Contract {
  readonly code: string;
  /** The last name, and before the given day another: the code stays what it was. */
  readonly name: string;
  readonly before?: { readonly day: string; readonly name: string };
  readonly long: readonly Lean[];
  readonly short: readonly Lean[];
  readonly open: number;
  /** How much the positions stray from what they lean on. */
  readonly stray: number;
}

function leans(...pairs: readonly (readonly [string, number])[]): readonly Lean[] {
  return pairs.map(([at, value]) => ({ day: day(at), value }));
}

const CONTRACTS: readonly Contract[] = [
  {
    code: "043602",
    name: "UST 10Y NOTE",
    before: { day: "2022-02-08", name: "10-YEAR U.S. TREASURY NOTES" },
    long: leans(["2015-01-06", 520], ["2018-09-25", 640], ["2021-06-01", 560], [LAST, 590]),
    short: leans(
      ["2015-01-06", 640],
      ["2018-09-25", 1250],
      ["2019-10-01", 760],
      ["2023-08-29", 1420],
      ["2025-04-08", 1500],
      [LAST, 1395],
    ),
    open: 4600,
    stray: 0.04,
  },
  {
    code: "020601",
    name: "UST BOND",
    before: { day: "2022-02-08", name: "U.S. TREASURY BONDS" },
    long: leans(["2015-01-06", 130], ["2020-03-10", 210], ["2025-03-04", 300], [LAST, 292]),
    short: leans(["2015-01-06", 140], ["2017-12-26", 120], ["2023-05-02", 330], [LAST, 372]),
    open: 1750,
    stray: 0.05,
  },
  {
    code: "067651",
    name: "WTI-PHYSICAL",
    before: { day: "2022-02-08", name: "LIGHT SWEET CRUDE OIL" },
    long: leans(["2015-01-06", 480], ["2018-01-23", 760], ["2020-11-03", 560], [LAST, 325]),
    short: leans(["2015-01-06", 220], ["2018-01-23", 60], ["2023-06-27", 170], [LAST, 139]),
    open: 1900,
    stray: 0.045,
  },
  {
    code: "13874A",
    name: "E-MINI S&P 500",
    long: leans(["2015-01-06", 380], ["2021-09-07", 330], ["2023-05-30", 250], [LAST, 290]),
    short: leans(["2015-01-06", 330], ["2019-01-08", 420], ["2023-05-30", 680], [LAST, 430]),
    open: 2350,
    stray: 0.06,
  },
  {
    code: "099741",
    name: "EURO FX",
    long: leans(["2015-01-06", 70], ["2018-04-17", 250], ["2020-09-01", 260], [LAST, 205]),
    short: leans(
      ["2015-01-06", 230],
      ["2018-04-17", 105],
      ["2024-11-26", 210],
      ["2025-03-04", 190],
      [LAST, 124],
    ),
    open: 720,
    stray: 0.05,
  },
  {
    code: "088691",
    name: "GOLD",
    long: leans(
      ["2015-01-06", 200],
      ["2020-02-18", 400],
      ["2022-09-27", 210],
      ["2025-01-28", 345],
      [LAST, 212],
    ),
    short: leans(["2015-01-06", 90], ["2018-08-21", 200], ["2022-09-27", 150], [LAST, 52]),
    open: 470,
    stray: 0.05,
  },
  {
    code: "098662",
    name: "USD INDEX",
    before: { day: "2022-02-08", name: "U.S. DOLLAR INDEX" },
    long: leans(
      ["2015-01-06", 72],
      ["2018-05-01", 14],
      ["2022-07-05", 46],
      ["2025-01-14", 27],
      ["2025-05-13", 14.2],
      [LAST, 20],
    ),
    short: leans(
      ["2015-01-06", 6],
      ["2018-05-01", 16],
      ["2022-07-05", 8],
      ["2025-01-14", 12],
      [LAST, 15.2],
    ),
    open: 38,
    stray: 0.06,
  },
  {
    code: "1170E1",
    name: "VIX FUTURES",
    before: { day: "2021-02-02", name: "CBOE VOLATILITY INDEX" },
    long: leans(["2015-01-06", 90], ["2017-10-03", 70], ["2021-06-01", 105], [LAST, 92]),
    short: leans(["2015-01-06", 130], ["2017-10-03", 190], ["2021-06-01", 175], [LAST, 111]),
    open: 370,
    stray: 0.07,
  },
];

/** Positions of large speculators by contract, newest first within each, as their publisher has them. */
function positions(): string {
  const weeks = weekly(2, LAST).filter((each) => each >= FROM);
  const rows = CONTRACTS.flatMap((contract) => {
    const { code, before, stray } = contract;
    const noise = (what: string): readonly number[] =>
      spells(`futures ${code} ${what}`, weeks.length, 0.9, stray);
    const [long, short, open] = [noise("long"), noise("short"), noise("open interest")];
    return weeks
      .map((at, place) => {
        const longs = round(1000 * leaning(contract.long, at) * Math.exp(long[place] ?? 0), 0);
        const shorts = round(1000 * leaning(contract.short, at) * Math.exp(short[place] ?? 0), 0);
        const all = round(1000 * contract.open * Math.exp(0.4 * (open[place] ?? 0)), 0);
        const name = before !== undefined && at < before.day ? before.name : contract.name;
        return [
          at,
          name,
          code,
          longs,
          shorts,
          Math.max(all, round(1.2 * Math.max(longs, shorts), 0)),
        ];
      })
      .toReversed();
  });
  return csv(["report_date", "market", "code", "long", "short", "open_interest"], rows);
}

/** A price: what it leans on, how much it strays, and the decimals it is told with. */
interface Price {
  readonly name: string;
  readonly leans: readonly Lean[];
  readonly stray: number;
  readonly digits: number;
}

const PRICES: readonly Price[] = [
  {
    name: "gold",
    leans: leans(
      ["2015-01-02", 1190],
      ["2015-12-17", 1055],
      ["2020-08-06", 2050],
      ["2022-09-26", 1640],
      ["2024-10-30", 2780],
      ["2025-04-21", 3400],
      ["2025-05-15", 3195],
      ["2025-05-27", 3320],
    ),
    stray: 0.0075,
    digits: 0,
  },
  {
    name: "crude",
    leans: leans(
      ["2015-01-02", 53],
      ["2016-02-11", 29],
      ["2018-10-03", 75],
      ["2020-04-28", 19],
      ["2022-06-08", 118],
      ["2023-09-27", 92],
      ["2025-01-15", 79],
      ["2025-05-05", 57.5],
      ["2025-05-27", 61.5],
    ),
    stray: 0.017,
    digits: 2,
  },
  {
    name: "usdx",
    leans: leans(
      ["2015-01-02", 91],
      ["2017-01-03", 103],
      ["2018-02-15", 88.8],
      ["2020-03-19", 102],
      ["2021-01-06", 89.6],
      ["2022-09-27", 114],
      ["2024-09-27", 100.5],
      ["2025-01-13", 109.5],
      ["2025-04-21", 98.5],
      ["2025-05-27", 99.4],
    ),
    stray: 0.0036,
    digits: 2,
  },
  {
    name: "eurusd",
    leans: leans(
      ["2015-01-02", 1.2],
      ["2017-01-03", 1.04],
      ["2018-02-15", 1.25],
      ["2020-03-19", 1.07],
      ["2021-01-06", 1.233],
      ["2022-09-27", 0.96],
      ["2024-09-27", 1.115],
      ["2025-01-13", 1.022],
      ["2025-04-21", 1.15],
      ["2025-05-27", 1.134],
    ),
    stray: 0.0038,
    digits: 4,
  },
];

/** A bar for every session and price. */
function prices(): string {
  const all = sessions(FROM, day("2025-05-27"));
  const rows = PRICES.flatMap(({ name, leans: path, stray, digits }) => {
    const noise = spells(`price of ${name}`, all.length, 0.975, stray);
    const random = stream(`bars of ${name}`);
    let before = path[0]?.value ?? 1;
    return all.map((at, place) => {
      const close = leaning(path, at) * Math.exp(noise[place] ?? 0);
      const open = before * Math.exp(0.3 * stray * random.normal());
      const high = Math.max(open, close) * Math.exp(0.5 * stray * Math.abs(random.normal()));
      const low = Math.min(open, close) * Math.exp(-0.5 * stray * Math.abs(random.normal()));
      before = close;
      return [at, name, ...[open, high, low, close].map((each) => roundText(each, digits))];
    });
  });
  return csv(["date", "contract", "open", "high", "low", "close"], rows);
}

/** Futures besides those on the index: positions and prices. */
export function futuresFiles(): ReadonlyMap<string, string> {
  return new Map([
    ["data/futures-markets.csv", positions()],
    ["data/futures-prices.csv", prices()],
  ]);
}
