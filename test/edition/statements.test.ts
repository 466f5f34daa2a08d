import { describe, expect, it } from "vitest";
import type { Fact } from "../../src/model/index.ts";
import { qualifier, strength } from "../../src/words/index.ts";
import { editionOf, factOf, sampleMaterials } from "./support/make.ts";
import { sayerOf } from "./support/words.ts";

const materials = sampleMaterials();
const edition = await editionOf(materials, "2025-05-23", "2025-05-27");
const say = sayerOf(materials, edition);
const fact = (id: string): Fact => factOf(edition, id);

/**
 * Statements H1 to H48 as they were printed in the spring of 2025. The words around the figures turn
 * from week to week; the figures and days do not, and are held here by what the house says of them.
 */
const printed: readonly (readonly [string, () => unknown, unknown])[] = [
  ["H1 a rally of 22%", () => say.size("rally", { digits: 0, style: "compact" }), "22%"],
  ["H1 from April’s low", () => say.day("rally.low", "month"), "April"],
  ["H2 a dual resistance", () => fact("dual").state, "resistance"],
  ["H4 margin debt is below January’s record", () => fact("margin-record").state, "below"],
  ["H4 of January", () => say.day("margin-record", "month"), "January"],
  ["H5 up 28.2 percent", () => say.value("shorts-month"), "28.2 percent"],
  ["H5 to 106.8 million", () => say.value("shorts-month.to"), "106.8 million"],
  ["H6 up 28.9 percent through mid-month", () => say.value("shorts-midmonth"), "28.9 percent"],
  ["H6 from March", () => say.day("shorts-midmonth.from", "month"), "March"],
  ["H7 down 0.6 percent in the half month", () => say.value("shorts-half"), "−0.6 percent"],
  ["H9 107.4 million", () => say.value("shorts-high"), "107.4 million"],
  ["H9 in mid-April", () => say.day("shorts-high", "period"), "mid-April"],
  [
    "H9 highest since end-August 2022",
    () => say.day("shorts-high.since", "since"),
    "end-August 2022",
  ],
  ["H10 77.6 million", () => say.value("shorts-turn"), "77.6 million"],
  [
    "H10 lowest since end-February 2020",
    () => say.day("shorts-turn.since", "since"),
    "end-February 2020",
  ],
  ["H11 adding since end-January", () => say.day("shorts-turn", "period"), "end-January"],
  ["H11 adding", () => fact("shorts-turn").state, "rising"],
  ["H12 they were right", () => fact("shorts-right").state, "right"],
  ["H13 down 29.7 percent", () => say.size("fall"), "29.7 percent"],
  ["H13 from last November", () => say.day("fall.peak", "month"), "last November"],
  ["H14 bottom on 9 April", () => say.day("fall.low", "date"), "9 April"],
  ["H14 at 1733", () => say.value("fall.low"), "1733"],
  ["H15 a record of 2466", () => say.value("record"), "2466"],
  ["H15 on 25 November", () => say.day("record", "date"), "25 November"],
  ["H16 past 2459", () => say.value("record.prior"), "2459"],
  ["H16 of November 2021", () => say.day("record.prior", "month"), "November 2021"],
  ["H17 support at 1700", () => say.value("floor"), "1700"],
  ["H17 defended", () => fact("floor.held").state, "held"],
  ["H18 which goes back to August 2018", () => say.day("floor.first", "month"), "August 2018"],
  ["H19 a range from 1700", () => say.value("range.low"), "1700"],
  ["H19 to 1900", () => say.value("range.high"), "1900"],
  ["H19 until December 2023", () => say.day("range.exit", "month"), "December 2023"],
  ["H19 left upward", () => fact("range.exit").state, "up"],
  ["H20 the rally before it", () => say.day("rally.earlier-high", "month"), "last November"],
  ["H21 2115", () => say.value("rally.high"), "2115"],
  ["H21 on 16 May", () => say.day("rally.high", "date"), "16 May"],
  ["H21 intraday", () => fact("rally.high").basis, "intraday"],
  ["H22 2100", () => say.value("level"), "2100"],
  ["H22 goes back to January 2021", () => say.day("level.first", "month"), "January 2021"],
  [
    "H23 breached two and a half months ago",
    () => say.span("level.elapsed"),
    "two and a half months",
  ],
  ["H23 in early March", () => say.day("level.breach", "date"), "6 March"],
  ["H24 support turned resistance", () => fact("level.role").state, "support turned resistance"],
  ["H25 a falling line", () => fact("line").state, "falling"],
  ["H25 from last November’s record", () => say.day("line.anchor", "month"), "last November"],
  ["H27 crossed five times", () => say.value("cross", { words: true, unit: false }), "five"],
  ["H27 in ten sessions", () => say.value("cross.sessions", { words: true }), "ten sessions"],
  [
    "H28 closed above in four",
    () => say.value("cross.closes", { words: true, unit: false }),
    "four",
  ],
  ["H29 the resistance held", () => fact("level.held").state, "held"],
  ["H29 the last close lies below", () => fact("cross.outcome").state, "below"],
  ["H30 down 3.5 percent on the week", () => say.value("week"), "−3.5 percent"],
  ["H30 to 2040", () => say.value("close"), "2040"],
  ["H32 the 50-day average at 1991", () => say.value("average"), "1991"],
  ["H32 of 50 days", () => fact("average").named, { of: 50 }],
  ["H33 later today", () => say.when("shorts-next"), "later today"],
  ["H33 for mid-May", () => say.day("shorts-next.period", "period"), "mid-May"],
  ["H34 losing steam", () => fact("pace").state, "fading"],
  ["H36 a rally of six weeks", () => say.value("rally.weeks", { words: true }), "six weeks"],
  ["H37 down 1.6 points", () => say.value("optimism"), "−1.6 points"],
  ["H37 to 95.8", () => say.value("optimism.to"), "95.8"],
  ["H38 four readings in a row", () => say.value("confident", { words: true }), "four"],
  ["H38 of 100 or more", () => fact("confident").named, { threshold: 100 }],
  ["H38 from November", () => say.day("confident.from", "month"), "last November"],
  ["H38 to February, and no longer", () => say.day("confident.to", "month"), "February"],
  ["H39 down three points", () => say.size("capex", { words: true }), "three points"],
  ["H39 to 18", () => say.value("capex.to"), "18"],
  ["H40 up a point", () => say.size("hiring", { words: true }), "a point"],
  ["H40 to 13", () => say.value("hiring.to"), "13"],
  ["H41 the low of five years ago", () => say.span("capex-low.elapsed"), "five years"],
  ["H41 matched", () => fact("capex-low.tie").value, 18],
  ["H43 0.984", () => say.value("tied", { digits: 3 }), "0.984"],
  ["H43 since January 1997", () => say.day("tied.from", "month"), "January 1997"],
  ["H45 down $29.8 billion", () => say.size("margin"), "$29.8 billion"],
  ["H45 to $850.6 billion", () => say.value("margin.to"), "$850.6 billion"],
  ["H46 a six-month low", () => fact("margin-low.months").value, 6],
  ["H47 a record of $937.3 billion", () => say.value("margin-record"), "$937.3 billion"],
  ["H47 past $935.9 billion", () => say.value("margin-record.prior"), "$935.9 billion"],
  ["H47 of October 2021", () => say.day("margin-record.prior", "month"), "October 2021"],
  ["H48 two months after the index", () => say.size("lead", { words: true }), "two months"],
  ["H48 after", () => fact("lead").state, "lags"],
  ["H48 in 2021 a month before", () => say.size("lead.before", { words: true }), "one month"],
  ["H48 before", () => fact("lead.before").state, "leads"],
];

/** A statement's facts that the edition says in whatever words the week has. */
const told = [
  [
    "short interest",
    "shorts-month shorts-midmonth shorts-half shorts-high shorts-turn shorts-next",
  ],
  [
    "the fall",
    "record record.prior fall fall.low floor floor.first range.low range.high range.exit",
  ],
  ["the rally", "rally rally.weeks rally.high level level.first level.breach line"],
  ["the week", "cross cross.closes week close average pace.late"],
  ["the survey", "optimism optimism.to confident capex capex.to hiring hiring.to capex-low.tie"],
  ["margin debt", "margin margin.to margin-low.months margin-record margin-record.prior tied lead"],
] as const;

describe("the sample edition", () => {
  it.each(printed)("knows of the spring of 2025: %s", (_, said, wanted) => {
    expect(said()).toEqual(wanted);
  });

  it.each([
    ["H3 short interest", "elevated", qualifier, "shorts-place"],
    ["H42 hiring plans", "subdued", qualifier, "hiring-place"],
    ["H44 the correlation", "very tight", strength, "tied"],
  ] as const)("has the word for %s among those that take turns: %s", (_, word, sayer, id) => {
    const words = [0, 1, 2, 3, 4].map((turn) => sayer(fact(id).value, materials.voice, turn));
    expect(words).toContain(word);
  });

  it.each(told)("says all there is to say about %s", (_, ids) => {
    const said = new Set(edition.said.map((each) => each.fact));
    expect(ids.split(" ").filter((each) => !said.has(each))).toEqual([]);
  });

  it("finds the line within a few percent above the level, and both above the close: H26", () => {
    const { value } = fact("level");
    expect(fact("line").value).toBeGreaterThan(value);
    expect(fact("line").value).toBeLessThan(value * 1.02);
    expect(fact("close").value).toBeLessThan(value);
  });

  it("refers once to each of four charts, in the order of the text: H8, H54", () => {
    expect(edition.article.charts.map((each) => each.id)).toEqual([
      "short-interest",
      "index",
      "survey",
      "margin-debt",
    ]);
  });

  it("sets apart what the author wrote by hand: H31, H49 to H52", () => {
    const voice = edition.article.blocks.filter((each) => each.kind === "paragraph" && each.voice);
    expect(voice).toHaveLength(3);
  });

  it("keeps the levels of the index and the prices of its fund apart: H53", () => {
    const index = edition.said.map((each) => edition.facts.get(each.fact));
    const priced = index.flatMap((each) => (each?.kind === "fact" ? [each] : []));
    const mixed = priced.filter(
      (each) => each.unit === "index" && each.cites.some(({ series }) => series.startsWith("iwm.")),
    );
    expect(mixed).toEqual([]);
  });

  it("names three earlier pieces, and not itself: H55", () => {
    const { related } = edition.article;
    expect(related).toHaveLength(3);
    expect(related.every((each) => each.published < edition.article.published)).toBe(true);
  });

  it("withholds only what is not so on this day", () => {
    const requests = new Set(edition.withheld.map((each) => each.id.split(".")[0] ?? ""));
    expect([...requests].toSorted((one, two) => (one < two ? -1 : 1))).toEqual([
      "capex-low",
      // Its run of four ended: since when it was the longest is not told of so short a one.
      "confident",
      "margin-high",
      "margin-low",
      "shorts-high",
      "shorts-low",
    ]);
  });
});
