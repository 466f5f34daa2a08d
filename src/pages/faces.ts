import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** One cut of a family: the weights the style sheets use, and no others. */
export interface Face {
  readonly family: "Source Serif 4" | "Inter";
  readonly weight: 400 | 600;
  readonly style: "normal" | "italic";
}

const FACES: readonly Face[] = [
  { family: "Source Serif 4", weight: 400, style: "normal" },
  { family: "Source Serif 4", weight: 400, style: "italic" },
  { family: "Source Serif 4", weight: 600, style: "normal" },
  { family: "Inter", weight: 400, style: "normal" },
  { family: "Inter", weight: 600, style: "normal" },
];

const PACKAGES = {
  "Source Serif 4": { from: "@fontsource/source-serif-4", stem: "source-serif-4" },
  Inter: { from: "@fontsource/inter", stem: "inter" },
} as const;

/** Alphabets a page takes along only when its text needs them. */
const SUBSETS = ["latin", "latin-ext", "greek", "cyrillic"] as const;

/** The fonts as they lie in the packages: bytes by file name, ranges of characters by subset. */
export interface Fonts {
  readonly ranges: ReadonlyMap<string, readonly Range[]>;
  readonly file: (face: Face, subset: string) => Buffer;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

export function readFonts(): Fonts {
  const kept = new Map<string, Buffer>();
  return {
    ranges: readRanges(),
    file(face, subset) {
      const name = `${PACKAGES[face.family].from}/files/${fileName(face, subset)}`;
      const bytes = kept.get(name) ?? readFileSync(fileURLToPath(import.meta.resolve(name)));
      kept.set(name, bytes);
      return bytes;
    },
  };
}

function readRanges(): ReadonlyMap<string, readonly Range[]> {
  const file = fileURLToPath(import.meta.resolve("@fontsource/source-serif-4/unicode.json"));
  const pairs = readFileSync(file, "utf8").matchAll(/"([\w-]+)":\s*"([^"]+)"/g);
  return new Map([...pairs].map(([, name = "", text = ""]) => [name, text.split(",").map(range)]));
}

function range(text: string): Range {
  const [from = "", to = from] = text.replace("U+", "").split("-");
  return { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) };
}

function subsetOf(character: string, fonts: Fonts): string | null {
  const code = character.codePointAt(0) ?? 0;
  const holds = (subset: string): boolean =>
    (fonts.ranges.get(subset) ?? []).some((each) => code >= each.from && code <= each.to);
  return SUBSETS.find(holds) ?? null;
}

/** Characters for which no face of ours has a shape: they would print as empty boxes. */
export function uncovered(text: string, fonts: Fonts): readonly string[] {
  const characters = [...new Set(text)].filter((each) => !/\s/u.test(each));
  return characters.filter((each) => subsetOf(each, fonts) === null);
}

/** The font-face rules a text needs, the files inside them. */
export function faceRules(text: string, fonts: Fonts, families = FACES): string {
  const needed = new Set([...new Set(text)].map((each) => subsetOf(each, fonts) ?? "latin"));
  const subsets = SUBSETS.filter((each) => each === "latin" || needed.has(each));
  return families.flatMap((face) => subsets.map((subset) => rule(face, subset, fonts))).join("\n");
}

/** The face of the charts alone, for a drawing that stands by itself. */
export function chartFaceRules(text: string, fonts: Fonts): string {
  return faceRules(
    text,
    fonts,
    FACES.filter((each) => each.family === "Inter"),
  );
}

/** Rules for all alphabets that name files beside the style sheet, and those files: for many pages of one site. */
export interface LinkedFaces {
  readonly css: string;
  /** By their names in the folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export function linkedFaces(fonts: Fonts, folder: string): LinkedFaces {
  const files = new Map<string, Uint8Array>();
  const rules = FACES.flatMap((face) =>
    SUBSETS.map((subset) => {
      const name = fileName(face, subset);
      files.set(name, fonts.file(face, subset));
      return faceRule(face, subset, fonts, "swap", `${folder}/${name}`);
    }),
  );
  return { css: rules.join("\n"), files };
}

function rule(face: Face, subset: string, fonts: Fonts): string {
  const data = fonts.file(face, subset).toString("base64");
  return faceRule(face, subset, fonts, "block", `data:font/woff2;base64,${data}`);
}

function faceRule(
  face: Face,
  subset: string,
  fonts: Fonts,
  display: "block" | "swap",
  address: string,
): string {
  const ranges = (fonts.ranges.get(subset) ?? []).map(
    ({ from, to }) => `U+${from.toString(16)}${to === from ? "" : `-${to.toString(16)}`}`,
  );
  return `@font-face{font-family:"${face.family}";font-style:${face.style};font-weight:${face.weight};font-display:${display};src:url(${address}) format("woff2");unicode-range:${ranges.join(",")}}`;
}

function fileName(face: Face, subset: string): string {
  return `${PACKAGES[face.family].stem}-${subset}-${face.weight}-${face.style}.woff2`;
}
