import { describe, expect, it } from "vitest";
import type { SeriesNaming } from "../../src/narrative/index.ts";
import { withGroups } from "../../src/narrative/index.ts";
import { groupOf } from "../stats/groups/made.ts";

const week = { closes: [1, 2], sector: "Energy" };
const panel = groupOf(["2025-05-22", "2025-05-23"], { a: week, b: week, c: { closes: [1, 2] } });
const one: SeriesNaming = { name: "One", noun: "the one", unit: "index", every: "day" };

/** Answers for the group's members, too, without holding them. */
class Answering extends Map<string, SeriesNaming> {
  override get(id: string): SeriesNaming | undefined {
    return id === "g.a.close" ? { ...one, name: "A" } : super.get(id);
  }
  override has(id: string): boolean {
    return id === "g.a.close" || super.has(id);
  }
}

describe("the names of what facts are about", () => {
  const names = withGroups(new Answering([["one", one]]), new Map([["g", panel]]));

  it("are those of series, groups, sectors and members", () => {
    expect(names.get("one")).toBe(one);
    expect(names.get("g")).toMatchObject({ name: "The group", noun: "members", every: "day" });
    expect(names.get("g#Energy")).toMatchObject({ name: "Energy", noun: "the sector" });
    expect(names.get("g.a.close")).toMatchObject({ name: "A" });
    expect(names.has("g.a.close")).toBe(true);
    expect(names.get("g#Health")).toBeUndefined();
    expect(names.has("h")).toBe(false);
  });

  it("go through what there is, and not through the members", () => {
    expect([...names.keys()]).toEqual(["one", "g", "g#Energy"]);
  });

  it("are the series themselves where there is no group", () => {
    const series = new Map([["one", one]]);
    expect(withGroups(series, new Map())).toBe(series);
  });
});
