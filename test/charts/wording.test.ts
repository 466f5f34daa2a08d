import { describe, expect, it } from "vitest";
import { saidIn, settings, wordsOf } from "../../src/charts/wording.ts";
import type { Line } from "../../src/model/index.ts";

const LINE: Line = Object.freeze([
  { kind: "text", text: "record of " },
  { kind: "figure", said: { fact: "r", kind: "value", text: "106.8 million" }, value: 106.8e6 },
  { kind: "text", text: ", " },
  {
    kind: "strong",
    children: [
      { kind: "date", said: { fact: "r", kind: "day", text: "25 November" }, day: "2024-11-25" },
    ],
  },
] as unknown as Line);

const text = (words: ReturnType<typeof wordsOf>) =>
  words.map((word) => word.map((each) => each.text).join(""));

describe("the words of a label", () => {
  it("break at the spaces of the text, never inside a figure or a date", () => {
    expect(text(wordsOf(LINE))).toEqual(["record", "of", "106.8 million,", "25 November"]);
  });

  it("keep which fact says which letters", () => {
    expect(wordsOf(LINE)[2]).toEqual([
      { text: "106.8 million", fact: "r" },
      { text: ",", fact: null },
    ]);
  });

  it("tell all that is said, inside emphasis too", () => {
    expect(saidIn(LINE).map((each) => each.text)).toEqual(["106.8 million", "25 November"]);
  });

  it("are set on as few lines as the widths allow, evenly", () => {
    const words = wordsOf([{ kind: "text", text: "one two three four" }]);
    const [one, two] = settings(words, [500, 200, 100], 12, 400);
    expect(one?.lines).toHaveLength(1);
    expect(two?.lines.map((each) => text(each.words).join(" "))).toEqual(["one two", "three four"]);
  });

  it("are set on one line more where even three are too wide", () => {
    const words = wordsOf([{ kind: "text", text: "one two three four five" }]);
    expect(settings(words, [30, 30, 30], 12, 400).map((each) => each.lines.length)).toEqual([4]);
  });
});
