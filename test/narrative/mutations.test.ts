import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/model/index.ts";
import type { Known } from "../../src/narrative/index.ts";
import { lint, parseTemplate, render } from "../../src/narrative/index.ts";
import { houseVoice, readBlocks, scene } from "./fixture.ts";

const NOTE = `{{#headline}}
Small Caps {{moved week}} {{size week style="compact"}} To {{figure close}}
{{/headline}}

{{#standfirst}}
Short interest is {{qualifier short.rank}}, and the index ended {{week week}} {{direction week up="higher" down="lower" flat="unchanged"}}.
{{/standfirst}}

## Short interest

{{#rose short}}
Short interest {{moved short}} {{size short}} to {{figure short.level}} shares ({{chart "shorts"}}).
{{else fell short}}
Shorts covered {{size short}} of their positions ({{chart "shorts"}}).
{{else}}
Short interest held at {{figure short.level}} shares ({{chart "shorts"}}).
{{/rose}}

{{!-- the index: 50-day average, level, record --}}
## The index

The {{name close}} {{moved week}} {{size week}} to {{figure close}} ({{chart "index"}}).
{{#vary}}
The {{named average "sessions"}}-day average waits at {{figure average}}.
{{or}}
Below lies the {{named average "sessions"}}-day average, at {{figure average}}.
{{/vary}}
{{#passage lost}}
It was the highest since {{since lost}}.
{{/passage}}
{{#above close level}}It holds above {{figure level}}.{{else}}It failed at {{figure level}}, breached {{ago breach}} ago.{{/above}}

- The low of {{date low}} was {{figure low}}.
- The record of {{month record}} was {{figure record}}.

{{voice "view"}}

{{#method}}
Prices to {{as-of}}.
{{/method}}
`;

const FACTS = scene().facts;
const KNOWN: Known = {
  facts: new Set(FACTS.keys()),
  charts: new Set(["index", "shorts"]),
  names: ["Russell 2000"],
  voice: houseVoice(),
};

interface Mutant {
  readonly text: string;
  readonly line: number;
  readonly what: string;
}

/** A small generator with a fixed seed (Park and Miller): the same mutants on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function splice(text: string, at: number, length: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + length);
}

function mutate(text: string, next: (below: number) => number): Mutant {
  const tags = [...text.matchAll(/\{\{[^}]*\}\}/g)].filter((each) => !each[0].startsWith("{{!"));
  const tag = tags[next(tags.length)];
  const at = tag?.index ?? 0;
  const whole = tag?.[0] ?? "";
  const line = text.slice(0, at).split("\n").length;
  const letter = at + 2 + next(Math.max(whole.length - 4, 1));
  switch (next(8)) {
    case 0:
      return { text: splice(text, letter, 1, ""), line, what: `letter lost in ${whole}` };
    case 1:
      return { text: splice(text, letter, 1, "q"), line, what: `letter changed in ${whole}` };
    case 2:
      return { text: splice(text, at, whole.length, ""), line, what: `${whole} lost` };
    case 3:
      return {
        text: splice(text, at + whole.length - 1, 1, ""),
        line,
        what: `brace lost of ${whole}`,
      };
    case 4:
      return { text: splice(text, at, 1, ""), line, what: `first brace lost of ${whole}` };
    case 5:
      return {
        text: splice(text, at + whole.length - 2, 0, " close"),
        line,
        what: `argument added to ${whole}`,
      };
    case 6:
      return {
        text: splice(text, at + whole.length, 0, " 7"),
        line,
        what: `figure typed after ${whole}`,
      };
    default:
      return {
        text: splice(text, at + whole.length - 2, 0, ' sgin="x"'),
        line,
        what: `option added to ${whole}`,
      };
  }
}

function problemsOf(text: string): readonly Problem[] {
  const parsed = parseTemplate(text, "note.md.hbs", "note");
  const found = parsed.ok ? lint(parsed.value, KNOWN) : parsed.problems;
  const wrong = found.filter((each) => each.severity === "error");
  return wrong.length > 0 || !parsed.ok ? wrong : render(parsed.value, scene()).problems;
}

function said(text: string): string {
  const parsed = parseTemplate(text, "note.md.hbs", "note");
  if (!parsed.ok) throw new Error("refused");
  const made = render(parsed.value, scene());
  const chartless = made.blocks.filter((each) => each.kind !== "chart");
  return readBlocks({ ...made, blocks: chartless });
}

/** Lines of the tags of the block that the line opens, parts or closes. */
function blockLines(text: string, line: number): readonly number[] {
  const blocks: { lines: number[] }[] = [];
  const open: { lines: number[] }[] = [];
  for (const found of text.matchAll(/\{\{(#|\/|else|or)[^}]*\}\}/g)) {
    const at = text.slice(0, found.index).split("\n").length;
    if (found[1] === "#") {
      const block = { lines: [at] };
      blocks.push(block);
      open.push(block);
    } else open.at(-1)?.lines.push(at);
    if (found[1] === "/") open.pop();
  }
  return blocks.filter((each) => each.lines.includes(line)).flatMap((each) => each.lines);
}

describe("200 mutants of a note", () => {
  it("starts from a note that is sound", () => {
    expect(problemsOf(NOTE)).toEqual([]);
  });

  const next = numbers(20_250_523);
  const mutants = Array.from({ length: 200 }, () => mutate(NOTE, next));

  it.each(mutants.map((each, at) => ({ ...each, at })))(
    "refuses or says whole: $at, $what",
    (mutant) => {
      const problems = problemsOf(mutant.text);
      if (problems.length > 0) {
        const near = new Set([mutant.line, ...blockLines(NOTE, mutant.line), 1]);
        const lines = problems.map((each) => each.line ?? 0);
        const atLine = lines.some((each) => near.has(each));
        expect(atLine, `${mutant.line}: ${JSON.stringify(problems)}`).toBe(true);
        return;
      }
      const text = said(mutant.text);
      expect(text).not.toMatch(/[{}[\]\uE000-\uF8FF]|undefined|NaN| {2}|\(\)| [.,]/u);
    },
  );

  it("refuses nearly all of them", () => {
    const refused = mutants.filter((each) => problemsOf(each.text).length > 0);
    expect(refused.length).toBeGreaterThan(160);
  });
});
