import { describe, expect, it } from "vitest";
import { decodeVoice, voiceJsonSchema } from "../../src/words/index.ts";
import { TEXT, voice } from "./house.ts";

/** The place of a text in the house voice, as an editor counts. */
function lineOf(text: string): number {
  return TEXT.slice(0, TEXT.indexOf(text)).split("\n").length;
}

/** The problems of the house voice with one change. */
function changed(from: string, to: string) {
  expect(TEXT).toContain(from);
  const decoded = decodeVoice(TEXT.replace(from, to), "house.yaml");
  return decoded.ok ? [] : decoded.problems;
}

describe("the house voice", () => {
  it("is whole", () => {
    expect(decodeVoice(TEXT, "house.yaml").problems).toEqual([]);
  });

  it("has a table for every kind that has words, so that small histories are told too", () => {
    for (const kind of Object.keys(voice.verbs.kinds).filter((each) => each !== "price")) {
      expect(Object.keys(voice.bands.tables)).toContain(kind);
    }
  });
});

describe("a voice pack", () => {
  it("has the usual ways of writing where it is silent", () => {
    const from = TEXT.indexOf("figures:");
    const to = TEXT.indexOf("# Past tense");
    const decoded = decodeVoice(TEXT.slice(0, from) + TEXT.slice(to), "short.yaml");
    if (!decoded.ok) throw new Error(decoded.problems.map((each) => each.message).join("\n"));
    expect(decoded.value.figures).toEqual(voice.figures);
    expect(decoded.value.dates).toEqual(voice.dates);
  });

  it("refuses an unknown key at its place", () => {
    const [first] = changed("minus: ", "minsu: ");
    expect(first).toMatchObject({ file: "house.yaml", line: lineOf("minus: "), severity: "error" });
    expect(`${first?.message} ${first?.hint}`).toContain("minus");
  });

  it("refuses a list of fewer than five", () => {
    const text = "      - { past: jumped, participle: jumping, noun: jump, base: jump }\n";
    const [first] = changed(text, "");
    expect(`${first?.message}`).toContain("at least 5 verbs");
  });

  it("refuses a verb that stands in another band already", () => {
    const problems = changed("past: leapt", "past: climbed");
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: lineOf("past: leapt") });
    expect(problems[0]?.message).toContain("climbed");
  });

  it("refuses a verb of a kind that a common list has already", () => {
    const problems = changed("past: rallied", "past: soared");
    expect(problems.map((each) => each.line)).toEqual([lineOf("past: rallied")]);
  });

  it("refuses a noun twice in a list", () => {
    expect(changed("noun: leap,", "noun: jump,")).toHaveLength(1);
  });

  it("refuses bands that do not rise, and a scale that does not reach one", () => {
    expect(changed("tiny: 0.3, small: 0.76", "tiny: 0.8, small: 0.76")[0]?.message).toContain(
      "rise",
    );
    expect(changed("  - to: 0.4", "  - to: 0.1").length).toBeGreaterThan(0);
  });

  it("refuses a band's word that stands in another", () => {
    expect(changed("[middling, ordinary", "[elevated, ordinary")[0]?.message).toContain("elevated");
  });

  it("tells all mistakes at once", () => {
    const text = TEXT.replace("minus: ", "minsu: ").replace(
      "order: day first",
      "order: year first",
    );
    const decoded = decodeVoice(text, "house.yaml");
    expect(decoded.ok).toBe(false);
    expect(decoded.problems.length).toBeGreaterThanOrEqual(2);
  });

  it("has a JSON Schema for editors, in which only word lists must be given", () => {
    const schema = voiceJsonSchema();
    expect(schema).toMatchObject({ type: "object", additionalProperties: false });
    const required: unknown = Reflect.get(Object(schema), "required");
    expect(required).toEqual(expect.arrayContaining(["name", "verbs", "bands", "qualifiers"]));
    expect(required).not.toEqual(expect.arrayContaining(["figures"]));
  });
});
