import path from "node:path";
import type { Rules, Sources } from "../../src/agents/index.ts";
import { decodeRules } from "../../src/agents/index.ts";
import type { Input } from "../../src/agents/input.ts";
import type { Day } from "../../src/model/index.ts";
import { addSessions, day } from "../../src/model/index.ts";
import { loadCatalog, readSeries } from "../../src/sources/index.ts";

export const ROOT = path.join(import.meta.dirname, "..", "..");
const DATA = path.join(ROOT, "data");

export function rulesOf(text = "bars: iwm"): Rules {
  const decoded = decodeRules(text, "agents.yaml");
  if (!decoded.ok) throw new Error(decoded.problems.map((each) => each.message).join("\n"));
  return decoded.value;
}

/** Instrument, short interest and sectors of the sample data. */
export function sampleSources(): Sources {
  const loaded = loadCatalog(path.join(DATA, "catalog.yaml"));
  if (!loaded.ok) throw new Error("the sample catalogue is refused");
  const names = ["iwm", "iwm.short-interest", "sectors"];
  const library = readSeries(loaded.value.catalog, DATA, names);
  const bars = library.ok ? library.value.bars.get("iwm") : undefined;
  if (!library.ok || bars === undefined) throw new Error("the sample data are refused");
  const shorts = library.value.series.get("iwm.short-interest") ?? null;
  return { bars, shorts, group: library.value.panels.get("sectors") ?? null };
}

/** Sessions with these closes; each bar is a point wide on both sides. */
export function inputFrom(closes: readonly number[], more: Partial<Input> = {}): Input {
  const first = day("2020-01-02");
  return {
    days: closes.map((_, at): Day => (at === 0 ? first : addSessions(first, at))),
    high: Float64Array.from(closes, (each) => each + 1),
    low: Float64Array.from(closes, (each) => each - 1),
    close: Float64Array.from(closes),
    volume: Float64Array.from(closes, () => 1000),
    sectors: [],
    shorts: [],
    ...more,
  };
}
