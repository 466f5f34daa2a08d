import type { Spot } from "./geometry.ts";
import type { Colour } from "./theme.ts";
import { COLOURS } from "./theme.ts";

/** What Vega found for one layer, in units of the panel, y downwards from its top. */
export type Shape = Style &
  (
    | { readonly kind: "rect"; readonly box: RectBox }
    | { readonly kind: "rule"; readonly from: Spot; readonly to: Spot }
    | { readonly kind: "dot"; readonly at: Spot; readonly radius: number }
    | { readonly kind: "line"; readonly runs: readonly (readonly Spot[])[]; readonly step: Step }
    | { readonly kind: "area"; readonly runs: readonly (readonly Span[])[]; readonly step: Step }
  );

export interface Style {
  readonly layer: number;
  readonly colour: Colour;
  readonly opacity: number;
  readonly dash: readonly number[];
}

export interface RectBox extends Spot {
  readonly width: number;
  readonly height: number;
}

/** An area reaches from y down (or up) to `foot`. */
export interface Span extends Spot {
  readonly foot: number;
}

export type Step = "linear" | "step-after" | "step-before";

export interface Tick {
  readonly value: number;
  readonly y: number;
}

export interface ScenePanel {
  readonly ticks: readonly Tick[];
  readonly grid: boolean;
  readonly shapes: readonly Shape[];
}

/** Reads one panel out of Vega's scene graph. */
export function readPanel(root: unknown, index: number): ScenePanel {
  const group = named(root, `concat_${index}_group`);
  const ticks: Tick[] = [];
  const shapes: Shape[] = [];
  let grid = false;
  const walk = (mark: unknown, at: Spot): void => {
    const role = text(mark, "role");
    const kind = text(mark, "marktype");
    if (role === "axis-grid") grid = true;
    if (role === "axis-label") ticks.push(...list(mark, "items").map((each) => tickOf(each, at)));
    if (role === "mark" && kind !== "group") {
      const layer = Number(/_layer_(\d+)_/.exec(text(mark, "name"))?.[1] ?? 0);
      shapes.push(...shapesOf(kind, list(mark, "items"), at, layer));
    }
    if (kind !== "group") return;
    for (const item of list(mark, "items")) {
      const inner = { x: at.x + number(item, "x"), y: at.y + number(item, "y") };
      for (const each of list(item, "items")) walk(each, inner);
    }
  };
  for (const item of list(group, "items")) {
    for (const each of list(item, "items")) walk(each, { x: 0, y: 0 });
  }
  return { ticks, grid, shapes };
}

function named(mark: unknown, name: string): unknown {
  for (const item of list(mark, "items")) {
    const found = list(item, "items").find((each) => text(each, "name") === name);
    if (found !== undefined) return found;
  }
  throw new Error(`Vega drew no "${name}"`);
}

/** Vega moves axes by half a pixel; the house does its own rounding. */
function tickOf(item: unknown, at: Spot): Tick {
  return { value: number(get(item, "datum"), "value"), y: Math.floor(at.y) + number(item, "y") };
}

function shapesOf(
  kind: string,
  items: readonly unknown[],
  at: Spot,
  layer: number,
): readonly Shape[] {
  const first = items[0];
  if (first === undefined) return [];
  switch (kind) {
    case "rect":
      return items.map((each) => ({ ...styleOf(each, layer), kind: "rect", box: boxOf(each, at) }));
    case "rule":
      return items.map((each) => {
        const from = spot(each, at);
        const to = { x: other(each, "x2", from.x, at.x), y: other(each, "y2", from.y, at.y) };
        return { ...styleOf(each, layer), kind: "rule", from, to };
      });
    case "symbol":
      return items.map((each) => {
        const radius = Math.sqrt(number(each, "size") / Math.PI);
        return { ...styleOf(each, layer), kind: "dot", at: spot(each, at), radius };
      });
    case "line":
      return [{ ...styleOf(first, layer), kind, runs: runs(items, at, spot), step: stepOf(first) }];
    case "area":
      return [{ ...styleOf(first, layer), kind, runs: runs(items, at, span), step: stepOf(first) }];
    default:
      throw new Error(`no way to draw Vega's "${kind}"`);
  }
}

/** A line broken where Vega says that there is no value. */
function runs<T>(
  items: readonly unknown[],
  at: Spot,
  read: (item: unknown, at: Spot) => T,
): readonly (readonly T[])[] {
  const found: T[][] = [[]];
  for (const each of items) {
    if (get(each, "defined") === false) found.push([]);
    else found.at(-1)?.push(read(each, at));
  }
  return found.filter((each) => each.length > 0);
}

function styleOf(item: unknown, layer: number): Style {
  const painted = [text(item, "fill"), text(item, "stroke")];
  const dash = get(item, "strokeDash");
  return {
    layer,
    colour: COLOURS.find((each) => painted.includes(each)) ?? "ink",
    opacity: typeof get(item, "opacity") === "number" ? number(item, "opacity") : 1,
    dash: Array.isArray(dash) ? dash.map(Number) : [],
  };
}

function boxOf(item: unknown, at: Spot): RectBox {
  const { x, y } = spot(item, at);
  return { x, y, width: number(item, "width"), height: number(item, "height") };
}

function spot(item: unknown, at: Spot): Spot {
  return { x: at.x + number(item, "x"), y: at.y + number(item, "y") };
}

function span(item: unknown, at: Spot): Span {
  const { x, y } = spot(item, at);
  return { x, y, foot: other(item, "y2", y + number(item, "height"), at.y) };
}

function other(item: unknown, key: string, otherwise: number, offset: number): number {
  return typeof get(item, key) === "number" ? number(item, key) + offset : otherwise;
}

function stepOf(item: unknown): Step {
  const found = text(item, "interpolate");
  return found === "step-after" || found === "step-before" ? found : "linear";
}

function get(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function list(value: unknown, key: string): readonly unknown[] {
  const found = get(value, key);
  return Array.isArray(found) ? found : [];
}

function text(value: unknown, key: string): string {
  const found = get(value, key);
  return typeof found === "string" ? found : "";
}

function number(value: unknown, key: string): number {
  const found = get(value, key);
  return typeof found === "number" ? found : 0;
}
