import type { Box } from "../../../src/charts/geometry.ts";
import { widthOf } from "../../../src/charts/measure.ts";

export interface TextBox extends Box {
  readonly text: string;
  readonly size: number;
}

/** Every run of words in a finished drawing, read back from its SVG text. */
export function textBoxes(svg: string): readonly TextBox[] {
  const axis = Number(/<g class="axis" font-size="([\d.]+)"/.exec(svg)?.[1]);
  return [...svg.matchAll(/<text([^>]*)>(.*?)<\/text>/g)].flatMap(
    ([, attributes = "", inner = ""]) => {
      const size = Number(/font-size="([\d.]+)"/.exec(attributes)?.[1] ?? axis);
      const weight = /class="label strong/.test(attributes) ? 600 : 400;
      const lines = [
        ...inner.matchAll(/<tspan x="([^"]+)" y="([^"]+)">(.*?)<\/tspan>(?=<tspan x=|$)/g),
      ];
      const plain =
        lines.length === 0 ? [[inner, at(attributes, "x"), at(attributes, "y"), inner]] : lines;
      return plain.map(([, x, y, words = ""]) => {
        const text = words
          .replace(/<[^>]*>/g, "")
          .trimEnd()
          .replaceAll("&amp;", "&");
        const width = widthOf(text, size, weight);
        return { text, size, x: Number(x), y: Number(y) - size * 0.75, width, height: size * 0.95 };
      });
    },
  );
}

function at(attributes: string, name: string): string {
  return new RegExp(` ${name}="([^"]+)"`).exec(attributes)?.[1] ?? "";
}

export function viewBox(svg: string): Box {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return { x: 0, y: 0, width: Number(width), height: Number(height) };
}
