import { describe, expect, it } from "vitest";
import { problemText } from "../../src/cli/show.ts";
import { problem } from "../../src/model/index.ts";

/** Colours are off where nobody looks: the tests have no terminal. */
const told = (...args: Parameters<typeof problem>): string => problemText(problem(...args));

describe("a problem on the terminal", () => {
  it("has its place, its kind, what is wrong and the mend", () => {
    const place = { file: "reports/a/report.yaml", line: 7, column: 3 };
    expect(told("unknown-key", place, "there is no key", "take it out")).toBe(
      "reports/a/report.yaml:7:3  error unknown-key  there is no key\n    → take it out",
    );
  });

  it.each([
    ["with a file alone", { file: "a.csv" }, "a.csv  error"],
    ["with a line and no column", { file: "a.csv", line: 2 }, "a.csv:2  error"],
    ["without a place", null, "error"],
  ])("reads well %s", (_, place, start) => {
    expect(told("rule", place, "text", "").startsWith(`${start} rule`)).toBe(true);
  });

  it("says of a warning that it is one, and leaves out a mend that there is not", () => {
    expect(told("old", null, "text", "", "warning")).toBe("warning old  text");
  });
});
