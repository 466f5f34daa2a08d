/**
 * The whole job for a universe, by the project's own functions: read it, then the growth of price and
 * volume of every week, month and quarter, breadth of every day, and the RSI and MACD events of all
 * members with their odds. Arguments: the data folder, and the folder of a column cache. Prints the
 * milliseconds since its own start, those of reading alone, and what was found.
 */
import path from "node:path";
import { columnsIn, loadCatalog, readSeries } from "../../src/sources/index.ts";
import type { Period } from "../../src/stats/groups/columns.ts";
import {
  aboveAverage,
  advances,
  periodEnds,
  priceGrowth,
  volumeGrowth,
} from "../../src/stats/groups/columns.ts";
import { eventOdds } from "../../src/stats/groups/event-scan.ts";

const [folder = "", cache = ""] = process.argv.slice(2);
const loaded = loadCatalog(path.join(folder, "catalog.yaml"));
if (!loaded.ok) throw new Error("the catalogue of the universe is refused");
const begun = performance.now();
const library = readSeries(loaded.value.catalog, folder, ["universe"], columnsIn(cache));
const panel = library.ok ? library.value.panels.get("universe") : undefined;
if (panel === undefined) throw new Error(JSON.stringify(library.problems));
const read = performance.now();
const grown = (["week", "month", "quarter"] satisfies readonly Period[]).map((period) => {
  const ends = periodEnds(panel.days, period);
  const { values } = priceGrowth(panel, ends);
  return [values.length, volumeGrowth(panel, ends).values.length];
});
const breadth = [aboveAverage(panel, 50).holds.length, advances(panel).up.length];
const odds = eventOdds(
  panel,
  [
    "macd-positive",
    "macd-negative",
    "rsi-enters-oversold",
    "rsi-leaves-oversold",
    "rsi-enters-overbought",
    "rsi-leaves-overbought",
  ],
  20,
);
const ended = performance.now();
const found = { grown, breadth, cases: odds.map((each) => each.cases) };
process.stdout.write(`${ended - begun} ${read - begun} ${JSON.stringify(found)}\n`);
