import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/model/index.ts";
import { parseTemplate } from "../../src/narrative/index.ts";
import { callsOf } from "../../src/narrative/template.ts";
import { read, scene, template } from "./fixture.ts";

const FILE = "reports/cot/partials/block.md.hbs";

function partials(texts: Readonly<Record<string, string>>) {
  return new Map(
    Object.entries(texts).map(([name, text]) => [
      name,
      { file: `reports/cot/partials/${name}.md.hbs`, text },
    ]),
  );
}

function problems(text: string, block: string, more = {}): readonly Problem[] {
  return parseTemplate(text, "note.md.hbs", "note", partials({ block, ...more })).problems;
}

function refused(text: string, block: string): readonly Problem[] {
  const parsed = parseTemplate(text, "note.md.hbs", "note", partials({ block }));
  return parsed.ok ? parsed.value.refused : parsed.problems;
}

/** What every tag of the note names, as the guards see it. */
function named(text: string, texts: Readonly<Record<string, string>>): readonly string[] {
  return callsOf(template(text, "note", partials(texts)).nodes).map((call) =>
    call.args
      .map((each) => (each.kind === "text" ? `"${each.text}"` : String(Object.values(each)[1])))
      .join(" "),
  );
}

describe("a partial with names", () => {
  it("means the facts that begin with the name", () => {
    const block =
      "{{#above market.high market.low}}It{{/above}} {{figure market}} {{figure other.low}}";
    expect(named('{{> block market="gold"}}', { block })).toEqual([
      "gold.high gold.low",
      "gold",
      "other.low",
    ]);
  });

  it("means a chart where a chart is wanted", () => {
    expect(named('{{> block market="gold"}}', { block: "({{chart market}})" })).toEqual(['"gold"']);
  });

  it("hands a name on under another word", () => {
    const texts = { block: "{{> inner of=market}}", inner: "{{figure of.net}}" };
    expect(named('{{> block market="gold"}}', texts)).toEqual(["gold.net"]);
  });

  it("does not know the names of the partial around it", () => {
    const texts = { block: "{{> inner}}{{figure market.net}}", inner: "{{figure market.net}}" };
    expect(named('{{> block market="gold"}}', texts)).toEqual(["market.net", "gold.net"]);
  });

  it("is told at its place of a name that it has no use for", () => {
    const found = problems('A\n\n{{> block markt="gold"}}', "{{figure market.net}}");
    expect(found).toMatchObject([
      { rule: "partial-name", file: "note.md.hbs", line: 3, hint: 'did you mean "market"?' },
    ]);
  });

  it.each([
    ['{{> block market="Gold!"}}', "in quotes"],
    ["{{> block market=gold}}", "in quotes"],
    ["{{> block market=5}}", "in quotes"],
    ['{{> block Market="gold"}}', "small letters"],
    ['{{> block market="gold" market="oil"}}', "once"],
    ["{{> block gold}}", "names"],
  ])("refuses %s", (text, hint) => {
    const [found] = refused(text, "{{figure market.net}} {{figure Market.net}}");
    expect(found).toMatchObject({ file: "note.md.hbs", line: 1 });
    expect(found?.hint).toContain(hint);
  });

  it("tells what is wrong inside at the place inside, once", () => {
    const text = '{{> block market="gold"}}\n\n{{> block market="crude"}}';
    const parsed = parseTemplate(
      text,
      "note.md.hbs",
      "note",
      partials({ block: "A\n{{figure market.net" }),
    );
    expect(parsed.ok).toBe(false);
    expect(parsed.problems).toHaveLength(1);
    expect(parsed.problems[0]).toMatchObject({ file: FILE, line: 2, column: 1 });
  });

  it("stays out of itself, whatever its names", () => {
    const [found] = problems(
      '{{> block market="gold"}}',
      "{{figure market.net}}{{> block market=market}}",
    );
    expect(found).toMatchObject({ rule: "partial-circle", file: FILE });
  });
});

describe("the variants of a partial used often", () => {
  const five = "{{#vary}}one{{or}}two{{or}}three{{or}}four{{or}}five{{/vary}}";
  // Five groups: by their mere count each use would begin where the one before began.
  const block = `${five} ${five} ${five} ${five} ${five} of {{figure market}}.`;
  const note = `${five}.\n\n${["week", "rally", "close", "low"].map((each) => `{{> block market="${each}"}}`).join("\n\n")}\n\n${five}.`;

  function said(ordinal: number): readonly string[] {
    const lines = read(note, { ...scene(), ordinal }, partials({ block }))
      .split("\n")
      .filter((each) => each !== "");
    return lines.map((each) => each.replace(/ of .*/, ""));
  }

  it("differ from one use to the next", () => {
    const uses = said(0)
      .slice(1, 5)
      .map((each) => each.split(" "));
    for (const [at, use] of uses.slice(1).entries()) {
      const before = uses[at] ?? [];
      expect(use.filter((word, place) => word === before[place])).toEqual([]);
    }
  });

  it("do not return for the same fact within four editions", () => {
    for (const place of [0, 1, 4, 5]) {
      const words = [0, 1, 2, 3, 4].map((ordinal) => said(ordinal)[place]);
      expect(new Set(words).size).toBe(5);
    }
  });
});
