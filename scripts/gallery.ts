/**
 * Draws every case of the charts' tests to build/gallery: SVG files with everything in them, and one
 * page with all of them for looking at. Usage: node scripts/gallery.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { chartCss, draw, standalone } from "../src/charts/index.ts";
import { gallery } from "../test/charts/support/cases.ts";
import { readTheme } from "../test/charts/support/make.ts";

const require = createRequire(import.meta.url);
const target = path.join(import.meta.dirname, "..", "build", "gallery");
const theme = readTheme();
const fonts = ([400, 600] as const).map((weight) => {
  const file = require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`);
  return { weight, data: readFileSync(file).toString("base64") };
});

mkdirSync(target, { recursive: true });
const figures: string[] = [];
for (const each of gallery()) {
  const drawn = await draw(each, theme);
  for (const problem of drawn.problems)
    process.stderr.write(`${each.request.id}: ${problem.message}\n`);
  if (!drawn.ok) continue;
  const { id, wide, narrow } = drawn.value;
  writeFileSync(path.join(target, `${id}.svg`), standalone(wide, theme, fonts));
  writeFileSync(path.join(target, `${id}-narrow.svg`), standalone(narrow, theme, fonts));
  figures.push(
    `<h2>${id}</h2><div class="row"><div class="wide">${wide}</div><div class="narrow">${narrow}</div></div>`,
  );
}
const faces = fonts.map(
  ({ weight, data }) =>
    `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${data})}`,
);
const sheet = `${faces.join("")}${chartCss(theme)}
body{margin:24px;background:#fff;color:#1b2430;font-family:Inter}h2{font-size:13px;font-weight:400}
@media screen and (prefers-color-scheme:dark){body{background:#14181d;color:#e8ebee}}
.row{display:flex;gap:40px;align-items:flex-start}.wide{width:680px}.narrow{width:340px}`;
writeFileSync(
  path.join(target, "index.html"),
  `<!doctype html><meta charset="utf-8"><title>Charts</title><style>${sheet}</style>${figures.join("")}`,
);
process.stdout.write(`${path.relative(process.cwd(), target)}: ${figures.length} charts\n`);
