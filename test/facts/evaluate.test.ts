import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/facts/index.ts";
import type { Request } from "../../src/model/index.ts";
import { contextOf, months, seriesOf } from "../stats/support.ts";

const place = { file: "report.yaml", line: 1, column: 1 };
const request = (id: string, statistic: string, options = {}): Request =>
  Object.freeze({ id, statistic, options, place });

const book = contextOf(
  [seriesOf("x", months("2020-01", [5, 6, 7]), { every: "month" })],
  "2020-05-01",
);
const found = (...requests: readonly Request[]) =>
  evaluate(
    requests,
    book,
    () => null,
    () => place,
  );

describe("a request with a fault", () => {
  it.each([
    ["an unknown option", request("a", "last", { series: "x", ovr: 1 }), "wrong-option"],
    ["an unknown statistic", request("a", "lats", { series: "x" }), "unknown-statistic"],
    ["an unknown series", request("a", "last", { series: "y" }), "unknown-name"],
  ])("is told once, and its facts are withheld: %s", (_, asked, rule) => {
    const other = request("b", "change", { from: "a", to: "a" });
    const { facts, problems } = found(asked, other);
    expect(problems.map((each) => each.rule)).toEqual([rule]);
    expect(facts.get("a")).toMatchObject({
      kind: "withheld",
      reason: expect.stringContaining("fault"),
    });
  });
});

describe("facts that rest on others", () => {
  const asked = [
    request("moved", "difference", { from: "first", to: "second" }),
    request("first", "last", { series: "x", on: "2020-01-31" }),
    request("second", "last", { series: "x", on: "2020-03-31" }),
  ];

  it("are found in whatever order they are asked for", () => {
    const orders = [asked, asked.toReversed(), [asked[1], asked[0], asked[2]]].map((each) =>
      each.filter((one) => one !== undefined),
    );
    for (const order of orders) {
      const { facts, problems } = found(...order);
      expect(problems).toEqual([]);
      expect(facts.get("moved")).toMatchObject({ kind: "fact", value: 2, working: "7 − 5" });
    }
  });

  it("may rest on a part of another", () => {
    const change = request("change", "change", { series: "x", over: "2 months" });
    const { facts } = found(change, request("again", "last", { series: "x", on: "change.from" }));
    expect(facts.get("again")).toMatchObject({ kind: "fact", value: 5, day: "2020-01-31" });
  });

  it("are a problem where they rest on each other in a circle, told once", () => {
    const { facts, problems } = found(
      request("a", "difference", { from: "b", to: "x" }),
      request("b", "difference", { from: "c", to: "x" }),
      request("c", "difference", { from: "a", to: "x" }),
      request("x", "last", { series: "x" }),
    );
    expect(problems.map((each) => each.rule)).toEqual(["circular-facts"]);
    expect(problems[0]?.message).toContain("a → b → c → a");
    expect(["a", "b", "c"].map((id) => facts.get(id)?.kind)).toEqual(Array(3).fill("withheld"));
    expect(facts.get("x")?.kind).toBe("fact");
  });

  it("are withheld with the reason of the first in the chain", () => {
    const { facts, problems } = found(
      request("gone", "last", { series: "x", on: "2010-01-31" }),
      request("next", "difference", { from: "gone", to: "good" }),
      request("after", "difference", { from: "next", to: "good" }),
      request("good", "last", { series: "x" }),
    );
    expect(problems).toEqual([]);
    expect(facts.get("good")?.kind).toBe("fact");
    expect(facts.get("after")).toMatchObject({
      kind: "withheld",
      reason:
        "it rests on next, which is withheld: it rests on gone, which is withheld: x has no figure for 2010-01-31",
    });
  });
});

describe("a name that nobody knows", () => {
  it.each([
    ["of a series", { series: "xs" }, 'did you mean "x"?'],
    ["of a fact", { series: "x", on: "othre" }, 'did you mean "other"?'],
    ["of a part", { series: "x", on: "other.form" }, 'did you mean "other.from"?'],
  ])("is told with the one that was meant: %s", (_, options, hint) => {
    const other = request("other", "change", { series: "x", over: "1 month" });
    const { problems } = found(request("a", "last", options), other);
    expect(problems).toMatchObject([{ rule: "unknown-name", hint }]);
  });

  it("is sought at its option", () => {
    const places: (readonly (string | number)[])[] = [];
    evaluate(
      [request("a", "last", { series: "xs" })],
      book,
      () => null,
      (_, option) => {
        places.push(option);
        return place;
      },
    );
    expect(places).toEqual([["series"]]);
  });
});

describe("a statistic's findings", () => {
  it("become facts with every part, those that are not there withheld", () => {
    const { facts } = found(request("high", "superlative", { series: "x", side: "high" }));
    const parts = [...facts.keys()];
    expect(parts).toContain("high.since");
    expect([...facts.values()].every((each) => each.statistic === "superlative")).toBe(true);
    expect(facts.get("high.tie")).toMatchObject({ kind: "withheld" });
  });

  it("are withheld where they are doubted, and so is what rests on them", () => {
    const asked = [
      request("a", "last", { series: "x" }),
      request("b", "difference", { from: "a", to: "a" }),
    ];
    const doubting = evaluate(
      asked,
      book,
      () => "the row is smudged",
      () => place,
    );
    expect(doubting.problems).toEqual([]);
    expect(doubting.facts.get("a")).toMatchObject({ reason: "the row is smudged" });
    expect(doubting.facts.get("b")).toMatchObject({
      reason: "it rests on a, which is withheld: the row is smudged",
    });
  });
});
