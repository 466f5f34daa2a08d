import { z } from "zod";
import type { AgentEvent, AgentRun, Citation, Day, Finding } from "../../model/index.ts";
import { spanBefore } from "../../model/index.ts";
import type { Context, Findings, Statistic, Unsaid } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import { placeOnOrBefore } from "../tools/find.ts";
import { pointFinding, said } from "../tools/finding.ts";
import { count, spanOption } from "../tools/options.ts";
import { made, madeBy, pointOn, runOf, told } from "./played.ts";
import { sizeOf } from "./sizing.ts";

const options = z.strictObject({
  agent: z
    .enum(["any", "trend", "bear", "bull"])
    .default("any")
    .describe("Whose events: the watch over the trend, the Bear agent, the Bull agent."),
  kind: z
    .enum(["any", "trade", "signal"])
    .default("any")
    .describe("Trades, or what was only seen."),
  place: count.default(1).describe("1 is the newest, 2 the one before it."),
  rules: z
    .array(z.string().min(1).max(40))
    .min(1)
    .max(20)
    .optional()
    .describe("Only events of these rules, such as bounce. Left out: of all."),
  over: spanOption.optional().describe("Only events younger than that. Left out: all there are."),
});

/** A line of the agents' ledger. */
export const agentEvent: Statistic<z.infer<typeof options>> = {
  name: "agent-event",
  summary:
    "A line of the agents’ ledger: what was done or seen, when, by which rule, at which size.",
  method:
    "The ledger is what the rules of the report’s agents make of the rows known by then, replayed session by session (docs/agents.md). Events are counted from the newest; of one day the later in the ledger is the newer. A trade is decided at one close and made at the next; both days are told. Parts that a rule does not look at are withheld.",
  definition: "The rules of the agents, docs/agents.md.",
  options,
  parts: {
    "": "The instrument’s close on the day; the state is the rule, as docs/agents.md calls it.",
    agent:
      "Net exposure after the close, as a share of the account; the state is who acted: trend, bear or bull.",
    price: "The same close, of trades alone; the state is bought or sold.",
    before: "The agent’s exposure before the trade, short ones negative.",
    after: "The agent’s exposure after the trade; the state is bought or sold.",
    change: "What the trade added to the agent’s exposure, in points of the account.",
    order: "Size of a tier, reckoned from its own rows: cap, break and volatility.",
    decided: "The close of the session that decided it.",
    level: "The level that the rule looked at: support, average, broken level or stop.",
    break: "How far the deciding close lies from that level.",
    entry:
      "Average price at which the hedge was sold, after the trade or, of one that ends, before.",
    moved: "Change from that average to the price of the trade.",
    rsi: "Relative strength index at the deciding close.",
    deviation: "Standard deviation of the daily changes up to the deciding close.",
    weak: "Share of the sectors below their average at the deciding close.",
    shorts: "Change of short interest that was known at the deciding close.",
  },
  example: "deed: { statistic: agent-event, kind: trade, place: 1 }",
  find: ({ agent, kind, place, rules, over }, context) => {
    const run = runOf(context);
    const since = over === undefined ? null : spanBefore(context.asOf, over);
    const found = run.events
      .toReversed()
      .filter(
        (each) =>
          (agent === "any" || each.agent === agent) &&
          (rules === undefined || rules.includes(each.rule)) &&
          (kind === "any" || each.trade === (kind === "trade")) &&
          (since === null || each.day > since),
      );
    const event = found[place - 1];
    if (event === undefined) return withhold(`the ledger has ${found.length} events of the kind`);
    return { ...partsOf(run, event, context), ...sizesOf(run, event, context) };
  },
};

function partsOf(run: AgentRun, event: AgentEvent, context: Context): Findings {
  const { close } = context.bars(run.bars);
  const { day, decided, rule, agent } = event;
  const decision = pointOn(close, decided);
  const level = said(() => levelOf(run, event));
  return {
    "": pointFinding(close, pointOn(close, day), { state: rule }),
    agent: told(run, "net", day, agent),
    decided: pointFinding(close, decision),
    level,
    break: said(() => {
      if ("unsaid" in level) return withhold(level.unsaid);
      const cites = [...level.cites, cite(close, decision)];
      const to = { op: "value", of: level.cites.length } as const;
      return made(
        close,
        cites,
        { op: "change", from: level.recipe, to },
        { unit: "ratio", digits: 1 },
      );
    }),
    rsi: told(run, "rsi", decided),
    deviation: told(run, "deviation", decided),
    weak: told(run, "weak", decided),
    shorts: told(run, "shorts", decided),
  };
}

/** The level is a row of what the run makes: the stop that was in force, support and average, or what was broken. */
function levelOf(run: AgentRun, { rule, agent, decided }: AgentEvent): Finding {
  if (agent === "bull") return withhold("the rule looks at no level");
  const column =
    rule === "stop"
      ? "stop"
      : rule === "support breached"
        ? "support"
        : rule === "average lost" || rule === "average regained"
          ? "average"
          : "level";
  const series = madeBy(run, column);
  const place = placeOnOrBefore(series.points, decided);
  const point = series.points[rule === "stop" ? placeBefore(series.points, decided) : place];
  if (point === undefined) return withhold(`${series.name} has no figure for ${decided}`);
  return made(series, [cite(series, point)], { op: "value", of: 0 }, { day: decided });
}

function placeBefore(points: Parameters<typeof placeOnOrBefore>[0], day: Day): number {
  const place = placeOnOrBefore(points, day);
  return points[place]?.day === day ? place - 1 : place;
}

function sizesOf(run: AgentRun, event: AgentEvent, context: Context): Findings {
  const { day, trade, agent } = event;
  if (!trade || agent === "trend") return {};
  const side = event.after > event.before ? "bought" : "sold";
  const { close } = context.bars(run.bars);
  const price = pointFinding(close, pointOn(close, day), { state: side });
  const at = placeOnOrBefore(close.points, day);
  const eve = close.points[at - 1]?.day ?? withhold("nothing came before it");
  const [first, last] = endsOf(run, event, { eve, day });
  const part = (cites: readonly Citation[], state?: string): Finding =>
    made(
      madeBy(run, agent),
      cites,
      { op: "sum", first: 0, last: cites.length - 1 },
      { state, day },
    );
  const change = made(
    madeBy(run, agent),
    [...first, ...last],
    {
      op: "product",
      of: { op: "given", value: 100, how: "points" },
      by: {
        op: "difference",
        from: { op: "sum", first: 0, last: first.length - 1 },
        to: { op: "sum", first: first.length, last: first.length + last.length - 1 },
      },
    },
    { unit: "points", digits: 1, state: side },
  );
  return {
    price,
    before: part(first),
    after: part(last, side),
    change,
    order: said(() => sizeOf(run, event, context)),
    ...entryOf(run, event, eve, context),
  };
}

/** The citations of exposure before and after. A bounce and the core that makes room for it change hands at one close. */
function endsOf(
  run: AgentRun,
  { agent, rule }: AgentEvent,
  { eve, day }: { readonly eve: Day; readonly day: Day },
): readonly [readonly Citation[], readonly Citation[]] {
  const at = (column: string, on: Day): Citation => {
    const series = madeBy(run, column);
    return cite(series, pointOn(series, on));
  };
  if (agent !== "bull") return [[at("bear", eve)], [at("bear", day)]];
  const between = [at("core", eve), at("bounce", day)];
  const core = rule === "stand aside" || rule === "return";
  return core
    ? [between, [at("core", day), at("bounce", day)]]
    : [[at("core", eve), at("bounce", eve)], between];
}

function entryOf(run: AgentRun, event: AgentEvent, eve: Day, context: Context): Findings {
  if (event.agent !== "bear") return {};
  const entry = said(() => {
    const series = madeBy(run, "entry");
    const on = event.after === 0 ? eve : event.day;
    return made(series, [cite(series, pointOn(series, on))], { op: "value", of: 0 });
  });
  const moved: Finding | Unsaid = said(() => {
    if ("unsaid" in entry) return withhold(entry.unsaid);
    const { close } = context.bars(run.bars);
    const cites = [...entry.cites, cite(close, pointOn(close, event.day))];
    const to = { op: "value", of: 1 } as const;
    return made(
      close,
      cites,
      { op: "change", from: entry.recipe, to },
      { unit: "ratio", digits: 1 },
    );
  });
  return { entry, moved };
}
