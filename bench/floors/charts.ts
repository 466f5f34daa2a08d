/**
 * The floor of a cold note in HTML: Node's start, loading the chart library, and the first rendering
 * of the note's charts, with nothing else around. Argument: a file made by `floorCharts`.
 */
import { readFileSync } from "node:fs";
import type { TopLevelSpec } from "vega-lite";

const [vega, lite] = await Promise.all([import("vega"), import("vega-lite")]);
let length = 0;
const specs: unknown = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
for (const spec of Array.isArray(specs) ? specs : []) {
  const compiled = lite.compile(spec as TopLevelSpec);
  const view = new vega.View(vega.parse(compiled.spec), { renderer: "none" });
  length += (await view.toSVG()).length;
}
process.stdout.write(`${length}\n`);
