import { describe, expect, it } from "vitest";
import { day, nextRelease } from "../../src/model/index.ts";
import { decodeCatalog, filesNamed, readSeries } from "../../src/sources/index.ts";
import { catalogOf, folderWith } from "./fixture.ts";

const SURVEY = {
  kind: "value",
  name: "survey",
  noun: "survey",
  unit: "score",
  every: "month",
  file: "x.csv",
  day: "month",
  column: "value",
  date: "yyyy-mm",
  period: "month-end",
  precision: 1,
  release: {
    rule: "weekday of next month",
    weekday: "tuesday",
    nth: 2,
    exceptions: { "2025-03-31": "2025-04-09" },
  },
  publisher: "P",
};
const DOUBLE = {
  kind: "derived",
  name: "change",
  noun: "change",
  unit: "score",
  precision: 1,
  change: { of: "survey", as: "amount" },
};
const CATALOGUE = JSON.stringify({
  calendar: "calendar.csv",
  series: { survey: SURVEY, moved: DOUBLE },
});
const FILE = "month,value\n2025-02,98.0\n2025-03,97.4\n2025-04,95.8\n";

function read(calendar: string, catalogue = CATALOGUE) {
  const folder = folderWith({ "x.csv": FILE, "calendar.csv": calendar });
  return readSeries(catalogOf(catalogue), folder, ["survey", "moved"]);
}

function survey(calendar: string) {
  const found = read(calendar);
  if (!found.ok) throw new Error(found.problems.map((each) => each.message).join("\n"));
  const series = found.value.series.get("survey");
  if (series === undefined) throw new Error("not read");
  return { series, files: found.value.files, derived: found.value.series.get("moved") };
}

const problemsOf = (calendar: string) => read(calendar).problems;

describe("a calendar of release days", () => {
  it("overrides the rule and the exceptions, for what is known and for what is to come", () => {
    // By the rule 13 May for April, 10 June for May; by the exception 9 April for March.
    const rows =
      "survey,2025-04-30,2025-05-15\nsurvey,2025-03-31,2025-04-11\nsurvey,2025-05-31,2025-06-12\n";
    const { series, derived } = survey(`series,period,released\n${rows}`);
    expect(series.points.map((each) => each.released)).toEqual([
      "2025-03-11",
      "2025-04-11",
      "2025-05-15",
    ]);
    expect(nextRelease(series, day("2025-05-23"))).toEqual({
      period: "2025-05-31",
      released: "2025-06-12",
    });
    expect(derived?.points.at(-1)?.released).toBe("2025-05-15");
  });

  it("leaves the rule alone where it says nothing", () => {
    const { series } = survey("series,period,released\nsurvey,2025-06-30,2025-07-10\n");
    expect(series.points.at(-1)?.released).toBe("2025-05-13");
    expect(series.points.at(-2)?.released).toBe("2025-04-09");
  });

  it("takes any day of the month for a series told by month", () => {
    const { series } = survey("series,period,released\nsurvey,2025-04-01,2025-05-15\n");
    expect(series.points.at(-1)?.released).toBe("2025-05-15");
  });

  it("is a file of the edition like any other", () => {
    const { files } = survey("series,period,released\nsurvey,2025-06-30,2025-07-10\n");
    expect([...files.keys()].toSorted()).toEqual(["calendar.csv", "x.csv"]);
    expect(filesNamed(catalogOf(CATALOGUE))).toEqual(["x.csv", "calendar.csv"]);
  });

  it.each([
    ["surey,2025-04-30,2025-05-15", 'the catalogue has no entry "surey"', "survey"],
    ["moved,2025-04-30,2025-05-15", "moved is reckoned from others", "name survey instead"],
    ["survey,2025-04-31,2025-05-15", "2025-04-31", ""],
    ["survey,2025-04-30,soon", "soon", ""],
    ["survey,2025-04-30,2025-04-15", "before their own day", "correct one of the two days"],
  ])("refuses the row %s", (row, message, hint) => {
    const found = problemsOf(`series,period,released\nsurvey,2025-06-30,2025-07-10\n${row}\n`);
    expect(found).toMatchObject([{ severity: "error", line: 3 }]);
    expect(found[0]?.file).toContain("calendar.csv");
    expect(found[0]?.message).toContain(message);
    expect(found[0]?.hint).toContain(hint);
  });

  it("refuses two days for one release, and a table without its columns", () => {
    const twice = "survey,2025-04-30,2025-05-15\nsurvey,2025-04-30,2025-05-16\n";
    expect(problemsOf(`series,period,released\n${twice}`)[0]?.message).toContain("by another row");
    expect(problemsOf("series,period,day\nsurvey,2025-04-30,2025-05-15\n")[0]?.message).toBe(
      "a calendar has the columns series, period, released: released lacking",
    );
  });

  it("is looked for where the catalogue names it", () => {
    const folder = folderWith({ "x.csv": FILE });
    const found = readSeries(catalogOf(CATALOGUE), folder, ["survey"]);
    expect(found.problems[0]).toMatchObject({ rule: "data-file", file: "catalog.yaml" });
    const plain = decodeCatalog(JSON.stringify({ series: { survey: SURVEY } }), "catalog.yaml");
    expect(plain.ok && plain.value.calendar).toBeUndefined();
  });
});
