import { readdirSync } from "node:fs";
import path from "node:path";
import { chartCss } from "../charts/index.ts";
import type { Look } from "../pages/index.ts";
import { readLook } from "../pages/index.ts";
import type { Kept } from "./kept.ts";
import { keyOf, nothingKept } from "./kept.ts";
import type { Materials } from "./load.ts";
import { templatePath } from "./project.ts";
import { hashOf } from "./reading.ts";

/** The page layouts and style sheets, and the colours of the charts that stand in them. */
export function lookOf({ project, theme }: Materials, kept: Kept = nothingKept()): Look {
  const folder = templatePath(project, "pages");
  const chartStyle = chartCss(theme);
  const files = readdirSync(folder).toSorted();
  const prints = files.map((each) => hashOf(path.join(folder, each)));
  return kept.looks.of(keyOf(folder, prints, chartStyle), () => readLook(folder, chartStyle));
}
