import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Request } from "../support.ts";
import { contextOf, one, run } from "../support.ts";
import { world } from "../world.ts";

/** A calendar of releases as a report asks for it: the release, and the last print's own superlative. */
const REPORT = `
optimism-due: { statistic: release, series: nfib.optimism }
optimism-last: { statistic: superlative, series: nfib.optimism, least: 1 }
debt-due: { statistic: release, series: margin-debt }
specs-due: { statistic: release, series: cot.russell.net }
specs-last: { statistic: superlative, series: cot.russell.net, least: 1 }
short: { statistic: short-week, series: rut.close, week: next }
`;

describe("a calendar of the coming week", () => {
  const facts: Readonly<Record<string, Request>> = parse(REPORT);
  const context = contextOf(world(7), "2025-06-06", { published: "2025-06-07", facts });
  const asked = (id: string): Request => facts[id] ?? { statistic: "" };

  it("has what is due within a week, each with its last print and since when that is the extreme", () => {
    // The second Tuesday of June 2025 is the 10th; positions of the 10th come out on Friday the 13th.
    expect(one(asked("optimism-due"), context, "due")).toMatchObject({
      day: "2025-06-10",
      state: "next week",
    });
    expect(one(asked("specs-due"), context, "due").day).toBe("2025-06-13");
    for (const id of ["optimism", "specs"]) {
      const known = one(asked(`${id}-due`), context, "known");
      const extreme = one(asked(`${id}-last`), context);
      expect([extreme.day, extreme.value]).toEqual([known.day, known.value]);
      expect(one(asked(`${id}-last`), context, "since").day < known.day).toBe(true);
    }
  });

  it("leaves out what comes later", () => {
    // The fifteenth session of June 2025 is the 23rd.
    const found = run(asked("debt-due"), context);
    expect(found["due"]).toEqual({
      unsaid: "the next figures of margin-debt come out on 2025-06-23 only",
    });
  });

  it("knows that the week is whole", () => {
    expect(one(asked("short"), context)).toMatchObject({ value: 5, state: "whole" });
  });
});
