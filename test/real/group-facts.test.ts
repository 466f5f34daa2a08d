import { expect, it } from "vitest";
import { bookAt, evaluate, recheck, trustIn } from "../../src/facts/index.ts";
import type { Fact } from "../../src/model/index.ts";
import { day, memberFinder } from "../../src/model/index.ts";
import {
  linesReader,
  loadCatalog,
  memberEntry,
  openLines,
  readSeries,
  weightEntry,
} from "../../src/sources/index.ts";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describeReal, realCatalog } from "./data.ts";

const asked = {
  week: { statistic: "breadth", of: "rose", over: "1 week" },
  above: { statistic: "breadth", of: "above-average", sessions: 50 },
  highs: { statistic: "breadth", of: "new-high", sessions: 252 },
  month: { statistic: "group-change", over: "1 month", weighting: "size" },
  second: { statistic: "ranking", over: "1 month", place: 2 },
  volume: { statistic: "group-volume", over: "1 month" },
  carried: { statistic: "contribution", over: "1 month" },
  sector: { statistic: "contribution", over: "1 month", by: "sector" },
  size: { statistic: "group-size", in: "dollars" },
  calm: { statistic: "rating", by: "calm", member: "slg" },
  calmest: { statistic: "rating", by: "calm" },
};

/** 734 small stocks on 30 June 2023, a Friday. */
function found(folder: string) {
  const loaded = loadCatalog(realCatalog);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { catalog } = loaded.value;
  const library = readSeries(catalog, folder, ["universe"]);
  if (!library.ok) throw new Error(JSON.stringify(library.problems));
  const end = day("2023-06-30");
  const book = bookAt({ ...library.value, names: [] }, end, end);
  const place = { file: "example", line: 1, column: 1 };
  const requests = Object.entries(asked).map(([id, { statistic, ...options }]) => ({
    id,
    statistic,
    options: { ...options, group: "universe" },
    place,
  }));
  const { facts, problems } = evaluate(requests, book, trustIn(book), () => place);
  expect(problems).toEqual([]);
  return { facts, catalog, panels: library.value.panels };
}

// By pandas 1.5.3 from the same files: the members in doubt dropped (banc, cmc, evc and mfa in June 2023),
// pivot, then close / base − 1 with mean, median, idxmax; rolling windows by tail; rank(method="average");
// the weights of the fund's holdings of 5 May 2026.
describeReal("the small stocks as a group", (folder) => {
  const { facts, catalog, panels } = found(folder);
  const fact = (id: string): Fact => {
    const one = facts.get(id);
    if (one?.kind !== "fact") throw new Error(`${id}: ${one?.reason ?? "nothing"}`);
    return one;
  };
  const value = (id: string): number => fact(id).value;

  it("rose and fell, stood above their averages and set new highs as pandas counts them", () => {
    expect([value("week"), value("week.against"), value("week.members")]).toEqual([526, 201, 733]);
    expect([value("above"), value("above.members")]).toEqual([475, 730]);
    expect(["", ".against", ".members"].map((part) => value(`highs${part}`))).toEqual([34, 5, 727]);
  });

  it("changed as pandas has it", () => {
    expect(value("month.mean")).toBeCloseTo(0.06747269437496464, 12);
    expect(value("month.median")).toBeCloseTo(0.05388358679659977, 12);
    expect(value("month")).toBeCloseTo(0.08937322983754242, 12);
    expect(fact("month.least")).toMatchObject({ series: "universe.nvcr.close" });
    expect(value("month.least")).toBeCloseTo(-0.4158220720720721, 12);
    expect(fact("month.greatest")).toMatchObject({ series: "universe.aaoi.close" });
    expect(value("month.greatest")).toBeCloseTo(1.591304347826087, 12);
    expect(fact("second")).toMatchObject({ series: "universe.lfmd.close", state: "up" });
    expect(fact("month.listed").day).toBe("2026-05-05");
  });

  it("traded more, as pandas has it", () => {
    expect(value("volume")).toBeCloseTo(0.24020868319641453, 12);
    expect(value("volume.median")).toBeCloseTo(0.05118178017167163, 12);
    expect(fact("volume.least").series).toBe("universe.lfcr.close");
    expect(value("volume.greatest")).toBeCloseTo(8.688792461796362, 12);
    expect(value("volume.members")).toBe(723);
  });

  it("was carried by the members and sectors that pandas names", () => {
    expect(fact("carried").series).toBe("universe.aaoi.close");
    expect(value("carried")).toBeCloseTo(1.3756620085059115, 10);
    expect(fact("carried.smallest").series).toBe("universe.mdgl.close");
    expect(value("carried.smallest")).toBeCloseTo(-0.10888999552414913, 10);
    expect(fact("sector").series).toBe("universe#Industrials");
    expect(value("sector")).toBeCloseTo(3.275676230474571, 10);
    expect(fact("sector.smallest").series).toBe("universe#Utilities");
    expect(value("sector.smallest")).toBeCloseTo(-0.05859237685283055, 10);
  });

  it("is as large as the fund's list has it", () => {
    expect(value("size")).toBeCloseTo(45_047_941.3215, 3);
    expect(value("size.median")).toBe(22_381_857.68);
    expect(fact("size.smallest")).toMatchObject({ series: "universe.sieb.close", value: 497919.8 });
    expect(fact("size.largest")).toMatchObject({
      series: "universe.be.close",
      value: 1532594919.5,
    });
  });

  it("rates as pandas ranks", () => {
    // 1 + 99 × (rank − 1) / (n − 1) of the deviation of 60 daily changes
    expect(value("calm")).toBeCloseTo(88.30494505494505, 10);
    expect(fact("calmest")).toMatchObject({ series: "universe.uvv.close", state: "best" });
    expect(value("calmest.measure")).toBeCloseTo(0.010883136550510056, 12);
  });

  it("is proved line by line, prices and list alike", () => {
    const finder = memberFinder(panels);
    const group = catalog.groups.get("universe") ?? expect.fail();
    const files = new Map<string, ReturnType<typeof openLines>>();
    const open = (file: string) => {
      const held =
        files.get(file) ?? openLines(readFileSync(path.join(folder, file)), group.encoding);
      files.set(file, held);
      return held;
    };
    const readers = new Map<string, ReturnType<typeof linesReader>>();
    const read = (series: string, line: number): number | null => {
      const weight = finder.weight(series);
      const { panel, at } = weight ?? finder.column(series) ?? expect.fail(series);
      const { id } = panel.members[at] ?? expect.fail(series);
      const file = panel.sources[panel.columns[at]?.file ?? -1]?.file ?? "";
      const entry = weight === null ? memberEntry(group, id, file) : weightEntry(group, id);
      if (entry === null) return expect.fail(series);
      const reader = readers.get(entry.id) ?? linesReader(open(entry.file), entry);
      readers.set(entry.id, reader);
      return reader(series, line);
    };
    const proved = ["week", "month", "second", "carried", "size"].map(
      (id) => [id, fact(id)] as const,
    );
    expect(recheck(new Map(proved), read)).toEqual([]);
  });
});
