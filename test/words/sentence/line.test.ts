import { describe, expect, it } from "vitest";
import { day } from "../../../src/model/index.ts";
import {
  changed,
  figure,
  isUnsaid,
  keysIn,
  nameOf,
  sentence,
  superlativeOf,
  textOf,
  words,
} from "../../../src/words/index.ts";
import { fact, speech } from "./speech.ts";

const to = fact("week.to", 2039.85, { unit: "index", digits: 2 });
const week = fact("week", -0.0347);

describe("a sentence", () => {
  it("has a capital, single spaces, a full stop, and figures that lead to their facts", () => {
    const spoken = speech([week, to]);
    const line = sentence([...words("the index"), ...changed(week, spoken)]);
    expect(line).toEqual([
      { kind: "text", text: "The index lost " },
      {
        kind: "figure",
        said: { fact: "week", kind: "value", text: "3.5 percent" },
        value: -0.0347,
      },
      { kind: "text", text: " to " },
      { kind: "figure", said: { fact: "week.to", kind: "value", text: "2040" }, value: 2039.85 },
      { kind: "text", text: "." },
    ]);
  });

  it("leaves a name its own capitals", () => {
    const [first] = sentence([...nameOf(fact("x", 1, { series: "hiring" }), speech())]);
    expect(first).toEqual({ kind: "text", text: "hiring plans." });
  });

  it("lets a mark stand tight and the article agree with what follows", () => {
    const rise = figure(fact("rise", 0.08, { digits: 0 }), speech());
    expect(textOf([...words("a"), ...rise, ...words("rise"), ...words(", and more")])).toBe(
      "an 8 percent rise, and more",
    );
  });
});

describe("a change in one go", () => {
  it("says another verb of the band where one was said nearby", () => {
    const spoken = speech([week, to]);
    const first = changed(week, spoken);
    const second = changed(week, { ...spoken, used: new Set(keysIn(first)) });
    expect(keysIn(first)).toEqual(["lost"]);
    expect(keysIn(second)).toEqual(["retreated"]);
  });

  it("keeps rallying for prices, and fear does not rally", () => {
    const vix = fact("fear", 0.08, { series: "vix", rank: 0.9, ranked: 100 });
    for (let turn = 0; turn < 5; turn++) {
      expect(textOf(changed(vix, speech([vix], { turn })))).not.toContain("rallied");
    }
  });

  it("says no figure where it prints as zero", () => {
    const still = fact("week", 0.0001, { digits: 1 });
    expect(textOf(changed(still, speech([still, to])))).toBe("held steady at 2040");
  });
});

describe("a superlative in one go", () => {
  const high = fact("high", 107_400_000, {
    unit: "shares",
    digits: 1,
    series: "short",
    state: "high",
  });
  const since = fact("high.since", 108_000_000, {
    series: "short",
    unit: "shares",
    day: day("2022-08-31"),
  });

  it("says since when", () => {
    const said = superlativeOf(high, speech([high, since]));
    expect(isUnsaid(said) ? said.unsaid : textOf(said)).toBe("the highest since end-August 2022");
  });
});
