import { describe, expect, it } from "vitest";
import type { Block, Fact, Recipe } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { proofread } from "../../src/narrative/index.ts";
import { article, date, figure, paragraph, saying, text } from "./article.ts";
import { fact } from "./fixture.ts";

const FRIDAYS = [day("2025-05-16"), day("2025-05-23")] as const;
const window = { from: FRIDAYS[0], to: FRIDAYS[1] };
const value = (of: number): Recipe => ({ op: "value", of });
const cited = (at: number, on: number) => ({
  series: `sectors.m${at}.close`,
  file: "sectors.csv",
  line: 2 * at + on + 2,
  day: FRIDAYS[on] ?? window.to,
  value: 1,
});
const places = Array.from({ length: 11 }, (_, at) => at);
const rises: Recipe = {
  op: "greater",
  each: places.map((at) => value(2 * at + 1)),
  than: places.map((at) => value(2 * at)),
};

/** So many of 11 sectors rose on the week, and so many fell. */
function counted(rose: number, fell: number): readonly Fact[] {
  const about = { statistic: "breadth", series: "sectors", unit: "count", window } as const;
  const cites = places.flatMap((at) => [cited(at, 0), cited(at, 1)]);
  return [
    fact("up", rose, { ...about, recipe: rises, cites }),
    fact("up.against", fell, about),
    fact("up.members", 11, about),
  ];
}

const GROUPS = [{ id: "sectors", noun: "sectors" }];

function told(words: string, facts: readonly Fact[]): readonly string[] {
  const known = new Map(facts.map((each) => [each.id, each]));
  return proofread(saying(words), known, { groups: GROUPS }).map((each) => each.rule);
}

describe("all and none", () => {
  it.each([
    ["All eleven sectors rose on the week.", 11, 0],
    ["Every sector fell on the week.", 0, 11],
    ["None of the sectors rose on the week.", 0, 11],
    ["No sector gained on the week.", 0, 9],
    ["Not all sectors rose on the week.", 4, 7],
    ["Nearly all of the sectors rose on the week.", 10, 1],
    ["All but one of the sectors rose on the week.", 10, 1],
    ["All in all the sectors rose on the week.", 10, 1],
    ["Most sectors rose on the week.", 7, 4],
    ["All stocks that we follow rose on the week.", 4, 7],
  ])("may be said where it was counted: %s", (words, rose, fell) => {
    expect(told(words, counted(rose, fell))).toEqual([]);
  });

  it.each([
    ["All eleven sectors rose on the week.", 10, 1],
    ["Each of the sectors closed lower on the week.", 1, 10],
    ["None of the sectors rose on the week.", 1, 10],
    ["No sector fell on the week.", 10, 1],
  ])("are refused where it was not: %s", (words, rose, fell) => {
    expect(told(words, counted(rose, fell))).toEqual(["quantifier"]);
  });

  it("are left alone where nobody counted", () => {
    expect(told("All sectors rose on the week.", [])).toEqual([]);
  });
});

const recipe: Recipe = { op: "change", from: value(0), to: value(1) };
const moves = new Map(
  [
    fact("one", -0.035, { window, recipe }),
    fact("two", -0.026, { window, recipe }),
    fact("three", 0.004, { window, recipe }),
    fact("four", 0.01, { window: { ...window, from: day("2025-05-15") }, recipe }),
  ].map((each) => [each.id, each]),
);

function table(...ids: readonly string[]): Block {
  const cell = (words: string) => [text(words)];
  const rows = ids.map((id) => [cell(id), [figure(id, "1.0%")]]);
  return { kind: "table", head: [cell("Index"), cell("Week")], rows };
}

function rules(...blocks: readonly Block[]): readonly string[] {
  return proofread(article({ blocks }), moves, {}).map((each) => `${each.severity} ${each.rule}`);
}

describe("a table", () => {
  // X3: "Each of the benchmark indexes … closed down", and then one up.
  it("bears out what the sentence above it says of each row", () => {
    const words = paragraph(text("Each of the benchmark indexes closed down on the week:"));
    expect(rules(words, table("one", "two"))).toEqual([]);
    expect(rules(words, table("one", "two", "three"))).toEqual(["error quantifier"]);
  });

  // X24: one row from Friday's open to Thursday's close among others from close to close.
  it("is of the same days in each row, or prints them", () => {
    const words = paragraph(text("The week in figures was this:"));
    expect(rules(words, table("one", "three"))).toEqual([]);
    expect(rules(words, table("one", "four"))).toEqual(["warning unequal-rows"]);
    const dated: Block = {
      kind: "table",
      head: [[text("Index")], [text("Week")], [text("From")]],
      rows: ["one", "four"].map((id) => [
        [text(id)],
        [figure(id, "1.0%")],
        [date("2025-05-16", "16 May")],
      ]),
    };
    expect(rules(words, dated)).toEqual([]);
  });
});

describe("a word of direction", () => {
  it("is held against the mean of a group, too", () => {
    const mean = fact("mean", -0.02, { recipe: { op: "of all", take: "mean", each: [recipe] } });
    const read = proofread(
      saying("Stocks rose ", figure("mean", "2.0"), " percent on average."),
      new Map([["mean", mean]]),
    );
    expect(read.map((each) => each.rule)).toEqual(["direction"]);
  });
});
