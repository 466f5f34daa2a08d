import { round, roundText } from "../../src/model/index.ts";
import type { Bar } from "./bars.ts";
import { csv } from "./csv.ts";
import { stream } from "./random.ts";

/** The index cut into eleven: start, share of the index's moves, own scale, drift a day. */
const SECTORS: readonly (readonly [string, number, number, number, number])[] = [
  ["communication", 48, 0.8, 0.006, 0.0004],
  ["discretionary", 132, 1.05, 0.006, 0.0002],
  ["staples", 74, 0.4, 0.004, 0.0001],
  ["energy", 88, 0.8, 0.01, 0],
  ["financials", 35, 0.85, 0.005, 0.0003],
  ["health", 131, 0.5, 0.005, 0],
  ["industrials", 98, 0.85, 0.004, 0.0003],
  ["materials", 80, 0.8, 0.006, 0],
  ["real-estate", 37, 0.8, 0.006, 0],
  ["technology", 125, 0.95, 0.007, 0.0005],
  ["utilities", 68, 0.4, 0.007, 0.0001],
];

const SECTORS_FROM = "2022-01-03";
const STOCKS_FROM = "2023-01-03";

/** Names of companies that do not exist, their sector, and their size in millions of dollars. */
const STOCKS: readonly (readonly [string, string, string, number])[] = [
  ["ALDR", "Alder Bancorp", "Financials", 4100],
  ["BRKN", "Breckan Tools", "Industrials", 2900],
  ["CALX", "Caldwell Axle", "Industrials", 1850],
  ["CLRN", "Clarion Therapeutics", "Health care", 960],
  ["CRSP", "Crispin Foods", "Consumer staples", 2250],
  ["DNTN", "Denton Energy", "Energy", 3300],
  ["DVRA", "Devara Software", "Technology", 5200],
  ["ELMW", "Elmwood Homes", "Consumer discretionary", 2700],
  ["FENN", "Fenn Semiconductor", "Technology", 6100],
  ["FRLW", "Farlow Diagnostics", "Health care", 1400],
  ["GRSN", "Garrison Trust", "Financials", 3800],
  ["HLYK", "Halyard Lines", "Industrials", 1650],
  ["HRTH", "Hearth and Pine", "Consumer discretionary", 880],
  ["INVR", "Inver Gold", "Materials", 1200],
  ["JSPR", "Jasper Networks", "Technology", 1950],
  ["KENT", "Kentmere Water", "Utilities", 2450],
  ["LNDL", "Lindale Realty", "Real estate", 1750],
  ["LRCH", "Larch Media", "Communication", 730],
  ["MRTN", "Merton Insurance", "Financials", 4600],
  ["NRVA", "Norva Biologics", "Health care", 540],
  ["OAKH", "Oakhurst Savings", "Financials", 1300],
  ["PLMR", "Palmer Pipeline", "Energy", 2100],
  ["QNTL", "Quintal Robotics", "Industrials", 3050],
  ["RDGE", "Ridge Aggregates", "Materials", 2600],
  ["SLTR", "Salter Stores", "Consumer discretionary", 1150],
  ["TRNT", "Tarrant Oilfield", "Energy", 690],
  ["VNCE", "Vance Telecom", "Communication", 1500],
  ["WRKL", "Workley Staffing", "Industrials", 820],
  ["YRRW", "Yarrow Health", "Health care", 2350],
  ["ZPHR", "Zephyr Power", "Utilities", 3400],
];

export function groupFiles(index: readonly Bar[]): ReadonlyMap<string, string> {
  const sectors = SECTORS.flatMap(([id, start, share, scale, drift]) =>
    member(id.toUpperCase(), index, { from: SECTORS_FROM, start, share, scale, drift }),
  );
  const stocks = STOCKS.flatMap(([id, , , size], at) =>
    member(id, index, {
      from: STOCKS_FROM,
      start: 12 + ((at * 37) % 90),
      share: 0.7 + ((at * 13) % 9) / 14,
      scale: 0.011 + 20 / (size + 900),
      drift: ((at * 7) % 11) / 11000 - 0.0004,
    }),
  );
  const header = ["ticker", "date", "open", "high", "low", "close", "volume"];
  return new Map([
    ["data/sectors.csv", csv(header, sectors)],
    ["data/stocks.csv", csv(header, stocks)],
    ["data/stock-list.csv", csv(["ticker", "name", "sector", "market_value_millions"], STOCKS)],
  ]);
}

interface Walk {
  readonly from: string;
  readonly start: number;
  readonly share: number;
  readonly scale: number;
  readonly drift: number;
}

type Row = readonly (string | number)[];

function member(id: string, index: readonly Bar[], walk: Walk): readonly Row[] {
  const random = stream(`member ${id}`);
  const first = index.findIndex((each) => each.day >= walk.from);
  let close = walk.start;
  return index.slice(first).map((bar, at) => {
    const before = close;
    const moved = Math.log(bar.close / (index[first + at - 1]?.close ?? bar.close));
    const move = walk.share * moved + walk.drift + walk.scale * random.normal();
    close = before * Math.exp(at === 0 ? 0 : move);
    const open = before * Math.exp(0.35 * move + 0.2 * walk.scale * random.normal());
    const high = Math.max(open, close) * Math.exp(0.4 * walk.scale * Math.abs(random.normal()));
    const low = Math.min(open, close) * Math.exp(-0.4 * walk.scale * Math.abs(random.normal()));
    const mood = Math.exp(0.3 * random.normal() + 9 * Math.abs(move));
    const prices = [open, high, low, close].map((each) => roundText(each, 2));
    return [id, bar.day, ...prices, round((4e7 / walk.start) * mood, -2)];
  });
}
