import type { PicturePanel } from "./frame.ts";
import type { Box, Spot } from "./geometry.ts";
import type { Setting } from "./wording.ts";

/** Wedges keep off the bar or the line they belong to. */
const OFF = 7;
/** How far from a day its bar is looked for: bars of a week have one place for five days. */
const NEAR = 12;
/** Words of one day and side stand in a column, this many of them. */
const COLUMN = 8;
/** From the middle of a wedge to the words beyond it. */
const CLEAR = 5.5;
/** How much better such a place is than one around the wedge. */
const BETTER = 20;
/** Least distance of words in a column. */
const APART = 3.1;

/** Where a wedge stands: under the bar of its day, over it, or on the value itself. */
export function wedgeSpot(spot: Spot, side: Wedge["side"], panel: PicturePanel): Spot {
  if (side === null) return spot;
  const { x, low, high } = barAt(spot, panel);
  return { x, y: side === "up" ? low + OFF : high - OFF };
}

/** The bar of the day from its high to its low; on a line the spot itself. */
function barAt(spot: Spot, panel: PicturePanel): { x: number; low: number; high: number } {
  const { x, y } = panel.plot;
  const bars = panel.shapes.flatMap((each) => {
    if (each.kind !== "rule" || each.from.x !== each.to.x) return [];
    const ends = [each.from.y + y, each.to.y + y];
    return [{ x: each.from.x + x, low: Math.max(...ends), high: Math.min(...ends) }];
  });
  const [nearest] = bars.toSorted((a, b) => Math.abs(a.x - spot.x) - Math.abs(b.x - spot.x));
  if (nearest !== undefined && Math.abs(nearest.x - spot.x) <= NEAR) return nearest;
  return { x: spot.x, low: spot.y, high: spot.y };
}

interface Wedge {
  readonly at: Spot;
  readonly side: "up" | "down" | null;
}

/** What makes a place of a box; the price is in units of length. */
type Make<Place> = (box: Box, setting: Setting, align: "middle", cost: number) => Place;

/** A column of places beyond the newest wedge: short words of one day stand one upon the other. */
export function placesBeyond<Place>(
  { spots }: { readonly spots: readonly Wedge[] },
  setting: Setting,
  make: Make<Place>,
): readonly Place[] {
  const newest = spots.at(-1);
  if (newest === undefined || newest.side === null) return [];
  const { at, side } = newest;
  const { width, height } = setting;
  return Array.from({ length: COLUMN }, (_, step) => step).flatMap((step) => {
    const away = CLEAR + step * (height + APART);
    const y = side === "up" ? at.y + away : at.y - away - height;
    return [0, -0.25, 0.25].map((shift) => {
      const box = { x: at.x - width / 2 + shift * width, y, width, height };
      return make(box, setting, "middle", step * 2 + Math.abs(shift) - BETTER);
    });
  });
}
