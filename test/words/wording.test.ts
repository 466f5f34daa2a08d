import { describe, expect, it } from "vitest";
import { objections } from "../../src/words/index.ts";
import { voice } from "./house.ts";

const found = (text: string): readonly string[] =>
  objections(text, voice).map((each) => each.found);

describe("wording", () => {
  it("objects to promises, whatever the capitals and line breaks, with the reason", () => {
    const [first] = objections("A Sure\nThing, this rally.", voice);
    expect(first).toMatchObject({
      index: 2,
      found: "Sure\nThing",
      reason: "promises a result",
      banned: true,
    });
  });

  it("tells what to write in place of another spelling, without a ban", () => {
    const [first] = objections("It fell 3 per cent.", voice);
    expect(first).toMatchObject({ found: "per cent", instead: "percent", banned: false });
  });

  it("looks at whole words only", () => {
    expect(found("The bellwether held; capexes are no word. Unguaranteed debt rose.")).toEqual([]);
    expect(found("m/m and 2.5m/mile")).toEqual(["m/m"]);
  });

  it("tells all of them in order", () => {
    expect(found("Explosive, prior to a guaranteed gain")).toEqual([
      "Explosive",
      "prior to",
      "guaranteed",
    ]);
  });

  it("has no objection to the house's own words", () => {
    const { banned: _banned, preferred: _preferred, ...own } = voice;
    const words = textsIn(own);
    expect(words.length).toBeGreaterThan(600);
    expect(words.flatMap(found)).toEqual([]);
  });
});

/** Every text of the pack, however deep. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
