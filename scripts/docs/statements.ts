import { readFileSync } from "node:fs";
import path from "node:path";
import { parse, stringify } from "yaml";
import type { Day, Facts, Line, Withheld } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { lint, parseTemplate, renderLine } from "../../src/narrative/index.ts";
import type { Scene } from "../../src/narrative/index.ts";
import { plain } from "../../src/pages/index.ts";
import type { Requests } from "./sample.ts";
import { AS_OF, factsOf, PUBLISHED, ROOT } from "./sample.ts";
import { houseVoice } from "./voice.ts";

/** A statement that notes make: what it is, how it is asked for, and the line that says it. */
export interface Statement {
  readonly id: string;
  /** In our own words. */
  readonly what: string;
  /** Facts besides those of the small-caps report. */
  readonly facts?: Requests;
  readonly line?: string;
  /** The day it is told for, where it could not be said on the manual's own. */
  readonly on?: string;
  /** Where a line alone does not say it: who or what does, or why nobody does. */
  readonly instead?: string;
}

interface Chapter {
  readonly title: string;
  readonly opening: string;
  readonly statements: readonly Statement[];
}

const FOLDER = path.join(ROOT, "scripts", "docs", "statements");
const CHAPTERS = ["rallies-and-levels", "odds-and-groups", "kinds"] as const;

export function chapters(): readonly Chapter[] {
  return CHAPTERS.map(
    (name) => parse(readFileSync(path.join(FOLDER, `${name}.yaml`), "utf8")) as Chapter,
  );
}

/** Every statement of the chapters in one report: those of the shipped report come with it. */
export function statementRequests(): Requests {
  const report = path.join(ROOT, "reports", "small-caps", "report.yaml");
  const { facts } = parse(readFileSync(report, "utf8")) as { readonly facts: Requests };
  const own = chapters().flatMap(({ statements }) => statements.map((each) => each.facts ?? {}));
  return Object.assign({}, facts, ...own) as Requests;
}

/** What the line says of the sample data, or what is wrong with it. */
export interface Spoken {
  readonly statement: Statement;
  readonly said: Line | null;
  readonly problems: readonly string[];
}

export function spoken(): readonly Spoken[] {
  const requests = statementRequests();
  const all = chapters().flatMap(({ statements }) => statements);
  const days = [...new Set(all.map((each) => each.on ?? AS_OF))];
  const evenings = new Map(days.map((each) => [each, evening(requests, each)]));
  return all.map((statement): Spoken => {
    const at = evenings.get(statement.on ?? AS_OF);
    if (statement.line === undefined || at === undefined) {
      return { statement, said: null, problems: [] };
    }
    const { facts, scene, faults } = at;
    const told = say(statement.line, facts, scene);
    return { statement, said: told.said, problems: [...faults, ...told.problems] };
  });
}

interface Evening {
  readonly facts: Facts;
  readonly scene: Scene;
  readonly faults: readonly string[];
}

/** What the data told on a day, and how it is said. */
function evening(requests: Requests, on: string): Evening {
  const asOf = day(on);
  const published = asOf === AS_OF ? PUBLISHED : asOf;
  const { facts, problems, series } = factsOf(requests, asOf, published);
  const scene = sceneOf(facts, series, asOf, published);
  return { facts, scene, faults: problems.map((each) => each.message) };
}

function say(text: string, facts: Facts, scene: Scene): Omit<Spoken, "statement"> {
  const parsed = parseTemplate(text, "statement", "line", new Map());
  if (!parsed.ok) return { said: null, problems: parsed.problems.map((each) => each.message) };
  const units = [...facts.values()].flatMap((each) =>
    each.kind === "fact" ? [[each.id, each.unit] as const] : [],
  );
  const names = [...scene.series.values()].map((each) => each.name);
  const known = {
    facts: new Set(facts.keys()),
    units: new Map(units),
    charts: scene.charts,
    names: [...new Set(names.filter((each) => /\d/.test(each)))],
    voice: scene.voice,
  };
  const objections = lint(parsed.value, known).filter((each) => each.severity === "error");
  if (objections.length > 0)
    return { said: null, problems: objections.map((each) => each.message) };
  const said = renderLine(parsed.value, scene);
  if (said !== null) return { said, problems: [] };
  const withheld = [...facts.values()].filter((each): each is Withheld => each.kind === "withheld");
  const named = withheld.filter((each) => text.includes(each.id));
  return { said, problems: named.map((each) => `${each.id}: ${each.reason}`) };
}

function sceneOf(facts: Facts, series: Scene["series"], asOf: Day, published: Day): Scene {
  return {
    facts,
    series,
    voice: houseVoice(),
    ordinal: 0,
    published,
    asOf,
    charts: new Set(),
    slots: new Map(),
  };
}

/** The table of all statements, as Markdown. */
export function statementsManual(): string {
  const all = spoken();
  const parts = chapters().map((chapter) => {
    const rows = chapter.statements.flatMap((statement) => {
      const found = all.find((each) => each.statement.id === statement.id);
      return [`| ${statement.id} | ${statement.what} | ${asked(statement)} | ${told(found)} |`];
    });
    const head = [
      "| | statement | asked for and said by | on the sample data |",
      "| --- | --- | --- | --- |",
    ];
    return [`## ${chapter.title}`, "", chapter.opening, "", ...head, ...rows].join("\n");
  });
  return [OPENING, ...parts].join("\n\n");
}

const OPENING = `# What a note can say

<!-- Made by \`node scripts/make-docs.ts\` from scripts/docs/statements. Change the texts there. -->

Every kind of statement that market notes were found to make, with the YAML that asks for its facts, the line of template that says it, and what that line says of the sample data as of 23 May 2025, published on the 27th. A test says each of them again. Facts without YAML are those of [the small-caps report](../reports/small-caps/report.yaml). The figures are simulated.`;

function asked({ facts, line, on, instead }: Statement): string {
  const yaml = Object.entries(facts ?? {}).map(([id, request]) => {
    const flow = stringify({ [id]: request }, { collectionStyle: "flow", lineWidth: 0 }).trim();
    return code(flow.replace(/^\{ (.*) \}$/s, "$1"));
  });
  return [
    ...yaml,
    ...(line === undefined ? [] : [code(line)]),
    ...(on === undefined ? [] : [`(as of ${on})`]),
    ...(instead === undefined ? [] : [instead]),
  ].join("<br>");
}

function code(text: string): string {
  return `\`${text.replaceAll("|", String.raw`\|`)}\``;
}

function told(found: Spoken | undefined): string {
  if (found === undefined || found.said === null) return "";
  const text = plain(found.said).replaceAll("|", String.raw`\|`);
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
