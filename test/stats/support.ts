import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Rules, Sources } from "../../src/agents/index.ts";
import { decodeRules, runAt } from "../../src/agents/index.ts";
import type {
  AgentRun,
  Bars,
  Basis,
  Day,
  Finding,
  Frequency,
  Panel,
  Point,
  Release,
  Series,
  Unit,
} from "../../src/model/index.ts";
import { day, endOfMonth, known, knownPanel, releaseOf } from "../../src/model/index.ts";
import type { Context, Findings, Unsaid } from "../../src/stats/index.ts";
import { UnknownName, statisticNamed, withhold } from "../../src/stats/index.ts";

/** Everything frozen, down to the last point: a statistic that writes into its input fails loudly. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const each of Object.values(value)) deepFreeze(each);
  }
  return value;
}

export interface Shape {
  readonly unit?: Unit;
  readonly every?: Frequency;
  readonly basis?: Basis;
  readonly precision?: number;
  readonly complete?: boolean;
  readonly release?: Release;
  /** Days whose points are suspect. */
  readonly suspect?: readonly string[];
}

/** A series of [day, value] rows; a release rule sets when each becomes known. */
export function seriesOf(
  id: string,
  rows: readonly (readonly [string, number])[],
  shape: Shape = {},
): Series {
  const release = shape.release ?? { rule: { kind: "same day" }, exceptions: new Map() };
  const points = rows.map(([text, value], index): Point => {
    const at = day(text);
    const doubt =
      shape.suspect?.includes(text) === true ? { suspect: "another source differs" } : {};
    return { day: at, value, released: releaseOf(release, at), line: index + 2, ...doubt };
  });
  return deepFreeze({
    id,
    name: id,
    noun: "it",
    unit: shape.unit ?? "index",
    every: shape.every ?? "day",
    basis: shape.basis ?? "close",
    points,
    precision: shape.precision ?? 2,
    source: { file: `${id}.csv`, column: "value", publisher: "test", url: null, hash: "" },
    release,
    completeForRecords: shape.complete === false ? null : "all of it is here",
    completeForLows: true,
    sample: false,
  });
}

export interface Request {
  readonly statistic: string;
  readonly [option: string]: unknown;
}

/** The group that the member series "id.member.close" and so on make together. */
export function panelOf(id: string, series: readonly Series[]): Panel {
  const columns = ["open", "high", "low", "close", "volume"] as const;
  const closes = series.filter(
    (each) => each.id.startsWith(`${id}.`) && each.id.endsWith(".close"),
  );
  const [first] = closes;
  if (first === undefined) throw new UnknownName("group", id, []);
  const days = [...new Set(closes.flatMap((each) => each.points.map((one) => one.day)))].toSorted();
  const place = new Map(days.map((each, at) => [each, at]));
  const members = closes.map((each, at) => {
    const member = each.id.slice(id.length + 1, -".close".length);
    const sector = `Sector ${(at % 3) + 1}`;
    return { id: member, name: `Member ${at + 1}`, sector, weight: 100 / (at + 1) };
  });
  return {
    id,
    name: id,
    noun: "members",
    members,
    days,
    columns: closes.map((close, at) => {
      const at0 = close.id.slice(0, -"close".length);
      const values = (name: (typeof columns)[number]): Float64Array => {
        const found = series.find((each) => each.id === at0 + name);
        const byDay = new Map(found?.points.map((each) => [each.day, each.value]));
        return Float64Array.from(close.points, (each) => byDay.get(each.day) ?? Number.NaN);
      };
      const suspects = close.points.flatMap((each, row) =>
        each.suspect === undefined ? [] : [[row, each.suspect] as const],
      );
      return {
        day: Int32Array.from(close.points, (each) => place.get(each.day) ?? 0),
        open: values("open"),
        high: values("high"),
        low: values("low"),
        close: values("close"),
        volume: values("volume"),
        line: Int32Array.from(close.points, (each) => each.line),
        file: at,
        suspect: new Map(suspects),
      };
    }),
    sources: closes.map((each) => each.source),
    release: first.release,
    precision: first.precision,
    membersAsOf: null,
    sample: false,
  };
}

/** A book and a report in small: facts are found when asked for, and so are their parts. */
export function contextOf(
  series: readonly Series[],
  asOf: string,
  more: {
    readonly published?: string;
    readonly facts?: Readonly<Record<string, Request>>;
    readonly panels?: readonly Panel[];
  } = {},
): Context {
  const end = day(asOf);
  const byId = new Map(series.map((each) => [each.id, known(each, end)]));
  const runs: AgentRun[] = [];
  const agents = (): AgentRun => {
    runs[0] ??= runAt(agentSources(bars("iwm"), byId), AGENT_RULES, end);
    return runs[0];
  };
  const find = (id: string): Series => {
    const found = id.startsWith("agents.") ? agents().series.get(id) : byId.get(id);
    if (found === undefined) throw new UnknownName("series", id, [...byId.keys()]);
    return found;
  };
  const bars = (id: string): Bars => ({
    id,
    name: id,
    noun: "it",
    open: find(`${id}.open`),
    high: find(`${id}.high`),
    low: find(`${id}.low`),
    close: find(`${id}.close`),
    volume: byId.get(`${id}.volume`) ?? null,
  });
  const fact = (id: string): Finding => {
    const [name = "", ...rest] = id.split(".");
    const request = more.facts?.[name];
    if (request === undefined) throw new UnknownName("fact", id, Object.keys(more.facts ?? {}));
    const found = run(request, context)[rest.join(".")];
    if (found === undefined || "unsaid" in found) return withhold(`${id} is withheld`);
    return found;
  };
  const context: Context = {
    asOf: end,
    published: day(more.published ?? asOf),
    series: find,
    bars,
    panel: (id) => {
      const found = more.panels?.find((each) => each.id === id);
      return found === undefined ? panelOf(id, [...byId.values()]) : knownPanel(found, end);
    },
    fact,
    agents,
  };
  return context;
}

/** The rules of the agents in tests: the usual ones, from the first day of the small worlds on. */
const AGENT_RULES = usualRules("start: 2017-01-03");

/** Rules as YAML says them; what is left out is usual. */
export function usualRules(text: string): Rules {
  const decoded = decodeRules(text, "agents.yaml");
  if (!decoded.ok) throw new Error(decoded.problems.map((each) => each.message).join("\n"));
  return decoded.value;
}

function agentSources(bars: Bars, byId: ReadonlyMap<string, Series>): Sources {
  return { bars, shorts: byId.get("iwm.short-interest") ?? null, group: null };
}

export function run({ statistic: name, ...options }: Request, context: Context): Findings {
  const statistic = statisticNamed(name);
  if (statistic === null) throw new Error(`no statistic ${name}`);
  return statistic.find(statistic.options.parse(options), context);
}

/** The finding itself, or one of its parts. */
export function one(request: Request, context: Context, part = ""): Finding {
  const found: Finding | Unsaid | undefined = run(request, context)[part];
  if (found === undefined) throw new Error(`no part "${part}"`);
  if ("unsaid" in found) return withhold(`withheld: ${found.unsaid}`);
  return found;
}

export function unsaid(request: Request, context: Context, part: string): string {
  const found = run(request, context)[part];
  if (found === undefined || !("unsaid" in found)) throw new Error(`"${part}" can be said`);
  return found.unsaid;
}

/** Ends of months from the given one on, one value each. */
export function months(
  first: string,
  values: readonly number[],
): readonly (readonly [string, number])[] {
  let end = endOfMonth(day(`${first}-01`));
  return values.map((value) => {
    const row = [end, value] as const;
    end = endOfMonth(nextMonth(end));
    return row;
  });
}

function nextMonth(end: Day): Day {
  const [year = 0, month = 0] = end.split("-").map(Number);
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return day(`${String(next[0])}-${String(next[1]).padStart(2, "0")}-01`);
}

/** Real data, where they are at hand. */
const REAL =
  process.env["NOTEWRIGHT_REAL_DATA"] ??
  path.join(import.meta.dirname, "..", "..", "..", "shared", "market-data");
export const hasRealData = existsSync(realPath("russell2000-index/RUT_daily.csv"));

export function realPath(file: string): string {
  return path.join(REAL, file);
}

/** Rows of a file of the real data, cells with thousands marks and quotes made plain. */
export function realRows(file: string): readonly (readonly string[])[] {
  const text = readFileSync(realPath(file), "utf8");
  const lines = text.trim().split("\n").slice(1);
  return lines.map((line) =>
    line
      .replaceAll(/"([^"]*)"/g, (_, inner: string) => inner.replaceAll(",", ""))
      .split(",")
      .map((each) => each.trim()),
  );
}
