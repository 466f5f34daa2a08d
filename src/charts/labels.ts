import type { Line } from "../model/index.ts";
import type { Candidate } from "./candidates.ts";
import { anywhere, candidatesFor } from "./candidates.ts";
import type { Figure } from "./figures.ts";
import { DOT } from "./figures.ts";
import type { Picture, PicturePanel } from "./frame.ts";
import type { Box, Spot } from "./geometry.ts";
import { within } from "./geometry.ts";
import type { Ink } from "./ink.ts";
import { InkPad } from "./ink.ts";
import { nameCandidates, namesOf } from "./names.ts";
import type { Obstacle, Seeker } from "./placer.ts";
import { placeLabels } from "./placer.ts";
import type { Panel } from "./spec.ts";
import type { Colour } from "./theme.ts";
import type { Setting } from "./wording.ts";
import { settings, wordsOf } from "./wording.ts";

/** A mark on its panel, with its words. */
export interface DrawnMark {
  readonly panel: number;
  readonly figure: Figure;
  readonly label: Line | null;
  readonly accent: boolean;
}

/** Words with their place; null: there was none. */
export interface Label {
  readonly panel: number;
  readonly colour: Colour;
  readonly strong: boolean;
  readonly candidate: Candidate | null;
  readonly text: string;
  /** What is laid under the words where something is drawn there; null: nothing is. */
  readonly backing: Colour | null;
}

interface Wish extends Seeker {
  readonly label: Omit<Label, "candidate" | "backing">;
  readonly urgency: number;
  readonly mark: number | null;
}

/** Finds a place for the words of every mark and for the lines' own names; leaders reach so far. `strict`: see `placeLabels`. */
export function layLabels(
  picture: Picture,
  marks: readonly DrawnMark[],
  specs: readonly Panel[],
  reach: number,
  strict: boolean,
): readonly Label[] {
  const wishes = [
    ...marks.flatMap((mark, index) => markWish(mark, index, picture, reach)),
    ...picture.panels.flatMap((panel, index) => nameWishes(panel, index, specs[index], picture)),
  ].toSorted((a, b) => a.urgency - b.urgency);
  const owners = new Map(wishes.map((each, index) => [each.mark, index]));
  const ink = inkOf(picture, marks);
  const places = placeLabels(wishes, obstaclesOf(picture, marks, owners), ink, strict);
  return wishes.map((each, index) => {
    const candidate = places[index] ?? null;
    const bare = candidate === null || ink.under(candidate.box) < BARE;
    return { ...each.label, candidate, backing: bare ? null : backingOf(candidate.box, marks) };
  });
}

/** Ink a word may have under it and still be read. */
const BARE = 8;

function backingOf(box: Box, marks: readonly DrawnMark[]): Colour {
  const shaded = marks.some(({ figure }) => figure.kind === "range" && within(box, figure.box));
  return shaded ? "range" : "paper";
}

const URGENCY = { point: 1, events: 1, bracket: 2, line: 3, range: 5, level: 6 } as const;

function markWish(
  mark: DrawnMark,
  index: number,
  picture: Picture,
  reach: number,
): readonly Wish[] {
  const panel = picture.panels[mark.panel];
  const words = wordsOf(mark.label ?? []);
  if (panel === undefined || words.length === 0) return [];
  const strong = mark.accent || mark.figure.kind === "point";
  const { layout } = picture;
  const sets = settings(words, layout.lines, layout.label, strong ? 600 : 400);
  return [
    {
      room: panel.room,
      near: sets.flatMap((each) => nearMark(mark.figure, each, panel)),
      far: () => sets.flatMap((each) => anywhere(mark.figure, each, panel.room, reach)),
      label: {
        panel: mark.panel,
        colour: mark.figure.kind === "range" && !mark.accent ? "mute" : mark.figure.colour,
        strong,
        text: words.map((word) => word.map((each) => each.text).join("")).join(" "),
      },
      urgency: URGENCY[mark.figure.kind] - (mark.accent ? 0.5 : 0),
      mark: index,
    },
  ];
}

function nearMark(figure: Figure, setting: Setting, panel: PicturePanel): readonly Candidate[] {
  const own = candidatesFor(figure, setting);
  if (figure.kind !== "point" || figure.along.length === 0) return own;
  const along = nameCandidates(figure.along, setting, panel.plot);
  return [...own, ...along.map((each) => ({ ...each, cost: each.cost + ALONG }))];
}

/** Price of words along an average's line against words at its end. */
const ALONG = 8;

function nameWishes(
  panel: PicturePanel,
  index: number,
  spec: Panel | undefined,
  picture: Picture,
): readonly Wish[] {
  if (spec === undefined) return [];
  const { layout } = picture;
  return namesOf(spec, panel).flatMap(({ name, colour, spots }) => {
    const [setting] = settings(
      wordsOf([{ kind: "text", text: name }]),
      layout.lines,
      layout.label,
      600,
    );
    if (setting === undefined) return [];
    const wish: Wish = {
      room: panel.room,
      near: nameCandidates(spots, setting, panel.plot),
      far: () =>
        nearestSpots(spots, anywhere(point(spots), setting, panel.room, Number.POSITIVE_INFINITY)),
      label: { panel: index, colour, strong: true, text: name },
      urgency: 4,
      mark: null,
    };
    return [wish];
  });
}

function point(spots: readonly Spot[]): Figure {
  const at = spots.at(-1) ?? { x: 0, y: 0 };
  return { kind: "point", at, bar: null, colour: "ink", along: [] };
}

/** Names far from their line would be read as another's: the nearest come first. */
function nearestSpots(
  spots: readonly Spot[],
  candidates: readonly Candidate[],
): readonly Candidate[] {
  return candidates.map((each) => {
    const away = Math.min(
      ...spots.map((spot) => Math.hypot(each.box.x - spot.x, each.box.y - spot.y)),
    );
    return { ...each, leader: null, cost: 20 + away };
  });
}

/** What no label may touch: the axes' words, headings, the dots of marks and brackets. */
function obstaclesOf(
  picture: Picture,
  marks: readonly DrawnMark[],
  owners: ReadonlyMap<number | null, number>,
): readonly Obstacle[] {
  const fixed = [
    ...picture.time,
    ...picture.panels.flatMap((each) => [
      ...each.labels,
      ...(each.heading === null ? [] : [each.heading]),
    ]),
  ].map(({ box }) => ({ box, owner: null }));
  const dots = marks.flatMap(({ figure }, index) => {
    if (figure.kind === "bracket") {
      const { from, to } = figure.line;
      const y = Math.min(from.y, to.y);
      const box = { x: from.x - 4, y, width: 5, height: Math.abs(to.y - from.y) };
      return [{ box, owner: owners.get(index) ?? null }];
    }
    const owner = owners.get(index) ?? null;
    // Wedges of one day share a place: the words of each may stand close to it.
    if (figure.kind === "events")
      return figure.spots.map(({ at }) => ({ box: dotBox(at), owner: null }));
    if (figure.kind !== "point" || figure.bar !== null) return [];
    return [{ box: dotBox(figure.at), owner }];
  });
  return [...fixed, ...dots];
}

function dotBox({ x, y }: Spot): Box {
  const side = DOT * 2 + 2;
  return { x: x - DOT - 1, y: y - DOT - 1, width: side, height: side };
}

/** What words should keep off: the series, and other marks. */
function inkOf(picture: Picture, marks: readonly DrawnMark[]): Ink {
  const pad = new InkPad(picture.width, picture.height);
  for (const panel of picture.panels) inkPanel(pad, panel);
  for (const { figure } of marks) {
    if (figure.kind === "range") pad.shade(figure.box, 0.02);
    else if (figure.kind === "events") {
      for (const { at } of figure.spots) pad.shade(dotBox(at), 1);
    } else if (figure.kind !== "point") pad.stroke(figure.line, 1.2);
    else if (figure.bar !== null) pad.shade(figure.bar, 1);
  }
  return pad.dry();
}

function inkPanel(pad: InkPad, panel: PicturePanel): void {
  const { x, y, width } = panel.plot;
  for (const line of panel.grid) {
    pad.stroke({ from: { x, y: line }, to: { x: x + width, y: line } }, 0.12);
  }
  const move = (spot: Spot): Spot => ({ x: x + spot.x, y: y + spot.y });
  for (const shape of panel.shapes) {
    if (shape.kind === "rect") {
      pad.shade({ ...shape.box, ...move(shape.box) }, 0.9);
    } else if (shape.kind === "rule") {
      pad.stroke({ from: move(shape.from), to: move(shape.to) }, 0.9);
    } else if (shape.kind === "dot") {
      const at = move(shape.at);
      pad.shade({ x: at.x - 2, y: at.y - 2, width: 4, height: 4 }, 1);
    } else {
      for (const run of shape.runs) inkRun(pad, run.map(move), shape.kind === "area");
    }
  }
}

function inkRun(pad: InkPad, spots: readonly Spot[], light: boolean): void {
  spots.forEach((to, index) => {
    pad.stroke({ from: spots[index - 1] ?? to, to }, light ? 0.5 : 1);
  });
}
