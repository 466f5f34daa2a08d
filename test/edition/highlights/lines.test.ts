import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { decodeLines } from "../../../src/edition/highlights/lines.ts";
import { theName } from "../../../src/edition/highlights/naming.ts";
import { asks, ownAsks } from "../../../src/facts/index.ts";
import { ROOT } from "../support/make.ts";

const FILE = "templates/highlights.yaml";
const TEXT = readFileSync(path.join(ROOT, FILE), "utf8");
const house = { names: ["Russell 2000"] };

const wrong = (text: string): readonly string[] =>
  decodeLines(text, FILE, house).problems.map((each) => `${each.line}: ${each.rule}`);

describe("templates/highlights.yaml", () => {
  const decoded = decodeLines(TEXT, FILE, house);

  it("has nothing wrong with it", () => {
    expect(decoded.problems).toEqual([]);
  });

  it.each([...asks, ...ownAsks].filter((each) => each.worth > 0).map((each) => each.name))(
    "has words for %s",
    (name) => {
      const lines = decoded.ok ? decoded.value : () => [];
      const every = ["day", "week", "half-month", "month"] as const;
      expect(every.some((each) => lines(name, each).length > 0)).toBe(true);
    },
  );

  it("puts the lines of a rhythm before those of all", () => {
    const lines = decodeLines(
      `lines:\n  step: ["{{figure step}}."]\n  step/week: ["{{figure step.to}}."]\n  run-up: step\n`,
      FILE,
      house,
    );
    if (!lines.ok) throw new Error(JSON.stringify(lines.problems));
    expect(lines.value("step", "week")).toHaveLength(2);
    expect(lines.value("step", "month")).toHaveLength(1);
    expect(lines.value("run-up", "month")).toHaveLength(1);
    expect(lines.value("low", "month")).toEqual([]);
  });
});

describe("a mistake in the lines", () => {
  it.each([
    ["a figure typed", 'lines:\n  week:\n    - "It fell 3 percent."\n', "3: typed-figure"],
    ["an unknown fact", 'lines:\n  week:\n    - "It fell {{size weak}}."\n', "3: unknown-fact"],
    ["an unknown statement", 'lines:\n  weak: ["It fell."]\n', "2: unknown-name"],
    ["an unknown rhythm", 'lines:\n  step/year: ["It fell."]\n', "2: unknown-name"],
    ["a reference to nothing", "lines:\n  run-up: stepp\n", "2: unknown-name"],
    ["an unknown clause", 'lines:\n  week: ["It fell{{> lows}}."]\n', "2: unknown-partial"],
    ["an unknown key", 'line:\n  week: ["It fell."]\n', "1: unknown-key"],
  ])("is told at its line: %s", (_, text, expected) => {
    expect(wrong(text)).toContain(expected);
  });
});

describe("a name with its article", () => {
  it.each([
    ["Russell 2000", "index", "the Russell 2000"],
    ["NFIB optimism index", "score", "the NFIB optimism index"],
    ["10-year Treasury yield", "yield", "the 10-year Treasury yield"],
    ["margin debt", "money", "margin debt"],
    ["IWM", "price", "IWM"],
    ["hiring plans", "net percent", "hiring plans"],
  ] as const)("of %s is as a sentence begins", (name, unit, expected) => {
    expect(theName({ name, unit })).toBe(expected);
  });
});
