import type {
  AgentRun,
  Citation,
  Day,
  Finding,
  Point,
  Recipe,
  Series,
  Unit,
} from "../../model/index.ts";
import type { Context, Unsaid } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import { pointOnOrBefore } from "../tools/find.ts";
import { finding, said } from "../tools/finding.ts";
import { digitsOf } from "../tools/precision.ts";

/** The agents of the report. Withheld where it has none. */
export function runOf({ agents }: Context): AgentRun {
  return agents?.() ?? withhold("the report has no agents");
}

/** One of the series that the run makes: "bear", "equity". */
export function madeBy(run: AgentRun, column: string): Series {
  const found = run.series.get(`${run.id}.${column}`);
  return found ?? withhold(`the agents make no ${column}`);
}

/** The point of a series of the run on the very day. */
export function pointOn(series: Series, day: Day): Point {
  const found = pointOnOrBefore(series.points, day);
  return found?.day === day ? found : withhold(`${series.name} has no figure for ${day}`);
}

/** What a column told on a day, as a part that may be missing. */
export function told(run: AgentRun, column: string, day: Day, state?: string): Finding | Unsaid {
  return said(() => {
    const series = madeBy(run, column);
    return made(series, [cite(series, pointOn(series, day))], { op: "value", of: 0 }, { state });
  });
}

interface More {
  readonly unit?: Unit | undefined;
  readonly state?: string | undefined;
  readonly day?: Day | undefined;
  readonly digits?: number | undefined;
}

/** A finding about a series of the run. */
export function made(
  series: Series,
  cites: readonly Citation[],
  recipe: Recipe,
  { unit, state, day, digits }: More = {},
): Finding {
  return finding({
    series,
    recipe,
    cites,
    unit: unit ?? series.unit,
    digits: digits ?? digitsOf(series),
    ...(state === undefined ? {} : { state }),
    ...(day === undefined ? {} : { day }),
  });
}
