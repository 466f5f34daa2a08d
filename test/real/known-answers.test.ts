import { expect, it } from "vitest";
import { bookAt, evaluate, trustIn } from "../../src/facts/index.ts";
import type { Fact, Request } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { knownIds, loadCatalog, readSeries } from "../../src/sources/index.ts";
import { editionOf, factOf, realMaterials, reasonOf } from "../edition/support/make.ts";
import { sayerOf } from "../edition/support/words.ts";
import { describeReal, realCatalog } from "./data.ts";

/** Expected figures: recomputed from the published data beforehand, apart from this code. */
describeReal("the real edition of 23 May 2025", async (folder) => {
  const materials = realMaterials(folder);
  const edition = await editionOf(materials, "2025-05-23", "2025-05-27");
  const say = sayerOf(materials, edition);
  const fact = (id: string): Fact => factOf(edition, id);

  it.each([
    ["the low", "fall.low", 1732.99, "2025-04-09"],
    ["the high", "record", 2466.49, "2024-11-25"],
    ["the high it passed", "record.prior", 2458.86, "2021-11-08"],
    ["the top of the rally", "rally.high", 2114.95, "2025-05-16"],
    ["the last close", "close", 2039.85, "2025-05-23"],
    ["margin debt", "margin.to", 850_558_000_000, "2025-04-30"],
    ["its record", "margin-record", 937_253_000_000, "2025-01-31"],
    ["the record it passed", "margin-record.prior", 935_862_000_000, "2021-10-31"],
    ["optimism", "optimism.to", 95.8, "2025-04-30"],
    ["plans to invest", "capex.to", 18, "2025-04-30"],
    ["plans to hire", "hiring.to", 13, "2025-04-30"],
    ["short interest at end-April", "shorts-end", 106_800_000, "2025-04-30"],
    ["short interest in mid-April", "shorts-mid", 107_400_000, "2025-04-15"],
    ["the close that lost 2100", "level.breach", 2079.53, "2025-03-04"],
    ["the first close at 1700", "floor.first", 1706.99, "2018-06-20"],
  ])("has %s", (_, id, value, date) => {
    expect(fact(id)).toMatchObject({ value, day: date });
  });

  it.each([
    ["1732.99 / 2466.49 − 1", "fall", 1732.99 / 2466.49 - 1, "−29.7 percent"],
    ["2114.95 / 1732.99 − 1", "rally", 2114.95 / 1732.99 - 1, "22 percent"],
    ["2039.85 / 2113.25 − 1", "week", 2039.85 / 2113.25 - 1, "−3.5 percent"],
    ["106.8 / 83.3 − 1", "shorts-month", 106.8 / 83.3 - 1, "28.2 percent"],
    ["107.4 / 83.3 − 1", "shorts-midmonth", 107.4 / 83.3 - 1, "28.9 percent"],
    ["106.8 / 107.4 − 1", "shorts-half", 106.8 / 107.4 - 1, "−0.6 percent"],
    ["850.558 − 880.316", "margin", -29_758_000_000, "−$29.8 billion"],
    ["95.8 − 97.4", "optimism", 95.8 - 97.4, "−1.6 points"],
  ])("reckons %s for %s and prints it rounded once", (_, id, value, text) => {
    expect(fact(id).value).toBeCloseTo(value, 9);
    expect(say.value(id).replace(/\.0 percent/, " percent")).toBe(text);
  });

  it("has the 50-day average at 1991.02, below the close", () => {
    expect(fact("average").value).toBeCloseTo(1991.02, 2);
    expect(fact("average")).toMatchObject({ named: { of: 50 }, state: "above", basis: "close" });
  });

  it("counts five sessions of ten that contain 2100, four of them closing above it", () => {
    expect(fact("cross").value).toBe(5);
    expect(fact("cross.closes").value).toBe(4);
    expect(fact("cross.sessions").value).toBe(10);
    expect(fact("cross.outcome").state).toBe("below");
  });

  it("measures the fall and the rally on highs and lows, the week on closes", () => {
    expect(["fall", "rally", "record"].map((id) => fact(id).basis)).toEqual(
      Array<string>(3).fill("intraday"),
    );
    expect(fact("week").basis).toBe("close");
  });

  it("has margin debt at a six-month low", () => {
    expect(fact("margin-low.months").value).toBe(6);
    expect(fact("margin-low.since").day).toBe("2024-10-31");
  });

  it("has four readings of 100 and more, November to February, and two below since", () => {
    expect(fact("confident")).toMatchObject({ value: 4, state: "ended" });
    expect(fact("confident.from").day).toBe("2024-11-30");
    expect(fact("confident.to").day).toBe("2025-02-28");
    expect(fact("confident.after").value).toBe(2);
  });

  it("correlates with margin debt since mid-2016 at 0.93, on changes at 0.78", () => {
    expect(say.value("tied", { digits: 2 })).toBe("0.93");
    expect(say.value("tied.changes", { digits: 2 })).toBe("0.78");
    expect(fact("tied.from").day).toBe("2016-06-30");
    expect(fact("tied.count").value).toBe(107);
  });

  it("announces the mid-May short interest for the day of publication", () => {
    expect(fact("shorts-next").day).toBe("2025-05-27");
    expect(fact("shorts-next.period").day).toBe("2025-05-15");
    expect(say.when("shorts-next")).toBe("later today");
  });

  it("tells how long ago 2100 was lost by the data: 84 days, no two and a half months", () => {
    expect(fact("level.elapsed").value).toBe(84);
    expect(say.span("level.elapsed")).toBe("almost three months");
  });

  it("counts the closes inside the range it names: 321 of 411", () => {
    expect(fact("range.inside").named).toEqual({ inside: 321, closes: 411 });
    expect(fact("range.from").day).toBe("2022-04-26");
    expect(fact("range.exit")).toMatchObject({ day: "2023-12-13", state: "up" });
  });

  it("is drawn in two charts, numbered anew", () => {
    expect(edition.article.charts.map((each) => `${each.number} ${each.id}`)).toEqual([
      "1 index",
      "2 margin-debt",
    ]);
    expect(edition.fallen.filter((each) => each.what === "chart")).toEqual([
      { what: "chart", text: "short-interest", reason: "it needs 6 points in a row and has 3" },
      { what: "chart", text: "survey", reason: "it needs 6 points in a row and has 4" },
    ]);
  });

  it.each([
    ["shorts-high", "no figures between 2025-01-31 and 2025-03-31"],
    ["shorts-place", "4 readings in the window, fewer than 24"],
    ["shorts-turn", "only 3 readings in a row"],
    ["shorts-right", "it rests on shorts-turn, which is withheld"],
    ["capex-low", "no figures between 2025-01-31 and 2025-03-31"],
  ])("withholds %s, which needs points that are not there", (id, reason) => {
    expect(reasonOf(edition, id)).toContain(reason);
    expect(edition.said.map((each) => each.fact)).not.toContain(id);
  });

  it("cites none of the Friday closes that a second source has otherwise", () => {
    const cited = [...edition.facts.values()].flatMap((each) =>
      each.kind === "fact" ? each.cites : [],
    );
    const doubted = ["2016-12-16", "2019-04-26", "2020-11-06", "2024-02-16"];
    expect(cited.filter((each) => doubted.includes(each.day))).toEqual([]);
  });
});

describeReal("what the report does not ask of the real data", (folder) => {
  const asked = (requests: Readonly<Record<string, Readonly<Record<string, unknown>>>>) => {
    const loaded = loadCatalog(realCatalog);
    if (!loaded.ok) throw new Error("the catalogue is refused");
    const { catalog } = loaded.value;
    const read = readSeries(catalog, folder, ["rut", "iwm", "margin-debt"]);
    if (!read.ok) throw new Error("the series are refused");
    const shelf = { ...read.value, names: knownIds(catalog) };
    const book = bookAt(shelf, day("2025-05-23"), day("2025-05-27"));
    const place = { file: "", line: 1, column: 1 };
    const list = Object.entries(requests).map(([id, { statistic, ...options }]): Request => {
      return { id, statistic: String(statistic), options, place };
    });
    const { facts, problems } = evaluate(list, book, trustIn(book), () => place);
    expect(problems).toEqual([]);
    return (id: string): Fact => {
      const found = facts.get(id);
      if (found?.kind !== "fact") throw new Error(`${id}: ${found?.reason ?? "unknown"}`);
      return found;
    };
  };

  it("has no record in November 2024 on closes, and a fall of 27.9 percent", () => {
    const fact = asked({
      record: { statistic: "record", series: "rut.close" },
      top: { statistic: "last", series: "rut.close", on: "2024-11-25" },
      fall: { statistic: "drawdown", bars: "rut", basis: "close", over: "1 year" },
    });
    expect(fact("record")).toMatchObject({ value: 2442.74, day: "2021-11-08" });
    expect(fact("top").value).toBe(2442.03);
    // 1760.71 / 2442.03 − 1, from the close of 25 November to that of 8 April
    expect(fact("fall").value).toBeCloseTo(1760.71 / 2442.03 - 1, 12);
  });

  it("has IWM and margin debt correlate since 2000 at 0.98 on levels and 0.60 on changes", () => {
    const fact = asked({
      tied: { statistic: "correlation", series: "margin-debt", with: "iwm.close" },
    });
    expect(fact("tied").value).toBeCloseTo(0.98, 2);
    expect(fact("tied.changes").value).toBeCloseTo(0.6, 2);
    expect(fact("tied.from").day).toBe("2000-05-31");
  });
});

describeReal("an edition that cites a doubted close", (folder) => {
  it.each([
    ["on the day itself", "2024-02-16", ["close", "week", "average", "fall.last"]],
    ["a week later, for the week's change", "2024-02-23", ["week"]],
  ])("withholds what rests on it and is written: %s", async (_, asOf, ids) => {
    const edition = await editionOf(realMaterials(folder), asOf);
    for (const id of ids) expect(reasonOf(edition, id)).toContain("2024-02-16");
    expect(edition.article.blocks.length).toBeGreaterThan(3);
    expect(edition.said.filter((each) => ids.includes(each.fact))).toEqual([]);
  });
});
