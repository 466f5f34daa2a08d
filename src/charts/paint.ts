import type { Candidate } from "./candidates.ts";
import type { EventSpot, Figure } from "./figures.ts";
import { DOT } from "./figures.ts";
import type { Picture, PicturePanel, PlacedText } from "./frame.ts";
import type { Segment } from "./geometry.ts";
import type { DrawnMark, Label } from "./labels.ts";
import { boxPath, dotPath, num, segmentPath, wedgePath } from "./path.ts";
import { paintSeries } from "./paint-series.ts";
import type { Colour, Theme } from "./theme.ts";
import type { Word } from "./wording.ts";
import { LEADING } from "./wording.ts";

/**
 * The picture as SVG text: no ids, no roles, no links, no script; colours and faces come from the
 * style sheet by class (`chartCss`).
 */
export function paint(
  picture: Picture,
  marks: readonly DrawnMark[],
  labels: readonly Label[],
  theme: Theme,
): string {
  const { width, height, panels, time } = picture;
  const figures = marks.map((each) => each.figure);
  const parts = [
    ...figures.flatMap((each) => (each.kind === "range" ? [paintFigure(each, theme)] : [])),
    ...panels.map((each) => paintGrid(each, theme)),
    paintBase(picture, theme),
    ...panels.map((each) => paintSeries(each, theme)),
    ...figures.flatMap((each) => (each.kind === "range" ? [] : [paintFigure(each, theme)])),
    ...panels.flatMap((each) =>
      each.heading === null ? [] : [paintHeading(each.heading, picture)],
    ),
    paintAxes(panels.flatMap((each) => each.labels).concat(time), picture),
    ...labels.map((each) => paintLeader(each, theme)),
    ...labels.map((each) => paintBacking(each, picture)),
    ...labels.map((each) => paintLabel(each, picture)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" class="nw-chart" viewBox="0 0 ${num(width)} ${num(height)}">${parts.join("")}</svg>`;
}

function stroke(colour: Colour, width: number, path: string, more = ""): string {
  return `<path class="s-${colour}" stroke-width="${num(width)}"${more} d="${path}"/>`;
}

function paintGrid(panel: PicturePanel, theme: Theme): string {
  const { x, width } = panel.plot;
  const rule = (y: number): string => {
    const at = Math.round(y - 0.5) + 0.5;
    return segmentPath({ from: { x, y: at }, to: { x: x + width, y: at } });
  };
  const path = panel.grid.map(rule).join("");
  const grid = path === "" ? "" : stroke("grid", theme.strokes.grid, path);
  return panel.foot === null ? grid : grid + stroke("rule", theme.strokes.grid, rule(panel.foot));
}

/** The time axis: a line under the last panel, with a tick at each label. */
function paintBase({ panels, time }: Picture, theme: Theme): string {
  const last = panels.at(-1);
  if (last === undefined) return "";
  const { x, width, height } = last.plot;
  const y = Math.round(last.plot.y + height) + 0.5;
  const ticks = time.map((each) => {
    const at = each.box.x + each.box.width / 2;
    return segmentPath({ from: { x: at, y }, to: { x: at, y: y + 4 } });
  });
  const line = segmentPath({ from: { x, y }, to: { x: x + width, y } });
  return stroke("rule", theme.strokes.grid, line + ticks.join(""));
}

function paintFigure(figure: Figure, theme: Theme): string {
  const width = theme.strokes.mark;
  switch (figure.kind) {
    case "point":
      return figure.bar === null
        ? `<path class="dot f-${figure.colour}" d="${dotPath(figure.at, DOT)}"/>`
        : `<path class="f-${figure.colour}" d="${boxPath(figure.bar)}"/>`;
    case "events":
      return figure.spots.map(paintEvent).join("");
    case "level":
      return stroke(figure.colour, width, segmentPath(figure.line));
    case "range":
      return `<path class="f-range" d="${boxPath(figure.box)}"/>`;
    case "line":
      return stroke(figure.colour, width, segmentPath(figure.line), ' stroke-dasharray="4 3"');
    case "bracket":
      return stroke(figure.colour, width * 1.2, bracketPath(figure.line));
  }
}

function paintEvent({ at, side, colour }: EventSpot): string {
  const path = side === null ? dotPath(at, DOT) : wedgePath(at, side);
  return `<path class="dot f-${colour}" d="${path}"/>`;
}

const CAP = 4;

function bracketPath({ from, to }: Segment): string {
  const caps = [from, to].map((each) =>
    segmentPath({ from: { x: each.x - CAP, y: each.y }, to: { x: each.x, y: each.y } }),
  );
  return segmentPath({ from, to }) + caps.join("");
}

function paintHeading({ text, x, y }: PlacedText, { layout }: Picture): string {
  return `<text class="heading" x="${num(x)}" y="${num(y)}" font-size="${layout.heading}">${escaped(text)}</text>`;
}

/** Words of the axes stand apart from those of facts: they are a scale, and say nothing. */
function paintAxes(texts: readonly PlacedText[], { layout }: Picture): string {
  const each = texts.map(
    ({ text, x, y }) => `<text x="${num(x)}" y="${num(y)}">${escaped(text)}</text>`,
  );
  return `<g class="axis" font-size="${layout.axis}">${each.join("")}</g>`;
}

function paintLeader({ candidate }: Label, theme: Theme): string {
  if (candidate === null || candidate.leader === null) return "";
  return stroke("mute", theme.strokes.leader, segmentPath(candidate.leader));
}

/** Halos about letters would print every word twice into a PDF; a veil under them does not. */
function paintBacking({ candidate, backing }: Label, { layout }: Picture): string {
  if (candidate === null || backing === null) return "";
  const size = layout.label;
  const boxes = candidate.setting.lines.map((line, index) => ({
    x: lineStart(candidate, line.width) - 2,
    y: candidate.box.y + size * LEADING * index,
    width: line.width + 4,
    height: size * LEADING,
  }));
  return `<path class="f-${backing}" opacity=".86" d="${boxes.map(boxPath).join("")}"/>`;
}

function lineStart({ box, align }: Candidate, width: number): number {
  const share = align === "start" ? 0 : align === "end" ? 1 : 0.5;
  return box.x + (box.width - width) * share;
}

function paintLabel({ candidate, colour, strong }: Label, { layout }: Picture): string {
  if (candidate === null) return "";
  const { box, setting } = candidate;
  const size = layout.label;
  const lines = setting.lines.map((line, index) => {
    const x = lineStart(candidate, line.width);
    const y = box.y + size * (0.92 + LEADING * index);
    const space = index < setting.lines.length - 1 ? " " : "";
    return `<tspan x="${num(x)}" y="${num(y)}">${line.words.map(wordText).join(" ")}${space}</tspan>`;
  });
  const weight = strong ? "label strong" : "label";
  return `<text class="${weight} f-${colour}" font-size="${size}">${lines.join("")}</text>`;
}

function wordText(word: Word): string {
  return word
    .map(({ text, fact }) =>
      fact === null
        ? escaped(text)
        : `<tspan data-fact="${escaped(fact)}">${escaped(text)}</tspan>`,
    )
    .join("");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
