import { createHash } from "node:crypto";
import type {
  Article,
  Block,
  Citation,
  Edition,
  Fact,
  Inline,
  Line,
  Said,
} from "../../../src/model/index.ts";
import { plain } from "../../../src/pages/index.ts";

/** An article as Markdown-like text: every word of it, and each chart's words where it stands. */
export function articleText(article: Article): string {
  const of = new Map(article.charts.map((each) => [each.id, each]));
  const chartText = (id: string): string => {
    const chart = of.get(id);
    if (chart === undefined) return `[no chart ${id}]`;
    return [
      `[Chart ${chart.number}: ${plain(chart.title)}]`,
      `  measured: ${plain(chart.subtitle)}`,
      `  alternative: ${plain(chart.alternative)}`,
      `  labels: ${chart.says.map((each) => each.text).join(" | ")}`,
      `  table: ${chart.table.columns.join(" | ")}; ${chart.table.rows.length} rows`,
      `  ${plain(chart.source)}`,
    ].join("\n");
  };
  const blockText = (block: Block): string => {
    switch (block.kind) {
      case "heading":
        return `## ${marked(block.children)}`;
      case "paragraph":
        return `${block.voice ? "> " : ""}${marked(block.children)}`;
      case "list":
        return block.items.map((each) => `- ${marked(each)}`).join("\n");
      case "table":
        return [block.head, ...block.rows]
          .map((each) => `| ${each.map(marked).join(" | ")} |`)
          .join("\n");
      case "chart":
        return chartText(block.chart);
    }
  };
  const byline = [article.byline.author, article.byline.role].filter((each) => each !== null);
  const keys = article.keyFigures.map(
    (each) => `${plain(each.label)} | ${plain(each.figure)} | ${plain(each.note)}`,
  );
  const sources = article.sources.map((each) =>
    [
      `- ${each.name}, ${each.publisher}, to ${each.to}, out ${each.released}`,
      each.sample ? ", sample" : "",
      each.remark === null ? "" : `; ${each.remark}`,
    ].join(""),
  );
  const parts = [
    `${article.masthead}, ${byline.join(", ")}, as of ${article.asOf}, published ${article.published}`,
    `# ${plain(article.headline)}`,
    `*${plain(article.standfirst)}*`,
    keys.join("\n"),
    ...article.blocks.map(blockText),
    "## Method and sources",
    article.method.map(marked).join("\n"),
    sources.join("\n"),
    article.disclosure,
    article.related.map((each) => `- ${each.title}, ${each.published}, ${each.href}`).join("\n"),
  ];
  return `${parts.filter((each) => each !== "").join("\n\n")}\n`;
}

function marked(line: Line): string {
  return line.map(markedInline).join("");
}

function markedInline(inline: Inline): string {
  switch (inline.kind) {
    case "emphasis":
      return `*${marked(inline.children)}*`;
    case "strong":
      return `**${marked(inline.children)}**`;
    case "link":
      return `[${marked(inline.children)}](${inline.href})`;
    case "text":
    case "figure":
    case "date":
    case "chart-reference":
      return plain([inline]);
  }
}

export function saidText(said: readonly Said[]): string {
  return said.map((each) => `${each.fact}  ${each.kind}  ${each.text}\n`).join("");
}

/** Every fact with its proof. `rows`: may the working be told, in which values of rows stand? */
export function factsText(edition: Edition, rows: boolean): string {
  const facts = [...edition.facts.values()].filter((each): each is Fact => each.kind === "fact");
  return facts
    .toSorted((one, two) => (one.id < two.id ? -1 : 1))
    .map((fact) => {
      const said = edition.said.filter((each) => each.fact === fact.id);
      const texts = [...new Set(said.map((each) => `“${each.text}”`))].join(" ");
      const state = fact.state === undefined ? "" : `, ${fact.state}`;
      return [
        `${fact.id}: ${fact.value} ${fact.unit}, ${fact.day}, ${fact.basis}${state} ${texts}`.trim(),
        ...(rows ? [`  = ${fact.working}`] : []),
        `  ${citesText(fact.cites)}\n`,
      ].join("\n");
    })
    .join("");
}

/** "rut.csv:12-61 iwm.csv:7": runs of lines that follow on each other, in the order of the recipe. */
export function citesText(cites: readonly Citation[]): string {
  const runs: { file: string; from: number; to: number }[] = [];
  for (const { file, line } of cites) {
    const last = runs.at(-1);
    if (last?.file === file && last.to + 1 === line) last.to = line;
    else runs.push({ file, from: line, to: line });
  }
  const texts = runs.map(({ file, from, to }) => `${file}:${from}${to === from ? "" : `-${to}`}`);
  // Series read in pairs make a run of every pair: a print of them is as good as the list.
  if (texts.length <= 12) return texts.join(" ");
  const print = createHash("sha256").update(texts.join(" ")).digest("hex").slice(0, 16);
  return `${texts.slice(0, 4).join(" ")} … ${texts.slice(-4).join(" ")}, ${cites.length} in all, ${print}`;
}

export function withheldText(edition: Edition): string {
  const lines = edition.withheld.map((each) => `${each.id}: ${each.reason}\n`);
  return lines.toSorted().join("");
}

export function fallenText(edition: Edition): string {
  return edition.fallen.map((each) => `${each.what} “${each.text}”: ${each.reason}\n`).join("");
}

/** A page or picture with its fonts replaced by their prints. */
export function withoutFonts(text: string): string {
  return text.replaceAll(/(font\/woff2;base64,)([\w+/=]+)/g, (_, head: string, data: string) => {
    return `${head}${createHash("sha256").update(data).digest("hex").slice(0, 16)}`;
  });
}
