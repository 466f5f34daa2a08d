import type { Day } from "../model/index.ts";
import type { TimeTick } from "./axis-time.ts";
import type { Box } from "./geometry.ts";
import type { Rhythm } from "./candles.ts";
import { widthOf } from "./measure.ts";
import type { Shape, Tick } from "./scene.ts";
import type { Panel } from "./spec.ts";
import { heightOf } from "./lite.ts";
import type { Layout } from "./theme.ts";

/** The picture before marks and labels: where its panels lie and what Vega drew in them. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly layout: Layout;
  readonly panels: readonly PicturePanel[];
  readonly time: readonly PlacedText[];
}

/** Everything of a panel is in units of the whole picture but its shapes, which `plot` moves. */
export interface PicturePanel {
  readonly plot: Box;
  /** Where this panel's words may stand. */
  readonly room: Box;
  readonly heading: PlacedText | null;
  readonly grid: readonly number[];
  /** Where the values' zero lies, if bars or areas stand on it. */
  readonly foot: number | null;
  readonly labels: readonly PlacedText[];
  readonly shapes: readonly Shape[];
  readonly x: (day: Day) => number;
  readonly y: (value: number) => number;
  /** Where the window ends. */
  readonly last: number;
  /** By layer: width of its lines, where the specification gives one. */
  readonly strokeWidths: readonly (number | null)[];
  /** By layer: width of a bar, of a candle's body. */
  readonly barWidths: readonly number[];
}

export interface PlacedText {
  readonly text: string;
  /** Left end of the base line. */
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

/** Room above a panel without a heading, for labels over its peaks. */
const HEADROOM = 17;
const BETWEEN = 14;
const FOOT = 8;
export const GUTTER_GAP = 7;

export interface Tops {
  readonly tops: readonly number[];
  readonly height: number;
}

/** Tops of the panels, and the height of the whole; `extra` is added room above each. */
export function topsOf(panels: readonly Panel[], layout: Layout, extra: readonly number[]): Tops {
  const tops: number[] = [];
  let y = 0;
  panels.forEach((panel, index) => {
    y += (index === 0 ? 0 : BETWEEN) + (extra[index] ?? 0);
    y += panel.title === null ? HEADROOM : layout.heading + HEADROOM;
    tops.push(y);
    y += heightOf(panel, layout);
  });
  return { tops, height: Math.ceil(y + FOOT + layout.axis * 1.25) };
}

export function textAt(
  text: string,
  x: number,
  y: number,
  size: number,
  weight: 400 | 600,
): PlacedText {
  const width = widthOf(text, size, weight);
  return { text, x, y, box: { x, y: y - size * 0.8, width, height: size } };
}

/** Labels of the value axis, right of the plot, each at the height of its line. */
export function valueLabels(
  ticks: readonly Tick[],
  texts: readonly string[],
  plot: Box,
  layout: Layout,
): readonly PlacedText[] {
  return ticks.map((tick, index) =>
    textAt(
      texts[index] ?? "",
      plot.x + plot.width + GUTTER_GAP,
      plot.y + tick.y + layout.axis * 0.36,
      layout.axis,
      400,
    ),
  );
}

export function timeLabels(
  ticks: readonly TimeTick[],
  x: (day: Day) => number,
  bottom: number,
  layout: Layout,
): readonly PlacedText[] {
  return ticks.map((each) => {
    const half = widthOf(each.text, layout.axis, 400) / 2;
    return textAt(each.text, x(each.day) - half, bottom + FOOT + layout.axis, layout.axis, 400);
  });
}

/** What the heading adds about the candles under it. */
export function candleWords(rhythm: Rhythm): string {
  const words: Readonly<Record<Rhythm, string>> = {
    day: "daily candles",
    week: "weekly candles",
    "two weeks": "two-week candles",
    month: "monthly candles",
    quarter: "quarterly candles",
    year: "yearly candles",
  };
  return words[rhythm];
}
