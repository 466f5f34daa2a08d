import { assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import {
  plainText,
  render,
  renderLine,
  renderSentences,
  saidIn,
} from "../../src/narrative/index.ts";
import { fact, read, readBlocks, rendered, scene, template } from "./fixture.ts";

describe("values", () => {
  it.each([
    ["{{size week}}", "3.5 percent"],
    ["{{size week digits=0}}", "3 percent"],
    ['{{figure week style="compact"}}', "−3.5%"],
    ['{{figure rally sign="signed" style="compact"}}', "+22.0%"],
    ["{{figure close}}", "2040"],
    ["{{figure short.level}} shares", "106.8 million\u00A0shares"],
    ["{{size debt}}", "$29.8 billion"],
    ["{{figure link}}", "0.98"],
    ["{{size hiring}} x {{size capex}}", "A point x three points"],
    ['{{named rally "weeks" words=true}}', "Six"],
    ['{{named average "sessions"}}-day', "50-day"],
    ["{{name close}}", "Russell 2000"],
    ["{{noun close}}", "The index"],
    ["{{date low}}", "9 April"],
    ["{{month short}}", "April"],
    ["{{month record}}", "Last November"],
    ["{{period short}}", "End-April"],
    ["{{full low}}", "9 April 2025"],
    ["{{year record}}", "2024"],
    ["{{week week}}", "Last week"],
    ["{{when next}}", "Later today"],
    ["{{holiday shut}}", "Memorial Day"],
    ["{{published}} x {{as-of}}", "27 May 2025 x 23 May 2025"],
    ['{{direction week up="higher" down="lower" flat="unchanged"}}', "Lower"],
    ['{{direction flat up="higher" down="lower" flat="unchanged"}}', "Unchanged"],
  ])("says %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("chooses the verb by the printed sign and lets no verb return within the note", () => {
    const text = read(
      "It {{moved week}}. It {{moved week}}. It {{moved week}}. It {{moved week}}.",
    );
    const verbs = text.split(". ").map((each) => each.replace(/^It |\.$/g, ""));
    expect(new Set(verbs).size).toBe(4);
  });

  it("refuses a holiday of a day on which the exchange is open", () => {
    const { problems } = rendered("It is shortened by {{holiday close}}.");
    expect(problems).toMatchObject([{ rule: "wrong-kind", severity: "error" }]);
    expect(problems[0]?.message).toContain('on 2025-05-23 of "close" it is open');
  });

  it("turns the verb with the edition", () => {
    const verbs = [1, 2, 3, 4, 5].map((ordinal) => read("It {{moved week}}.", scene({ ordinal })));
    expect(new Set(verbs).size).toBe(5);
    expect(read("It {{moved week}}.", scene({ ordinal: 3 }))).toBe(verbs[2]);
  });

  it("keeps the value, the fact and the printed text of each figure", () => {
    const [block] = rendered("It {{moved week}} {{size week}}.").blocks;
    const line = block?.kind === "paragraph" ? block.children : [];
    expect(line[1]).toEqual({
      kind: "figure",
      said: { fact: "week", kind: "value", text: "3.5 percent" },
      value: -0.0347,
    });
    expect(saidIn(line)).toEqual(rendered("It {{moved week}} {{size week}}.").said);
  });

  it("tells a number that the fact does not name", () => {
    const { problems } = rendered('It {{named rally "days"}}.');
    expect(problems).toEqual([
      expect.objectContaining({ rule: "unknown-name", line: 3, column: 4 }),
    ]);
  });
});

describe("conditions", () => {
  it.each([
    ["{{#rose week}}A{{else}}B{{/rose}}", "B"],
    ["{{#fell week}}A{{else}}B{{/fell}}", "A"],
    ["{{#flat flat}}A{{else}}B{{/flat}}", "A"],
    ["{{#rose flat digits=4}}A{{else}}B{{/rose}}", "B"],
    ['{{#rose zero}}A{{else is level "resistance"}}B{{/rose}}', "B"],
    ["{{#atleast zero 0}}A{{else}}B{{/atleast}}", "A"],
    ["{{#atmost crossings 4}}A{{else}}B{{/atmost}}", "B"],
    ["{{#above close average}}A{{else}}B{{/above}}", "A"],
    ["{{#below close level}}A{{else}}B{{/below}}", "A"],
    ["{{#after close low}}A{{else}}B{{/after}}", "A"],
    ["{{#before close low}}A{{else}}B{{/before}}", "B"],
    ['{{#within close "1 week"}}A{{else}}B{{/within}}', "A"],
    ['{{#within low "1 month"}}A{{else}}B{{/within}}', "B"],
    ["{{#has close lost}}A{{else}}B{{/has}}", "B"],
    ["{{#has close zero}}A{{else}}B{{/has}}", "A"],
  ])("decides %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("takes neither branch of a withheld fact, and the sentence around it falls out", () => {
    expect(read("It held. It {{#rose lost}}rose{{else}}fell{{/rose}} far. It ended.")).toBe(
      "It held. It ended.",
    );
  });

  it("keeps the sentences beside a branch of whole sentences that falls out", () => {
    expect(read("It held. {{#rose lost}}It rose.{{else}}It fell.{{/rose}} It ended.")).toBe(
      "It held. It ended.",
    );
    expect(read("It held.\n{{#rose lost}}\nIt rose.\n{{/rose}}\nIt ended.")).toBe(
      "It held. It ended.",
    );
    expect(read("One.\n\n{{#rose lost}}\nTwo.\n{{/rose}}\n\nThree.")).toBe("One.\nThree.");
  });
});

describe("variation", () => {
  const group = "{{#vary}}A{{or}}B{{or}}C{{or}}D{{or}}E{{/vary}} held.";

  it("returns to no variant within four editions", () => {
    const said = [1, 2, 3, 4, 5, 6].map((ordinal) => read(group, scene({ ordinal })));
    expect(new Set(said.slice(0, 5)).size).toBe(5);
    expect(said[5]).toBe(said[0]);
  });

  it("passes over a variant that cannot be said", () => {
    const text = "It {{#vary}}fell to {{figure lost}}{{or}}held{{/vary}}.";
    expect([0, 1].map((ordinal) => read(text, scene({ ordinal })))).toEqual([
      "It held.",
      "It held.",
    ]);
    expect(rendered(text, scene({ ordinal: 0 })).dropped.map((each) => each.what)).toEqual([
      "chart",
      "chart",
    ]);
  });

  it("falls out with its sentence where no variant can be said", () => {
    expect(
      read("It held. It fell to {{#vary}}{{figure lost}}{{or}}{{figure gone}}{{/vary}}."),
    ).toBe("It held.");
  });

  it("keeps paragraphs apart when variants stand on their own lines", () => {
    expect(read("One.\n\n{{#vary}}\nTwo.\n{{or}}\nTwo.\n{{/vary}}\n\nThree.")).toBe(
      "One.\nTwo.\nThree.",
    );
  });
});

describe("what falls out", () => {
  it("lists the sentence, the fact and the place", () => {
    const note = rendered("It held. It fell to {{figure lost}} in May.");
    expect(readBlocks(note)).toBe("It held.");
    expect(note.dropped[0]).toEqual({
      what: "sentence",
      text: "It fell to […] in May.",
      because: [scene().facts.get("lost")],
      place: { file: "note.md.hbs", line: 3, column: 21 },
    });
  });

  it("drops a passage whole for a fact that it names or says", () => {
    const text =
      "It held{{#passage lost}}, and more{{/passage}}. {{#passage}}Up. To {{figure gone}}.{{/passage}} End.";
    expect(read(text)).toBe("It held. End.");
    expect(
      rendered(text)
        .dropped.slice(0, 2)
        .map((each) => each.because[0]?.id),
    ).toEqual(["lost", "gone"]);
  });

  it("drops a heading without text, a list without items and the words that announce it", () => {
    const text =
      "## One\n\nIt is {{figure lost}}.\n\n## Two\n\nIt held. These fell:\n\n- {{figure lost}}\n- {{figure gone}}\n\n## Three\n\nEnd.";
    expect(read(text)).toBe("# Two\nIt held.\n# Three\nEnd.");
  });

  it("keeps emphasis whole when one of its sentences falls out", () => {
    const [block] = rendered("*It held. It is {{figure lost}}.* It ended.").blocks;
    expect(block).toEqual({
      kind: "paragraph",
      voice: false,
      children: [
        { kind: "emphasis", children: [{ kind: "text", text: "It held. " }] },
        { kind: "text", text: "It ended." },
      ],
    });
  });
});

describe("charts", () => {
  it("stand after the paragraph that refers to them, numbered in order of reference", () => {
    const text = 'Shorts rose ({{chart "shorts"}}).\n\nThe index fell ({{chart "index"}}).\n\nEnd.';
    expect(read(text)).toBe(
      "Shorts rose (Chart 1).\n[shorts]\nThe index fell (Chart 2).\n[index]\nEnd.",
    );
    expect(rendered(text).charts).toEqual(["shorts", "index"]);
  });

  it("renumber where one cannot be drawn, and its sentence loses the reference alone", () => {
    const text =
      'Shorts rose ({{chart "shorts"}}). It fell (far, {{chart "shorts"}}).\n\nThe index fell ({{chart "index"}}).';
    expect(read(text, scene({ charts: new Set(["index"]) }))).toBe(
      "Shorts rose. It fell (far).\nThe index fell (Chart 1).\n[index]",
    );
  });

  it("take a sentence with them that reads only with its chart", () => {
    const text = 'It held. As {{chart "shorts"}} shows, it fell.';
    expect(read(text, scene({ charts: new Set() }))).toBe("It held.");
  });

  it("fall out with the sentence that refers to them", () => {
    const note = rendered(
      'It is {{figure lost}} ({{chart "shorts"}}). The index fell ({{chart "index"}}).',
    );
    expect(readBlocks(note)).toBe("The index fell (Chart 1).\n[index]");
    expect(note.dropped).toContainEqual(expect.objectContaining({ what: "chart", text: "shorts" }));
  });
});

describe("headline, standfirst and method", () => {
  it("are the first pattern that comes out whole", () => {
    const text =
      '{{#headline}}It is {{figure lost}}{{/headline}}\n{{#headline}}\nSmall caps {{moved week}} {{size week style="compact"}}\n{{/headline}}\n' +
      "{{#standfirst}}{{#rose week}}Up.{{/rose}}{{/standfirst}}\n{{#standfirst}}Closed at {{figure close}}.{{/standfirst}}\n\nEnd.\n\n" +
      "{{#method}}\nPrices to\n{{as-of}}.\n\nShorts to {{date lost}}.\n{{/method}}\n";
    const note = render(template(text), scene());
    expect(plainText(note.headline)).toMatch(/^Small caps \p{L}+ 3\.5%$/u);
    expect(plainText(note.standfirst)).toBe("Closed at 2040.");
    expect(note.method.map(plainText)).toEqual(["Prices to 23 May 2025."]);
    expect(note.dropped[0]).toMatchObject({ what: "headline", place: { line: 1, column: 20 } });
    expect(note.said.map((each) => each.text)).toEqual(["3.5%", "2040", "23 May 2025"]);
  });

  it("are told missing where no pattern holds", () => {
    const note = render(template("{{#headline}}At {{figure lost}}{{/headline}}\n\nEnd."), scene());
    expect(note.problems.map((each) => each.rule)).toEqual(["no-headline"]);
  });
});

describe("slots", () => {
  it("in the middle of other text are told, where only a partial can have put them", () => {
    const partials = new Map([["end", { file: "p/end.hbs", text: '{{voice "end"}}' }]]);
    const note = template(
      "{{#headline}}A{{/headline}}\n\nIt fell {{> end}} far.",
      "note",
      partials,
    );
    const made = render(note, scene());
    expect(readBlocks(made)).toBe("It fell far.");
    expect(made.problems.map((each) => each.rule)).toEqual(["misplaced"]);
  });
});

describe("renderLine", () => {
  it("says a title, or nothing at all", () => {
    const say = (text: string) => renderLine(template(text, "line"), scene());
    expect(plainText(say("{{name close}} below {{figure level}}") ?? [])).toBe(
      "Russell 2000 below 2100",
    );
    expect(say("At {{figure lost}}")).toBeNull();
    expect(say("{{#has lost}}At{{/has}}")).toBeNull();
    const tell = (text: string) => renderSentences(template(text, "line"), scene());
    expect(plainText(tell("It fell. It is {{figure lost}}.") ?? [])).toBe("It fell.");
    expect(tell("It is {{figure lost}}.")).toBeNull();
    expect(plainText(say('{{figure rally style="compact"}}') ?? [])).toBe("22.0%");
  });
});

describe("typography", () => {
  it.each([
    [`It's "fine" - the index's 'low'...`, "It’s “fine” – the index’s ‘low’…"],
    ["It fell {{noun close}} , then .", "It fell the index, then."],
    ["a {{size rally digits=0}} rise", "A 22 percent rise"],
    ["It is a {{figure eight}} rise.", "It is an 8 percent rise."],
    ["{{noun close}} fell. {{noun close}} rose.", "The index fell. The index rose."],
    ["iShares fell.", "iShares fell."],
    ["{{name acme}} fell, and so did {{name acme}}.", "Acme Inc. fell, and so did Acme Inc."],
    ['{{named average "sessions"}} sessions', "50\u00A0sessions"],
    ["It fell\n{{size week}}.", "It fell 3.5 percent."],
  ])("sets %j", (text, expected) => {
    const where = scene({}, [
      fact("eight", 0.08, { digits: 0 }),
      fact("acme", 1, { series: "acme" }),
    ]);
    const series = new Map([
      ...where.series,
      ["acme", { name: "Acme Inc.", noun: "the company", unit: "price", every: "day" } as const],
    ]);
    expect(read(text, { ...where, series })).toBe(expected);
  });
});

describe("Markdown", () => {
  it("is heading, list, emphasis and link, and nothing else", () => {
    const note = rendered(
      "a | b\n\n    four spaces\n\n**Bold** and [link](https://example.org/?a=1).\n\nwww.example.org <b>x</b>",
    );
    expect(note.blocks.map((each) => each.kind)).toEqual(Array(4).fill("paragraph"));
    expect(readBlocks(note)).toBe("A | b\nFour spaces\nBold and link.\nWww.example.org <b>x</b>");
  });

  it("sends no reader to a script", () => {
    const [block] = rendered("A [word](javascript:alert) and [two](JaVaScRiPt&#58;x).").blocks;
    expect(JSON.stringify(block)).not.toMatch(/href/);
  });

  it("never changes its blocks for the sake of a name, whatever the name is", () => {
    const text =
      '## On {{name any}}\n\n{{name any}} fell *{{noun any}}*.\n\n- {{name any}}\n- **{{name any}}** {{figure any}}\n\nEnd ({{chart "index"}}).';
    const shape = (name: string): unknown => {
      const where = scene({}, [fact("any", 1, { series: "any", unit: "count" })]);
      const series = new Map([["any", { name, noun: name, unit: "price", every: "day" } as const]]);
      const { blocks } = rendered(text, { ...where, series });
      return JSON.parse(
        JSON.stringify(blocks, (key, value: unknown) =>
          key === "text" || key === "id" ? "" : value,
        ),
      );
    };
    const expected = shape("Acme");
    const odd = oneof(
      string(),
      string({ unit: "binary" }),
      constantFrom(
        "- 5",
        "# A",
        "A*B and C*D",
        "[a]: b",
        "x|y",
        "2023. A",
        "<b>",
        "a\n\nb",
        "\uE000\uE001",
        "```",
        "_a_",
        "](javascript:x)",
        "A. B. C",
      ),
    );
    assert(
      property(odd, (name) => {
        expect(shape(`A${name}`)).toEqual(expected);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
