import { wedgeSpot } from "./events.ts";
import type { Box, Segment, Spot } from "./geometry.ts";
import { clip } from "./geometry.ts";
import type { PicturePanel } from "./frame.ts";
import type { Dated, MarkPlace, Sided } from "./mark-place.ts";
import type { Colour } from "./theme.ts";

/** A mark as drawn, in units of the picture. */
export type Figure =
  | {
      readonly kind: "point";
      readonly at: Spot;
      /** The bar it stands on, which is then painted over instead of a dot. */
      readonly bar: Box | null;
      /** The average's line among candles whose end it is: its words may stand anywhere along it. */
      readonly along: readonly Spot[];
      readonly colour: Colour;
    }
  | {
      readonly kind: "events";
      readonly spots: readonly EventSpot[];
      /** Of its words; each spot has the colour of its side, or the accent's. */
      readonly colour: Colour;
    }
  | { readonly kind: "level"; readonly line: Segment; readonly colour: Colour }
  | { readonly kind: "range"; readonly box: Box; readonly colour: Colour }
  | { readonly kind: "line"; readonly line: Segment; readonly colour: Colour }
  | { readonly kind: "bracket"; readonly line: Segment; readonly colour: Colour };

/** One of many dated points: a wedge below it that points up, one above it that points down, or a dot. */
export interface EventSpot {
  readonly at: Spot;
  readonly side: Sided["side"];
  readonly colour: Colour;
}

export const DOT = 3;
const INSET = 8;

/** The mark on the panel, or null where it lies outside the window. */
export function figureOf(place: MarkPlace, panel: PicturePanel, accent: boolean): Figure | null {
  const { plot } = panel;
  const right = plot.x + plot.width;
  const colour = accent ? "accent" : "ink";
  switch (place.kind) {
    case "point":
      return pointOf(place.at, panel, accent);
    case "events": {
      const spots = place.at.flatMap((each) => eventOf(each, panel, accent));
      return spots.length === 0 ? null : { kind: "events", spots, colour };
    }
    case "level": {
      const y = panel.y(place.value);
      const from = Math.max(panel.x(place.from), plot.x);
      if (!inside(y, plot) || from >= right) return null;
      return { kind: "level", line: { from: { x: from, y }, to: { x: right, y } }, colour };
    }
    case "range": {
      const from = Math.max(panel.x(place.from), plot.x);
      const to = Math.min(panel.x(place.to), right);
      const high = Math.max(panel.y(place.high), plot.y);
      const low = Math.min(panel.y(place.low), plot.y + plot.height);
      if (to - from < 1 || low - high < 1) return null;
      return {
        kind: "range",
        box: { x: from, y: high, width: to - from, height: low - high },
        colour,
      };
    }
    case "line": {
      const from = spotOf(place.first, panel);
      const to = spotOf(place.second, panel);
      if (to.x === from.x) return null;
      const end = panel.last;
      const last = { x: end, y: to.y + ((to.y - from.y) / (to.x - from.x)) * (end - to.x) };
      const line = clip({ from, to: last }, plot);
      return line === null ? null : { kind: "line", line, colour };
    }
    case "bracket": {
      const x = right - INSET;
      const ys = [panel.y(place.first.value), panel.y(place.second.value)];
      if (!ys.every((each) => inside(each, plot))) return null;
      return {
        kind: "bracket",
        line: { from: { x, y: ys[0] ?? 0 }, to: { x, y: ys[1] ?? 0 } },
        colour,
      };
    }
  }
}

function pointOf(at: Dated, panel: PicturePanel, accent: boolean): Figure | null {
  const spot = spotOf(at, panel);
  const { plot } = panel;
  if (spot.x < plot.x - 1 || spot.x > plot.x + plot.width + 1 || !inside(spot.y, plot)) return null;
  const bar = barAt(spot, panel);
  const line = lineThrough(spot, panel);
  const colour = accent ? "accent" : (line?.colour ?? "ink");
  return { kind: "point", at: spot, bar, colour, along: line?.along ?? [] };
}

function eventOf(each: Sided, panel: PicturePanel, accent: boolean): readonly EventSpot[] {
  const { x, y } = spotOf(each, panel);
  const { plot } = panel;
  if (x < plot.x - 1 || x > plot.x + plot.width + 1 || !inside(y, plot)) return [];
  const own = each.side === "up" ? "rise" : each.side === "down" ? "fall" : "ink";
  return [
    { at: wedgeSpot({ x, y }, each.side, panel), side: each.side, colour: accent ? "accent" : own },
  ];
}

function spotOf({ day, value }: Dated, panel: PicturePanel): Spot {
  return { x: panel.x(day), y: panel.y(value) };
}

function inside(y: number, plot: Box): boolean {
  return y >= plot.y - 0.5 && y <= plot.y + plot.height + 0.5;
}

/** The bar whose top the point is. Candles' bodies do not stand on the foot and are none. */
function barAt(spot: Spot, panel: PicturePanel): Box | null {
  if (panel.foot === null) return null;
  for (const shape of panel.shapes) {
    if (shape.kind !== "rect") continue;
    const width = panel.barWidths[shape.layer] ?? shape.box.width;
    const middle = panel.plot.x + shape.box.x + shape.box.width / 2;
    const top = panel.plot.y + shape.box.y;
    if (Math.abs(middle - spot.x) > 0.75 || Math.abs(top - spot.y) > 1) continue;
    return { x: middle - width / 2, y: top, width, height: shape.box.height };
  }
  return null;
}

interface Through {
  readonly colour: Colour;
  readonly along: readonly Spot[];
}

/** The line the point lies on, where the panel shows more than this line. */
function lineThrough(spot: Spot, panel: PicturePanel): Through | null {
  const lines = panel.shapes.flatMap((each) => (each.kind === "line" ? [each] : []));
  const candles = panel.shapes.some((each) => each.kind === "rule");
  if (lines.length < 2 && !candles) return null;
  const near = (each: Spot): boolean =>
    Math.abs(each.x - spot.x) < 1 && Math.abs(each.y - spot.y) < 1;
  for (const { colour, runs } of lines) {
    const spots = runs
      .flat()
      .map((each) => ({ x: panel.plot.x + each.x, y: panel.plot.y + each.y }));
    if (!spots.some(near)) continue;
    const last = spots.at(-1);
    return { colour, along: candles && last !== undefined && near(last) ? spots : [] };
  }
  return null;
}
