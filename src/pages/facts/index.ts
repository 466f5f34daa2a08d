import type { Chart, Day, Line } from "../../model/index.ts";
import { drawing } from "../chart.ts";
import { escapeHtml } from "../escape.ts";
import { faceRules } from "../faces.ts";
import { compilePage } from "../layout.ts";
import type { Look } from "../look.ts";
import { plain } from "../plain.ts";
import { POLICY } from "../html.ts";

/** The page an author starts the week with: statements in their order, each with its proof. */
export interface FactsPage {
  readonly title: string;
  readonly asOf: Day;
  readonly published: Day;
  readonly language: string;
  readonly sample: boolean;
  readonly items: readonly FactsItem[];
}

export interface FactsItem {
  readonly rank: number;
  readonly sentence: Line;
  /** "3 of 520 weeks; new this week". */
  readonly why: string;
  /** Lines for `facts:`. */
  readonly yaml: string;
  /** The report's own fact of the kind; null: it has none. */
  readonly already: string | null;
  /** The chart that would show it. */
  readonly chart: string;
  /** An entry for `charts:`; null: the report has a chart. */
  readonly entry: string | null;
  readonly picture: Chart | null;
  readonly also: readonly string[];
  readonly proof: readonly FactsProof[];
}

export interface FactsProof {
  readonly fact: string;
  readonly printed: string;
  readonly value: string;
  readonly working: string;
  readonly rows: readonly (readonly string[])[];
  /** Rows left out between the first and the last ones. */
  readonly more: number;
  readonly source: string;
}

/** The layout and its own style, as they lie under templates/pages. */
export interface FactsLayout {
  readonly layout: string;
  readonly style: string;
}

/** One file that needs no network and no script, for every width, light and dark. */
export function factsPage(page: FactsPage, look: Look, { layout, style }: FactsLayout): string {
  const css = [faceRules(words(page), look.fonts), look.chartStyle, look.screenStyle, style];
  const own = () => ({ picture: pictureHtml, style: () => css.join("\n") });
  return compilePage<FactsPage & { policy: string }>(layout, {}, own)({ ...page, policy: POLICY });
}

function pictureHtml(chart: Chart): string {
  return `<div class="wide">${drawing(chart, "wide")}</div>
<div class="narrow">${drawing(chart, "narrow")}</div>
<p class="source">${escapeHtml(plain(chart.subtitle))}. ${escapeHtml(plain(chart.source))}</p>`;
}

/** Every character the page prints, for its fonts. */
function words({ title, items }: FactsPage): string {
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;/−×()“”’…–%$";
  return [title, letters, JSON.stringify(items)].join(" ");
}
