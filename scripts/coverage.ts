/**
 * Composes the small-caps note for the first Friday of every month from January 2018 to May 2025 on
 * the sample data and, where they are at hand, on the real data; tells what was written, refused and
 * left out. `--texts FOLDER` also writes every note as plain text. Results go to docs/coverage.md.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Materials } from "../src/edition/index.ts";
import {
  compose,
  loadMaterials,
  nothingKept,
  occasionOf,
  projectAround,
} from "../src/edition/index.ts";
import type { Article, Day, Edition } from "../src/model/index.ts";
import { addDays, dayOf, weekdayOf } from "../src/model/index.ts";
import { plainText, repeatsAcross } from "../src/narrative/index.ts";

const ROOT = path.join(import.meta.dirname, "..");
const REAL = process.env["NOTEWRIGHT_REAL_DATA"] ?? path.join(ROOT, "..", "shared", "market-data");

interface Result {
  readonly day: Day;
  readonly edition: Edition | null;
  readonly reasons: readonly string[];
}

export function firstFridays(from: number, toYear: number, toMonth: number): readonly Day[] {
  const found: Day[] = [];
  for (let year = from; year <= toYear; year++) {
    for (let month = 1; month <= (year === toYear ? toMonth : 12); month++) {
      const first = dayOf(year, month, 1);
      found.push(addDays(first, (5 - weekdayOf(first) + 7) % 7));
    }
  }
  return found;
}

export function textOf(article: Article): string {
  const blocks = article.blocks.map((block) => {
    switch (block.kind) {
      case "heading":
        return `## ${plainText(block.children)}`;
      case "paragraph":
        return `${block.voice ? "> " : ""}${plainText(block.children)}`;
      case "list":
        return block.items.map((each) => `- ${plainText(each)}`).join("\n");
      case "table":
        return [block.head, ...block.rows]
          .map((each) => `| ${each.map(plainText).join(" | ")} |`)
          .join("\n");
      case "chart": {
        const chart = article.charts.find((each) => each.id === block.chart);
        return chart === undefined ? "" : `[Chart ${chart.number}: ${plainText(chart.title)}]`;
      }
    }
  });
  const head = [`# ${plainText(article.headline)}`, `*${plainText(article.standfirst)}*`];
  return [...head, ...blocks].join("\n\n");
}

async function runAll(materials: Materials, days: readonly Day[]): Promise<readonly Result[]> {
  const kept = nothingKept();
  const results: Result[] = [];
  for (const day of days) {
    const composed = await compose(materials, occasionOf(materials, day, day, kept));
    const wrong = composed.problems.filter((each) => each.severity === "error");
    results.push({
      day,
      edition: composed.ok ? composed.value : null,
      reasons: composed.ok ? [] : wrong.map((each) => `${each.rule}: ${each.message}`),
    });
  }
  return results;
}

/** Does the note say how the index stands and how margin debt moved, each with its chart? */
export function wholeSections(edition: Edition): {
  readonly index: boolean;
  readonly margin: boolean;
} {
  const said = new Set(edition.said.map((each) => each.fact));
  const charts = new Set(edition.article.charts.map((each) => each.id));
  return {
    index: said.has("close") && said.has("week") && charts.has("index"),
    margin: said.has("margin") && said.has("margin.to") && charts.has("margin-debt"),
  };
}

function materialsOf(data: string, catalogue: string): Materials {
  const folder = path.join(ROOT, "reports", "small-caps");
  const loaded = loadMaterials(projectAround(ROOT), folder, { folder: data, catalogue });
  if (loaded.ok) return loaded.value;
  throw new Error(
    loaded.problems.map((each) => `${each.file}:${each.line} ${each.message}`).join("\n"),
  );
}

function told(title: string, results: readonly Result[]): string {
  const written = results.filter((each) => each.edition !== null);
  const whole = written.filter(({ edition }) => {
    if (edition === null) return false;
    const { index, margin } = wholeSections(edition);
    return index && margin;
  });
  const rows = results.map(({ day, edition, reasons }) => {
    if (edition === null) return `| ${day} | refused | | ${reasons.join("; ")} |`;
    const charts = edition.article.charts.map((each) => each.id).join(", ");
    return `| ${day} | written | ${charts} | ${plainText(edition.article.headline)} |`;
  });
  return [
    `## ${title}`,
    `${written.length} of ${results.length} written, ${whole.length} of them with whole index and margin sections.`,
    ["| as of | | charts | headline, or why refused |", "| --- | --- | --- | --- |", ...rows].join(
      "\n",
    ),
  ].join("\n\n");
}

async function main(): Promise<void> {
  const days = firstFridays(2018, 2025, 5);
  const at = process.argv.indexOf("--texts");
  const folder = at < 0 ? null : (process.argv[at + 1] ?? null);
  const parts = [
    "# Coverage",
    "The small-caps note as of the first Friday of every month from January 2018 to May 2025, published that day. Made by `node scripts/coverage.ts`.",
  ];
  const places: [string, string, string][] = [
    ["Sample data", path.join(ROOT, "data"), path.join(ROOT, "data", "catalog.yaml")],
  ];
  if (existsSync(REAL)) {
    places.push(["Real data", REAL, path.join(ROOT, "test", "real", "catalog.yaml")]);
  }
  for (const [title, data, catalogue] of places) {
    const materials = materialsOf(data, catalogue);
    const results = await runAll(materials, days);
    parts.push(told(title, results));
    const articles = results.flatMap((each) =>
      each.edition === null ? [] : [each.edition.article],
    );
    const last = articles.slice(-12);
    process.stdout.write(`${title}: ${articles.length}/${days.length}\n`);
    for (const each of repeatsAcross(last).slice(0, 12)) {
      process.stdout.write(`  ${JSON.stringify(each)}\n`);
    }
    if (folder !== null) {
      mkdirSync(path.join(folder, title), { recursive: true });
      for (const each of articles) {
        writeFileSync(path.join(folder, title, `${each.asOf}.md`), textOf(each));
      }
    }
  }
  writeFileSync(path.join(ROOT, "docs", "coverage.md"), `${parts.join("\n\n")}\n`);
}

await main();
