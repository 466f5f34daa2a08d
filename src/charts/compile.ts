import type { Runtime } from "vega";
import type { TopLevelSpec } from "vega-lite";
import { collector } from "./collector.ts";
import { liteOf } from "./lite.ts";
import type { Panel } from "./spec.ts";
import type { Layout } from "./theme.ts";

/** Compiled specifications by their text: the same chart with other data is compiled once. */
export interface CompiledCharts {
  readonly get: (key: string) => Compiled | undefined;
  readonly set: (key: string, compiled: Compiled) => void;
}

export interface Compiled {
  readonly runtime: Runtime;
  /** Data sets that something is drawn of. */
  readonly data: ReadonlySet<string>;
  readonly warnings: readonly string[];
}

/** Ends of the time axis, as instants. */
export const WINDOW = "nw_window";

/** Values that the axis of a panel must reach besides its data. */
export function reachOf(panel: number): string {
  return `nw_reach_${panel}`;
}

/** `broken`: see `liteOf`. */
export async function compilePanels(
  panels: readonly Panel[],
  plot: number,
  layout: Layout,
  broken: ReadonlySet<string>,
  kept: CompiledCharts,
): Promise<Compiled> {
  const lite = liteOf(panels, plot, layout, broken);
  const key = JSON.stringify(lite);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const [{ compile }, { parse }] = await Promise.all([import("vega-lite"), import("vega")]);
  const warnings: string[] = [];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- built from a checked vocabulary
  const { spec } = compile(lite as unknown as TopLevelSpec, { logger: collector(warnings) });
  const vega = open({ ...spec }, panels.length);
  const runtime: Runtime = parse(vega, undefined, { ast: true });
  const compiled = { runtime, data: dataNames(vega), warnings };
  kept.set(key, compiled);
  return compiled;
}

/** For a store that outlives the process. */
export function compiledText({ runtime, data, warnings }: Compiled): string {
  return JSON.stringify({ runtime, data: [...data], warnings });
}

/** Only for a text that `compiledText` has made. */
export function compiledFromText(text: string): Compiled {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the store vouches for the text
  const { runtime, data, warnings } = JSON.parse(text) as StoredChart;
  return { runtime, data: new Set(data), warnings };
}

interface StoredChart {
  readonly runtime: Runtime;
  readonly data: readonly string[];
  readonly warnings: readonly string[];
}

/** Opens the scales to the signals by which window and reach are told later. */
function open(
  vega: Readonly<Record<string, unknown>>,
  panels: number,
): Readonly<Record<string, unknown>> {
  const own = Array.from({ length: panels }, (_, index) => ({ name: reachOf(index), value: [] }));
  const signals = [...list(vega["signals"]), { name: WINDOW, value: [0, 1] }, ...own];
  return { ...vega, signals, scales: list(vega["scales"]).map(scaleOf) };
}

function scaleOf(scale: unknown): unknown {
  if (typeof scale !== "object" || scale === null || !("name" in scale)) return scale;
  const name = String(scale.name);
  if (name.endsWith("_x")) return { ...scale, domain: { signal: WINDOW } };
  const panel = /^concat_(\d+)_y$/.exec(name)?.[1];
  if (panel === undefined || !("domain" in scale)) return scale;
  return { ...scale, domain: wider(scale.domain, reachOf(Number(panel))) };
}

/** A domain taken from data; one that the specification gives stays as it is. */
function wider(domain: unknown, signal: string): unknown {
  if (typeof domain !== "object" || domain === null || Array.isArray(domain)) return domain;
  if ("field" in domain) return { fields: [domain, { signal }] };
  if (!("fields" in domain) || !Array.isArray(domain.fields)) return domain;
  const fields: readonly unknown[] = domain.fields;
  const named = "data" in domain ? fields.map((field) => ({ data: domain.data, field })) : fields;
  return { fields: [...named, { signal }] };
}

function dataNames(vega: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  return new Set(
    list(vega["data"]).map((each) =>
      typeof each === "object" && each !== null && "name" in each ? String(each.name) : "",
    ),
  );
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
