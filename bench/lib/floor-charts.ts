import { liteOf } from "../../src/charts/lite.ts";
import { rowsOf } from "../../src/charts/rows.ts";
import { panelsOf } from "../../src/charts/spec.ts";
import { chartSets } from "../../src/edition/chart-data.ts";
import { bookAt } from "../../src/facts/index.ts";
import type { Opened } from "../../src/edition/index.ts";

/** The report's charts as plain Vega-Lite with their rows inside: what any program would have to draw. */
export function floorCharts({ materials, occasion }: Opened): readonly object[] {
  const { library, decoded, specs, theme } = materials;
  const shelf = { series: library.series, bars: library.bars, panels: library.panels, names: [] };
  const book = bookAt(shelf, occasion.asOf, occasion.published);
  const layout = theme.wide;
  return decoded.report.charts.flatMap((request) => {
    const spec = specs.get(request.id);
    const { sets } = chartSets(request, book);
    if (spec === undefined || sets === null) return [];
    const rows = sets.map((each) => rowsOf(each, layout.width, layout.candle));
    const days = rows.flatMap((each) => each.rows.map((row) => Number(row["day"])));
    const lite = liteOf(
      panelsOf(spec),
      layout.width,
      layout,
      new Set(rows.map((each) => each.set.name)),
    );
    const text = JSON.stringify(lite).replaceAll(
      '"domain":[0,1]',
      `"domain":[${Math.min(...days)},${Math.max(...days)}]`,
    );
    const datasets = Object.fromEntries(rows.map((each) => [each.set.name, each.rows]));
    return [{ ...JSON.parse(text), datasets }];
  });
}
