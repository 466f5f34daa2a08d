import { describe, expect, it } from "vitest";
import type { DecodedReport } from "../../src/edition/decode.ts";
import { decodeReport } from "../../src/edition/decode.ts";
import type { Problem } from "../../src/model/index.ts";

const FILE = "reports/weekly/report.yaml";

function text(...lines: readonly string[]): string {
  return ["title: Weekly", "byline: { author: Ida }", "disclosure: No advice.", ...lines].join(
    "\n",
  );
}

function decoded(source: string, chosen: string | null = null): DecodedReport {
  const found = decodeReport(source, FILE, "weekly", "reports/weekly", chosen);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

function problems(source: string, chosen: string | null = null): readonly Problem[] {
  return decodeReport(source, FILE, "weekly", "reports/weekly", chosen).problems;
}

const ABOUT = text(
  "subject: spy",
  "canonical: https://example.com/shorts/",
  "keywords: [shorts, $subject]",
  "required: [$subject.short-interest]",
  "facts:",
  "  shorts: { statistic: last, series: $subject.short-interest }",
  "key-figures:",
  "  - { label: Shorts, figure: '{{figure shorts}}', note: '$subject, {{month shorts}}' }",
);

describe("a report about a subject", () => {
  it("is about its own unless another is chosen", () => {
    const { report } = decoded(ABOUT);
    expect(report).toMatchObject({ name: "weekly", subject: "spy", slots: "voice" });
    expect(report.canonical).toBe("https://example.com/shorts/");
    expect(report.required).toEqual(["spy.short-interest"]);
    expect(report.keywords).toEqual(["shorts", "spy"]);
    expect(report.requests[0]?.options).toEqual({ series: "spy.short-interest" });
    expect(report.keyFigures[0]?.note).toBe("spy, {{month shorts}}");
    expect(decoded(ABOUT, "spy").report).toEqual(report);
  });

  it("has a name, an address and words of its own about another", () => {
    const { report } = decoded(ABOUT, "qqq");
    expect(report).toMatchObject({ name: "weekly-qqq", subject: "qqq", slots: "voice/qqq" });
    expect(report.canonical).toBe("https://example.com/shorts-qqq/");
    expect(report.requests[0]?.options).toEqual({ series: "qqq.short-interest" });
  });

  it("keeps an address that names the subject", () => {
    const source = ABOUT.replace("shorts/", "$subject/");
    expect(decoded(source).report.canonical).toBe("https://example.com/spy/");
    expect(decoded(source, "qqq").report.canonical).toBe("https://example.com/qqq/");
  });

  it("finds a place behind the name where the file has it", () => {
    const { within } = decoded(ABOUT, "a-long-name");
    // "a-long-name, {{month shorts}}": the braces stand behind 13 signs, in the file behind 10.
    const path = ["key-figures", 0, "note"];
    const line = ABOUT.split("\n")[10] ?? "";
    const column = line.indexOf("$subject") + 1;
    expect(within(path, 3)).toEqual({ file: FILE, line: 11, column });
    expect(within(path, 13)).toEqual({ file: FILE, line: 11, column: column + 10 });
  });

  it("is refused where it has none, or says nothing of what one must have", () => {
    const fixed = text("facts:", "  shorts: { statistic: last, series: x }");
    expect(problems(fixed, "qqq")).toMatchObject([{ rule: "no-subject", file: FILE }]);
    const vague = ABOUT.replace("required: [$subject.short-interest]", "required: [rut]");
    expect(problems(vague)).toMatchObject([{ rule: "no-subject", line: 4 }]);
  });

  it("says where a word stands for nothing, and leaves money alone", () => {
    const slip = ABOUT.replace("[shorts, $subject]", "[US$bn, $5, $subjekt]");
    const [found, ...others] = problems(slip);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rule: "unknown-word", line: 6, column: 23 });
    expect(found?.hint).toContain("$subject");
  });
});

const REPEATED = text(
  "facts:",
  "  week: { statistic: change, series: rut.close }",
  "repeat:",
  "  - for: market",
  "    in: [gold, crude]",
  "    facts:",
  "      $market.net: { statistic: position, series: cot.$market.net }",
  "      $market.share: { statistic: ratio-of, of: $market.net, to: $market.all }",
  "    charts:",
  "      $market:",
  "        spec: position.vl.yaml",
  "        titles: ['{{name $market.net}} at {{figure $market.net}}']",
  "        subtitle: Contracts",
  "        alternative: Bars",
  "        data: { net: { series: cot.$market.net } }",
  "        marks: [{ kind: point, facts: [$market.net] }]",
);

describe("a repeat", () => {
  it("makes facts and charts of each name, in names and in values", () => {
    const { report } = decoded(REPEATED);
    expect(report.requests.map((each) => [each.id, each.options])).toEqual([
      ["week", { series: "rut.close" }],
      ["gold.net", { series: "cot.gold.net" }],
      ["gold.share", { of: "gold.net", to: "gold.all" }],
      ["crude.net", { series: "cot.crude.net" }],
      ["crude.share", { of: "crude.net", to: "crude.all" }],
    ]);
    expect(report.charts.map((each) => each.id)).toEqual(["gold", "crude"]);
    expect(report.charts[1]).toMatchObject({
      titles: ["{{name crude.net}} at {{figure crude.net}}"],
      data: [{ name: "net", series: "cot.crude.net" }],
      marks: [{ facts: ["crude.net"] }],
    });
  });

  it("keeps the places of what is written", () => {
    const { report, place, within } = decoded(REPEATED);
    expect(report.requests[3]?.place).toEqual({ file: FILE, line: 10, column: 20 });
    expect(place(["facts", "crude.net", "series"])).toEqual({ file: FILE, line: 10, column: 51 });
    // "{{name crude.net}} at {{figure": the second tag begins at 22, in the file two signs later.
    const figure = within(["charts", "crude", "titles", 0], 22);
    expect(figure).toEqual({ file: FILE, line: 15, column: 43 });
  });

  it.each([
    ["a name that stands already", "  week:", "  gold.net:", "name-twice", 10],
    ["a name that lacks the word", "$market.share:", "share:", "name-twice", 11],
    [
      "a word that it does not have",
      "cot.$market.net }\n",
      "cot.$markt.net }\n",
      "unknown-word",
      10,
    ],
    ["a name with the word of nothing", "$market.share:", "$market.$share:", "unknown-word", 11],
    ["a name given twice", "[gold, crude]", "[gold, gold]", "name-twice", 10],
    ["$subject as its word", "for: market", "for: subject", "wrong-value", 7],
    ["a name that is none", "[gold, crude]", "[gold, Crude]", "wrong-value", 8],
  ])("is refused at the place of %s", (_, find, put, rule, line) => {
    const [found] = problems(REPEATED.replace(find, put));
    expect(found).toMatchObject({ rule, line, file: FILE });
    expect(found?.hint).not.toBe("");
  });

  it("takes several words in step, and as many names", () => {
    const source = REPEATED.replace("for: market", "for: [market, price]").replace(
      "[gold, crude]",
      "[[gold, gc], [crude, cl]]",
    );
    const { report } = decoded(
      source.replace("series: cot.$market.net }\n", "series: $price.$market }\n"),
    );
    expect(report.requests[3]).toMatchObject({ id: "crude.net", options: { series: "cl.crude" } });
    const uneven = source.replace("[crude, cl]", "crude");
    expect(problems(uneven)).toMatchObject([{ rule: "repeat-names", line: 8 }]);
  });

  it("knows the subject as well", () => {
    const source = REPEATED.replace("facts:", "subject: cot\nrequired: [$subject.gold]\nfacts:");
    const { report } = decoded(
      source.replace("cot.$market.net }", "$subject.$market.net }"),
      "other",
    );
    expect(report.requests[3]?.options).toEqual({ series: "other.crude.net" });
  });
});
