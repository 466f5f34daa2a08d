import type { AgentParameter, AgentRun, Day, Point, Replay, Series } from "../model/index.ts";
import { known, knownPanel } from "../model/index.ts";
import type { ColumnName } from "./columns.ts";
import { COLUMNS, makeRun } from "./columns.ts";
import type { Input, Sources } from "./input.ts";
import { inputOf } from "./input.ts";
import type { Rules } from "./rules.ts";
import { parametersTold } from "./rules.ts";
import { variantsOf } from "./walk.ts";

/** Under this name the agents' series stand beside those of the catalogue: "agents.bear". */
export const AGENTS = "agents";

/** What the agents had done by the end of a day, from the rows known by then and no others. */
export function runAt(sources: Sources, rules: Rules, asOf: Day): AgentRun {
  return runOf(knownBy(sources, asOf), rules);
}

function knownBy({ bars, shorts, group }: Sources, asOf: Day): Sources {
  return {
    bars: {
      ...bars,
      open: known(bars.open, asOf),
      high: known(bars.high, asOf),
      low: known(bars.low, asOf),
      close: known(bars.close, asOf),
      volume: bars.volume === null ? null : known(bars.volume, asOf),
    },
    shorts: shorts === null ? null : known(shorts, asOf),
    group: group === null ? null : knownPanel(group, asOf),
  };
}

/** The run over all rows of the sources. */
export function runOf(sources: Sources, rules: Rules): AgentRun {
  const { input, blocks } = inputOf(sources, rules);
  const { columns, events, sizings, years } = makeRun(input, rules);
  const replay: Replay = { rules, blocks };
  const series = Object.entries(columns).map(([name, values]) =>
    seriesOf(columnNamed(name), values, { input, sources, replay }),
  );
  const { trend, bear } = rules;
  return {
    id: AGENTS,
    bars: sources.bars.id,
    shortInterest: sources.shorts?.id ?? null,
    group: sources.group?.id ?? null,
    days: input.days,
    series: new Map(series.map((each) => [each.id, each])),
    events,
    sizings,
    parameters: parametersOf(rules),
    years,
    variants: variantsOf(rules).map((each) =>
      parametersOf(each).filter(({ name }) => name === "trend.support" || name === "stop.atr"),
    ),
    lengths: { support: trend.support, average: trend.average, volatility: bear.volatility },
  };
}

function columnNamed(name: string): ColumnName {
  const found = COLUMN_NAMES.find((each) => each === name);
  if (found === undefined) throw new RangeError(`no column ${name}`);
  return found;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant
const COLUMN_NAMES = Object.keys(COLUMNS) as readonly ColumnName[];

interface Around {
  readonly input: Input;
  readonly sources: Sources;
  readonly replay: Replay;
}

/** What there is only while a hedge or a watch stands, or while a test has a figure. */
const SELDOM: ReadonlySet<ColumnName> = new Set(["stop", "level", "entry", "walk"]);

/** A column as a series whose every point can be made again by a replay. */
function seriesOf(column: ColumnName, values: Float64Array, around: Around): Series {
  const { close } = around.sources.bars;
  const { name, noun, unit, precision } = COLUMNS[column];
  const rows = new Map(close.points.map((each) => [each.day, each]));
  const points = around.input.days.flatMap((day, at): readonly Point[] => {
    const value = values[at] ?? Number.NaN;
    const row = rows.get(day);
    if (row === undefined || !Number.isFinite(value)) return [];
    return [{ day, value, released: row.released, line: row.line }];
  });
  const made = { column, replay: around.replay };
  return {
    id: `${AGENTS}.${column}`,
    name,
    noun,
    ...(unit === "index" ? { instrument: "account" } : {}),
    unit,
    every: "day",
    basis: unit === "price" || unit === "index" ? "close" : "reported",
    points,
    precision,
    source: { ...close.source, column },
    release: close.release,
    completeForRecords: null,
    sample: close.sample,
    ...(SELDOM.has(column) ? { seldom: true } : {}),
    made: () => made,
  };
}

/** Every parameter of the rules that is a number, in the order of the schema. */
function parametersOf(rules: Rules): readonly AgentParameter[] {
  const tiers = rules.bear.tiers.flatMap(({ rebound, share }, at): readonly AgentParameter[] => [
    {
      name: `bear.tier-${at + 1}`,
      value: share,
      unit: "ratio",
      meaning: "share of the full hedge",
    },
    {
      name: `bear.tier-${at + 1}-rebound`,
      value: rebound,
      unit: "ratio",
      meaning: "way back to the broken level that it waits for",
    },
  ]);
  const groups: Readonly<Record<string, unknown>> = rules;
  const plain = [...parametersTold()].flatMap(([name, { meaning, unit }]) => {
    const [group = "", key = ""] = name.split(".");
    const held = groups[group];
    const value: unknown =
      typeof held === "object" && held !== null ? Reflect.get(held, key) : null;
    return typeof value === "number" ? [{ name, value, unit, meaning }] : [];
  });
  return [...plain, ...tiers];
}
