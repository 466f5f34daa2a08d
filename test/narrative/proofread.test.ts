import { describe, expect, it } from "vitest";
import type { Article } from "../../src/model/index.ts";
import { proofread, render, repeats, repeatsAcross } from "../../src/narrative/index.ts";
import {
  article,
  chart,
  chartReference,
  date,
  figure,
  paragraph,
  saying,
  text,
} from "./article.ts";
import { fact, houseVoice, scene, template } from "./fixture.ts";

const facts = scene().facts;
const rules = (made: Article, house = {}): readonly string[] =>
  proofread(made, facts, house).map((each) => each.rule);

describe("proofread", () => {
  it("has nothing against a sound article", () => {
    expect(rules(article(), { voice: houseVoice(), names: [] })).toEqual([]);
  });

  it.each([
    ["D1, a numerator gone", "In of cases the price continued to rise.", "empty-slot"],
    ["D1, in the middle", "It continued to rise in of 45 cases.", "empty-slot"],
    ["D2, odds gone", "The odds of a further rise are .", "empty-slot"],
    ["D2, without the space", "The odds of a continued upward trend are.", "empty-slot"],
    ["a sentence that breaks off", "The index closed at.", "empty-slot"],
    ["D21, a doubled suffix", "The iShares Russell ETF ETF fell.", "doubled-word"],
    ["a doubled article", "It fell to the the low.", "doubled-word"],
    ["D25, a promise", "You are positioned to profit.", "promise"],
    ["D25, a success rate", "It has a 75% success rate.", "promise"],
    ["D31, odds without a count", "The odds favor a lower index.", "odds"],
    ["a fall of a minus", "That is a fall of −10,898 contracts.", "sign"],
    ["a dip of a minus", "It saw a weekly dip of -349.", "sign"],
    ["rose and minus", "It rose −3 percent.", "sign"],
    ["fell and plus", "It fell +3 percent.", "sign"],
    ["a move of zero", "It rose 0.0 percent.", "zero-move"],
    ["a move of zero points", "It was up 0 points.", "zero-move"],
    ["a standstill of zero", "It was unchanged 0.0 percent.", "zero-move"],
    ["a move of zero in words", "It gained zero points.", "zero-move"],
    ["minus zero", "The change was −0 percent.", "minus-zero"],
    ["minus zero with decimals", "It changed by -0.0%.", "minus-zero"],
    ["one points", "It moved 1 points higher.", "plural"],
    ["NaN", "The index closed at NaN.", "hole"],
    ["undefined", "The index closed at undefined.", "hole"],
    ["null", "The ticker null:SWN rose.", "hole"],
    ["Infinity", "The ratio is Infinity.", "hole"],
    ["an object", "It closed at [object Object].", "hole"],
    ["a tag", "It closed at {{figure close}}.", "hole"],
    ["brackets", "It closed at [[close]].", "hole"],
    ["a token", "It closed at \uE004 then.", "hole"],
    ["a placeholder", "As of [Date] it stood higher.", "placeholder"],
    ["a note to oneself", "TODO write what happened.", "placeholder"],
    ["two spaces", "The index  fell.", "spacing"],
    ["a space before a mark", "The index fell , then rose.", "spacing"],
    ["a space before the percent sign", "It fell 3 % then.", "spacing"],
    ["marks that collide", "The index fell,, then rose.", "marks"],
    ["an open bracket", "The index (down again fell.", "balance"],
    ["a quote without its end", "He said “it fell and left.", "balance"],
    ["empty brackets", "The index fell ().", "empty-slot"],
    ["Markdown", "The index **fell far.", "stray-mark"],
    ["a small letter at the start", "the index fell far.", "lower-case"],
    ["a small letter in the middle", "It was 3 points. It then fell. it rose.", null],
    ["a sentence too short", "It fell. No.", "short-sentence"],
    ["a sentence without a verb", "No end yet in sight.", "no-verb"],
    ["D16, a typed reference", "The index fell (Chart 2).", "chart-reference"],
    ["a reference without its number", "The index fell (Chart ).", "chart-reference"],
    ["D7, a list that is none", "The most notable companies are as follows:", "list"],
    ["D7, in words", "The levels are the following.", "list"],
  ])("tells %s", (_, words, rule) => {
    if (rule === null) expect(rules(saying(words))).toEqual([]);
    else expect(rules(saying(words))).toContain(rule);
  });

  it.each([
    "That had had its day, and that that is clear.",
    "The index closed at 0.5 points and rose 0.05 percent.",
    "It ran from 1700 to 1900 in 2-0 fashion.",
    "The U.S. index rose; “it held,” he said.",
    "It fell (for the third time) by 3 percent.",
    "It was the 50-day average, then the 200-day one.",
    "It is one point away.",
    "It will show how firm their conviction is.",
    "It has far to go to where it fell from.",
    "The index is what it was.",
    "Small caps give up 3 points.",
    "Nvidia shares rose, as Tesla sessions go.",
  ])("has nothing against %j", (words) => {
    expect(rules(saying(words))).toEqual([]);
  });

  it("tells where, with the words around it", () => {
    const [found] = proofread(saying("The index closed at NaN."), facts);
    expect(found).toMatchObject({ severity: "error", file: null });
    expect(found?.hint).toBe("paragraph 1: The index closed at NaN.");
  });

  it("reads headlines, key figures, charts and the method, too", () => {
    const broken = [text("NaN")];
    const made = article({
      standfirst: broken,
      keyFigures: [{ label: broken, figure: broken, note: broken }],
      method: [broken],
    });
    expect(rules(made).filter((each) => each === "hole")).toHaveLength(5);
  });

  it("asks for a headline", () => {
    expect(rules(article({ headline: [] }))).toContain("no-headline");
  });
});

describe("proofread of figures", () => {
  it.each([
    ["rose", ["The index rose ", figure("week", "3.5 percent"), " on the week."]],
    ["rose by", ["The index rose by nearly ", figure("week", "3.5 percent"), "."]],
    ["higher", ["The index ended ", figure("week", "3.5 percent"), " higher."]],
    ["a gain of", ["It was a gain of ", figure("week", "3.5 percent"), "."]],
    ["give up, of a rise", ["Small caps give up ", figure("short", "28.2 percent"), "."]],
    ["climbs", ["The index climbs ", figure("week", "3.5 percent"), "."]],
    ["fell, of a rise", ["Short interest fell ", figure("short", "28.2 percent"), "."]],
  ] as const)("D11, tells a direction that the fact contradicts: %s", (_, line) => {
    expect(rules(saying(...line))).toContain("direction");
  });

  it.each([
    ["fell", ["The index fell ", figure("week", "3.5 percent"), "."]],
    ["lower", ["It ended the week ", figure("week", "3.5 percent"), " lower."]],
    ["giving up", ["Small caps give up ", figure("week", "3.5 percent"), " in a week."]],
    ["a level", ["The index rose to ", figure("close", "2040"), "."]],
  ] as const)("agrees with %s", (_, line) => {
    expect(rules(saying(...line))).toEqual([]);
  });

  it("knows the verbs of the house", () => {
    const voice = houseVoice();
    const { past } = voice.verbs.up.extreme[0] ?? { past: "" };
    const made = saying(`The index ${past} `, figure("week", "3.5 percent"), ".");
    expect(rules(made, { voice })).toContain("direction");
  });

  it("D15, tells a headline figure that the text never says", () => {
    const headline = [text("Rally of "), figure("rally", "22%")];
    expect(rules(article({ headline }))).toEqual(["headline"]);
    const blocks = [paragraph(text("It gained "), figure("rally", "22.0 percent"), text("."))];
    expect(rules(article({ headline, blocks }))).toEqual([]);
  });

  it("tells days that come in the wrong order", () => {
    const wrong = saying(
      "It peaked on ",
      date("2024-11-25", "25 November"),
      " and then dropped to its low by ",
      date("2022-06-16", "June 2022"),
      ".",
    );
    const range = saying(
      "It held from ",
      date("2025-05-01", "1 May"),
      " to ",
      date("2025-04-01", "1 April"),
      ".",
    );
    const right = saying(
      "It fell on ",
      date("2025-04-09", "9 April"),
      ", below the high of ",
      date("2024-11-25", "25 November"),
      ".",
    );
    expect([wrong, range, right].map((each) => rules(each))).toEqual([
      ["sequence"],
      ["sequence"],
      [],
    ]);
  });

  it("tells a figure that no fact stands behind", () => {
    const made = saying("The Russell 2000 closed at 2041.");
    expect(rules(made, { names: ["Russell 2000"] })).toEqual(["unproved-figure"]);
    expect(rules(saying("The Russell 2000 fell far."), { names: ["Russell 2000"] })).toEqual([]);
  });

  it("D28, tells relative words that the masthead's days contradict", () => {
    const words = saying("The index fell last week.");
    expect(rules(words)).toEqual([]);
    expect(rules({ ...words, published: words.asOf })).toEqual(["relative-word"]);
    expect(rules(saying("It fell today, we learn."))).toEqual(["relative-word"]);
  });
});

describe("proofread of charts", () => {
  const referring = [paragraph(text("Shorts rose ("), chartReference("shorts", 1), text(")."))];
  const placed = { kind: "chart", chart: "shorts" } as const;

  it("agrees with a chart that is placed and referred to", () => {
    expect(
      rules(article({ blocks: [...referring, placed], charts: [chart("shorts", 1)] })),
    ).toEqual([]);
  });

  it.each([
    ["a reference without its chart", { blocks: referring, charts: [] }],
    ["a chart without its reference", { blocks: [placed], charts: [chart("shorts", 1)] }],
    [
      "a chart with another number",
      { blocks: [...referring, placed], charts: [chart("shorts", 2)] },
    ],
    ["a chart that is not placed", { blocks: referring, charts: [chart("shorts", 1)] }],
    [
      "a chart placed twice",
      { blocks: [...referring, placed, placed], charts: [chart("shorts", 1)] },
    ],
  ])("tells %s", (_, more) => {
    expect(rules(article(more))).toContain("chart-reference");
  });
});

describe("repeats", () => {
  it("counts verbs and phrases in one note", () => {
    const made = saying(
      "Shorts jumped, debt jumped and plans jumped. The end of the long rally came. The end of the long rally hurt.",
    );
    expect(repeats(made)[0]).toEqual({ kind: "verb", text: "jumped", count: 3 });
    expect(repeats(made)).toContainEqual({
      kind: "phrase",
      text: "end of the long rally",
      count: 2,
    });
    expect(rules(made).filter((each) => each === "repeat").length).toBeGreaterThan(1);
  });

  it("tells a phrase once, however long it is", () => {
    const long = "we see what the long rally of the spring has left";
    const made = saying(`First ${long}, then ${long}.`);
    const told = proofread(made, facts).filter((each) => each.rule === "repeat");
    expect(told.map((each) => each.message)).toEqual([
      '"see what the long rally" stands 2 times in one note',
    ]);
  });

  it("counts phrases over editions, whatever their figures", () => {
    const edition = (level: string): Article =>
      saying("The index closed the week at ", figure("close", level), ".");
    expect(repeatsAcross([edition("2040"), edition("2115"), saying("It held.")])).toContainEqual({
      kind: "phrase",
      text: "index closed the week at",
      count: 2,
    });
  });
});

describe("a rendered note", () => {
  it("passes the last guard", () => {
    const note = template(
      '{{#headline}}Small Caps Stall After {{figure rally style="compact" digits=0}} Rally{{/headline}}\n{{#standfirst}}The rally has met resistance.{{/standfirst}}\n\n' +
        "The {{name close}} had gained {{size rally digits=0}} by {{date rally}}, and {{moved week}} {{size week}} {{week week}} to {{figure close}}. It is {{figure lost}}.",
    );
    const made = render(note, scene({ charts: new Set() }, [fact("any", 1)]));
    const { headline, standfirst, blocks } = made;
    const house = { voice: houseVoice(), names: ["Russell 2000"] };
    expect(proofread(article({ headline, standfirst, blocks }), facts, house)).toEqual([]);
  });
});
