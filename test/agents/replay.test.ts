import { describe, expect, it } from "vitest";
import { replayer, runAt } from "../../src/agents/index.ts";
import type { RowReader } from "../../src/agents/replay.ts";
import type { Day, Replayed, Series } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { seriesRead } from "../../src/agents/input.ts";
import { rulesOf, sampleSources } from "./support.ts";

const sources = sampleSources();
const run = runAt(
  sources,
  rulesOf("short-interest: iwm.short-interest\nsectors: sectors"),
  day("2025-05-23"),
);
const rows = new Map(
  seriesRead(sources).map((series) => [
    series.id,
    new Map(series.points.map((each) => [each.line, each])),
  ]),
);

const truth: RowReader = (series, line) => rows.get(series)?.get(line) ?? null;

function proofBy(row: RowReader): (made: Replayed, on: Day) => number | null {
  const shorts = new Map(sources.shorts?.points.map((each) => [each.day, each.released]));
  const released = (series: string, on: Day): Day =>
    series === sources.shorts?.id ? (shorts.get(on) ?? on) : on;
  return replayer({ row, released, sources });
}

function made(series: Series): Replayed {
  const [point] = series.points;
  const found = point === undefined ? undefined : series.made?.(point);
  if (found === undefined || !("replay" in found)) throw new Error("not made by a run");
  return found;
}

const equity = run.series.get("agents.equity");
if (equity === undefined) throw new Error("no account");

describe("a replay", () => {
  const again = proofBy(truth);

  it.each([...run.series.keys()])("makes every point of %s again from the rows", (id) => {
    const series = run.series.get(id);
    for (const { day: on, value } of series?.points ?? []) {
      expect(again(made(series ?? equity), on)).toBe(value);
    }
  });

  it("finds another value where one row has changed", () => {
    const changed: RowReader = (series, line) => {
      const found = truth(series, line);
      const hit = found !== null && series === "iwm.close" && found.day === "2020-06-11";
      return hit ? { ...found, value: found.value * 1.1 } : found;
    };
    const last = equity.points.at(-1);
    expect(proofBy(changed)(made(equity), last?.day ?? day("2025-05-23"))).not.toBe(last?.value);
  });

  it("finds none where a row is gone", () => {
    const gone: RowReader = (series, line) =>
      series === "iwm.high" && truth(series, line)?.day === "2020-06-11"
        ? null
        : truth(series, line);
    expect(proofBy(gone)(made(equity), day("2025-05-23"))).toBeNull();
  });

  it("names blocks that hold no row of a later day", () => {
    const { blocks } = made(equity).replay;
    expect(blocks.length).toBe(4 + 11 + 1);
    for (const each of blocks) expect(each.days[1] <= "2025-05-23", each.series).toBe(true);
  });
});
