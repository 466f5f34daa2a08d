import type {
  AgentEvent,
  AgentRun,
  AgentSizing,
  Citation,
  Finding,
  Recipe,
  Series,
} from "../../model/index.ts";
import type { Context } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import { placeOnOrBefore } from "../tools/find.ts";
import { made, madeBy, pointOn } from "./played.ts";

/**
 * The size of a tier from its own rows: cap, size of the break, deviation of the last changes, and
 * what the tests leave. It is what the replay finds, by another way.
 */
export function sizeOf(run: AgentRun, event: AgentEvent, context: Context): Finding {
  const sizing = run.sizings.findLast((each) => each.decided <= event.decided);
  const tier = event.rule === "first tier" ? 1 : tierOf(run, event);
  if (sizing === undefined || tier === null) return withhold("no size was decided");
  const bars = context.bars(run.bars);
  const level = levelRows(sizing, run, bars.close, bars.low);
  const changes = rowsBefore(bars.close, sizing.decided, run.lengths.volatility + 1);
  const last = level.cites.length + changes.length - 1;
  const deviation: Recipe = {
    op: "deviation",
    of: "relative changes",
    first: level.cites.length,
    last,
  };
  const close: Recipe = { op: "value", of: last };
  const breach: Recipe = { op: "size", of: { op: "change", from: level.recipe, to: close } };
  const given = (name: string): Recipe => {
    const value = run.parameters.find((each) => each.name === name)?.value;
    return { op: "given", value: value ?? Number.NaN, how: name };
  };
  const unit: Recipe = { op: "product", of: given("bear.break"), by: deviation };
  const depth = most(
    one(),
    greatest(given("bear.least"), { op: "quotient", of: breach, by: unit }),
  );
  const calm = most(one(), { op: "quotient", of: given("bear.calm"), by: deviation });
  const trust: Recipe = { op: "given", value: sizing.trust, how: "left by tests without a figure" };
  const factors = [given(`bear.tier-${tier}`), given("bear.cap"), trust, depth, calm];
  const recipe = factors.reduce((of, by): Recipe => ({ op: "product", of, by }));
  const cites = [...level.cites, ...changes.map((each) => cite(bars.close, each))];
  return made(madeBy(run, "bear"), cites, recipe, { unit: "ratio", day: event.day });
}

/** Which of the tiers it was: so many trades of the hedge have gone before. */
function tierOf(run: AgentRun, event: AgentEvent): number | null {
  if (event.rule !== "further tier") return null;
  const own = run.events.filter((each) => each.agent === "bear" && each.trade);
  const first = own.findLastIndex((each) => each.rule === "first tier" && each.day < event.day);
  return own.filter((each, at) => at > first && each.day <= event.day).length + 1;
}

interface Rows {
  readonly recipe: Recipe;
  readonly cites: readonly Citation[];
}

/** The broken level: the row of the lowest low, or the closes of the average. */
function levelRows({ lowOn, fixed }: AgentSizing, run: AgentRun, close: Series, low: Series): Rows {
  if (lowOn !== null) {
    return { recipe: { op: "value", of: 0 }, cites: [cite(low, pointOn(low, lowOn))] };
  }
  const cites = rowsBefore(close, fixed, run.lengths.average).map((each) => cite(close, each));
  return { recipe: { op: "mean", first: 0, last: cites.length - 1 }, cites };
}

/** The last n closes up to a day. */
function rowsBefore(series: Series, day: AgentSizing["decided"], n: number): Series["points"] {
  const place = placeOnOrBefore(series.points, day);
  if (place < n - 1) withhold(`${series.name} has too few figures before ${day}`);
  return series.points.slice(place - n + 1, place + 1);
}

function one(): Recipe {
  return { op: "given", value: 1, how: "at most" };
}

function most(limit: Recipe, value: Recipe): Recipe {
  return { op: "of all", take: "least", each: [limit, value] };
}

function greatest(limit: Recipe, value: Recipe): Recipe {
  return { op: "of all", take: "greatest", each: [limit, value] };
}
