import { describe, expect, it } from "vitest";
import {
  MACD_LENGTHS,
  RESTS_ON,
  WARM_UP,
  aroon,
  atr,
  bollinger,
  columnOf,
  ema,
  macd,
  momentum,
  rsi,
  runs,
  sma,
  stochastic,
} from "../../../src/model/index.ts";
import { madeBars } from "./made.ts";

const bars = madeBars(320);
const { high, low, close } = bars;
const column = (values: readonly number[] = []): Float64Array => Float64Array.from(values);
const empty = (rows = 320): Float64Array => new Float64Array(rows);

/** One column, filled by what is given. */
function filled(fill: (out: Float64Array) => void, rows = 320): Float64Array {
  const out = empty(rows);
  fill(out);
  return out;
}

const NAMES = [
  "stochastic %K",
  "stochastic %D",
  "lower Bollinger band",
  "upper Bollinger band",
  "Bollinger %b",
  "Aroon up",
  "Aroon down",
] as const;

const [line, signal, histogram] = [empty(), empty(), empty()];
macd(close, MACD_LENGTHS, { line, signal, histogram });
const [lower, upper] = [empty(), empty()];
bollinger(close, 20, 2, lower, upper);
const [k, d] = [empty(), empty()];
stochastic(high, low, close, { n: 14, smooth: 3 }, { k, d });
const [up, down] = [empty(), empty()];
aroon(high, low, 25, up, down);

/**
 * The readings of days 60, 150 and 319 by pandas 1.5.3 (rolling, ewm with adjust=False, std with
 * ddof=0) and, for the two averages of Wilder, by loops in Python.
 */
const BY_PANDAS: readonly (readonly [string, Float64Array, readonly number[]])[] = [
  ["SMA 50", filled((out) => sma(close, 50, out)), [107.6206, 128.4104, 129.8632]],
  [
    "EMA 20",
    filled((out) => ema(close, 20, out)),
    [111.22326345114774, 127.82935182622647, 130.20414738332053],
  ],
  ["MACD", line, [1.6324242794918007, 0.129479583570145, 0.3332131549654207]],
  ["MACD signal", signal, [1.5042852292449478, 0.007254953152166014, -0.023374320045140812]],
  ["MACD histogram", histogram, [0.1281390502468529, 0.12222463041797899, 0.35658747501056154]],
  [
    "RSI 14",
    filled((out) => rsi(close, 14, out)),
    [68.5301052764587, 53.36876399999705, 61.66224630692525],
  ],
  [
    "ATR 14",
    filled((out) => atr(high, low, close, 14, out)),
    [1.6036723355275035, 1.6511362727127923, 1.6182659426290404],
  ],
  ["lower band", lower, [107.50124986868838, 124.91754576245488, 126.90662249600848]],
  ["upper band", upper, [114.64075013131162, 129.94345423754513, 132.5413775039915]],
  ["%K", k, [97.60119940029989, 58.541266794625734, 92.23826714801433]],
  ["%D", d, [87.29435376466847, 57.8374920025592, 86.77251034277818]],
  ["Aroon up", up, [100, 72, 8]],
  ["Aroon down", down, [0, 20, 40]],
  ["momentum", filled((out) => momentum(close, 14, out)), [5.97, 1.84, 4.08]],
];

describe("indicators over columns", () => {
  it.each(BY_PANDAS)("%s is what pandas makes of the same bars", (_, found, expected) => {
    const here = [60, 150, 319].map((place) => found[place] ?? Number.NaN);
    for (const [place, value] of here.entries())
      expect(value).toBeCloseTo(expected[place] ?? 0, 10);
  });

  it.each<readonly [string, Float64Array, number]>([
    ["SMA 50", filled((out) => sma(close, 50, out)), 49],
    ["RSI 14", filled((out) => rsi(close, 14, out)), 14],
    ["ATR 14", filled((out) => atr(high, low, close, 14, out)), 13],
    ["bands", lower, 19],
    ["%K", k, 13],
    ["%D", d, 15],
    ["Aroon", up, 25],
    ["momentum", filled((out) => momentum(close, 14, out)), 14],
  ])("%s has no reading before its first full window", (_, found, first) => {
    expect([...found].findIndex((each) => !Number.isNaN(each))).toBe(first);
    expect([...found.subarray(first)].every((each) => Number.isFinite(each))).toBe(true);
  });

  it("gives the RSI of the worked table in StockCharts' ChartSchool", () => {
    const prices = column([
      44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826,
      45.8931, 46.0328, 45.614, 46.282, 46.282, 46.0028, 46.0328, 46.4116, 46.2222, 45.6439,
    ]);
    const found = filled((out) => rsi(prices, 14, out), 20);
    const printed = [...found.subarray(14)].map((each) => Math.round(each * 100) / 100);
    expect(printed).toEqual([70.53, 66.32, 66.55, 69.41, 66.36, 57.97]);
  });

  it("gives by hand an RSI of 75 for rises of 3 against falls of 1", () => {
    // Four changes: +1 −1 +2 0. Mean rise 3/4, mean fall 1/4: 100 × 3 / (3 + 1).
    const found = filled((out) => rsi(column([10, 11, 10, 12, 12]), 4, out), 5);
    expect(found[4]).toBe(75);
    // Then +1: rises (3/4 × 3 + 1) / 4 = 13/16, falls 1/4 × 3/4 = 3/16: 100 × 13 / 16.
    const more = filled((out) => rsi(column([10, 11, 10, 12, 12, 13]), 4, out), 6);
    expect(more[5]).toBe(81.25);
  });

  it("gives by hand bands of 3 ± 2√2 around 1 to 5", () => {
    const [low5, high5] = [empty(5), empty(5)];
    bollinger(column([1, 2, 3, 4, 5]), 5, 2, low5, high5);
    expect(low5[4]).toBeCloseTo(3 - 2 * Math.SQRT2, 14);
    expect(high5[4]).toBeCloseTo(3 + 2 * Math.SQRT2, 14);
  });

  it("gives by hand an average true range that reaches over a gap", () => {
    // Ranges 2 and, from the close of 9 up to the high of 14, 5: mean 3.5; then (3.5 + 1) / 2.
    const found = filled(
      (out) => atr(column([10, 14, 14]), column([8, 12, 13]), column([9, 13, 13.5]), 2, out),
      3,
    );
    expect([found[1], found[2]]).toEqual([3.5, 2.25]);
  });

  it("counts Aroon from the later of two equal highs", () => {
    const [rise, fall] = [empty(4), empty(4)];
    aroon(column([5, 7, 7, 6]), column([1, 3, 4, 5]), 3, rise, fall);
    // The high of 7 was made one session ago, the low three ago: 100 × 2/3 and 0.
    expect(rise[3]).toBeCloseTo(200 / 3, 12);
    expect(fall[3]).toBe(0);
  });

  it("calls a price that never moves neither strong nor weak", () => {
    const flat = new Float64Array(60).fill(7);
    expect(filled((out) => rsi(flat, 14, out), 60)[59]).toBe(50);
    const [middle, smooth] = [empty(60), empty(60)];
    stochastic(flat, flat, flat, { n: 14, smooth: 3 }, { k: middle, d: smooth });
    expect([middle[59], smooth[59]]).toEqual([50, 50]);
    expect(columnOf("Bollinger %b", { high: flat, low: flat, close: flat })[59]).toBe(0.5);
    expect(columnOf("MACD histogram", { high: flat, low: flat, close: flat })[59]).toBe(0);
  });

  it("counts rises and falls in a row, and ends both with a change of nothing", () => {
    const out = new Int32Array(8);
    runs(column([1, 2, 3, 3, 2, 1, 0, 4]), out);
    expect([...out]).toEqual([0, 1, 2, 0, -1, -2, -3, 1]);
  });

  it("reads from the last 250 bars what it reads from all of them", () => {
    const many = madeBars(2500);
    const late = (from: Float64Array): Float64Array => from.subarray(-WARM_UP);
    const few = { high: late(many.high), low: late(many.low), close: late(many.close) };
    for (const name of ["RSI", "MACD", "MACD histogram", "ATR"] as const) {
      const all = columnOf(name, many).at(-1) ?? 0;
      expect(Math.abs(all - (columnOf(name, few).at(-1) ?? 0)), name).toBeLessThan(1e-4);
    }
  });

  it.each(NAMES)("%s rests on no more sessions than it says", (name) => {
    const rows = RESTS_ON[name];
    const from = (column: Float64Array): Float64Array => column.subarray(-rows);
    const few = { high: from(high), low: from(low), close: from(close) };
    expect(columnOf(name, few).at(-1)).toBeCloseTo(columnOf(name, bars).at(-1) ?? 0, 10);
  });

  it("fills columns shorter than its window with no reading", () => {
    const short = { high: high.slice(0, 5), low: low.slice(0, 5), close: close.slice(0, 5) };
    for (const name of ["RSI", "ATR", "stochastic %D", "Aroon up", "Bollinger %b"] as const) {
      expect([...columnOf(name, short)].every((each) => Number.isNaN(each))).toBe(true);
    }
  });
});
