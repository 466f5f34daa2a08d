import type { PicturePanel } from "./frame.ts";
import type { Spot } from "./geometry.ts";
import { areaPath, boxPath, dotPath, linePath, num, segmentPath } from "./path.ts";
import type { Shape } from "./scene.ts";
import type { Theme } from "./theme.ts";

/** A path still to be written; those that look alike become one. */
interface Stroke {
  readonly look: string;
  readonly path: string;
}

/** A lone point of a broken line: drawn as a dot, for no line leads to it. */
const LONE = 2.2;

/** The series of a panel: marks of one look are merged into one path. */
export function paintSeries(panel: PicturePanel, theme: Theme): string {
  const strokes = panel.shapes.flatMap((each) => strokesOf(each, panel, theme));
  const merged: { look: string; path: string }[] = [];
  let layer: number | null = null;
  let start = 0;
  strokes.forEach(({ look, path, layer: own }) => {
    if (own !== layer) start = merged.length;
    layer = own;
    const same = merged.slice(start).find((each) => each.look === look);
    if (same === undefined) merged.push({ look, path });
    else same.path += path;
  });
  return merged.map((each) => `<path ${each.look} d="${each.path}"/>`).join("");
}

function strokesOf(
  shape: Shape,
  panel: PicturePanel,
  theme: Theme,
): readonly (Stroke & { readonly layer: number })[] {
  const { x, y } = panel.plot;
  const offset: Spot = { x, y };
  const fill = `class="f-${shape.colour}"${opacity(shape.opacity)}`;
  const line = (width: number): string =>
    `class="s-${shape.colour}" stroke-width="${num(panel.strokeWidths[shape.layer] ?? width)}"${dash(shape.dash)}${opacity(shape.opacity)}`;
  const one = (look: string, path: string) => ({ look, path, layer: shape.layer });
  switch (shape.kind) {
    case "rect":
      return [one(fill, boxPath(barOf(shape, panel)))];
    case "rule": {
      const from = { x: shape.from.x + x, y: shape.from.y + y };
      const to = { x: shape.to.x + x, y: shape.to.y + y };
      return [one(line(theme.strokes.wick), segmentPath({ from, to }))];
    }
    case "dot":
      return [one(fill, dotPath({ x: shape.at.x + x, y: shape.at.y + y }, shape.radius))];
    case "area":
      return [one(fill, shape.runs.map((run) => areaPath(run, offset, shape.step)).join(""))];
    case "line":
      return shape.runs.map((run) => {
        const [only] = run;
        return run.length === 1 && only !== undefined
          ? one(fill, dotPath({ x: only.x + x, y: only.y + y }, LONE))
          : one(line(theme.strokes.series), linePath(run, offset, shape.step));
      });
  }
}

/** Bars take the width the house gives them, and are never too flat to be seen. */
function barOf(shape: Extract<Shape, { kind: "rect" }>, panel: PicturePanel) {
  const { box } = shape;
  const width = panel.barWidths[shape.layer] ?? box.width;
  const height = Math.max(box.height, 0.8);
  return {
    x: panel.plot.x + box.x + box.width / 2 - width / 2,
    y: panel.plot.y + box.y + (box.height - height) / 2,
    width,
    height,
  };
}

function opacity(value: number): string {
  return value === 1 ? "" : ` opacity="${value}"`;
}

function dash(lengths: readonly number[]): string {
  return lengths.length === 0 ? "" : ` stroke-dasharray="${lengths.join(" ")}"`;
}
