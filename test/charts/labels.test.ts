import { describe, expect, it } from "vitest";
import { overlap, within } from "../../src/charts/geometry.ts";
import type { CompiledCharts } from "../../src/charts/index.ts";
import { draw } from "../../src/charts/index.ts";
import type { TextBox } from "./support/boxes.ts";
import { textBoxes, viewBox } from "./support/boxes.ts";
import { gallery } from "./support/cases.ts";
import { readTheme } from "./support/make.ts";
import { randomChart } from "./support/random.ts";

const theme = readTheme();
const kept: CompiledCharts = new Map();

function collisions(svg: string): readonly string[] {
  const boxes = textBoxes(svg);
  const found: string[] = [];
  boxes.forEach((one, index) => {
    if (!within(one, viewBox(svg))) found.push(`"${one.text}" leaves the picture`);
    if (one.size < 11) found.push(`"${one.text}" is of size ${one.size}`);
    for (const other of boxes.slice(index + 1)) {
      if (overlap(one, other)) found.push(`"${one.text}" meets "${other.text}"`);
    }
  });
  return found;
}

function words(boxes: readonly TextBox[]): string {
  return boxes.map((each) => each.text).join(" ");
}

describe("labels", () => {
  it.each(gallery().map((each) => [each.request.id, each] as const))(
    "keep apart in the picture %s",
    async (_, chart) => {
      const drawn = await draw(chart, theme, kept);
      if (!drawn.ok) throw new Error(JSON.stringify(drawn.problems));
      expect(collisions(drawn.value.wide)).toEqual([]);
      expect(collisions(drawn.value.narrow)).toEqual([]);
    },
  );

  it("find a place whatever the data: 200 random charts in both widths", async () => {
    for (let seed = 0; seed < 200; seed++) {
      const chart = randomChart(seed);
      const drawn = await draw(chart, theme, kept);
      if (!drawn.ok) throw new Error(`seed ${seed}: ${JSON.stringify(drawn.problems)}`);
      const { wide, narrow, says } = drawn.value;
      expect(collisions(wide), `seed ${seed}, wide`).toEqual([]);
      expect(collisions(narrow), `seed ${seed}, narrow`).toEqual([]);
      for (const svg of [wide, narrow]) {
        for (const said of says)
          expect(words(textBoxes(svg)), `seed ${seed}`).toContain(said.text.slice(0, 4));
      }
    }
  }, 180_000);

  it("see a collision where there is one", () => {
    const text = (x: number): string =>
      `<text class="label" font-size="12"><tspan x="${x}" y="50">record</tspan></text>`;
    const svg = `<svg viewBox="0 0 200 100">${text(20)}${text(30)}${text(190)}</svg>`;
    expect(collisions(svg)).toEqual(['"record" meets "record"', '"record" leaves the picture']);
  });
});
