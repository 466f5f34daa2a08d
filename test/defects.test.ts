import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { FACTS, COMPANY } from "./defects/facts.ts";
import { HOUSE } from "./defects/house.ts";
import { TEXT } from "./defects/text.ts";

/**
 * Every defect of the list in docs/guards.md as an input, in the form in which it could enter this
 * house, with the rule that refuses it or warns of it; and its mended twin, which passes.
 */
const DEFECTS = [...TEXT, ...FACTS, ...HOUSE, ...COMPANY];

/** What a whole newsroom or a statistic refuses is kept where it is tested: a case, or a test. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  D5: ["bad-inputs/d5-no-horizon"],
  D6: ["stats/groups/group-size.test.ts"],
  D16: ["bad-inputs/d16-chart-that-is-not-there", "bad-inputs/d16-typed-reference"],
  D20: ["bad-inputs/d20-points-called-percent"],
  D29: ["bad-inputs/d29-mixed-basis"],
  D37: ["bad-inputs/d37-one-name-for-two"],
  D38: [
    "bad-inputs/d38-no-author",
    "bad-inputs/d38-no-publisher",
    "bad-inputs/59-missing-disclosure",
  ],
  E: [
    "bad-inputs/42-split-like-jump",
    "bad-inputs/45-tiny-base",
    "bad-inputs/46-frozen-bars",
    "bad-inputs/49-unit-change",
    "stats/series/superlative.test.ts",
    "narrative/proofread-groups.test.ts",
  ],
};

describe("a defect of published notes", () => {
  it.each(DEFECTS)("$number is caught: $says", ({ rule, severity, problems }) => {
    const found = problems.map((each) => `${each.severity} ${each.rule}`);
    expect(found).toContain(`${severity} ${rule}`);
    const errors = found.filter((each) => each.startsWith("error"));
    if (severity === "warning") expect(errors).toEqual([]);
  });

  it.each(DEFECTS)("$number passes once it is mended: $says", ({ mended }) => {
    expect(mended.filter((each) => each.rule !== "few-variants")).toEqual([]);
  });

  it.each(Object.entries(ELSEWHERE))("%s is caught in a newsroom, too", (_, places) => {
    for (const each of places)
      expect(existsSync(path.join(import.meta.dirname, each)), each).toBe(true);
  });

  it("is here by every number of the list", () => {
    const numbers = new Set([...DEFECTS.map((each) => each.number), ...Object.keys(ELSEWHERE)]);
    const all = Array.from({ length: 38 }, (_, at) => `D${at + 1}`);
    expect(all.filter((each) => !numbers.has(each))).toEqual([]);
  });
});
