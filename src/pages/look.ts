import { readFileSync } from "node:fs";
import path from "node:path";
import type { Fonts } from "./faces.ts";
import { readFonts } from "./faces.ts";
import type { Layout } from "./layout.ts";
import { compileLayout } from "./layout.ts";

/** Everything about a page's looks that is the same for all articles; read once. */
export interface Look {
  readonly screen: Layout;
  readonly paper: Layout;
  readonly screenStyle: string;
  readonly paperStyle: string;
  /** How drawings are coloured, light and dark: the charts' own style sheet. */
  readonly chartStyle: string;
  readonly fonts: Fonts;
  readonly partials: Readonly<Record<string, string>>;
}

/** Parts of layouts that several of them have in common. */
const PARTIALS = ["meta", "note", "closing", "sources"] as const;

/** The look kept under `templates/pages`, with the style sheet of the drawings. */
export function readLook(folder: string, chartStyle = ""): Look {
  const text = (name: string): string => readFileSync(path.join(folder, name), "utf8");
  const partials = Object.fromEntries(PARTIALS.map((each) => [each, text(`${each}.hbs`)] as const));
  return {
    screen: compileLayout(text("article.hbs"), partials),
    paper: compileLayout(text("print.hbs"), partials),
    screenStyle: text("screen.css"),
    paperStyle: text("paper.css"),
    chartStyle,
    fonts: readFonts(),
    partials,
  };
}
