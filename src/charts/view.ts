import type { Loader } from "vega";
import { collector } from "./collector.ts";
import type { Compiled } from "./compile.ts";
import { reachOf, WINDOW } from "./compile.ts";
import type { Rows } from "./rows.ts";
import type { ScenePanel } from "./scene.ts";
import { readPanel } from "./scene.ts";

/** A chart as Vega laid it out. */
export interface Staged {
  readonly panels: readonly StagedPanel[];
  readonly warnings: readonly string[];
}

export interface StagedPanel extends ScenePanel {
  /** Distance from the panel's left edge of an instant. */
  readonly x: (instant: number) => number;
  /** Distance from the panel's top of a value. */
  readonly y: (value: number) => number;
}

/** What this edition fills into a compiled chart. */
export interface Fill {
  readonly rows: readonly Rows[];
  /** Ends of the time axis, as instants. */
  readonly window: readonly [number, number];
  /** By panel: values that its axis must reach besides the data. */
  readonly reach: readonly (readonly number[])[];
}

/** Runs the compiled chart: no script, no file, no network. */
export async function stage({ runtime, data }: Compiled, fill: Fill): Promise<Staged> {
  const [{ View }, { expressionInterpreter }] = await Promise.all([
    import("vega"),
    import("vega-interpreter"),
  ]);
  const warnings: string[] = [];
  const view = new View(runtime, {
    expr: expressionInterpreter,
    loader: refusing(),
    logger: collector(warnings),
    renderer: "none",
  });
  view.signal(WINDOW, fill.window);
  fill.reach.forEach((each, index) => view.signal(reachOf(index), each));
  for (const { set, rows } of fill.rows) if (data.has(set.name)) view.data(set.name, [...rows]);
  await view.runAsync();
  const root: unknown = Reflect.get(view.scenegraph(), "root");
  const panels = fill.reach.map((_, index) => ({
    ...readPanel(root, index),
    x: scaleOf(view.scale(`concat_${index}_x`)),
    y: scaleOf(view.scale(`concat_${index}_y`)),
  }));
  view.finalize();
  return { panels, warnings };
}

function scaleOf(scale: unknown): (value: number) => number {
  if (typeof scale !== "function") throw new Error("Vega made no scale");
  return (value) => Number(Reflect.apply(scale, null, [value]));
}

/** A loader that loads nothing, whatever is asked. */
function refusing(): Loader {
  const refuse = (): Promise<never> => Promise.reject(new Error("a chart loads nothing"));
  return { load: refuse, sanitize: refuse, http: refuse, file: refuse };
}
