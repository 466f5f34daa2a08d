import { describe, expect, it } from "vitest";
import type { ArchivedEdition } from "../../src/archive/index.ts";
import { day } from "../../src/model/index.ts";
import { rootFrom, slug } from "../../src/publish/addresses.ts";
import { moreBy, neighbours, relatedNotes } from "../../src/publish/related.ts";
import type { Shelved } from "../../src/publish/shelf.ts";

const nothing = () => {
  throw new Error("no article is needed");
};

function shelved(report: string, on: string, tags: readonly string[] = [], author = "A"): Shelved {
  return {
    report,
    title: `${report} of ${on}`,
    author,
    asOf: day(on),
    published: day(on),
    href: `https://letters.example/${report}/${on}/`,
    files: new Map(),
    article: nothing,
    file: () => null,
    brief: { masthead: report, standfirst: "", tags, instruments: [`${report} index`, "VIX"] },
  };
}

/** Newest first, as a shelf is. */
const editions = [
  shelved("gold", "2025-05-27", ["metals"]),
  shelved("silver", "2025-05-26", ["metals", "silver"], "B"),
  shelved("gold", "2025-05-20", ["metals"]),
  shelved("oil", "2025-05-20", ["energy"]),
  shelved("silver", "2025-05-19", ["metals", "silver"], "B"),
  shelved("gold", "2025-05-13", ["metals"]),
];
const shelf = { editions, elsewhere: [] as readonly ArchivedEdition[] };
const at = (index: number): Shelved => editions[index] ?? nothing();

describe("more by this author", () => {
  it("has the newest others, three at most, and never the note itself", () => {
    const more = moreBy(at(2), shelf, []).map((each) => each.title);
    expect(more).toEqual(["gold of 2025-05-27", "oil of 2025-05-20", "gold of 2025-05-13"]);
  });

  it("repeats no note that the page links as earlier or later", () => {
    expect(moreBy(at(2), shelf, [at(0), at(5)]).map((each) => each.report)).toEqual(["oil"]);
  });

  it("takes pieces on other sites along, in their order", () => {
    const { files: _files, ...piece } = shelved("old", "2025-05-25");
    const elsewhere = [{ ...piece, files: null }];
    expect(moreBy(at(2), { editions, elsewhere }, []).map((each) => each.report)).toEqual([
      "gold",
      "old",
      "oil",
    ]);
  });
});

describe("related notes", () => {
  it("are of other reports, one each, the nearest in time, by what they share", () => {
    const near = relatedNotes(at(2), shelf, []);
    // Silver shares a topic and an instrument (3 + 1), oil an instrument (1).
    expect(near.map((each) => each.title)).toEqual(["silver of 2025-05-19", "oil of 2025-05-20"]);
  });

  it("repeat nothing that is listed already", () => {
    expect(relatedNotes(at(2), shelf, [at(4), at(1)]).map((each) => each.report)).toEqual(["oil"]);
  });

  it("are three at most", () => {
    const many = ["a", "b", "c", "d", "e"].map((each) => shelved(each, "2025-05-20", ["metals"]));
    const all = { editions: [...editions, ...many], elsewhere: [] };
    expect(relatedNotes(at(0), all, [])).toHaveLength(3);
  });
});

describe("an edition", () => {
  it("leads to the one before and the one after of its own report", () => {
    const { earlier, later } = neighbours(at(2), shelf);
    expect([earlier?.published, later?.published]).toEqual(["2025-05-13", "2025-05-27"]);
    expect(neighbours(at(0), shelf).later).toBeNull();
    expect(neighbours(at(3), shelf)).toEqual({ earlier: null, later: null });
  });
});

describe("a name in an address", () => {
  it.each([
    ["The Notewright desk", "the-notewright-desk"],
    ["S&P 500", "s-and-p-500"],
    ["Crème brûlée", "creme-brulee"],
    ["../../etc", "etc"],
    ["Straße", "strasse"],
    ["黄金", "u9ec4u91d1"],
    ["!!", "other"],
  ])("makes of %s %s", (name, wanted) => {
    expect(slug(name)).toBe(wanted);
  });

  it("is as far from the first page as its folders are many", () => {
    expect([
      rootFrom("index.html"),
      rootFrom("topics/index.html"),
      rootFrom("a/b/index.html"),
    ]).toEqual(["./", "../", "../../"]);
  });
});
