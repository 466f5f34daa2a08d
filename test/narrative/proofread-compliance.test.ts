import { describe, expect, it } from "vitest";
import type { Block } from "../../src/model/index.ts";
import { proofread } from "../../src/narrative/index.ts";
import { article, date, figure, paragraph, saying, text } from "./article.ts";

function found(made: ReturnType<typeof article>, house = {}): readonly string[] {
  return proofread(made, new Map(), house).map((each) => `${each.severity} ${each.rule}`);
}

describe("a promise", () => {
  it.each([
    "These agents ensure you’re positioned to profit.",
    "The plan has a success rate of three in four.",
    "It reached win rates nobody had seen.",
    "Holders will surely gain.",
    "It is a risk-free trade.",
  ])("is refused: %s", (words) => {
    expect(new Set(found(saying(words)))).toEqual(new Set(["error promise"]));
  });

  it("is refused in the author's own words, too", () => {
    const children = [text("You can’t lose with this.")];
    expect(found(article({ blocks: [{ kind: "paragraph", children, voice: true }] }))).toEqual([
      "error promise",
    ]);
  });
});

describe("a call to trade", () => {
  const CALLS = [
    "You may want to consider call options, or a long position.",
    "Traders may consider buying the fund.",
    "Investors should sell into strength.",
    "Consider hedging small caps.",
    "The trend is up. Buy the dip.",
    "Now is a good time to buy.",
    "We recommend patience.",
  ];

  it.each(CALLS)("is refused in commentary: %s", (words) => {
    expect(found(saying(words))).toContain("error action");
  });

  it.each(CALLS)("is for reports that give advice: %s", (words) => {
    expect(found(saying(words), { compliance: "advice" })).not.toContain("error action");
  });

  it.each([
    "Short interest rose in April.",
    "Hedge funds sold more than they bought.",
    "The bear agent sold a third of its hedge.",
    "Buyers considered the level cheap.",
    "Investors may hold their breath.",
    "Sell orders outnumbered buy orders.",
  ])("is something else: %s", (words) => {
    expect(found(saying(words))).not.toContain("error promise");
    if (!words.includes("breath")) expect(found(saying(words))).not.toContain("error action");
  });
});

describe("a performance", () => {
  const claim = ["The strategy gained ", figure("gain", "9.8 percent"), " in a quarter."] as const;
  const whole: readonly Block[] = [
    paragraph(
      text("From "),
      date("2020-01-02", "2 January 2020"),
      text(" to "),
      date("2025-05-23", "23 May"),
      text(" the strategy gained "),
      figure("gain", "9.8 percent"),
      text(" after costs, in "),
      figure("n", "31"),
      text(" trades; buy and hold gained "),
      figure("hold", "12.1 percent"),
      text("."),
    ),
    paragraph(text("Its deepest fall was "), figure("deep", "8.0 percent"), text(".")),
  ];

  it("without cases, period, costs, drawdown and benchmark is refused", () => {
    expect(found(saying(...claim))).toEqual(["error performance"]);
  });

  it("with all five in its section is told", () => {
    expect(found(article({ blocks: whole }))).toEqual([]);
  });

  it("is not helped by what stands below another heading", () => {
    const heading: Block = { kind: "heading", id: "more", children: [text("More")] };
    const blocks = [...whole.slice(0, 1), heading, ...whole.slice(1)];
    const problems = proofread(article({ blocks }), new Map());
    expect(problems.map((each) => each.message)).toEqual([
      expect.stringContaining("here is no drawdown"),
    ]);
  });
});
