import { describe, expect, it } from "vitest";
import {
  absenceOf,
  catalogJsonSchema,
  decodeCatalog,
  entryOf,
  knownIds,
  loadCatalog,
  readSeries,
  seriesIdsOf,
} from "../../src/sources/index.ts";
import { bars, catalogOf, entry, folderWith } from "./fixture.ts";

function problems(text: string): readonly string[] {
  return decodeCatalog(text, "catalog.yaml").problems.map(
    (each) => `${each.line} ${each.rule}: ${each.message} -> ${each.hint}`,
  );
}

describe("the catalogue", () => {
  it("gives five series for bars, and one for a value", () => {
    const catalog = catalogOf(bars());
    expect(seriesIdsOf(catalog.entries.get("x") ?? expect.fail())).toEqual([
      "x.open",
      "x.high",
      "x.low",
      "x.close",
      "x.volume",
    ]);
    expect(knownIds(catalog)).toEqual(["x", "x.open", "x.high", "x.low", "x.close", "x.volume"]);
    expect(entryOf(catalog, "x.close")?.id).toBe("x");
    expect(entryOf(catalog, "x.mid")).toBeNull();
    expect(entryOf(catalogOf(entry()), "x.close")).toBeNull();
  });

  it("knows ids with dots and hyphens", () => {
    const two = JSON.parse(entry());
    const catalog = catalogOf(
      JSON.stringify({
        series: { "iwm.short-interest": two.series.x, iwm: JSON.parse(bars()).series.x },
      }),
    );
    expect(entryOf(catalog, "iwm.short-interest")?.id).toBe("iwm.short-interest");
    expect(entryOf(catalog, "iwm.close")?.id).toBe("iwm");
  });

  it("gives the reason for a series that there is not, and for all under its name", () => {
    const absent = { hedge: "nobody tells", "x.float": "not bought" };
    const catalog = catalogOf(JSON.stringify({ ...JSON.parse(entry()), absent }));
    expect(absenceOf(catalog, "hedge")).toBe("nobody tells");
    expect(absenceOf(catalog, "hedge.shorts")).toBe("nobody tells");
    expect(absenceOf(catalog, "x.float")).toBe("not bought");
    expect(absenceOf(catalog, "hedges")).toBeNull();
    expect(absenceOf(catalog, "x")).toBeNull();
  });

  it("refuses a series that is there and said to be absent", () => {
    const text = JSON.stringify({ ...JSON.parse(entry()), absent: { x: "nobody tells" } });
    expect(problems(text)).toEqual([
      "1 series-twice: x is said to be absent, and there is an entry of that name -> take one of the two out",
    ]);
  });

  it("fills in what is not said", () => {
    expect(catalogOf(entry()).entries.get("x")).toMatchObject({
      delimiter: ",",
      date: "yyyy-mm-dd",
      release: { rule: { kind: "same day" } },
      complete: null,
      sparse: false,
      sample: false,
      url: null,
      jumps: "tenfold",
    });
  });

  it("says the bars' basis and units", () => {
    const parts = catalogOf(bars({ precision: 3 })).entries.get("x")?.parts ?? [];
    expect(parts.map((each) => [each.name, each.basis, each.unit, each.precision])).toEqual([
      ["open", "intraday", "index", 3],
      ["high", "intraday", "index", 3],
      ["low", "intraday", "index", 3],
      ["close", "close", "index", 3],
      ["volume", "reported", "shares", 0],
    ]);
  });

  it("asks what a wrong word was meant to be", () => {
    expect(problems(entry({ evry: "day" })).join()).toContain('unknown key "evry" in series.x');
    expect(problems(entry({ every: "moth" })).join()).toContain('did you mean "month"?');
    expect(problems(entry({ release: { rule: "same dya" } })).join()).toContain(
      'series.x.release.rule is "same dya"',
    );
    expect(problems(entry({ release: { rule: "sessions after" } })).join()).toContain(
      'series.x.release lacks "sessions"',
    );
    expect(problems(entry({ unit: "percent" })).join()).toContain("wrong-value");
    expect(problems(entry({ scale: 3 })).join()).toContain("a power of ten is wanted");
    expect(problems(entry({ splits: { "2024-02-30": 2 } })).join()).toContain(
      "a day is written 2025-03-31",
    );
  });

  it.each([
    "../x.csv",
    "/etc/passwd",
    "a/../../x.csv",
    "C:\\x.csv",
    "a\\b.csv",
    "./x.csv",
    "a//b.csv",
    "a\tb.csv",
  ])("refuses the path %s", (file) => {
    expect(problems(entry({ file }))[0]).toContain("data-path");
  });

  it.each(["yyyy", "mm/dd", "yy-mm-dd", "yyyy-mm-mm", "yyyy-mm-dd hh", "yyyy-mmm-dd"])(
    "refuses the date form %s",
    (date) => {
      expect(problems(entry({ date }))[0]).toContain("date-form");
    },
  );

  it("wants a month's period said", () => {
    expect(problems(entry({ date: "yyyy-mm", period: "day" }))[0]).toContain(
      "add period: month-end",
    );
  });

  it("refuses one mark for two things, and releases before their day", () => {
    expect(problems(entry({ thousands: "." }))[0]).toContain(
      "cannot mark both thousands and decimals",
    );
    const release = { rule: "same day", exceptions: { "2025-03-31": "2025-03-18" } };
    expect(problems(entry({ release }))[0]).toContain(
      "release-early: x: the figures of 2025-03-31 cannot have come out on 2025-03-18",
    );
  });

  it("refuses a second opinion from nobody or from itself, and one name for two series", () => {
    const opinion = (series: string): string =>
      entry({ "second-opinion": { series, tolerance: 0.01 } });
    expect(problems(opinion("y"))[0]).toContain('there is no other series "y"');
    expect(problems(opinion("x"))[0]).toContain('there is no other series "x"');
    const twice = {
      series: { x: JSON.parse(bars()).series.x, "x.close": JSON.parse(entry()).series.x },
    };
    expect(problems(JSON.stringify(twice))[0]).toContain('the bars give a series "x.close"');
  });

  it("is told where it cannot be read", () => {
    const folder = folderWith({ "catalog.yaml": entry() });
    const found = loadCatalog(`${folder}/catalog.yaml`);
    expect(found.ok && found.value.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(loadCatalog(`${folder}/none.yaml`).problems[0]).toMatchObject({
      rule: "catalog-file",
      file: `${folder}/none.yaml`,
    });
  });

  it("names series that it does not describe", () => {
    const found = readSeries(
      catalogOf(bars()),
      folderWith({ "x.csv": "date,open,high,low,close,volume\n2025-05-21,5,6,4,5,1\n" }),
      ["x.clsoe"],
    );
    expect(found.problems[0]).toMatchObject({
      rule: "unknown-series",
      hint: 'did you mean "x.close"?',
    });
  });

  it("has a JSON Schema for editors", () => {
    expect(JSON.stringify(catalogJsonSchema())).toContain('"second-opinion"');
  });
});
