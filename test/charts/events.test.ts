import { describe, expect, it } from "vitest";
import { placesBeyond, wedgeSpot } from "../../src/charts/events.ts";
import type { PicturePanel } from "../../src/charts/frame.ts";
import { draw } from "../../src/charts/index.ts";
import type { ChartInput } from "../../src/charts/index.ts";
import type { Chart } from "../../src/model/index.ts";
import { textBoxes } from "./support/boxes.ts";
import { index } from "./support/cases.ts";
import { fact, mark, readTheme } from "./support/make.ts";

const style = { layer: 0, colour: "rise", opacity: 1, dash: [] } as const;
const panel: PicturePanel = {
  plot: { x: 10, y: 20, width: 300, height: 200 },
  room: { x: 0, y: 0, width: 320, height: 240 },
  heading: null,
  grid: [],
  foot: null,
  labels: [],
  // Two candles, from high to low, in units of the plot.
  shapes: [
    { kind: "rule", from: { x: 50, y: 30 }, to: { x: 50, y: 80 }, ...style },
    { kind: "rule", from: { x: 62, y: 40 }, to: { x: 62, y: 60 }, ...style },
  ],
  x: () => 0,
  y: (value) => value,
  last: 300,
  strokeWidths: [],
  barWidths: [],
};

async function drawn(input: ChartInput): Promise<Chart> {
  const found = await draw(input, readTheme());
  if (!found.ok) throw new Error(found.problems.map((each) => each.message).join("; "));
  return found.value;
}

describe("a wedge", () => {
  it("stands under the bar of its day where it is bullish, over it where it is bearish", () => {
    const close = { x: 61, y: 70 };
    // The plot begins at 10 and 20: the low of the first bar lies at 20 + 80, seven units clear of it.
    expect(wedgeSpot(close, "up", panel)).toEqual({ x: 60, y: 107 });
    expect(wedgeSpot(close, "down", panel)).toEqual({ x: 60, y: 43 });
    expect(wedgeSpot(close, null, panel)).toEqual(close);
  });

  it("keeps to its value where there is no bar", () => {
    expect(wedgeSpot({ x: 200, y: 70 }, "up", panel)).toEqual({ x: 200, y: 77 });
  });

  it("has its words beyond it, those of one day in a column", () => {
    const places = (side: "up" | "down") =>
      placesBeyond(
        { spots: [{ at: { x: 100, y: 50 }, side }] },
        { lines: [], width: 8, height: 12 },
        (box, _setting, _align, cost) => ({ ...box, cost }),
      ).filter(({ x }) => x === 96);
    expect(places("up").every(({ y }) => y > 50)).toBe(true);
    expect(places("down").every(({ y, height }) => y + height < 50)).toBe(true);
    const ys = places("up").map(({ y }) => y);
    expect(ys.slice(1).every((y, at) => y - (ys[at] ?? 0) > 12)).toBe(true);
    expect(places("up").map(({ cost }) => cost)).toEqual(
      places("up")
        .map(({ cost }) => cost)
        .toSorted((a, b) => a - b),
    );
  });
});

describe("numbered events on candles", () => {
  const chart = index("2025-03-23", "events");
  const days = ["2025-05-21", "2025-05-22", "2025-05-22", "2025-05-22"];
  const numbers = days.map((day, at) => ({
    ...fact({ id: `e${at}`, value: 2050, day }),
    state: "bearish",
  }));
  const marks = numbers.map((each, at) => mark("events", [each], `[${9 - at}]`));

  it("are all legible: no number touches another", async () => {
    const { wide, narrow } = await drawn({ ...chart, marks });
    for (const svg of [wide, narrow]) {
      const boxes = textBoxes(svg).filter(({ text }) => /^[6-9]$/.test(text));
      expect(boxes.map(({ text }) => text).toSorted()).toEqual(["6", "7", "8", "9"]);
      for (const one of boxes) {
        for (const other of boxes) {
          if (one === other) continue;
          const apart =
            one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y ||
            other.y + other.height <= one.y;
          expect(apart, `${one.text} and ${other.text}`).toBe(true);
        }
      }
    }
  });

  it("leave out in silence what lies far beyond, where that is asked for", async () => {
    const far = mark("level", [fact({ id: "far", value: 9000, day: "2025-05-22" })], "[9000]");
    const quiet = { ...far, request: { ...far.request, far: "leave out" as const } };
    const told = await draw({ ...chart, marks: [far] }, readTheme());
    const left = await draw({ ...chart, marks: [quiet] }, readTheme());
    expect(told.problems.map((each) => each.rule)).toEqual(["chart-mark-far"]);
    expect(left.problems).toEqual([]);
  });
});
