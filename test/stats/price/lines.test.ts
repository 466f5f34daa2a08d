import { describe, expect, it } from "vitest";
import type { Trend } from "../../../src/stats/price/lines.ts";
import { trendLine } from "../../../src/stats/price/lines.ts";
import { sessionOn } from "../../../src/stats/price/prices.ts";
import { day } from "../../../src/model/index.ts";
import type { Bar } from "./made.ts";
import { flat, leg, nth, prices } from "./made.ts";

/** Peaks with highs of 151, 141 and 131, forty sessions apart, then on to a last close. */
function falling(last: number): readonly Bar[] {
  return [
    ...flat(100, 15),
    ...leg(100, 150, 10),
    ...leg(150, 110, 20),
    ...leg(110, 140, 20),
    ...leg(140, 105, 20),
    ...leg(105, 130, 20),
    ...leg(130, 100, 14),
    ...leg(100, last, 10),
  ];
}

const mirror = (bars: readonly Bar[]): readonly Bar[] =>
  bars.map(([high, low, close]) => [250 - low, 250 - high, 250 - close]);

function line(bars: readonly Bar[], trend: Trend = "falling") {
  const found = prices(bars);
  return trendLine(found, sessionOn(found, day(nth(24))), trend);
}

describe("trend lines", () => {
  it("runs from the anchor through later lower highs and counts those near it", () => {
    // Places 24, 64 and 104 with highs 151, 141 and 131: one line in sessions, nearly one in
    // calendar days, and within noise either way.
    const found = line(falling(105));
    expect(found?.anchor.place).toBe(24);
    expect(found?.touches.map((each) => each.place)).toEqual([24, 64, 104]);
  });

  it("prefers the flatter of two lines with as many touches", () => {
    const found = line(falling(105));
    // Holidays make the two slopes differ a little; the flatter one is reckoned here by itself.
    const slope = (place: number, high: number): number => {
      const days = (Date.parse(nth(place)) - Date.parse(nth(24))) / 86_400_000;
      return (high - 151) / days;
    };
    const flatter = slope(64, 141) > slope(104, 131) ? 64 : 104;
    expect(found?.second.place).toBe(flatter);
  });

  it("drops a line that a close has gone through", () => {
    // On the last day the line stands near 125; a close of 135 is beyond it.
    expect(line(falling(120))).not.toBeNull();
    expect(line(falling(135))).toBeNull();
  });

  it("takes no turn nearer than a month", () => {
    const bars = [
      ...flat(100, 15),
      ...leg(100, 150, 10),
      ...leg(150, 140, 7),
      ...leg(140, 145, 7),
      ...leg(145, 100, 30),
    ];
    // The second high stands 14 sessions after the anchor.
    expect(line(bars)).toBeNull();
  });

  it("finds no falling line where no later high is lower", () => {
    expect(line([...falling(100), ...leg(100, 160, 20), ...leg(160, 150, 10)])).toBeNull();
  });

  it("mirrors all of it for rising lows", () => {
    const found = line(mirror(falling(105)), "rising");
    expect(found?.touches.map((each) => each.place)).toEqual([24, 64, 104]);
    expect(line(mirror(falling(135)), "rising")).toBeNull();
  });
});
