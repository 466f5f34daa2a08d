import type { Article, Chart, Edition, Inline, Line, Problem, Said } from "../../model/index.ts";
import { problem } from "../../model/index.ts";
import { MONTHS } from "../calendar.ts";
import { chartName, plain } from "../plain.ts";
import { readSvg } from "../read/svg.ts";
import { sayings } from "../sayings.ts";
import { screenRecital } from "./recital.ts";

const DAYS = new RegExp(
  String.raw`\b\d{1,2} (?:${MONTHS.join("|")})(?: \d{4})?\b|\b\d{4}-\d{2}-\d{2}\b`,
  "g",
);
const YEARS = /\b(?:19|20)\d{2}\b/g;

/**
 * Every run of digits in the article is a fact's printed text, a date, or one of a short list:
 * charts' numbers, years, names that hold a figure ("Russell 2000"). And what is said is known.
 */
export function vouch(edition: Edition, names: readonly string[]): readonly Problem[] {
  const { article } = edition;
  return [
    ...proseFigures(article, names),
    ...article.charts.flatMap((each) => labelFigures(each, names)),
    ...unknownFacts(edition),
    ...unequal(sayings(article), edition.said),
  ];
}

function proseFigures(article: Article, names: readonly string[]): readonly Problem[] {
  return screenRecital(article)
    .filter((each) => !each.typed && each.line !== null)
    .flatMap((each) => unaccounted(typedText(each.line ?? []), each.where, names));
}

/** The words of a line that no helper has spoken. */
function typedText(line: Line): string {
  const texts = line.map((each: Inline) => {
    switch (each.kind) {
      case "text":
        return each.text;
      case "figure":
      case "date":
      case "chart-reference":
        return "\u0000";
      case "emphasis":
      case "strong":
      case "link":
        return typedText(each.children);
    }
  });
  return texts.join("");
}

function labelFigures(chart: Chart, names: readonly string[]): readonly Problem[] {
  const said = chart.says.map((each) => each.text).toSorted((a, b) => b.length - a.length);
  const ofDrawing = (which: "wide" | "narrow"): readonly Problem[] => {
    const where = `the ${which} drawing of ${chartName(chart.number)}`;
    const labels = readSvg(chart[which]).labels.filter((each) => !each.axis);
    const words = labels.map((each) => each.text).join("\n");
    const rest = said.reduce((text, each) => text.replaceAll(each, "\u0000"), words);
    return unaccounted(rest, where, names);
  };
  return [...ofDrawing("wide"), ...ofDrawing("narrow"), ...silentLabels(chart)];
}

/** Is everything the chart claims to say written in its drawing? */
function silentLabels(chart: Chart): readonly Problem[] {
  const words = readSvg(chart.wide)
    .labels.map((each) => each.text)
    .join("\n")
    .replaceAll(/\s+/g, " ");
  return chart.says
    .filter((each) => !words.includes(each.text))
    .map((each) =>
      wrong(
        `${chartName(chart.number)} does not print “${each.text}” (${each.fact}), which it claims to say`,
      ),
    );
}

function unaccounted(text: string, where: string, names: readonly string[]): readonly Problem[] {
  const rest = names
    .toSorted((a, b) => b.length - a.length)
    .reduce((found, name) => found.replaceAll(name, "\u0000"), text)
    .replaceAll(DAYS, "\u0000")
    .replaceAll(YEARS, "\u0000");
  const figures = rest.match(/\S*\p{Nd}\S*/gu) ?? [];
  return figures.map((each) =>
    wrong(
      `“${each.replaceAll("\u0000", "…")}” in ${where} is no fact’s printed text, no date and no declared name`,
    ),
  );
}

/** The edition's own days are said under these names; they are no facts of the report. */
const OWN_DAYS: readonly string[] = ["published", "as-of"];

function unknownFacts({ article, facts }: Edition): readonly Problem[] {
  return sayings(article)
    .filter((each) => !OWN_DAYS.includes(each.fact) && facts.get(each.fact)?.kind !== "fact")
    .map((each) =>
      wrong(`“${each.text}” is said of ${each.fact}, which is no fact of this edition`),
    );
}

/** Both lists hold the same sayings, each as often. */
function unequal(spoken: readonly Said[], noted: readonly Said[]): readonly Problem[] {
  const counts = new Map<string, number>();
  const key = (each: Said): string => `“${each.text}” of ${each.fact}`;
  for (const each of spoken) counts.set(key(each), (counts.get(key(each)) ?? 0) + 1);
  for (const each of noted) counts.set(key(each), (counts.get(key(each)) ?? 0) - 1);
  return [...counts]
    .filter(([, count]) => count !== 0)
    .map(([name, count]) =>
      wrong(
        count > 0
          ? `the article says ${name} and the ledger does not`
          : `the ledger says ${name} and the article does not`,
      ),
    );
}

function wrong(message: string): Problem {
  return problem(
    "unaccounted-figure",
    null,
    message,
    "say it through a helper, so that it has a proof",
  );
}

/** The headline and all else that stands in a page's head. */
export function headWords(article: Article): readonly string[] {
  return [plain(article.headline), plain(article.standfirst)];
}
