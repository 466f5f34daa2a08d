import type { Layer, MarkName, Panel } from "./spec.ts";
import type { Colour, Layout } from "./theme.ts";

/**
 * From panels of the house to a specification for Vega-Lite, in the layout's size. `broken` names
 * the data sets with holes: to look for holes in every row costs Vega a third of its time.
 */
export function liteOf(
  panels: readonly Panel[],
  plot: number,
  layout: Layout,
  broken: ReadonlySet<string>,
): object {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    padding: 0,
    autosize: "none",
    bounds: "flush",
    spacing: 0,
    config: { aria: false, axis: { ticks: false, domain: false } },
    vconcat: panels.map((panel) => ({
      width: plot,
      height: heightOf(panel, layout),
      layer: panel.layers.map((layer) => layerOf(layer, panel, layout, broken)),
    })),
  };
}

export function heightOf(panel: Panel, layout: Layout): number {
  return Math.round(panel.height * layout.height);
}

const DEFAULT_COLOURS: Readonly<Record<MarkName, Colour>> = {
  line: "primary",
  area: "area",
  bar: "bar",
  rule: "ink",
  point: "primary",
  tick: "ink",
};

function layerOf(layer: Layer, panel: Panel, layout: Layout, broken: ReadonlySet<string>): object {
  const { mark, encoding } = layer;
  const { x, x2, y, y2, color } = encoding;
  const name = layer.data ?? "";
  const colour = mark.color ?? DEFAULT_COLOURS[mark.type];
  const y1 =
    y === undefined
      ? undefined
      : { stack: null, ...y, title: null, axis: axisOf(y, panel, layout) };
  return {
    data: { name, format: { parse: null } },
    mark: { ...mark, color: colour, ...(broken.has(name) ? {} : { invalid: "show" }) },
    encoding: {
      ...(x === undefined ? {} : { x: { ...x, title: null, axis: null, scale: TIME } }),
      ...(x2 === undefined ? {} : { x2 }),
      ...(y1 === undefined ? {} : { y: y1 }),
      ...(y2 === undefined ? {} : { y2 }),
      ...(color === undefined ? {} : { color: { ...color, legend: null } }),
    },
  };
}

/** The window is a signal after compiling, so that a compiled chart serves any week. */
const TIME = { type: "utc", domain: [0, 1], nice: false, padding: 0 };

function axisOf(
  y: NonNullable<Layer["encoding"]["y"]>,
  panel: Panel,
  layout: Layout,
): object | null {
  if (y.axis === null) return null;
  const count = Math.max(3, Math.round(heightOf(panel, layout) / layout.tick));
  return { orient: "right", grid: true, labelOverlap: false, tickCount: count, ...y.axis };
}
