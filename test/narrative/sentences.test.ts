import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../src/narrative/sentences.ts";

const split = (text: string): readonly string[] =>
  sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim());

describe("sentencesOf", () => {
  it.each([
    ["It rose. It fell.", ["It rose.", "It fell."]],
    ["It rose 1.5 points. It fell.", ["It rose 1.5 points.", "It fell."]],
    ["The U.S. Index rose. It fell.", ["The U.S. Index rose.", "It fell."]],
    ["Acme Inc. Shares rose. J. Smith sold.", ["Acme Inc. Shares rose.", "J. Smith sold."]],
    ["He said “It rose. It fell.” Then it held.", ["He said “It rose. It fell.”", "Then it held."]],
    ['He said "no." It fell.', ['He said "no."', "It fell."]],
    ["It rose (see below. Or not). It fell.", ["It rose (see below. Or not).", "It fell."]],
    [
      "Did it rise? It fell! And so on… It held.",
      ["Did it rise?", "It fell!", "And so on…", "It held."],
    ],
    ["It closed at \uE001. \uE002 fell.", ["It closed at \uE001.", "\uE002 fell."]],
    ["It rose vs. The rest. It fell.", ["It rose vs. The rest.", "It fell."]],
    ["It rose. iShares fell. It held.", ["It rose. iShares fell.", "It held."]],
    ["It rose. “It fell.”", ["It rose.", "“It fell.”"]],
    ["", []],
  ])("splits %j", (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it("loses no character", () => {
    const text = "One. Two? “Three. Four.” Five (six. Seven).  Eight";
    const whole = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
    expect(whole.join("")).toBe(text);
  });
});
