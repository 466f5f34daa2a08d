import { describe, expect, it } from "vitest";
import { reckon, rowsCited } from "../../src/model/index.ts";
import { decodeCatalog, readSeries } from "../../src/sources/index.ts";
import { catalogOf, folderWith } from "./fixture.ts";

const FILE =
  "day,long,short,interest\n2025-01-07,100,140,400\n2025-01-14,90,150,500\n2025-01-28,80,100,0\n";

const column = (name: string) => ({
  kind: "value",
  name,
  noun: name,
  unit: "contracts",
  every: "week",
  file: "x.csv",
  day: "day",
  column: name,
  precision: 0,
  release: { rule: "weekday after", weekday: "friday" },
  publisher: "P",
});

const named = { kind: "derived", name: "net", noun: "net", unit: "contracts", precision: 0 };

function catalogue(derived: Readonly<Record<string, object>>): string {
  const series = {
    long: column("long"),
    short: column("short"),
    interest: column("interest"),
    ...derived,
  };
  return JSON.stringify({ series });
}

function read(derived: Readonly<Record<string, object>>, id = "x") {
  const folder = folderWith({ "x.csv": FILE });
  const found = readSeries(catalogOf(catalogue(derived)), folder, [id]);
  if (!found.ok) throw new Error(found.problems.map((each) => each.message).join("\n"));
  const series = found.value.series.get(id);
  if (series === undefined) throw new Error("not read");
  return series;
}

const values = (series: { readonly points: readonly { readonly value: number }[] }) =>
  series.points.map((each) => each.value);

describe("a derived series", () => {
  it("is the first less the second, period by period", () => {
    const series = read({ x: { ...named, difference: ["long", "short"] } });
    expect(values(series)).toEqual([-40, -60, -20]);
    // 9 January 2025 was a day of mourning: the figures of the 7th came on the Monday.
    expect(series.points[0]).toMatchObject({ day: "2025-01-07", released: "2025-01-13" });
    expect(series.points[1]).toMatchObject({ day: "2025-01-14", released: "2025-01-17" });
  });

  it("leads each value back to its rows", () => {
    const series = read({ x: { ...named, difference: ["long", "short"] } });
    const [, point] = series.points;
    const made = point === undefined ? undefined : series.made?.(point);
    if (made === undefined || "replay" in made) throw new Error("nothing made");
    expect(reckon(made.recipe, made.cites)).toBe(-60);
    expect(made.cites.map((each) => [each.series, each.line, each.value])).toEqual([
      ["long", 3, 90],
      ["short", 3, 150],
    ]);
  });

  it("has no value where it would divide by zero", () => {
    const series = read({ x: { ...named, unit: "ratio", ratio: ["long", "interest"] } });
    expect(values(series)).toEqual([0.25, 0.18]);
  });

  it("multiplies and adds", () => {
    expect(values(read({ x: { ...named, product: ["long", "short"] } }))).toEqual([
      14000, 13500, 8000,
    ]);
    expect(values(read({ x: { ...named, sum: ["long", "short", "interest"] } }))).toEqual([
      640, 740, 180,
    ]);
  });

  it("averages and compares neighbours only: the week of 21 January is missing", () => {
    const average = read({ x: { ...named, average: { of: "long", readings: 2 } } });
    expect(average.points.map((each) => [each.day, each.value])).toEqual([["2025-01-14", 95]]);
    const change = read({ x: { ...named, unit: "ratio", change: { of: "long" } } });
    expect(values(change)).toEqual([90 / 100 - 1]);
  });

  it("may follow from a derived series, and still leads to the rows", () => {
    const series = read({
      net: { ...named, difference: ["long", "short"] },
      x: { ...named, unit: "ratio", ratio: ["net", "interest"] },
    });
    expect(values(series)).toEqual([-0.1, -0.12]);
    const [point] = series.points;
    const made = point === undefined ? undefined : series.made?.(point);
    if (made === undefined || "replay" in made) throw new Error("nothing made");
    const rows = rowsCited(made.cites);
    expect(rows.map((each) => each.series)).toEqual(["long", "short", "interest"]);
  });

  it("needs one way and no circle, and names that lead somewhere", () => {
    const faults = (derived: Readonly<Record<string, object>>) =>
      decodeCatalog(catalogue(derived), "c.yaml").problems.map((each) => each.message);
    expect(faults({ x: named })[0]).toContain("give exactly one of");
    expect(faults({ x: { ...named, sum: ["long", "shrot"] } })[0]).toContain('no series "shrot"');
    const circle = { a: { ...named, sum: ["b", "long"] }, b: { ...named, sum: ["a", "long"] } };
    expect(faults(circle)[0]).toBe("a follows from itself");
  });

  it("doubts a share of more than all the contracts", () => {
    const share = { ...named, unit: "ratio", precision: 6, ratio: ["short", "long"] };
    const [first] = read({ x: share }).points;
    // 140 of 100 contracts.
    expect(first).toMatchObject({ value: 1.4, suspect: "it is more than all of long" });
    const part = { ...named, unit: "ratio", precision: 6, ratio: ["long", "interest"] };
    expect(read({ x: part }).points[0]?.suspect).toBeUndefined();
    const times = { ...named, unit: "multiple", precision: 6, ratio: ["short", "long"] };
    expect(read({ x: times }).points[0]?.suspect).toBeUndefined();
  });
});
