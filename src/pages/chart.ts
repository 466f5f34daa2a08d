import type { Chart, Table } from "../model/index.ts";
import { escapeHtml } from "./escape.ts";
import { lineHtml } from "./inline.ts";
import { chartName, plain } from "./plain.ts";
import { dressSvg } from "./svg.ts";

/** A chart on a screen: wide and narrow drawing, of which the style sheet shows one, and its data. */
export function screenFigure(chart: Chart): string {
  return `<figure class="chart" id="chart-${chart.number}">
${caption(chart)}
<div class="wide">${drawing(chart, "wide")}</div>
<div class="narrow">${drawing(chart, "narrow")}</div>
${source(chart)}
${dataTable(chart)}
</figure>`;
}

/** A chart on paper: one drawing. */
export function printFigure(chart: Chart): string {
  return `<figure class="chart" id="chart-${chart.number}">
${caption(chart)}
<div class="wide">${drawing(chart, "wide")}</div>
${source(chart)}
</figure>`;
}

export function drawing(chart: Chart, which: "wide" | "narrow"): string {
  return dressSvg(chart[which], {
    prefix: `chart-${chart.number}-${which}-`,
    label: plain(chart.alternative),
  });
}

function caption(chart: Chart): string {
  return `<figcaption><span class="number">${chartName(chart.number)}</span> <span class="finding">${lineHtml(chart.title)}</span> <span class="unit">${lineHtml(chart.subtitle)}</span></figcaption>`;
}

function source(chart: Chart): string {
  return `<p class="source">${lineHtml(chart.source)}</p>`;
}

function dataTable(chart: Chart): string {
  if (chart.table.rows.length === 0) return "";
  const name = `The figures behind ${chartName(chart.number)}`;
  return `<details class="numbers"><summary>${name}</summary>
<div class="scroll" role="region" aria-label="${name}" tabindex="0">
${tableHtml(chart.table, plain(chart.title))}
</div></details>`;
}

function tableHtml(table: Table, caption: string): string {
  const head = table.columns.map((each) => `<th scope="col">${escapeHtml(each)}</th>`).join("");
  const rows = table.rows.map((row) => {
    const [first = "", ...rest] = row;
    const cells = rest.map((each) => `<td>${escapeHtml(each)}</td>`).join("");
    return `<tr><th scope="row">${escapeHtml(first)}</th>${cells}</tr>`;
  });
  return `<table><caption>${escapeHtml(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table>`;
}

/** A chart by itself, on a page that does not count its charts. */
export function leadFigure(chart: Chart): string {
  return `<figure class="chart">
<figcaption><span class="finding">${lineHtml(chart.title)}</span> <span class="unit">${lineHtml(chart.subtitle)}</span></figcaption>
<div class="wide">${drawing(chart, "wide")}</div>
<div class="narrow">${drawing(chart, "narrow")}</div>
${source(chart)}
</figure>`;
}
