import { describe, expect, it } from "vitest";
import { decide, undecided } from "../../src/edition/accept.ts";
import type { Acceptance, Problem } from "../../src/model/index.ts";
import { day, problem } from "../../src/model/index.ts";

const place = { file: "report.yaml", line: 9, column: 5 };
const asOf = day("2025-05-23");
const warning = (rule: string, message: string): Problem =>
  problem(rule, null, message, "paragraph 3", "warning");
const accepting = (more: Partial<Acceptance>): Acceptance => ({
  rule: "stance",
  says: "",
  on: null,
  reason: "looked at",
  place,
  ...more,
});
const WARNINGS = [warning("stance", "the headline falls"), warning("macro", "interest rates")];

describe("a warning", () => {
  it("stands until somebody decides", () => {
    expect(decide(WARNINGS, [], asOf)).toEqual({ standing: WARNINGS, decisions: [] });
  });

  it("is decided with its reason", () => {
    const { standing, decisions } = decide(WARNINGS, [accepting({})], asOf);
    expect(standing.map((each) => each.rule)).toEqual(["macro"]);
    expect(decisions).toEqual([{ warning: WARNINGS[0], reason: "looked at" }]);
  });

  it.each([
    ["another rule", { rule: "level" }],
    ["other words", { says: "the headline rises" }],
    ["another edition", { on: day("2025-05-16") }],
  ])("is not decided by an entry for %s", (_, more) => {
    expect(decide(WARNINGS, [accepting(more)], asOf)).toEqual({
      standing: WARNINGS,
      decisions: [],
    });
  });

  it("that has gone makes the entry for its day a warning", () => {
    const { standing } = decide([], [accepting({ on: asOf })], asOf);
    expect(standing).toEqual([expect.objectContaining({ rule: "accept", line: 9 })]);
  });
});

describe("an edition with open warnings", () => {
  it("is not for readers before they are decided", () => {
    expect(undecided(WARNINGS).map((each) => [each.severity, each.rule])).toEqual([
      ["error", "undecided"],
      ["error", "undecided"],
    ]);
  });

  it("may have warnings that are about its data or its style", () => {
    expect(undecided([warning("repeat", "lost"), warning("data-hole", "a day")])).toEqual([]);
  });
});
