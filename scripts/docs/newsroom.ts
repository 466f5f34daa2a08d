import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { ROOT } from "./sample.ts";
import type { Statement } from "./statements.ts";
import { chapters } from "./statements.ts";

/** A place of a template or a report.yaml that says which statements stand there. */
export interface Mention {
  readonly statement: string;
  /** Relative to the repository. */
  readonly file: string;
  /** Line of what is said, counted from 1. */
  readonly line: number;
}

/** A report of the newsroom, as the list tells of it. */
export interface Listed {
  readonly name: string;
  readonly title: string;
  readonly cadence: string;
  /** Its page in the manual; null: it has none. */
  readonly page: string | null;
}

const SYSTEMS = path.join(ROOT, "scripts", "docs", "statements", "systems.yaml");
/** `{{!-- T18 T22 --}}` in a template, `# T4: …` in a report.yaml. */
const REMARKS = [
  /\{\{!-- ((?:[HTSK]\d+b?[:,;]? (?:[DP]\d+ )*)+).*?--\}\}/g,
  /^ *# ((?:[HTSK]\d+:? )+)/g,
];

/** The statements that a newsroom has to make, and the parts of its systems, in order. */
export function wanted(): readonly Statement[] {
  const systems = parse(readFileSync(SYSTEMS, "utf8")) as { readonly statements: Statement[] };
  const said = chapters().flatMap(({ statements }) => statements);
  return [...said.filter((each) => /^[HT]\d+$/.test(each.id)), ...systems.statements];
}

/** Every remark of the shipped reports and of the passages they share. */
export function mentions(): readonly Mention[] {
  const folders = [
    ...reportFolders().map((each) => path.join("reports", each)),
    "templates/partials",
  ];
  return folders.flatMap((folder) => filesIn(folder).flatMap((file) => mentionsIn(file)));
}

export function reports(): readonly Listed[] {
  return reportFolders().map((name) => {
    const text = readFileSync(path.join(ROOT, "reports", name, "report.yaml"), "utf8");
    const yaml = parse(text) as { readonly title: string; readonly cadence?: string };
    const page = path.join("docs", "reports", `${name}.md`);
    return {
      name,
      title: yaml.title,
      cadence: yaml.cadence ?? "week",
      page: existsSync(path.join(ROOT, page)) ? page : null,
    };
  });
}

function reportFolders(): readonly string[] {
  return readdirSync(path.join(ROOT, "reports"), { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map((each) => each.name)
    .toSorted();
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(path.join(ROOT, folder))) return [];
  return readdirSync(path.join(ROOT, folder))
    .filter((each) => each.endsWith(".hbs") || each === "report.yaml")
    .toSorted()
    .map((each) => path.posix.join(folder, each));
}

function mentionsIn(file: string): readonly Mention[] {
  const lines = readFileSync(path.join(ROOT, file), "utf8").split("\n");
  return lines.flatMap((text, index) => {
    const remarks = REMARKS.flatMap((each) => [...text.matchAll(each)]);
    const alone = remarks.some(([whole]) => whole === text) || /^ *#/.test(text);
    const line = index + 1 + (alone ? beforeText(lines.slice(index + 1)) + 1 : 0);
    return remarks
      .flatMap(([, ids = ""]) => ids.match(/[HTSK]\d+b?/g) ?? [])
      .map((statement): Mention => ({ statement, file, line }));
  });
}

/** How many lines come before the first that says something. */
function beforeText(lines: readonly string[]): number {
  const found = lines.findIndex((each) => each.trim() !== "" && !each.startsWith("{{!--"));
  return Math.max(found, 0);
}

/** The list of the reports, and the table of all statements with the places where they stand. */
export function newsroomManual(): string {
  const found = mentions();
  const list = reports().map(({ name, title, cadence, page }) => {
    const link = page === null ? `\`${name}\`` : `[${name}](${path.relative("docs", page)})`;
    return `| ${link} | ${title} | ${cadence} |`;
  });
  const rows = wanted().map((each) => {
    const places = found.filter(({ statement }) => statement === each.id);
    return `| ${each.id} | ${each.what} | ${placesTold(places, each)} |`;
  });
  return [
    OPENING,
    ["| report | masthead | every |", "| --- | --- | --- |", ...list].join("\n"),
    TABLE,
    ["| | statement | where it stands |", "| --- | --- | --- |", ...rows].join("\n"),
  ].join("\n\n");
}

function placesTold(places: readonly Mention[], { instead }: Statement): string {
  if (places.length === 0) return instead ?? "";
  return places
    .map(({ file, line }) => {
      const name = file.replace(/^reports\//, "").replace("/note.md.hbs", "");
      return `[${name}:${line}](../${file}#L${line})`;
    })
    .join(", ");
}

const OPENING = `# The newsroom

<!-- Made by \`node scripts/make-docs.ts\` from the reports. Change them there. -->

The reports that come with Notewright. Each is a folder under \`reports/\`, to be used as it is or to start from: \`notewright new my-report --from cot\`.`;

const TABLE = `## Where each statement stands

Remarks in the templates, as \`{{!-- T18 --}}\` above a paragraph or \`# T4: …\` above a chart, name the [statement](statements.md) that is made there. This table is made from them. H stands for statements of a weekly index note, T for those of a page of signals, groups and short positions, S for the parts of the two agents.`;
