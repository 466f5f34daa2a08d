import type { Fact, Outcome } from "../../../src/model/index.ts";
import { day } from "../../../src/model/index.ts";
import type { Named, Speech } from "../../../src/words/index.ts";
import { voice } from "../house.ts";

const SERIES: ReadonlyMap<string, Named> = new Map([
  [
    "rut.close",
    { name: "Russell 2000", noun: "the index", unit: "index", every: "day", instrument: "index" },
  ],
  [
    "short",
    {
      name: "IWM short interest",
      noun: "short interest",
      unit: "shares",
      every: "half-month",
      instrument: "positions",
    },
  ],
  [
    "vix",
    { name: "VIX", noun: "the gauge", unit: "index", every: "day", instrument: "volatility" },
  ],
  ["hiring", { name: "hiring plans", noun: "plans to hire", unit: "net percent", every: "month" }],
]);

/** A fact of a test, as of 23 May 2025. */
export function fact(id: string, value: number, more: Partial<Fact> = {}): Fact {
  const on = more.day ?? day("2025-05-23");
  const made: Fact = {
    kind: "fact",
    id,
    statistic: "change",
    value,
    unit: "ratio",
    day: on,
    basis: "close",
    window: { from: day("2025-05-16"), to: on },
    rank: 0.5,
    ranked: 100,
    cites: [{ series: "rut.close", file: "r.csv", line: 2, day: on, value }],
    recipe: { op: "value", of: 0 },
    series: "rut.close",
    digits: 4,
    working: "",
    ...more,
  };
  return Object.freeze(made);
}

/** Who speaks, of these facts, in a note published on 27 May 2025. */
export function speech(facts: readonly Outcome[] = [], more: Partial<Speech> = {}): Speech {
  return Object.freeze({
    voice,
    published: day("2025-05-27"),
    facts: new Map(facts.map((each) => [each.id, each])),
    series: SERIES,
    turn: 0,
    used: new Set<string>(),
    ...more,
  });
}
