import { describe, expect, it } from "vitest";
import { madeBars } from "../../model/indicators/made.ts";
import { contextOf, one, run, unsaid } from "../support.ts";
import { barSeries, flatBars, sessionDays } from "./made.ts";

/** Readings of the 320th made bar by pandas, as in the tests of src/model/indicators. */
const BY_PANDAS: readonly (readonly [string, string, number])[] = [
  ["rsi", "", 61.66224630692525],
  ["macd", "", 0.35658747501056154],
  ["macd", "line", 0.3332131549654207],
  ["macd", "signal", -0.023374320045140812],
  ["stochastic", "", 86.77251034277818],
  ["stochastic", "k", 92.23826714801433],
  ["bollinger", "lower", 126.90662249600848],
  ["bollinger", "upper", 132.5413775039915],
  // (132.37 − lower) / (upper − lower)
  ["bollinger", "", (132.37 - 126.90662249600848) / (132.5413775039915 - 126.90662249600848)],
  ["aroon", "up", 8],
  ["aroon", "down", 40],
  ["aroon", "", -32],
  ["atr", "", 1.6182659426290404],
  ["atr", "share", 1.6182659426290404 / 132.37],
  ["momentum", "", 4.08],
  // 132.37 / (132.37 − 4.08) − 1
  ["momentum", "share", 132.37 / 128.29 - 1],
];

const days = sessionDays(320);
const context = contextOf(barSeries(madeBars(320)), days[319] ?? "");
const asked = (of: string) => ({ statistic: "indicator", bars: "x", of });

/** 300 closes of 100 and 101 in turn, then the given ones. */
function after(closes: readonly number[]) {
  const before = Array.from({ length: 300 }, (_, place) => 100 + (place % 2));
  const all = [...before, ...closes];
  const end = sessionDays(all.length).at(-1) ?? "";
  return contextOf(barSeries(flatBars(all)), end);
}

describe("an indicator", () => {
  it.each(BY_PANDAS)("%s.%s is what pandas makes of it", (of, part, value) => {
    // Read from the last 250 bars, which moves an RSI by less than 0.0001.
    expect(Math.abs(one(asked(of), context, part).value - value)).toBeLessThan(1e-4);
  });

  it("says for how long it has been overbought, and since when", () => {
    const rising = [102, 104, 106, 108, 110, 112, 114];
    const found = one(asked("rsi"), after(rising));
    expect(found).toMatchObject({ state: "overbought", unit: "score", digits: 1 });
    // Wilder's loop in Python over the same closes: 55.29, 61.25, 66.12, 70.15 with 108, 73.55 …
    expect(one(asked("rsi"), after(rising), "from").value).toBe(108);
    expect(one(asked("rsi"), after(rising), "run")).toMatchObject({
      value: 4,
      unit: "sessions",
      state: "overbought",
    });
  });

  it.each([
    ["rsi", [99, 96, 93, 90, 87], "oversold"],
    ["macd", [102, 104, 106], "positive"],
    ["macd", [99, 97, 95], "negative"],
    ["stochastic", [103, 104, 105, 106], "overbought"],
    ["stochastic", [98, 97, 96, 95], "oversold"],
    ["bollinger", [108], "above the bands"],
    ["bollinger", [92], "below the bands"],
    ["bollinger", [101], "between the bands"],
    ["momentum", [103], "positive"],
    ["aroon", Array.from({ length: 30 }, (_, place) => 102 + place), "uptrend"],
    ["aroon", Array.from({ length: 30 }, (_, place) => 99 - place), "downtrend"],
  ])("%s after %j is %s", (of, closes, state) => {
    expect(one(asked(of), after(closes)).state).toBe(state);
  });

  it("tells no state and no stay of a true range", () => {
    const found = run(asked("atr"), context);
    expect(found[""]).not.toHaveProperty("state");
    expect(found["run"]).toBeUndefined();
  });

  it("tells highs and lows as intraday, closes as closes", () => {
    expect(one(asked("stochastic"), context).basis).toBe("intraday");
    expect(one(asked("rsi"), context).basis).toBe("close");
  });

  it("does not know since when, where it has been so since its beginning", () => {
    const rising = flatBars(Array.from({ length: 320 }, (_, place) => 100 + place));
    const always = contextOf(barSeries(rising), days[319] ?? "");
    expect(one(asked("rsi"), always)).toMatchObject({ value: 100, state: "overbought" });
    expect(unsaid(asked("rsi"), always, "run")).toContain("cannot be told");
  });

  it("is withheld with too few sessions, and where one of its sessions is missing", () => {
    const early = contextOf(barSeries(madeBars(320)), days[249] ?? "");
    expect(() => one(asked("rsi"), early)).toThrow("has 250 sessions, too few");
    const holed = contextOf(barSeries(madeBars(320), { without: [310] }), days[319] ?? "");
    expect(() => one(asked("rsi"), holed)).toThrow("no figures between");
  });
});
