import { describe, expect, it } from "vitest";
import { asks, ownAsks } from "../../../src/facts/index.ts";
import { EVENT_NAMES } from "../../../src/stats/events/kinds.ts";
import { statisticNamed, statistics } from "../../../src/stats/index.ts";

/** Statistics that are not asked, each with the reason; docs/facts.md tells them, too. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  average: "against-average tells it beside the reading",
  concentration: "the weights of a list do not change from week to week",
  confluence: "of levels that an author names",
  correlation: "rolling-correlation tells when it is news",
  "decisive-close": "level tells the breach",
  difference: "of facts that an author names",
  distance: "of facts that an author names",
  band: "of facts that an author names",
  elapsed: "of facts that an author names",
  "group-size": "the sizes of a list do not change from week to week",
  "group-seasonality": "a month of the calendar, and rarely more than chance",
  "group-turnover": "a level; group-volume tells when it moves",
  horizons: "the changes are asked one by one",
  "lead-lag": "of cycles of years",
  "momentum-fade": "a judgement on a rally that rally tells",
  "near-level": "of levels that an author names",
  "agent-event": "of agents, of which a report speaks itself",
  "agent-record": "of agents, of which a report speaks itself",
  "agent-rule": "a rule is no news",
  "fund-decay": "of a pair that an author names",
  rating: "a place in a list, the leaders of which ranking tells",
  "ratio-of": "of facts that an author names",
  seasonality: "a month of the calendar, and rarely more than chance",
  "swing-high": "rally and drawdown tell it",
  "swing-low": "rally and drawdown tell it",
  "total-return": "of a pair that an author names",
  "trend-line": "from a turn that an author names",
  verdict: "of a day that an author names",
};

/** Kinds of events that other questions tell. */
const TOLD_ELSEWHERE = ["price-above-average", "price-below-average", "advance", "decline"];

describe("the questions", () => {
  const asked = new Set([...asks, ...ownAsks].map((each) => each.statistic));

  it("put every statistic, or there is a reason why not", () => {
    const names = statistics.map((each) => each.name);
    expect([...asked, ...Object.keys(NOT_ASKED)].toSorted()).toEqual(names.toSorted());
  });

  it("put every kind of event", () => {
    const kinds = asks.filter((each) => each.statistic === "event").map((each) => each.name);
    expect([...kinds, ...TOLD_ELSEWHERE].toSorted()).toEqual([...EVENT_NAMES].toSorted());
  });

  it.each([...asks, ...ownAsks].map((each) => [each.name, each] as const))(
    "name parts of their statistic: %s",
    (_, { statistic, lead, by }) => {
      const parts = Object.keys(statisticNamed(statistic)?.parts ?? {});
      for (const part of [lead, by]) if (part !== undefined) expect(parts).toContain(part);
    },
  );

  it("weigh no more than a week's change", () => {
    const most = Math.max(...asks.map((each) => each.worth));
    expect(asks.filter((each) => each.worth === most).map((each) => each.name)).toEqual(["week"]);
  });
});
