import { describe, expect, it } from "vitest";
import type { Template } from "../../src/narrative/index.ts";
import { parseVoiceFile, slotsOf } from "../../src/narrative/index.ts";
import type { Decoded } from "../../src/model/index.ts";
import { houseVoice, read, scene, template } from "./fixture.ts";

const note = template(
  '{{#headline}}A{{/headline}}\n\n{{voice "view"}}\n\nText.\n\n{{voice "end"}}\n',
);
const facts = scene().facts;

function parse(text: string): Decoded<ReadonlyMap<string, Template>> {
  return parseVoiceFile(text, "voice/2025-05-23.md", {
    slots: slotsOf(note),
    known: {
      facts: new Set(facts.keys()),
      charts: new Set(),
      names: ["Russell 2000"],
      voice: houseVoice(),
    },
    facts,
    published: scene().published,
  });
}

const told = (text: string): readonly string[] =>
  parse(text).problems.map((each) => `${each.rule} ${each.line}:${each.column}`);

describe("parseVoiceFile", () => {
  it("puts the author's paragraphs in their slots, set apart as such", () => {
    const decoded = parse(
      "## view\n\nIt *looks* tired at {{figure close}}.\n\nTwo paragraphs.\n\n## end\n\nWe wait.\n",
    );
    const slots = decoded.ok ? decoded.value : new Map<string, Template>();
    const text = 'One.\n\n{{voice "view"}}\n\nTwo.\n\n{{voice "end"}}\n';
    expect(read(text, scene({ slots }))).toBe(
      "One.\n> It looks tired at 2040.\n> Two paragraphs.\nTwo.\n> We wait.",
    );
  });

  it("lets a slot without text fall out", () => {
    expect(read('One.\n\n{{voice "view"}}\n\nTwo.')).toBe("One.\nTwo.");
  });

  it.each([
    ["a level", "The index at 2040 looks tired."],
    ["a percentage", "A rally of 22 percent, or 22.0%, is enough."],
    ["money", "Debt of $850.6 billion, or $850.6bn, is much."],
    ["shares", "Shorts hold 106.8 million."],
    ["points in words", "Plans fell three points, or 3 points."],
    [
      "a count of sessions",
      "It crossed five times, or 5, in 10 sessions and has a 50-day average.",
    ],
    [
      "days and years",
      "On 9 April, on April 9, on the 27th, in 1997, since November 2021 and in the 1990s it fell.",
    ],
    ["a horizon", "Over the next two weeks we wait; three months would be long."],
    ["a name", "The Russell 2000 fell."],
    ["an address", "See [this](https://example.org/2025/33)."],
  ])("accepts %s that the facts hold", (_, text) => {
    expect(told(`## view\n\n${text}`)).toEqual([]);
  });

  it.each([
    ["an old level", "It stands\nat 2115 today.", "unproved-figure 4:4"],
    ["a percentage of another size", "A rally of 23 percent.", "unproved-figure 3:12"],
    ["the right number with the wrong unit", "It fell 2040 percent.", "unproved-figure 3:9"],
    ["a plain number that is a percentage", "It rose 22.", "unproved-figure 3:9"],
    ["money of another size", "Debt of $880.4 billion.", "unproved-figure 3:9"],
    ["points in words", "It fell two points.", "unproved-figure 3:9"],
    ["more decimals than the inputs hold", "Shorts hold 106.80 million.", "unproved-figure 3:13"],
  ])("tells %s", (_, text, expected) => {
    expect(told(`## view\n\n${text}`)).toEqual([expected]);
  });

  it("names the fact that was most likely meant", () => {
    const [found] = parse("## view\n\nDebt of $880.4 billion.").problems;
    expect(found?.message).toContain("$880.4 billion");
    expect(found?.hint).toContain('{{figure debt.level}} prints "$850.6 billion"');
  });

  it("tells a slot that the note does not have, with the nearest", () => {
    const [found] = parse("## veiw\n\nText.").problems;
    expect(found).toMatchObject({ rule: "unknown-slot", line: 1 });
    expect(found?.hint).toContain('"view"');
  });

  it("tells text in no slot and a slot written twice", () => {
    expect(told("\n\nText.\n\n## view\n\nA.\n\n## view\n\nB.")).toEqual(["slot 3:1", "slot 9:1"]);
  });

  it("holds the author to the rules of the language", () => {
    expect(told("## view\n\nIt is {{figure clsoe}}.")).toEqual(["unknown-fact 3:16"]);
    expect(told("## view\n\n{{#rose week}}It")).toEqual(["template-syntax 3:1"]);
    expect(told('## view\n\nSee {{chart "index"}}.')).toEqual(["misplaced 3:5"]);
    expect(told("## view\n\nYou cannot lose.")).toEqual(["banned-word 3:5"]);
  });
});
