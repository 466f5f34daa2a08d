import { describe, expect, it } from "vitest";
import type { Input } from "../../src/agents/input.ts";
import { signalsOf } from "../../src/agents/signals.ts";
import type { Watch } from "../../src/agents/state.ts";
import { watchStep } from "../../src/agents/trend.ts";
import { day } from "../../src/model/index.ts";
import { inputFrom, rulesOf } from "./support.ts";

const rules = rulesOf("trend: { support: 5, average: 8, sustained: 3, patience: 4 }");
/** Lows of 99, then closes under them. */
const FALL = [100, 100, 100, 100, 100, 100, 100, 100, 100, 98, 97.5, 97, 96.5, 96, 95.5, 95];

/** Watch and ledger after each session from the break on. */
function watched(input: Input): readonly (readonly string[])[] {
  const signals = signalsOf(input, rules);
  let watch: Watch | null = null;
  const told: (readonly string[])[] = [];
  for (let at = 9; at < input.days.length; at++) {
    const step = watchStep(watch, { at, input, signals, rules });
    watch = step.watch;
    told.push(step.drafts.map((each) => each.rule));
    if (step.found !== null) break;
  }
  return told;
}

const shorts = (first: number, second: number, third: number) =>
  [
    ["2019-12-13", "2019-12-24", first],
    ["2019-12-31", "2020-01-10", second],
    ["2020-01-15", "2020-01-27", third],
  ] as const;

function reading(rows: ReturnType<typeof shorts>): Input["shorts"] {
  return rows.map(([on, released, value]) => ({ day: day(on), released: day(released), value }));
}

describe("the watch", () => {
  it("counts three closes under the level before a break is one", () => {
    expect(watched(inputFrom(FALL))).toEqual([[], [], ["sustained", "not validated"]]);
  });

  it("ends with a close back at the level", () => {
    expect(watched(inputFrom([...FALL.slice(0, 11), 99.5]))).toEqual([[], [], ["undone"]]);
  });

  // The session 11 of the input is 17 January 2020; the mid-January reading came out on the 27th.
  it("knows a short interest from its release on, and confirms by it", () => {
    const known = inputFrom(FALL, { shorts: reading(shorts(10, 11, 12)) });
    expect(watched(known)[2]).toEqual(["sustained", "not validated"]);
    const old = reading(shorts(10, 11, 12)).map((each) => ({
      ...each,
      released: day("2020-01-02"),
    }));
    expect(watched(inputFrom(FALL, { shorts: old }))[2]).toEqual(["sustained", "confirmed"]);
  });

  it("is told of a rejection once, and lapses when patience is out", () => {
    const falling = reading(shorts(12, 11, 10)).map((each) => ({
      ...each,
      released: day("2020-01-02"),
    }));
    expect(watched(inputFrom(FALL, { shorts: falling })).slice(0, 5)).toEqual([
      [],
      [],
      ["sustained", "not confirmed"],
      [],
      ["lapsed"],
    ]);
  });

  it("asks the sectors too, of whom enough must have a figure", () => {
    const weak = Float64Array.from(FALL);
    const strong = weak.map((each) => 200 - each);
    const of = (...sectors: Float64Array[]) => {
      const short = { ...rules, validation: { ...rules.validation, average: 5 } };
      const input = inputFrom(FALL, { sectors });
      return watchStep(
        { level: 99, by: "support", lowAt: 3, opened: 9, below: 2, refused: false },
        { at: 11, input, signals: signalsOf(input, short), rules: short },
      ).drafts.map((each) => each.rule);
    };
    expect(of(weak, weak, strong)).toEqual(["sustained", "confirmed"]);
    expect(of(weak, strong, strong)).toEqual(["sustained", "not confirmed"]);
    expect(of(weak, weak)).toEqual(["sustained", "not validated"]);
  });
});
