import { describe, expect, it } from "vitest";
import type { Fact } from "../../src/model/index.ts";
import { proofread } from "../../src/narrative/index.ts";
import { article, figure, paragraph, saying, text } from "./article.ts";
import { fact } from "./fixture.ts";

const FACTS = new Map<string, Fact>(
  [
    fact("gain", 0.8, { unit: "points" }),
    fact("week", 0.008),
    fact("debt", 4.4304e9, { unit: "money" }),
    fact("plans", 18, { unit: "net percent" }),
    fact("tied", 0.98, { unit: "correlation", recipe: { op: "correlation", of: "levels" } }),
    fact("tied.changes", 0.6, {
      unit: "correlation",
      recipe: { op: "correlation", of: "relative changes" },
    }),
  ].map((each) => [each.id, each]),
);

function rules(made: ReturnType<typeof article>, house = {}): readonly string[] {
  return proofread(made, FACTS, house).map((each) => `${each.severity} ${each.rule}`);
}

describe("a unit typed behind a figure", () => {
  it.each([
    ["points are not percent", "gain", "0.8", " percent"],
    ["a ratio is not points", "week", "0.8", " points"],
    ["billions are not millions", "debt", "4.4", " million"],
  ])("is refused: %s", (_, id, words, unit) => {
    expect(rules(saying("It rose ", figure(id, words), `${unit} then.`))).toEqual(["error unit"]);
  });

  it.each([
    ["gain", "0.8", " points"],
    ["week", "0.8", " percent"],
    ["debt", "4.4", " billion"],
    ["plans", "18", " percent"],
  ])("is the fact's own: %s", (id, words, unit) => {
    expect(rules(saying("It rose ", figure(id, words), `${unit} then.`))).toEqual([]);
  });
});

describe("a claim without support", () => {
  it.each([
    ["D17", "The index tests its long-standing support.", "level"],
    ["D23", "The longer it rises, the sooner it falls.", "tendency"],
    ["D27", "Rising interest rates weigh on small companies.", "macro"],
  ])("%s is told", (_, words, rule) => {
    expect(rules(saying(words))).toEqual([`warning ${rule}`]);
  });

  it("may rest on a figure of its own sentence", () => {
    const line = ["At ", figure("plans", "18"), " the index tests its key support."] as const;
    expect(rules(saying(...line))).toEqual([]);
  });

  it("is the author's own in a slot", () => {
    const children = [text("Rising interest rates weigh on small companies.")];
    const blocks = [{ kind: "paragraph", children, voice: true }] as const;
    expect(rules(article({ blocks }))).toEqual([]);
  });
});

describe("a noun", () => {
  it("D22, is told where no series is called so", () => {
    const made = saying("The stock fell on the week.");
    expect(rules(made, { bearers: [{ id: "rut", noun: "the index" }] })).toEqual(["warning noun"]);
    expect(rules(made, { bearers: [{ id: "acme", noun: "the stock" }] })).toEqual([]);
    expect(
      rules(saying("The stock market fell."), { bearers: [{ id: "rut", noun: "the index" }] }),
    ).toEqual([]);
  });
});

describe("a correlation of levels", () => {
  it("D30, wants that of the changes beside it", () => {
    const alone = saying("The two have moved at ", figure("tied", "0.98"), ".");
    expect(rules(alone)).toEqual(["warning correlation"]);
    const both = article({
      blocks: [
        paragraph(
          text("The two have moved at "),
          figure("tied", "0.98"),
          text(" on levels and at "),
          figure("tied.changes", "0.60"),
          text(" on changes."),
        ),
      ],
    });
    expect(rules(both)).toEqual([]);
  });
});

describe("a declared name", () => {
  const NAMES = ["A*B", "[free](javascript:alert())", "{{close}}", "=CMD()", "&lt;b&gt;"];

  it.each(NAMES)("%s may hold signs that are refused elsewhere", (name) => {
    const made = saying(`It was ${name}, which rose.`);
    expect(rules(made, { called: NAMES })).toEqual([]);
    expect(rules(made)).not.toEqual([]);
  });

  it.each(["W and T Offshore Inc", "GCM Grosvenor Inc Class A"])(
    "%s may hold single letters, and end with one",
    (name) => {
      expect(rules(saying(`The best of them was ${name}.`), { called: [name] })).toEqual([]);
    },
  );

  it("keeps its words: one that stands twice is told", () => {
    const made = saying("The A*B Fund Fund fell.");
    expect(rules(made, { called: ["A*B Fund"] })).toEqual(["error doubled-word"]);
  });
});
