import type { Candidate } from "./candidates.ts";
import { LINE } from "./candidates.ts";
import type { PicturePanel } from "./frame.ts";
import type { Box, Spot } from "./geometry.ts";
import type { Panel } from "./spec.ts";
import type { Colour } from "./theme.ts";
import type { Setting } from "./wording.ts";

/** A line with a name of its own in the specification, to be written beside it. */
export interface NamedLine {
  readonly name: string;
  readonly colour: Colour;
  readonly spots: readonly Spot[];
}

export function namesOf(spec: Panel, panel: PicturePanel): readonly NamedLine[] {
  return spec.layers.flatMap((layer, index) => {
    const name = layer.encoding.y?.title;
    if (typeof name !== "string" || name === "") return [];
    const shape = panel.shapes.find((each) => each.layer === index && each.kind === "line");
    if (shape?.kind !== "line") return [];
    const spots = shape.runs
      .flat()
      .map((each) => ({ x: panel.plot.x + each.x, y: panel.plot.y + each.y }));
    return [{ name, colour: shape.colour, spots }];
  });
}

const STEPS = 40;
const GAP = 5;

/** Places just over and just under the line, the later the better. */
export function nameCandidates(
  spots: readonly Spot[],
  setting: Setting,
  plot: Box,
): readonly Candidate[] {
  const { width, height } = setting;
  return Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS).flatMap((share) => {
    const x = plot.x + (plot.width - width) * share;
    const under = spots.filter((each) => each.x >= x - 4 && each.x <= x + width + 4);
    if (under.length === 0) return [];
    const ys = under.map((each) => each.y);
    const top = Math.min(...ys);
    const bottom = Math.max(...ys);
    const lines = (setting.lines.length - 1) * LINE;
    const cost = 14 * (1 - share) + (bottom - top) * 0.4 + lines;
    const at = (y: number, more: number): Candidate => ({
      box: { x, y, width, height },
      setting,
      align: "start",
      cost: cost + more,
      leader: null,
    });
    return [at(top - GAP - height, 0), at(bottom + GAP, 0.5)];
  });
}
