import { z } from "zod";
import { decodeYaml } from "../decode/index.ts";
import type { Decoded } from "../model/index.ts";

/** Names by which specs and style sheet know the colours. */
export const COLOURS = [
  "paper",
  "ink",
  "mute",
  "grid",
  "rule",
  "accent",
  "primary",
  "secondary",
  "bar",
  "area",
  "average",
  "rise",
  "fall",
  "range",
] as const;
export type Colour = (typeof COLOURS)[number];

const size = z.number().min(10, "10 or more: smaller words cannot be read").max(24);
const hex = z.string().regex(/^#[0-9a-f]{6}$/, 'a colour as "#1b2430"');
const shade = z.strictObject({ light: hex, dark: hex });
const layout = z.strictObject({
  width: z.number().min(240).max(1200),
  height: z.number().min(0.3).max(3),
  axis: size,
  label: size,
  heading: size,
  lines: z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]),
  tick: z.number().min(20),
  candle: z.number().min(1),
});
const themeSchema = z.strictObject({
  font: z.string().regex(/^[A-Za-z0-9 ]+$/, "the name of a font"),
  wide: layout,
  narrow: layout,
  strokes: z.strictObject({
    grid: z.number().positive(),
    series: z.number().positive(),
    wick: z.number().positive(),
    mark: z.number().positive(),
    leader: z.number().positive(),
  }),
  colours: z.record(z.enum(COLOURS), shade),
});

/** One of the two drawings of a chart. Lengths are in units of its view box. */
export type Layout = Readonly<z.infer<typeof layout>>;

/** Look of all charts, from templates/charts/theme.yaml. */
export type Theme = Readonly<z.infer<typeof themeSchema>>;

export function decodeTheme(text: string, file: string): Decoded<Theme> {
  const found = decodeYaml(text, file, themeSchema);
  return found.ok ? { ...found, value: found.value.value } : found;
}

/** JSON Schema of a chart theme, for completion in an editor. */
export function themeJsonSchema(): unknown {
  return z.toJSONSchema(themeSchema, { io: "input", target: "draft-7" });
}
