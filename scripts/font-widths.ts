/**
 * Writes src/charts/inter-widths.json: the advance widths of Inter's characters, so that labels are
 * measured without loading a font at run time. Digits are tabular, as the charts' style sheet asks.
 * Run it again after every new version of @fontsource/inter.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

interface Font {
  readonly unitsPerEm: number;
  readonly characterSet: readonly number[];
  readonly layout: (text: string, features: readonly string[]) => { readonly advanceWidth: number };
}

/** The package brings no types. */
const fontkit = "fontkit";
const { create } = (await import(fontkit)) as { create: (bytes: Uint8Array) => Font };
const require = createRequire(import.meta.url);
const WEIGHTS = [400, 600] as const;
const SUBSETS = ["latin", "latin-ext"] as const;
const TARGET = path.join(import.meta.dirname, "..", "src", "charts", "inter-widths.json");

function open(subset: string, weight: number): Font {
  const file = require.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff2`);
  return create(readFileSync(file));
}

function widthsOf(weight: number): Readonly<Record<string, number>> {
  const widths: Record<string, number> = {};
  for (const subset of SUBSETS) {
    const font = open(subset, weight);
    for (const point of font.characterSet) {
      const character = String.fromCodePoint(point);
      if (point < 32 || /\p{M}/u.test(character) || widths[character] !== undefined) continue;
      const advance = font.layout(character, ["tnum"]).advanceWidth;
      widths[character] = Math.round((advance / font.unitsPerEm) * 1000);
    }
  }
  return widths;
}

/** Characters by width, widest groups last: {"545": "aceo…"}: small, and its changes are readable. */
function grouped(widths: Readonly<Record<string, number>>): Readonly<Record<string, string>> {
  const groups: Record<string, string> = {};
  for (const [character, width] of Object.entries(widths)) {
    groups[width] = (groups[width] ?? "") + character;
  }
  return groups;
}

const table = Object.fromEntries(WEIGHTS.map((weight) => [weight, grouped(widthsOf(weight))]));
writeFileSync(TARGET, `${JSON.stringify(table, null, 1)}\n`);
process.stdout.write(`${path.relative(process.cwd(), TARGET)} written\n`);
