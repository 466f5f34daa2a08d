import type { Article, Block, Chart, Line } from "../model/index.ts";
import { escapeHtml } from "./escape.ts";
import { lineHtml } from "./inline.ts";

/** What an author says in his own name, as readers and screen readers are told. */
const VOICE_LABEL = "The author’s view";

/** The body of the article. Paragraphs of the author's own that follow each other share one frame. */
export function blocksHtml(article: Article, figure: (chart: Chart) => string): string {
  const charts = new Map(article.charts.map((each) => [each.id, each]));
  const out: string[] = [];
  let voiced = false;
  for (const block of article.blocks) {
    const voice = block.kind === "paragraph" && block.voice;
    if (voiced && !voice) out.push("</div>");
    if (voice && !voiced) {
      out.push(
        `<div class="view" role="note" aria-label="${VOICE_LABEL}"><p class="whose">${VOICE_LABEL}</p>`,
      );
    }
    voiced = voice;
    out.push(blockHtml(block, charts, figure));
  }
  if (voiced) out.push("</div>");
  return out.join("\n");
}

function blockHtml(
  block: Block,
  charts: ReadonlyMap<string, Chart>,
  figure: (chart: Chart) => string,
): string {
  switch (block.kind) {
    case "heading":
      return `<h2 id="${escapeHtml(block.id)}">${lineHtml(block.children)}</h2>`;
    case "paragraph":
      return `<p>${lineHtml(block.children)}</p>`;
    case "list":
      return `<ul>${block.items.map((each) => `<li>${lineHtml(each)}</li>`).join("")}</ul>`;
    case "table":
      return tableHtml(block.head, block.rows);
    case "chart": {
      const chart = charts.get(block.chart);
      if (chart === undefined)
        throw new Error(`the text places a chart "${block.chart}" that is not drawn`);
      return figure(chart);
    }
  }
}

/** The first cell of each row names it, and is its header. */
function tableHtml(head: readonly Line[], rows: readonly (readonly Line[])[]): string {
  const columns = head.map((each) => `<th scope="col">${lineHtml(each)}</th>`).join("");
  const body = rows.map(([name = [], ...cells]) => {
    const figures = cells.map((each) => `<td>${lineHtml(each)}</td>`).join("");
    return `<tr><th scope="row">${lineHtml(name)}</th>${figures}</tr>`;
  });
  return `<div class="figures"><table><thead><tr>${columns}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}
