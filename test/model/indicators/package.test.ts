import {
  ATR,
  Aroon,
  BollingerBands,
  EMA,
  MACD,
  MOM,
  PercentB,
  RSI,
  SMA,
  StochasticOscillator,
} from "trading-signals";
import { describe, expect, it } from "vitest";
import type { PriceColumns } from "../../../src/model/index.ts";
import {
  WARM_UP,
  aroon,
  columnOf,
  ema,
  macd,
  momentum,
  sma,
  stochastic,
} from "../../../src/model/index.ts";
import { madeBars } from "./made.ts";

/** The package trading-signals as a second opinion: other code, same definitions (decision 7). */
const ROWS = 700;
const bars = madeBars(ROWS);

/** Every reading of ours from a place on beside the package's; what has no reading is null there. */
function agree(ours: Float64Array, theirs: readonly (number | null)[], from = 0): void {
  for (let place = from; place < ROWS; place++) {
    const other = theirs[place] ?? Number.NaN;
    const mine = ours[place] ?? Number.NaN;
    if (Number.isNaN(other) && Number.isNaN(mine)) continue;
    expect(Math.abs(mine - other), `at ${place}: ${mine} and ${other}`).toBeLessThan(1e-9);
  }
}

const places = [...Array.from({ length: ROWS }).keys()];
const candles = places.map((place) => ({
  high: bars.high[place] ?? 0,
  low: bars.low[place] ?? 0,
  close: bars.close[place] ?? 0,
}));

function byClose<T>(indicator: {
  readonly update: (price: number, replace: boolean) => T;
}): readonly T[] {
  return candles.map((each) => indicator.update(each.close, false));
}

function byCandle<T>(indicator: {
  readonly update: (candle: (typeof candles)[number], replace: boolean) => T;
}): readonly T[] {
  return candles.map((each) => indicator.update(each, false));
}

function filled(fill: (out: Float64Array, columns: PriceColumns) => void): Float64Array {
  const out = new Float64Array(ROWS);
  fill(out, bars);
  return out;
}

describe("the package and we", () => {
  it("agree on plain and exponential averages", () => {
    agree(
      filled((out, { close }) => sma(close, 50, out)),
      byClose(new SMA(50)),
    );
    agree(
      filled((out, { close }) => ema(close, 20, out)),
      byClose(new EMA(20)),
    );
  });

  it("agree on the RSI, the true range and momentum from their first reading on", () => {
    agree(columnOf("RSI", bars), byClose(new RSI(14)));
    agree(columnOf("ATR", bars), byCandle(new ATR(14)));
    agree(
      filled((out, { close }) => momentum(close, 14, out)),
      byClose(new MOM(14)),
    );
  });

  it("agree on Bollinger's bands and the place between them", () => {
    const bands = byClose(new BollingerBands(20, 2));
    agree(
      columnOf("lower Bollinger band", bars),
      bands.map((each) => each?.lower ?? null),
    );
    agree(
      columnOf("upper Bollinger band", bars),
      bands.map((each) => each?.upper ?? null),
    );
    agree(columnOf("Bollinger %b", bars), byClose(new PercentB()));
  });

  it("agree on the stochastic oscillator and on Aroon", () => {
    const lengths = { kPeriod: 14, kSlowingPeriod: 1, dPeriod: 3 };
    const theirs = byCandle(new StochasticOscillator(lengths));
    const [k, d] = [new Float64Array(ROWS), new Float64Array(ROWS)];
    stochastic(bars.high, bars.low, bars.close, { n: 14, smooth: 3 }, { k, d });
    agree(
      k,
      theirs.map((each) => each?.stochK ?? null),
      15,
    );
    agree(
      d,
      theirs.map((each) => each?.stochD ?? null),
    );
    const [up, down] = [new Float64Array(ROWS), new Float64Array(ROWS)];
    aroon(bars.high, bars.low, 25, up, down);
    const both = byCandle(new Aroon(25));
    agree(
      up,
      both.map((each) => each?.aroonUp ?? null),
    );
    agree(
      down,
      both.map((each) => each?.aroonDown ?? null),
    );
  });

  it("agree on the MACD at once, and on its signal once the beginning no longer shows", () => {
    const theirs = byClose(new MACD(new EMA(12), new EMA(26), new EMA(9)));
    const line = new Float64Array(ROWS);
    const signal = new Float64Array(ROWS);
    const histogram = new Float64Array(ROWS);
    macd(bars.close, { fast: 12, slow: 26, signal: 9 }, { line, signal, histogram });
    agree(
      line,
      theirs.map((each) => each?.macd ?? null),
      25,
    );
    // The package's signal starts with the 26th price, ours with the first.
    agree(
      histogram,
      theirs.map((each) => each?.histogram ?? null),
      WARM_UP,
    );
  });

  it("differ where nothing moves: the package calls that overbought, or oversold", () => {
    const rsi = new RSI(14);
    const stochasticOfNothing = new StochasticOscillator({
      kPeriod: 14,
      kSlowingPeriod: 1,
      dPeriod: 3,
    });
    for (let day = 0; day < 30; day++) {
      rsi.update(7, false);
      stochasticOfNothing.update({ high: 7, low: 7, close: 7 }, false);
    }
    expect(rsi.getResult()).toBe(100);
    expect(stochasticOfNothing.getResult()?.stochK).toBe(0);
    const flat = new Float64Array(30).fill(7);
    expect(columnOf("RSI", { high: flat, low: flat, close: flat })[29]).toBe(50);
  });
});
