import { z } from "zod";
import type { AgentRun, Day, Finding, Point, Recipe, Series } from "../../model/index.ts";
import { round, spanBefore } from "../../model/index.ts";
import type { Findings, Statistic, Unsaid } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import { between, placeOnOrBefore } from "../tools/find.ts";
import { daysFinding, said } from "../tools/finding.ts";
import { spanOption } from "../tools/options.ts";
import { made, madeBy, pointOn, runOf } from "./played.ts";

const options = z.strictObject({
  over: spanOption
    .optional()
    .describe("How far back. Left out, as with `back`: since the account began."),
  back: z
    .int()
    .min(0)
    .max(50)
    .optional()
    .describe("A year of the walk forward: 0 the newest, 1 the one before."),
});

/** What the agents' account made, and what it takes to judge that. */
export const agentRecord: Statistic<z.infer<typeof options>> = {
  name: "agent-record",
  summary:
    "What the agents’ account made over a time, with trades, costs, drawdown and buy-and-hold over the same days.",
  method:
    "The change of the account from the last session on or before the start to the latest one, after all costs; the instrument bought and held over the very same days; the deepest fall of each from an earlier height within them; trades and signals of the ledger after the start. With `back` the time is a year of the walk forward, from the last close of the year before, and the walk forward’s own account and the parameters that the years before had chosen are told beside it. An account that ends a printed tenth of a percent apart has outperformed or lagged.",
  definition: "The account and the walk forward, docs/agents.md.",
  options,
  parts: {
    "": "Change of the agents’ account; the state is outperformed, lagged or matched.",
    hold: "Change of the instrument, bought and held.",
    apart: "The first less the second, in percentage points.",
    walk: "Change of the walk forward’s account.",
    drawdown:
      "Deepest fall of the agents’ account from an earlier height; its day is that of the trough.",
    "hold-drawdown": "The same of buy-and-hold.",
    trades: "Trades of both agents; the state is none, one or many.",
    "bear-trades": "Trades of the Bear agent; states as for trades.",
    "bull-trades": "Trades of the Bull agent; states as for trades.",
    signals: "What was seen without a trade; states as for trades.",
    costs: "Costs and fees paid, as a share of the account.",
    days: "Calendar days from the first to the last.",
    from: "The account at the start.",
    to: "The account at the end.",
    support: "Sessions of support that the walk forward had chosen for the year.",
    stop: "Average true ranges of the stop that it had chosen.",
  },
  example: "kept: { statistic: agent-record, over: 1 year }",
  find: ({ over, back }, context) => {
    const run = runOf(context);
    if (over !== undefined && back !== undefined) withhold("a span and a year are asked for");
    const year =
      back === undefined
        ? null
        : (run.years.toReversed()[back] ?? withhold("the walk forward has no such year"));
    const equity = madeBy(run, "equity");
    const last = equity.points.at(-1) ?? withhold("the agents have not begun");
    const start = year?.from ?? (over === undefined ? null : spanBefore(context.asOf, over));
    const first =
      start === null ? equity.points[0] : equity.points[placeOnOrBefore(equity.points, start)];
    if (first === undefined) return withhold("the agents had not begun by then");
    return recordOf(run, first.day, year?.to ?? last.day, year?.variant ?? null);
  },
};

function recordOf(run: AgentRun, from: Day, to: Day, variant: number | null): Findings {
  const [equity, hold] = [madeBy(run, "equity"), madeBy(run, "hold")];
  const [own, other] = [changeOf(equity, from, to), changeOf(hold, from, to)];
  const gap = round(100 * own.value, 1) - round(100 * other.value, 1);
  const state = gap > 0 ? "outperformed" : gap < 0 ? "lagged" : "matched";
  const count = (keep: (agent: string, trade: boolean) => boolean): Finding =>
    countOf(run, from, to, keep);
  return {
    "": { ...own, state },
    hold: other,
    apart: apartOf(own, other, equity),
    walk: said(() => changeOf(madeBy(run, "walk"), from, to)),
    drawdown: fallOf(equity, from, to),
    "hold-drawdown": fallOf(hold, from, to),
    trades: count((_, trade) => trade),
    "bear-trades": count((agent, trade) => trade && agent === "bear"),
    "bull-trades": count((agent, trade) => trade && agent === "bull"),
    signals: count((_, trade) => !trade),
    costs: costsOf(madeBy(run, "costs"), from, to),
    days: daysFinding(equity, pointOn(equity, from), pointOn(equity, to)),
    from: valueOf(equity, from),
    to: valueOf(equity, to),
    support: chosen(run, variant, "trend.support", to),
    stop: chosen(run, variant, "stop.atr", to),
  };
}

const FROM: Recipe = { op: "value", of: 0 };
const TO: Recipe = { op: "value", of: 1 };

function changeOf(series: Series, from: Day, to: Day): Finding {
  const ends = [from, to].map((each) => cite(series, pointOn(series, each)));
  return made(series, ends, { op: "change", from: FROM, to: TO }, { unit: "ratio", digits: 1 });
}

function valueOf(series: Series, on: Day): Finding {
  return made(series, [cite(series, pointOn(series, on))], FROM, { digits: 1 });
}

function apartOf(own: Finding, other: Finding, equity: Series): Finding {
  const shift = own.cites.length;
  const ends = { from: { op: "value", of: shift }, to: { op: "value", of: shift + 1 } } as const;
  const by: Recipe = { op: "difference", from: { op: "change", ...ends }, to: own.recipe };
  const of: Recipe = { op: "given", value: 100, how: "points" };
  const cites = [...own.cites, ...other.cites];
  return made(equity, cites, { op: "product", of, by }, { unit: "points", digits: 1 });
}

/** From the height before the deepest trough to that trough. */
function fallOf(series: Series, from: Day, to: Day): Finding | Unsaid {
  return said(() => {
    let top: Point | null = null;
    let deepest: readonly [Point, Point] | null = null;
    for (const each of between(series.points, from, to)) {
      if (top === null || each.value > top.value) top = each;
      const depth = deepest === null ? 1 : deepest[1].value / deepest[0].value;
      if (each.value / top.value < depth) deepest = [top, each];
    }
    if (deepest === null) return withhold(`${series.name} had not fallen at any close`);
    const cites = deepest.map((each) => cite(series, each));
    return made(series, cites, { op: "change", from: FROM, to: TO }, { unit: "ratio", digits: 1 });
  });
}

/** So many events after the start; what is cited is the agents' net exposure on their days. */
function countOf(
  run: AgentRun,
  from: Day,
  to: Day,
  keep: (agent: string, trade: boolean) => boolean,
): Finding {
  const found = run.events.filter(
    (each) => each.day > from && each.day <= to && keep(each.agent, each.trade),
  );
  const net = madeBy(run, "net");
  const days = [...found.map((each) => each.day), to];
  const last = found.length - 1;
  const state = found.length === 0 ? "none" : found.length === 1 ? "one" : "many";
  return made(
    net,
    days.map((each) => cite(net, pointOn(net, each))),
    { op: "count", first: 0, last, how: "events of the ledger" },
    { unit: "count", digits: 0, state, day: to },
  );
}

function costsOf(costs: Series, from: Day, to: Day): Finding {
  const ends = [from, to].map((each) => cite(costs, pointOn(costs, each)));
  return made(costs, ends, { op: "difference", from: FROM, to: TO }, { digits: 1 });
}

function chosen(run: AgentRun, variant: number | null, name: string, on: Day): Finding | Unsaid {
  const found = run.variants[variant ?? -1]?.find((each) => each.name === name);
  if (found === undefined) return { unsaid: "only a year of the walk forward has a choice" };
  const walk = madeBy(run, "walk");
  const { value, unit } = found;
  const how = `${name}, chosen by the years before`;
  const cites = [cite(walk, pointOn(walk, on))];
  return made(
    walk,
    cites,
    { op: "given", value, how },
    { unit, digits: Number.isInteger(value) ? 0 : 1 },
  );
}
