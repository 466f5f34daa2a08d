import type { Box, Segment, Spot } from "./geometry.ts";
import type { Span, Step } from "./scene.ts";

/** A number of the drawing, to a tenth of a unit, as short as it can be written. */
export function num(value: number): string {
  return tenths(Math.round(value * 10));
}

function tenths(value: number): string {
  const text = (value / 10).toString();
  return text.replace(/^(-?)0\./, "$1.");
}

/** A triangle about the spot, as tall as it is wide, that points up or down. */
export function wedgePath({ x, y }: Spot, side: "up" | "down"): string {
  const tip = side === "up" ? -WEDGE : WEDGE;
  const base = `l${num(WEDGE)},${num(-2 * tip)}h${num(-2 * WEDGE)}z`;
  return `M${num(x)},${num(y + tip)}${base}`;
}

const WEDGE = 3.6;

/** A path of lines between spots, each relative to the last one as printed. */
export function linePath(spots: readonly Spot[], offset: Spot, step: Step = "linear"): string {
  let path = "";
  let x = 0;
  let y = 0;
  const go = (toX: number, toY: number): void => {
    const [dx, dy] = [toX - x, toY - y];
    if (dx === 0 && dy === 0) return;
    if (dy === 0) path += `h${tenths(dx)}`;
    else if (dx === 0) path += `v${tenths(dy)}`;
    else path += `l${joined(dx, dy)}`;
    x = toX;
    y = toY;
  };
  spots.forEach((spot, index) => {
    const toX = Math.round((spot.x + offset.x) * 10);
    const toY = Math.round((spot.y + offset.y) * 10);
    if (index === 0) {
      path = `M${joined(toX, toY)}`;
      [x, y] = [toX, toY];
      return;
    }
    if (step === "step-after") go(toX, y);
    if (step === "step-before") go(x, toY);
    go(toX, toY);
  });
  return path;
}

export function areaPath(spans: readonly Span[], offset: Spot, step: Step): string {
  const feet = spans.map((each) => ({ x: each.x, y: each.foot })).reverse();
  const back: Step =
    step === "step-after" ? "step-before" : step === "step-before" ? "step-after" : step;
  const upper = linePath(spans, offset, step);
  const lower = linePath(feet, offset, back).replace("M", "L");
  return `${upper}${lower}z`;
}

export function boxPath({ x, y, width, height }: Box): string {
  const wide = num(width);
  return `M${pair(x, y)}h${wide}v${num(height)}h${num(-width)}z`;
}

export function segmentPath({ from, to }: Segment): string {
  return linePath([from, to], { x: 0, y: 0 });
}

export function dotPath({ x, y }: Spot, radius: number): string {
  const wide = num(radius * 2);
  const half = num(radius);
  return `M${pair(x - radius, y)}a${half} ${half} 0 1 0 ${wide} 0a${half} ${half} 0 1 0 -${wide} 0z`;
}

function pair(x: number, y: number): string {
  return joined(Math.round(x * 10), Math.round(y * 10));
}

/** Two numbers; a minus sign parts them by itself. */
function joined(x: number, y: number): string {
  const second = tenths(y);
  return second.startsWith("-") ? `${tenths(x)}${second}` : `${tenths(x)} ${second}`;
}
