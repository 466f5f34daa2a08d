import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import {
  loadCatalog,
  linesReader,
  memberEntry,
  openLines,
  readSeries,
} from "../../src/sources/index.ts";
import type { Catalog, Library } from "../../src/sources/index.ts";
import type { Panel } from "../../src/model/index.ts";
import { day, isSession, memberNames, rowOn } from "../../src/model/index.ts";
import {
  aboveAverage,
  advances,
  periodEnds,
  priceGrowth,
  volumeGrowth,
} from "../../src/stats/groups/columns.ts";
import { describeReal, realCatalog } from "./data.ts";

function catalog(): Catalog {
  const loaded = loadCatalog(realCatalog);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value.catalog;
}

function read(folder: string, id: string): { readonly panel: Panel; readonly library: Library } {
  const found = readSeries(catalog(), folder, [id]);
  const panel = found.ok ? found.value.panels.get(id) : undefined;
  if (!found.ok || panel === undefined) throw new Error(JSON.stringify(found.problems));
  return { panel, library: found.value };
}

function sum(panel: Panel, column: "open" | "high" | "low" | "close" | "volume"): number {
  let all = 0;
  for (const each of panel.columns) {
    for (const value of each[column]) if (!Number.isNaN(value)) all += value;
  }
  return all;
}

function count(panel: Panel): number {
  return panel.columns.reduce((all, each) => all + each.day.length, 0);
}

// Counts and sums by pandas 1.5.3 from the same files: read_csv, nunique, math.fsum, value_counts.
describeReal("the real groups", (folder) => {
  it("hold every row of 734 small stocks", () => {
    const { panel } = read(folder, "universe");
    expect(panel.members).toHaveLength(734);
    expect(count(panel)).toBe(923_845);
    expect(panel.days).toHaveLength(1259);
    expect([panel.days[0], panel.days.at(-1)]).toEqual(["2019-03-04", "2024-03-01"]);
    expect(panel.days.filter((each) => !isSession(each))).toEqual([]);
    expect(sum(panel, "open")).toBeCloseTo(33_461_033.772, 3);
    expect(sum(panel, "high")).toBeCloseTo(34_069_837.0103, 3);
    expect(sum(panel, "low")).toBeCloseTo(32_829_997.8815, 3);
    expect(sum(panel, "close")).toBeCloseTo(33_441_968.0476, 3);
    expect(sum(panel, "volume")).toBe(649_263_739_985);
    const silent = panel.columns.flatMap((each) => [...each.volume].filter((one) => one !== one));
    expect(silent).toHaveLength(5228);
  });

  it("know sector and size of every member, as of another day", () => {
    const { panel } = read(folder, "universe");
    const sectors = new Map<string | null, number>();
    for (const { sector } of panel.members) sectors.set(sector, (sectors.get(sector) ?? 0) + 1);
    expect(sectors.get("Financials")).toBe(178);
    expect(sectors.get("Utilities")).toBe(12);
    expect(sectors.size).toBe(11);
    const weight = panel.members.reduce((all, each) => all + (each.weight ?? 0), 0);
    expect(weight).toBeCloseTo(33_044_046_835.19, 1);
    expect(panel.membersAsOf).toBe("2026-05-05");
  });

  it("have the closes of a day that pandas has", () => {
    const { panel } = read(folder, "universe");
    const closes = panel.columns.flatMap((each) => {
      const row = rowOn(panel, each, day("2023-06-30"));
      return row === null ? [] : [each.close[row] ?? Number.NaN];
    });
    expect(closes).toHaveLength(734);
    expect(closes.reduce((all, each) => all + each, 0)).toBeCloseTo(26_077.2441, 3);
  });

  it("doubt the rows that contradict themselves, and few others", () => {
    const { panel } = read(folder, "universe");
    const contradicting = panel.columns.flatMap((each, at) =>
      [...each.suspect].flatMap(([row, reason]) =>
        reason.includes("outside")
          ? [`${panel.members[at]?.id} ${panel.days[each.day[row] ?? 0]}`]
          : [],
      ),
    );
    expect(contradicting).toHaveLength(4);
    expect(contradicting).toEqual(
      expect.arrayContaining(["banc 2023-06-05", "cmc 2023-06-05", "evc 2023-06-05"]),
    );
    const all = panel.columns.filter((each) => each.suspect.size > 0);
    expect(all.length).toBeLessThan(panel.members.length / 20);
  });

  it.each([
    ["sectors", 4, 10_460, 444_244.0221, 280_076_725_671],
    ["largecaps", 73, 189_800, 24_309_926.9386, 4_101_829_599_767],
  ])("hold every row of the %s", (id, members, rows, closes, volume) => {
    const { panel } = read(folder, id);
    expect(panel.members).toHaveLength(members);
    expect(count(panel)).toBe(rows);
    expect(sum(panel, "close")).toBeCloseTo(closes, 3);
    expect(sum(panel, "volume")).toBe(volume);
  });

  it("stand on lines that hold the same figures when they are read another way", () => {
    const { panel, library } = read(folder, "universe");
    const group = catalog().groups.get("universe") ?? expect.fail();
    const source = panel.sources[0] ?? expect.fail();
    const bytes = readFileSync(path.join(folder, source.file));
    const lines = openLines(bytes, "utf-8");
    panel.members.slice(0, 30).forEach((member, at) => {
      expect(panel.columns[at]?.file).toBe(0);
      const again = linesReader(lines, memberEntry(group, member.id, source.file));
      const ids = memberNames(panel).filter((each) => each.startsWith(`universe.${member.id}.`));
      expect(ids).toHaveLength(5);
      for (const id of ids) {
        const points = library.series.get(id)?.points ?? [];
        expect(points.filter((each) => again(id, each.line) !== each.value)).toEqual([]);
      }
    });
  });
});

// By pandas 1.5.3 from the same files, without the members that have rows in doubt: pivot, the last
// rows of to_period groups, pct changes, rolling(50).mean() with a margin of 1e-9, diff.
describeReal("the columns of the universe", (folder) => {
  const sound = (): Panel => {
    const { panel } = read(folder, "universe");
    const kept = panel.columns.flatMap((each, at) => (each.suspect.size === 0 ? [at] : []));
    const members = panel.members.filter((_, at) => kept.includes(at));
    return { ...panel, members, columns: panel.columns.filter((_, at) => kept.includes(at)) };
  };
  const told = (values: Float64Array): readonly [number, number] => {
    const finite = values.filter((each) => Number.isFinite(each));
    return [finite.length, finite.reduce((all, each) => all + each, 0)];
  };

  it.each([
    ["week", 261, 184_078, 621.49695286548, 184_080, 35_490.28358959538],
    ["month", 61, 42_478, 564.53761250342, 42_479, 7091.911777446588],
    ["quarter", 21, 14_160, 614.08613106223, 14_160, 2624.9832363988025],
  ] as const)(
    "grow by the %s as pandas has it",
    (period, count, prices, grown, volumes, traded) => {
      const panel = sound();
      expect(panel.members).toHaveLength(708);
      const ends = periodEnds(panel.days, period);
      expect(ends).toHaveLength(count);
      const [pricesTold, priceSum] = told(priceGrowth(panel, ends).values);
      const [volumesTold, volumeSum] = told(volumeGrowth(panel, ends).values);
      expect([pricesTold, volumesTold]).toEqual([prices, volumes]);
      expect(priceSum).toBeCloseTo(grown, 8);
      expect(volumeSum).toBeCloseTo(traded, 6);
    },
  );

  it("stand above their averages and rise and fall as often as pandas has it", () => {
    const panel = sound();
    const { holds, of } = aboveAverage(panel, 50);
    const all = (counts: Int32Array): number => counts.reduce((sum, each) => sum + each, 0);
    expect([all(holds), all(of)]).toEqual([433_363, 856_675]);
    expect(holds.at(-1)).toBe(346);
    expect(holds[panel.days.indexOf(day("2022-06-16"))]).toBe(64);
    const moved = advances(panel);
    expect([moved.up, moved.down, moved.of].map(all)).toEqual([438_073, 438_655, 890_655]);
  });
});
