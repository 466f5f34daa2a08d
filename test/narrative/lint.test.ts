import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/model/index.ts";
import { lint } from "../../src/narrative/index.ts";
import { houseVoice, scene, template } from "./fixture.ts";

const facts = scene().facts;
const units = new Map(
  [...facts.values()].flatMap((each) =>
    each.kind === "fact" ? [[each.id, each.unit] as const] : [],
  ),
);
const VOICE = houseVoice();
const HEAD = "{{#headline}}Small caps{{/headline}}\n\n";

function problems(text: string, charts: readonly string[] = []): readonly Problem[] {
  const known = {
    facts: new Set(facts.keys()),
    units,
    numbers: new Map([["week", ["weeks"]]]),
    charts: new Set(charts),
    names: ["Russell 2000", "S&P 500"],
    voice: VOICE,
  };
  return lint(template(HEAD + text), known).filter((each) => each.rule !== "few-variants");
}

/** Rule and place of each problem; lines are counted without the headline's two. */
const told = (text: string, charts: readonly string[] = []): readonly string[] =>
  problems(text, charts).map((each) => `${each.rule} ${(each.line ?? 0) - 2}:${each.column}`);

describe("lint of tags", () => {
  it.each([
    ["an unknown fact", "A\nIt {{figure shrot}}.", "unknown-fact 2:13"],
    [
      "an unknown fact in a branch not taken",
      "{{#rose week}}\nA {{figure wekk}}.\n{{/rose}}",
      "unknown-fact 2:12",
    ],
    ["an unknown helper", "It {{figur week}}.", "unknown-helper 1:4"],
    ["a bare value", "It {{rally}}.", "bare-value 1:4"],
    ["a bare part of a fact", "It {{short.level}}.", "bare-value 1:4"],
    ["too many arguments", "It {{figure week low}}.", "helper-arguments 1:4"],
    ["too few arguments", "It {{figure}}.", "helper-arguments 1:4"],
    ["a misspelt option", "It {{figure week digit=1}}.", "helper-arguments 1:24"],
    ["a wrong option", 'It {{figure week digits="one"}}.', "helper-arguments 1:25"],
    ["a wrong choice", 'It {{figure week style="short"}}.', "helper-arguments 1:24"],
    ["a missing option", 'It {{direction week up="rose" down="fell"}}.', "helper-arguments 1:4"],
    ["a number that the fact does not carry", 'It {{named week "week"}}.', "unknown-name 1:4"],
    ["a fact of the wrong kind", "It {{strength week}}.", "wrong-kind 1:15"],
    ["a text where a fact belongs", 'It {{figure "week"}}.', "helper-arguments 1:13"],
    ["a span that is none", '{{#within week "two weeks"}}A.{{/within}}', "helper-arguments 1:16"],
    ["a value used as a block", "{{#figure week}}A.{{/figure}}", "helper-arguments 1:1"],
    ["a block used as a value", "It {{rose week}}.", "helper-arguments 1:4"],
    ["if", "{{#if week}}A.{{/if}}", "unknown-helper 1:1"],
    ["each", "{{#each week}}A.{{/each}}", "unknown-helper 1:1"],
    ["unless", "{{#unless week}}A.{{/unless}}", "unknown-helper 1:1"],
    ["with", "{{#with week}}A.{{/with}}", "unknown-helper 1:1"],
    ["lookup", "{{lookup week close}}", "unknown-helper 1:1"],
    ["log", "{{log week}}", "unknown-helper 1:1"],
    ["a raw value", "It {{{figure week}}}.", "not-in-language 1:4"],
    ["an unescaped value", "It {{&figure week}}.", "not-in-language 1:4"],
    ["@root", "It {{figure @root.week}}.", "not-in-language 1:13"],
    ["a constructor", "It {{figure week.constructor}}.", "not-in-language 1:13"],
    ["a prototype", "It {{figure week.__proto__}}.", "not-in-language 1:13"],
    ["a parent", "It {{figure ../week}}.", "not-in-language 1:13"],
    ["a decorator", "{{* danger}}", "not-in-language 1:1"],
    ["a decorator block", '{{#*inline "x"}}A{{/inline}}', "not-in-language 1:1"],
    ["a dynamic partial", "{{> (lookup week close)}}", "not-in-language 1:1"],
    ["a partial with a body", "{{#> sources}}A{{/sources}}", "not-in-language 1:1"],
    ["a helper inside a tag", "{{figure (size week)}}", "not-in-language 1:10"],
    ["block parameters", "{{#rose week as |x|}}A.{{/rose}}", "not-in-language 1:1"],
    ["an inverse block", "{{^rose week}}A.{{/rose}}", "not-in-language 1:1"],
    ["an else without a question", "{{#passage}}A.{{else}}B.{{/passage}}", "else 1:1"],
    ["an or outside a group", "A {{or}} B.", "misplaced 1:3"],
    ["an or that is given something", "{{#vary}}A.{{or x=1}}B.{{/vary}}", "helper-arguments 1:12"],
    ["an empty variant", "{{#vary}}A.{{or}}{{/vary}}", "vary 1:1"],
    [
      "a headline in a branch",
      "{{#rose week}}{{#headline}}A{{/headline}}{{/rose}}",
      "misplaced 1:15",
    ],
    ["a slot within other text", 'A {{voice "end"}} B.', "misplaced 1:3"],
    ["a slot without an empty line", 'A.\n{{voice "end"}}', "misplaced 2:1"],
    [
      "a chart outside the running text",
      '{{#method}}A ({{chart "x"}}){{/method}}',
      "misplaced 1:15",
    ],
    [
      "a case in which nothing is said",
      "{{#rose week}}A.{{else fell week}}B.{{/rose}}",
      "missing-case 1:1",
    ],
    ["a slot that stands twice", '{{voice "end"}}\n\n{{voice "end"}}', "slot 3:1"],
    [
      "a figure typed into an option",
      'It {{direction week up="rose 5" down="fell" flat="held"}}.',
      "typed-figure 1:24",
    ],
  ])("tells %s", (_, text, expected) => {
    expect(told(text)).toContain(expected);
  });

  it("names what was meant and how the helper is written", () => {
    expect(problems("It {{figure shrot}}.")[0]?.hint).toContain('"short"');
    expect(problems("It {{figur week}}.")[0]?.hint).toContain('"figure"');
    expect(problems("It {{size week digit=1}}.")[0]?.hint).toContain("[digits=0–6]");
  });

  it("lists groups with fewer than five variants as warnings", () => {
    const known = { facts: new Set(facts.keys()), charts: new Set<string>(), names: [] };
    const found = lint(template(`${HEAD}{{#vary}}A{{or}}B{{/vary}} rose.`), known);
    expect(found).toEqual([
      expect.objectContaining({ rule: "few-variants", severity: "warning", line: 3 }),
    ]);
  });

  it("asks for a headline", () => {
    const known = { facts: new Set<string>(), charts: new Set<string>(), names: [] };
    expect(lint(template("Text."), known).map((each) => each.rule)).toEqual(["no-headline"]);
  });
});

describe("lint of prose", () => {
  it.each([
    ["a figure", "It fell 3.5 today {{date week}}.", "typed-figure 1:9"],
    ["a percent sign", "It fell {{size week unit=false}}%.", "typed-figure 1:33"],
    ["a currency sign", "Debt is ${{figure debt.level unit=false}}.", "typed-figure 1:9"],
    ["a number in words before its unit", "It fell three points.", "typed-figure 1:9"],
    [
      "a number in words with a word between",
      "It ran for ten trading sessions.",
      "typed-figure 1:12",
    ],
    ["a compound with a number in words", "The six-week rally is over.", "typed-figure 1:5"],
    ["a dozen", "It took a dozen sessions.", "typed-figure 1:11"],
    ["one percent", "It fell one percent.", "typed-figure 1:9"],
    ["a fraction", "It fell ½ a point.", "typed-figure 1:9"],
    ["a figure in another script", "It fell ٣ points.", "typed-figure 1:9"],
    ["a sign before a helper", "It moved −{{size week}}.", "typed-figure 1:10"],
    ["a single brace", "It {figure week} fell.", "braces 1:4"],
    ["a script", "A <script>alert()</script> B.", "raw-html 1:3"],
    ["an iframe", "A\n<iframe src='x'>", "raw-html 2:1"],
    ["a style", "A style=red thing.", "raw-html 1:3"],
    ["an entity", "A &nbsp; B.", "raw-html 1:3"],
    [
      "a line that begins with a signed number",
      "A fall\n- 5 percent on the week.",
      "markdown-trap 2:1",
    ],
    ["a line that begins with a plus", "A rise\n+ more.", "markdown-trap 2:1"],
    ["a line that begins with a year", "In\n2023. The year.", "markdown-trap 2:1"],
    ["a table", "a | b\n--|--\n", "markdown-trap 1:3"],
    ["a reference", "A [link][a] here.", "markdown-trap 1:8"],
    ["a reference's address", "[a]: https://example.org", "markdown-trap 1:1"],
    ["code", "A `word` here.", "markdown-trap 1:3"],
    ["a picture", "![x](https://example.org/a.png)", "markdown-trap 1:1"],
    ["a quotation", "> A word", "markdown-trap 1:1"],
    ["a heading of another rank", "# A", "markdown-trap 1:1"],
    ["a script behind a link", "A [word](javascript:alert) here.", "link-address 1:10"],
    ["a disguised script behind a link", "A [word](JaVaScRiPt&#58;x) here.", "link-address 1:10"],
    ["an address without a protocol", "A [word](//evil.test) here.", "link-address 1:10"],
    ["a placeholder", "As of [Date] it held.", "placeholder 1:7"],
    ["a note to oneself", "TODO write this.", "placeholder 1:1"],
    ["a doubled word", "It is the the index.", "doubled-word 1:7"],
    ["a doubled suffix", "The Russell ETF ETF fell.", "doubled-word 1:13"],
    ["a promise", "You are positioned to profit.", "banned-word 1:9"],
    ["a success rate", "It has a fine success rate.", "banned-word 1:15"],
    ["a relative word", "It fell last week.", "relative-word 1:9"],
    ["a private character", "It \uE001 fell.", "private-character 1:4"],
    ["a qualifier without a measure", "Short interest is elevated.", "typed-qualifier 1:19"],
    ["odds without a count", "The odds favor more.", "odds 1:5"],
  ])("tells %s", (_, text, expected) => {
    expect(told(text)).toContain(expected);
  });

  it.each([
    ["declared names", "The Russell 2000 and the S&P 500 fell {{size week}}."],
    ["an address with a figure", "See [the table](https://example.org/2025/05)."],
    ["a hyphen before a helper inside a word", "The mid-{{month low}} low held."],
    ["two without a unit", "The index met two resistances."],
    ["a named number", 'The {{named average "sessions"}}-day average lies at {{figure average}}.'],
    ["a list", "- It fell {{size week}}.\n- It closed at {{figure close}}."],
    ["a line that begins with a helper", "It fell to\n{{figure close}}. Then it rose."],
    ["emphasis and strength", "It *fell* by **{{size week}}**."],
    ["a chain with an else", "{{#rose week}}A.{{else fell week}}B.{{else}}C.{{/rose}}"],
    ["a turn of phrase", "At one point it fell."],
    ["one case alone", "{{#rose week}}A.{{/rose}}"],
    ["a comment with figures", "{{!-- 25 percent, see the 2023 note --}}It fell."],
  ])("accepts %s", (_, text) => {
    expect(told(text)).toEqual([]);
  });

  it("looks into partials and tells the place there", () => {
    const partials = new Map([["tail", { file: "p/tail.md.hbs", text: "Fine.\nIt fell 5." }]]);
    const note = template(`${HEAD}{{> tail}}`, "note", partials);
    const known = { facts: new Set<string>(), charts: new Set<string>(), names: [] };
    expect(lint(note, known)).toEqual([
      expect.objectContaining({ rule: "typed-figure", file: "p/tail.md.hbs", line: 2, column: 9 }),
    ]);
  });
});

describe("lint of charts", () => {
  const once = 'It fell ({{chart "index"}}).';

  it("accepts a chart that is referred to once on every branch", () => {
    const text = `{{#rose week}}\n${once}\n{{else}}\n${once}\n{{/rose}}`;
    expect(told(text, ["index"])).toEqual([]);
    expect(told(`{{#vary}}${once}{{or}}${once}{{/vary}}`, ["index"])).toEqual([]);
  });

  it("tells a chart without a reference, one with two and one that is unknown", () => {
    expect(problems("Text.", ["index"])[0]?.message).toContain('"index"');
    expect(told(`${once}\n\n${once}`, ["index"])).toEqual(["chart-reference 3:10"]);
    expect(told('It fell ({{chart "indx"}}).')).toEqual(["unknown-chart 1:18"]);
  });

  it("refuses charts, slots and headlines in a single line", () => {
    const line = template('{{figure week}} {{chart "index"}} {{voice "end"}}', "line");
    const known = { facts: new Set(facts.keys()), charts: new Set(["index"]), names: [] };
    expect(lint(line, known).map((each) => each.rule)).toEqual(["misplaced", "misplaced"]);
  });
});
