import { z } from "zod";
import { COLOURS } from "./theme.ts";

/**
 * The part of Vega-Lite a specification may use: marks, encodings, heights, axes. A chart draws what
 * the statistics found; it does not read, calculate or write words of its own. Unknown keys are
 * refused. What stands here is told to editors in docs/charts.md.
 */
export const MARKS = ["line", "area", "bar", "rule", "point", "tick"] as const;

const colour = z
  .enum(COLOURS)
  .exclude(["accent", "paper"])
  .describe("A colour of the theme; the accent is kept for the report's marks.");
const share = z.number().min(0).max(1);
const dash = z.array(z.number().positive()).min(2).max(4);

const markObject = z.strictObject({
  type: z.enum(MARKS),
  color: colour.optional(),
  opacity: share.optional(),
  strokeWidth: z.number().positive().max(6).optional(),
  strokeDash: dash.optional(),
  interpolate: z.enum(["linear", "step-after", "step-before"]).optional(),
  size: z.number().positive().max(200).optional(),
});

const scale = z.strictObject({
  type: z.enum(["linear", "log", "symlog", "sqrt", "utc"]).optional(),
  zero: z.boolean().optional(),
  nice: z.boolean().optional(),
  domain: z
    .union([z.array(z.number()).length(2), z.array(z.string()).min(1)])
    .optional()
    .describe("Two numbers, or the names that take colours."),
  domainMin: z.number().optional(),
  domainMax: z.number().optional(),
  range: z.array(colour).optional(),
});

const axis = z.strictObject({
  grid: z.boolean().optional(),
  tickCount: z.int().min(1).max(12).optional(),
  values: z.array(z.number()).optional(),
});

const position = z.strictObject({
  field: z.string(),
  type: z.enum(["quantitative", "temporal"]),
  title: z.string().nullable().optional().describe("On y: the line's name, written beside it."),
  scale: scale.optional(),
  axis: axis.nullable().optional(),
  stack: z.union([z.literal(false), z.null()]).optional(),
});
const second = z.strictObject({ field: z.string() });
const colouring = z.strictObject({
  field: z.string(),
  type: z.enum(["nominal", "ordinal"]),
  scale: scale.optional(),
  legend: z.null().optional(),
});

const encoding = z.strictObject({
  x: position.optional(),
  x2: second.optional(),
  y: position.optional(),
  y2: second.optional(),
  color: colouring.optional(),
});

const data = z.strictObject({ name: z.string() });
const layer = z.strictObject({
  description: z.string().optional(),
  data: data.optional(),
  mark: z.union([z.enum(MARKS), markObject]),
  encoding: encoding.optional(),
});
const panelShape = {
  description: z.string().optional(),
  title: z.string().optional().describe("Heading over the panel."),
  height: z.number().min(40).max(600).optional(),
  data: data.optional(),
  mark: z.union([z.enum(MARKS), markObject]).optional(),
  encoding: encoding.optional(),
  layer: z.array(layer).min(1).max(12).optional(),
};
export const specSchema = z.strictObject({
  $schema: z.string().optional(),
  ...panelShape,
  vconcat: z.array(z.strictObject(panelShape)).min(1).max(4).optional(),
});

/** A specification that fits the vocabulary. Only `decodeSpec` makes one. */
export type ChartSpec = Readonly<z.infer<typeof specSchema>>;
export type PanelSpec = NonNullable<ChartSpec["vconcat"]>[number];
export type LayerSpec = z.infer<typeof layer>;
export type EncodingSpec = z.infer<typeof encoding>;
export type MarkName = (typeof MARKS)[number];

type Path = readonly (string | number)[];

/** A layer with what it takes over from the panel around it. */
export interface Layer {
  readonly path: Path;
  readonly data: string | null;
  readonly mark: z.infer<typeof markObject>;
  readonly encoding: EncodingSpec;
}

export interface Panel {
  readonly path: Path;
  readonly title: string | null;
  readonly height: number;
  readonly layers: readonly Layer[];
}

const HEIGHT = 220;

/** The panels from top to bottom; a specification without `vconcat` is one panel. */
export function panelsOf(spec: ChartSpec): readonly Panel[] {
  if (spec.vconcat === undefined) return [panelOf(spec, [], null)];
  const own = spec.data?.name ?? null;
  return spec.vconcat.map((each, index) => panelOf(each, ["vconcat", index], own));
}

function panelOf(panel: PanelSpec, path: Path, inherited: string | null): Panel {
  const data = panel.data?.name ?? inherited;
  const layers =
    panel.layer?.map((each, index) =>
      layerOf(each, [...path, "layer", index], data, panel.encoding),
    ) ??
    (panel.mark === undefined
      ? []
      : [layerOf({ ...panel, mark: panel.mark }, path, data, undefined)]);
  return { path, title: panel.title ?? null, height: panel.height ?? HEIGHT, layers };
}

function layerOf(
  layer: LayerSpec,
  path: Path,
  inherited: string | null,
  shared: EncodingSpec | undefined,
): Layer {
  const mark = typeof layer.mark === "string" ? { type: layer.mark } : layer.mark;
  const encoding = { ...shared, ...layer.encoding };
  return { path, data: layer.data?.name ?? inherited, mark, encoding };
}
