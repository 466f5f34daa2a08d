import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../src/charts/measure.ts";

interface Font {
  readonly unitsPerEm: number;
  readonly layout: (text: string, features: readonly string[]) => { readonly advanceWidth: number };
}

const fontkit = "fontkit";
const { create } = (await import(fontkit)) as { create: (bytes: Uint8Array) => Font };
const require = createRequire(import.meta.url);

/** The font file's own measure of a whole text, kerning included. */
function measured(text: string, size: number, weight: 400 | 600): number {
  const file = require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`);
  const font = create(readFileSync(file));
  return (font.layout(text, ["tnum", "kern"]).advanceWidth / font.unitsPerEm) * size;
}

describe("the width table", () => {
  it.each([
    "2459, November 2021",
    "$937.3bn, January",
    "1700 to 1900, most closes",
    "50-day average, 1991",
    "−3.5% on the week",
    "107.4m, mid-April",
  ])("agrees with the font on “%s”", (text) => {
    for (const weight of [400, 600] as const) {
      const wanted = measured(text, 12, weight);
      const found = widthOf(text, 12, weight);
      expect(found).toBeGreaterThan(wanted * 0.995);
      expect(found).toBeLessThan(wanted * 1.02);
    }
  });

  it("gives all figures one width", () => {
    const widths = Array.from("0123456789", (each) => widthOf(each, 10, 400));
    expect(new Set(widths).size).toBe(1);
  });

  it("takes a character it does not know for a wide one", () => {
    expect(widthOf("漢", 10, 400)).toBe(10);
  });
});
