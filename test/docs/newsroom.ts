import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse, stringify } from "yaml";
import type { Materials } from "../../src/edition/index.ts";
import { compose, nothingKept, openReport } from "../../src/edition/index.ts";
import type { Article, Edition, Problem } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { plainText } from "../../src/narrative/index.ts";
import { ROOT } from "./manual.ts";

type Yaml = Readonly<Record<string, unknown>>;

/** What an example changes in the small-caps report. */
export interface Change {
  readonly report?: (yaml: Yaml) => Yaml;
  /** Added at the end of report.yaml as it is: for what no YAML reader would accept. */
  readonly reportTail?: string;
  readonly note?: (text: string) => string;
  readonly voice?: string;
  /** Whole files by path: another report, a partial. */
  readonly files?: Readonly<Record<string, string>>;
  /** The report's name; small-caps where nothing is said. */
  readonly name?: string;
}

export interface Made {
  readonly edition: Edition | null;
  readonly materials: Materials | null;
  readonly problems: readonly Problem[];
}

const kept = nothingKept();

/** The edition that the manual tells of, with the example's change, in a newsroom of its own. */
export async function editionWith(change: Change): Promise<Made> {
  const root = mkdtempSync(path.join(tmpdir(), "notewright-docs-"));
  try {
    return await make(root, change);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function make(root: string, change: Change): Promise<Made> {
  const folder = path.join(root, "reports", change.name ?? "small-caps");
  mkdirSync(path.join(root, "archive"));
  cpSync(path.join(ROOT, "reports", "small-caps"), path.join(root, "reports", "small-caps"), {
    recursive: true,
  });
  for (const [name, text] of Object.entries(change.files ?? {})) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const edit = (name: string, how: (text: string) => string): void => {
    const file = path.join(folder, name);
    writeFileSync(file, how(readFileSync(file, "utf8")));
  };
  const { report, reportTail, note, voice } = change;
  if (report !== undefined) {
    edit("report.yaml", (text) => stringify(report(parse(text) as Yaml)));
  }
  if (reportTail !== undefined) edit("report.yaml", (text) => `${text}\n${reportTail}`);
  if (note !== undefined) edit("note.md.hbs", note);
  if (voice !== undefined) edit("voice/2025-05-23.md", () => voice);
  const opened = openReport(
    { root },
    folder,
    {
      asOf: day("2025-05-23"),
      published: day("2025-05-27"),
      data: path.join(ROOT, "data"),
      catalogue: null,
    },
    kept,
  );
  if (!opened.ok) return { edition: null, materials: null, problems: opened.problems };
  const { materials, occasion } = opened.value;
  const composed = await compose(materials, occasion);
  const edition = composed.ok ? composed.value : null;
  return { edition, materials, problems: composed.problems };
}

/** Mappings are put together key by key; everything else is replaced. */
export function merged(base: Yaml, change: Yaml): Yaml {
  const found: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) {
    const old = found[key];
    found[key] = isYaml(old) && isYaml(value) ? merged(old, value) : value;
  }
  return found;
}

export function isYaml(value: unknown): value is Yaml {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The running text as a reader reads it, a block a line. */
export function textOf(article: Article): string {
  return article.blocks
    .flatMap((block) => {
      switch (block.kind) {
        case "heading":
          return [`## ${plainText(block.children)}`];
        case "paragraph":
          return [plainText(block.children)];
        case "list":
          return block.items.map((each) => `- ${plainText(each)}`);
        case "table":
          return [block.head, ...block.rows].map(
            (each) => `| ${each.map(plainText).join(" | ")} |`,
          );
        case "chart":
          return [];
      }
    })
    .join("\n");
}

/** Problems as the terminal shows them, without their places. */
export function told(problems: readonly Problem[]): readonly string[] {
  return problems.map(
    ({ severity, rule, message, hint }) =>
      `${severity} ${rule}  ${message}${hint === "" ? "" : `\n    → ${hint}`}`,
  );
}
