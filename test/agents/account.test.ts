import { describe, expect, it } from "vitest";
import { accountOf, fundChange, fundHeld } from "../../src/agents/account.ts";
import type { Play } from "../../src/agents/play.ts";
import { inputFrom, rulesOf } from "./support.ts";

const FREE = "costs: { trade: 0, fee: 0, financing: 0 }";

/** What was decided at each close. */
function decided(bear: readonly number[], core: readonly number[]): Play {
  const none = new Float64Array(bear.length);
  return {
    begin: 0,
    bear: Float64Array.from(bear),
    core: Float64Array.from(core),
    bounce: none,
    stop: none,
    level: none,
    events: [],
    sizings: [],
  };
}

describe("an inverse fund with daily reset", () => {
  // Up 10 percent and down 10 percent: 1.1 × 0.9 = 0.99, the fund of −2 at 0.8 × 1.2 = 0.96.
  it("loses 4 percent over a day of +10 and a day of −10", () => {
    const held = fundHeld(inputFrom([100, 110, 99]), 0, 2, rulesOf(FREE));
    expect([...held].map((each) => Number(each.toFixed(9)))).toEqual([100, 80, 96]);
  });

  // The same at −3: 0.7 × 1.3 = 0.91.
  it("loses 9 percent at three times", () => {
    expect(fundHeld(inputFrom([100, 110, 99]), 0, 3, rulesOf(FREE))[2]).toBeCloseTo(91, 9);
  });

  // −2 × 1 % less (0.95 % + 2 × 0.5 %) / 252 = −0.02 − 0.0195 / 252.
  it("pays fee and financing every day", () => {
    expect(fundChange(0.01, 2, rulesOf())).toBeCloseTo(-0.02 - 0.0195 / 252, 15);
  });
});

describe("the account", () => {
  it("trades at the next close what one close decided", () => {
    const input = inputFrom([100, 110, 121]);
    const { bear, bull, net, equity, hold } = accountOf(
      input,
      decided([0.4, 0.4, 0.4], [0.5, 0.5, 0.5]),
      rulesOf(FREE),
    );
    // Decided on the first day, in force from the second close on.
    expect([...bear]).toEqual([0, -0.4, -0.4]);
    expect([...bull]).toEqual([1, 0.5, 0.5]);
    expect([...net].map((each) => Number(each.toFixed(12)))).toEqual([1, 0.1, 0.1]);
    // First day all long: +10 %. Second: 0.5 × 10 % + 0.2 × −20 % = +1 %.
    expect([...equity].map((each) => Number(each.toFixed(9)))).toEqual([100, 110, 111.1]);
    expect(hold[2]).toBeCloseTo(121, 9);
  });

  it("pays for what it trades, and for bringing positions back to their size", () => {
    const input = inputFrom([100, 100, 110]);
    const rules = rulesOf("costs: { trade: 0.01, fee: 0, financing: 0 }");
    const { equity, costs } = accountOf(input, decided([0.4, 0.4, 0], [1, 1, 1]), rules);
    // Bought at the start: 1 × 1 %. At the second close 0.2 of the fund: 0.2 × 1 %.
    expect(costs[1]).toBeCloseTo(0.012, 12);
    expect(equity[1]).toBeCloseTo(100 * 0.99 * 0.998, 9);
    // Then +10 % long and −20 % on 0.2: grown to 1.06. The fund is 0.16 / 1.06 where 0.2 is due, the
    // long position 1.1 / 1.06 where 1 is due.
    const traded = 0.2 - 0.16 / 1.06 + (1.1 / 1.06 - 1);
    expect(costs[2]).toBeCloseTo(0.012 + 0.01 * traded, 12);
    expect(equity[2]).toBeCloseTo(100 * 0.99 * 0.998 * 1.06 * (1 - 0.01 * traded), 9);
  });
});
