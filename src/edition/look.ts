import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { chartCss, decodeTheme } from "../charts/index.ts";
import type { Decoded } from "../model/index.ts";
import type { Look } from "../pages/index.ts";
import { readLook } from "../pages/index.ts";
import type { Kept } from "./kept.ts";
import { keyOf, nothingKept } from "./kept.ts";
import type { Materials } from "./load.ts";
import type { Project } from "./project.ts";
import { shown, templatePath } from "./project.ts";
import { hashOf } from "./reading.ts";

/** The looks of the newsroom's pages, for what is made of finished articles. */
export function houseLook(project: Project): Decoded<Look> {
  const file = templatePath(project, "charts", "theme.yaml");
  const theme = decodeTheme(readFileSync(file, "utf8"), shown(file));
  if (!theme.ok) return theme;
  const look = readLook(templatePath(project, "pages"), chartCss(theme.value));
  return { ok: true, value: look, problems: theme.problems };
}

/** The page layouts and style sheets, and the colours of the charts that stand in them. */
export function lookOf({ project, theme }: Materials, kept: Kept = nothingKept()): Look {
  const folder = templatePath(project, "pages");
  const chartStyle = chartCss(theme);
  const files = readdirSync(folder).toSorted();
  const prints = files.map((each) => hashOf(path.join(folder, each)));
  return kept.looks.of(keyOf(folder, prints, chartStyle), () => readLook(folder, chartStyle));
}
