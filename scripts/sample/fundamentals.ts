import type { Day } from "../../src/model/index.ts";
import {
  addDays,
  day,
  endOfMonth,
  isSession,
  monthOf,
  nextSession,
  roundText,
  sessionOnOrBefore,
  weekNumber,
} from "../../src/model/index.ts";
import type { Bar } from "./bars.ts";
import { csv } from "./csv.ts";
import { stream } from "./random.ts";

/** Price by earnings of a share, growth of sales a year, margin and return on equity, in plain ratios. */
const COMPANIES: readonly (readonly [string, number, number, number, number])[] = [
  ["ALDR", 11, 0.04, 0.24, 0.11],
  ["BRKN", 17, 0.05, 0.09, 0.16],
  ["CALX", 14, -0.02, 0.06, 0.1],
  ["CLRN", -9, 0.31, -0.42, -0.28],
  ["CRSP", 19, 0.03, 0.07, 0.14],
  ["DNTN", 8, -0.05, 0.14, 0.13],
  ["DVRA", 41, 0.22, 0.12, 0.19],
  ["ELMW", 9, 0.07, 0.11, 0.18],
  ["FENN", 33, 0.17, 0.21, 0.24],
  ["FRLW", 26, 0.12, 0.08, 0.09],
  ["GRSN", 10, 0.05, 0.27, 0.12],
  ["HLYK", 13, 0.02, 0.05, 0.08],
  ["HRTH", 15, -0.04, 0.03, 0.06],
  ["INVR", 21, 0.09, 0.16, 0.08],
  ["JSPR", 28, 0.11, 0.07, 0.1],
  ["KENT", 22, 0.04, 0.17, 0.1],
  ["LNDL", 24, 0.03, 0.2, 0.06],
  ["LRCH", -14, -0.09, -0.06, -0.11],
  ["MRTN", 12, 0.08, 0.1, 0.15],
  ["NRVA", -5, 0.44, -0.9, -0.52],
  ["OAKH", 9, 0.02, 0.22, 0.09],
  ["PLMR", 11, 0.01, 0.18, 0.12],
  ["QNTL", 30, 0.19, 0.1, 0.17],
  ["RDGE", 18, 0.06, 0.13, 0.13],
  ["SLTR", 12, 0, 0.02, 0.07],
  ["TRNT", -7, -0.12, -0.11, -0.14],
  ["VNCE", 16, -0.01, 0.05, 0.07],
  ["WRKL", 13, -0.03, 0.02, 0.09],
  ["YRRW", 20, 0.1, 0.06, 0.13],
  ["ZPHR", 17, 0.05, 0.12, 0.09],
];

const FIRST_QUARTER = day("2021-12-31");
const QUARTERS = 14;
const HISTORY_FROM = "2012-12-01";

/** What the thirty stocks report, and a longer history of their closes; both fit the daily prices. */
export function fundamentalFiles(
  index: readonly Bar[],
  stocks: string,
): ReadonlyMap<string, string> {
  const closes = closesOf(stocks);
  return new Map([
    [
      "data/stock-figures.csv",
      csv(
        [
          "ticker",
          "quarter",
          "released",
          "earnings_per_share_four_quarters",
          "sales_four_quarters_millions",
          "net_margin",
          "return_on_equity",
        ],
        COMPANIES.flatMap(([id, ...about]) => reports(id, about, closes.get(id) ?? [])),
      ),
    ],
    [
      "data/stock-history.csv",
      csv(
        ["ticker", "date", "close"],
        COMPANIES.flatMap(([id]) => history(id, closes.get(id) ?? [], index)),
      ),
    ],
  ]);
}

interface Close {
  readonly day: Day;
  readonly close: number;
}

function closesOf(stocks: string): ReadonlyMap<string, readonly Close[]> {
  const found = new Map<string, Close[]>();
  for (const line of stocks.trim().split("\n").slice(1)) {
    const [id = "", on = "", , , , close = ""] = line.split(",");
    const own = found.get(id) ?? [];
    own.push({ day: day(on), close: Number(close) });
    found.set(id, own);
  }
  return found;
}

type Row = readonly (string | number)[];

/** Four quarters summed, told five to eight weeks after the last of them. */
function reports(
  id: string,
  [multiple, growth, margin, equity]: readonly [number, number, number, number],
  closes: readonly Close[],
): readonly Row[] {
  const random = stream(`reports ${id}`);
  const middle = closes[Math.floor(closes.length / 2)]?.close ?? 1;
  const earned = middle / multiple;
  const sold = 400 + 2600 * random.uniform();
  let quarter = FIRST_QUARTER;
  return Array.from({ length: QUARTERS }, (_, at): Row => {
    const years = (at - QUARTERS / 2) / 4;
    const noise = (size: number): number => Math.exp(size * random.normal());
    const earnings = earned * (1 + (0.8 * growth + 0.02)) ** years * noise(0.05);
    const sales = sold * (1 + growth) ** years * noise(0.015);
    const out = addDays(quarter, 33 + Math.floor(20 * random.uniform()));
    const row: Row = [
      id,
      quarter,
      isSession(out) ? out : nextSession(out),
      roundText(earnings, 2),
      roundText(sales, 0),
      roundText(margin * noise(0.06), 3),
      roundText(equity * noise(0.05), 3),
    ];
    quarter = endOfMonth(addDays(quarter, 80));
    return row;
  });
}

/** The last close of every week and month; before the daily prices begin, of every month. */
function history(id: string, closes: readonly Close[], index: readonly Bar[]): readonly Row[] {
  const kept = closes.filter(({ day: each }, at) => {
    const next = closes[at + 1]?.day;
    return (
      next === undefined || weekNumber(next) !== weekNumber(each) || monthOf(next) !== monthOf(each)
    );
  });
  const random = stream(`history ${id}`);
  const [first] = closes;
  const ends = index
    .filter((bar) => bar.day >= HISTORY_FROM && bar.day < (first?.day ?? ""))
    .filter((bar) => sessionOnOrBefore(endOfMonth(bar.day)) === bar.day)
    .toReversed();
  let close = first?.close ?? 1;
  let before = index.find((bar) => bar.day === first?.day)?.close ?? 1;
  const earlier = ends.map((bar): Close => {
    const move = 0.95 * Math.log(before / bar.close) + 0.05 * random.normal() + 0.001;
    close /= Math.exp(move);
    before = bar.close;
    return { day: bar.day, close };
  });
  return [...earlier.toReversed(), ...kept].map((each) => [id, each.day, roundText(each.close, 2)]);
}
