import { placesBeyond } from "./events.ts";
import type { Figure } from "./figures.ts";
import { DOT } from "./figures.ts";
import type { Box, Segment, Spot } from "./geometry.ts";
import { distance, nearestIn } from "./geometry.ts";
import type { Setting } from "./wording.ts";

/** A place where a label could stand. Costs are in units of length: how far one would go for it. */
export interface Candidate {
  readonly box: Box;
  readonly setting: Setting;
  readonly align: "start" | "middle" | "end";
  readonly cost: number;
  /** From the mark to the words, where they stand away from it. */
  readonly leader: Segment | null;
}

const GAP = 4;
const DISTANCES = [0, 7, 16, 28, 44, 64, 90];
const SHARES = [0, 0.08, 0.16, 0.25, 0.33, 0.42, 0.5, 0.58, 0.67, 0.75, 0.84, 0.92, 1];
/** Price of each line of words more. */
export const LINE = 6;
/** From this distance on words need a line that leads to their mark. */
const LED = 13;

/** Places around or along the mark, where a reader would look for its words. */
export function candidatesFor(figure: Figure, setting: Setting): readonly Candidate[] {
  switch (figure.kind) {
    case "point":
      return aroundPoint(figure, setting);
    case "events":
      return [...placesBeyond(figure, setting, still), ...aroundPoint(lastOf(figure), setting)];
    case "level":
      return alongLevel(figure.line, setting);
    case "range":
      return aroundRange(figure.box, setting);
    case "line":
      return alongLine(figure.line, setting);
    case "bracket":
      return besideBracket(figure.line, setting);
  }
}

/** The words of many events stand at the newest. */
function lastOf({ spots, colour }: Extract<Figure, { kind: "events" }>): PointFigure {
  const at = spots.at(-1)?.at ?? { x: 0, y: 0 };
  return { kind: "point", at, bar: null, along: [], colour };
}

type PointFigure = Extract<Figure, { kind: "point" }>;

/** Any place in the room that a leader no longer than `reach` ties to the mark. */
export function anywhere(
  figure: Figure,
  setting: Setting,
  room: Box,
  reach: number,
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let y = room.y; y + setting.height <= room.y + room.height; y += 6) {
    for (let x = room.x; x + setting.width <= room.x + room.width; x += 10) {
      const box = { x, y, width: setting.width, height: setting.height };
      const anchor = tie(figure, middleOf(box));
      if (distance(anchor, nearestIn(box, anchor)) > reach) continue;
      found.push(led(box, setting, "start", 12, anchor, clearance(figure)));
    }
  }
  return found;
}

/** The spot of the mark nearest to the given one. */
export function tie(figure: Figure, to: Spot): Spot {
  switch (figure.kind) {
    case "point":
      return figure.at;
    case "events":
      return lastOf(figure).at;
    case "range":
      return nearestIn(figure.box, to);
    case "level":
    case "line":
    case "bracket": {
      const { from, to: end } = figure.line;
      const dx = end.x - from.x;
      const dy = end.y - from.y;
      const length = dx * dx + dy * dy;
      const share = length === 0 ? 0 : ((to.x - from.x) * dx + (to.y - from.y) * dy) / length;
      const held = Math.min(Math.max(share, 0), 1);
      return { x: from.x + dx * held, y: from.y + dy * held };
    }
  }
}

function clearance(figure: Figure): number {
  const dot = figure.kind === "events" || (figure.kind === "point" && figure.bar === null);
  return dot ? DOT + 1.5 : 1;
}

/** A candidate with a leader where its words stand away from their mark. */
function led(
  box: Box,
  setting: Setting,
  align: Candidate["align"],
  cost: number,
  anchor: Spot,
  clear: number,
): Candidate {
  const end = nearestIn(box, anchor);
  const away = distance(anchor, end);
  const lines = (setting.lines.length - 1) * LINE;
  if (away < LED) return { box, setting, align, cost: cost + away * 0.3 + lines, leader: null };
  const share = clear / away;
  const from = {
    x: anchor.x + (end.x - anchor.x) * share,
    y: anchor.y + (end.y - anchor.y) * share,
  };
  const to = {
    x: end.x + ((from.x - end.x) * 2) / away,
    y: end.y + ((from.y - end.y) * 2) / away,
  };
  return { box, setting, align, cost: cost + 5 + away * 0.45 + lines, leader: { from, to } };
}

function aroundPoint(figure: PointFigure, setting: Setting): readonly Candidate[] {
  const { at, bar } = figure;
  const { width, height } = setting;
  const half = bar === null ? DOT : Math.max(bar.width / 2, 1);
  const found: Candidate[] = [];
  for (const away of DISTANCES) {
    const reach = half + GAP + away;
    const above = at.y - (bar === null ? reach : GAP + away) - height;
    const below = at.y + reach;
    const slant = away * 0.7;
    const add = (x: number, y: number, align: Candidate["align"], cost: number): void => {
      found.push(led({ x, y, width, height }, setting, align, cost, at, clearance(figure)));
    };
    add(at.x - width / 2, above, "middle", 0);
    add(at.x - half - 2, above, "start", 1);
    add(at.x + half + 2 - width, above, "end", 1);
    add(at.x + reach, at.y - height / 2, "start", 2);
    add(at.x - reach - width, at.y - height / 2, "end", 2);
    add(at.x + half + GAP + slant, at.y - GAP - slant - height, "start", 3);
    add(at.x - half - GAP - slant - width, at.y - GAP - slant - height, "end", 3);
    if (bar !== null) continue;
    add(at.x - width / 2, below, "middle", 1);
    add(at.x - half - 2, below, "start", 2);
    add(at.x + half + 2 - width, below, "end", 2);
    add(at.x + half + GAP + slant, at.y + GAP + slant, "start", 3);
    add(at.x - half - GAP - slant - width, at.y + GAP + slant, "end", 3);
  }
  return found;
}

function alongLevel({ from, to }: Segment, setting: Setting): readonly Candidate[] {
  const { width, height } = setting;
  const room = to.x - from.x - width;
  /** Before the line begins, at its height. */
  const ahead = (share: number): readonly Candidate[] => {
    const box = {
      x: from.x - 6 - width,
      y: from.y - height / 2 + (share - 0.5) * 34,
      width,
      height,
    };
    return [still(box, setting, "end", 3 + 4 * Math.abs(share - 0.5) + lineCost(setting))];
  };
  return SHARES.flatMap((share) => {
    const x = room > 0 ? from.x + room * share : to.x - width + room * share * 0.5;
    const cost = 2 * Math.min(share, 1 - share) + lineCost(setting);
    return [
      still({ x, y: from.y - height - 2, width, height }, setting, "start", cost),
      still({ x, y: from.y + 3, width, height }, setting, "start", cost + 2),
      ...ahead(share),
    ];
  });
}

function aroundRange(box: Box, setting: Setting): readonly Candidate[] {
  const { width, height } = setting;
  const bottom = box.y + box.height;
  return SHARES.flatMap((share) => {
    const x = box.x + 4 + (box.width - 8 - width) * share;
    const cost = 2 * Math.min(share, 1 - share) + lineCost(setting);
    const at = (y: number, more: number): Candidate =>
      still({ x, y, width, height }, setting, "start", cost + more);
    return [
      at(bottom + 3, 0),
      at(box.y - height - 2, 1),
      ...(box.height > height + 6 ? [at(bottom - height - 2, 1), at(box.y + 2, 1)] : []),
    ];
  });
}

function alongLine({ from, to }: Segment, setting: Setting): readonly Candidate[] {
  const { width, height } = setting;
  const slope = to.x === from.x ? 0 : (to.y - from.y) / (to.x - from.x);
  const rise = (Math.abs(slope) * width) / 2;
  const over = rise < height;
  return SHARES.flatMap((share) => {
    const x = from.x + (to.x - from.x) * share;
    const y = from.y + (to.y - from.y) * share;
    const cost = lineCost(setting) + 2 * Math.abs(share - 0.6);
    const at = (left: number, top: number, align: Candidate["align"], more: number): Candidate =>
      still({ x: left, y: top, width, height }, setting, align, cost + more);
    return slope >= 0
      ? [
          at(x + 5, y - height, "start", 0),
          at(x - 5 - width, y + 1, "end", 1),
          ...(over ? [at(x - width / 2, y - rise - height - 3, "middle", 2)] : []),
        ]
      : [
          at(x - 5 - width, y - height, "end", 0),
          at(x + 5, y + 1, "start", 1),
          ...(over ? [at(x - width / 2, y + rise + 3, "middle", 2)] : []),
        ];
  });
}

function besideBracket({ from, to }: Segment, setting: Setting): readonly Candidate[] {
  const { width, height } = setting;
  const top = Math.min(from.y, to.y);
  const span = Math.abs(to.y - from.y);
  const sides = SHARES.flatMap((share) => {
    const y = top + span * share - height / 2;
    const cost = 8 * Math.abs(share - 0.5) + lineCost(setting);
    return [
      still({ x: from.x - 6 - width, y, width, height }, setting, "end", cost),
      still({ x: from.x + 6, y, width, height }, setting, "start", cost + 1),
    ];
  });
  const x = from.x - width / 2;
  return [
    ...sides,
    still({ x, y: top - height - 4, width, height }, setting, "middle", 6),
    still({ x, y: top + span + 4, width, height }, setting, "middle", 6),
  ];
}

function still(box: Box, setting: Setting, align: Candidate["align"], cost: number): Candidate {
  return { box, setting, align, cost, leader: null };
}

function lineCost(setting: Setting): number {
  return (setting.lines.length - 1) * LINE;
}

function middleOf(box: Box): Spot {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
