import { describe, expect, it } from "vitest";
import { editionWith, textOf } from "../../docs/newsroom.ts";

const made = await editionWith({
  note: (text) => `${text}\n\n## Worth noting\n\n{{highlights count=2 as="paragraph"}}\n`,
});
const edition = made.edition;
if (edition === null) throw new Error(JSON.stringify(made.problems));

const [before = "", after = ""] = textOf(edition.article).split("## Worth noting\n");

describe("a note with {{highlights}}", () => {
  it("says two sentences that it did not say before", () => {
    const sentences = after.trim().split(/(?<=\.) (?=[A-Z])/);
    expect(sentences).toHaveLength(2);
    for (const each of sentences) expect(before).not.toContain(each);
  });

  it("does not tell again the week, the rally and the margin debt of which it is full", () => {
    expect(after).not.toMatch(/on the week|rallied 22|\$29\.8 billion/);
  });

  it("has their facts among its own, with proofs, and names the file of their sentences", () => {
    const said = edition.said.filter((each) => each.fact.startsWith("highlights."));
    expect(said.length).toBeGreaterThan(3);
    for (const { fact } of said) {
      const found = edition.facts.get(fact);
      expect(found).toMatchObject({ kind: "fact", id: fact });
      expect(found?.kind === "fact" && found.cites.length > 0).toBe(true);
    }
    expect([...edition.inputs.keys()].some((each) => each.endsWith("highlights.yaml"))).toBe(true);
  });

  it("brings no fact that it does not say", () => {
    const said = new Set(edition.said.map((each) => each.fact));
    const brought = [...edition.facts.keys()].filter((each) => each.startsWith("highlights."));
    expect(brought.filter((each) => !said.has(each))).toEqual([]);
  });
});

describe("a note without it", () => {
  it("has no fact of the kind, and does not read the file", async () => {
    const plain = await editionWith({});
    const facts = [...(plain.edition?.facts.keys() ?? [])];
    expect(facts.filter((each) => each.startsWith("highlights."))).toEqual([]);
    const inputs = [...(plain.edition?.inputs.keys() ?? [])];
    expect(inputs.filter((each) => each.endsWith("highlights.yaml"))).toEqual([]);
  });
});
