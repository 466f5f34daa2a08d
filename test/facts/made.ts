import type { Citation, Fact, Facts, Outcome } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { deepFreeze } from "../stats/support.ts";

export function cite(line: number, at: string, value: number, series = "x.close"): Citation {
  return { series, file: "x.csv", line, day: day(at), value };
}

/** A fact made up for a test: a plain close of 100, but for what is said otherwise. */
export function factMade(id: string, more: Partial<Fact> = {}): Fact {
  const at = more.day ?? day("2025-05-23");
  return deepFreeze({
    kind: "fact",
    id,
    statistic: "last",
    value: 100,
    unit: "index",
    day: at,
    basis: "close",
    window: { from: at, to: at },
    rank: null,
    ranked: 0,
    cites: [cite(2, at, more.value ?? 100)],
    recipe: { op: "value", of: 0 },
    series: "x.close",
    digits: 2,
    working: "",
    ...more,
  });
}

export function factsMade(...facts: readonly Outcome[]): Facts {
  return new Map(facts.map((each) => [each.id, each]));
}
