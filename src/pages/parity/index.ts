import type { Article, Chart, Day, Problem } from "../../model/index.ts";
import { fullDay } from "../calendar.ts";
import { chartName, plain } from "../plain.ts";
import { runningHead, runningTitle } from "../running.ts";
import type { ReadEntry, ReadFeed } from "../read/feed.ts";
import { readFeed } from "../read/feed.ts";
import type { ReadMark } from "../read/html.ts";
import { readHtml } from "../read/html.ts";
import type { ReadPdf } from "../read/pdf.ts";
import { readSvg } from "../read/svg.ts";
import { marked } from "../sayings.ts";
import { compare, folded, parityProblem } from "./compare.ts";
import type { Passage } from "./recital.ts";
import { feedRecital, paperRecital, screenRecital } from "./recital.ts";
import { headWords } from "./vouch.ts";

export { listParity } from "./lists.ts";
export { vouch } from "./vouch.ts";

/** What stands around an article on a page of the blog: titles and days of others, in order. */
export interface Around {
  readonly before: readonly Neighbour[];
  readonly after: readonly Neighbour[];
}

export interface Neighbour {
  readonly text: string;
  readonly day: Day | null;
}

const ALONE: Around = { before: [], after: [] };

/** Does the finished page say what the article says, no more and no less, in the same order? */
export function htmlParity(
  article: Article,
  html: string,
  { before, after } = ALONE,
): readonly Problem[] {
  const page = readHtml(html);
  const wanted = headWords(article);
  const strange = page.head.filter((each) => !wanted.map(folded).includes(folded(each)));
  const lost = wanted.filter((each) => !page.head.map(folded).includes(folded(each)));
  return [
    ...compare("The page", page.text, [
      ...before.flatMap(neighbourhood),
      ...screenRecital(article),
      ...after.flatMap(neighbourhood),
    ]),
    ...strange.map((each) =>
      parityProblem(`the head of the page says “${each}”, the article does not`),
    ),
    ...lost.map((each) => parityProblem(`the head of the page does not say “${each}”`)),
    ...differ(page.marks, [
      ...before.flatMap(neighbourDay),
      ...marksOf(article),
      ...after.flatMap(neighbourDay),
    ]),
  ];
}

function neighbourhood({ text, day }: Neighbour): readonly Passage[] {
  const where = "the blog around the article";
  return [text, day === null ? "" : fullDay(day)]
    .filter((each) => each !== "")
    .map((each) => ({ where, text: each, typed: true, line: null }));
}

function neighbourDay({ day }: Neighbour): readonly ReadMark[] {
  return day === null ? [] : [dayMark(day)];
}

/** Does the feed of one edition say what the article says, figure by figure? */
export function feedParity(article: Article, xml: string): readonly Problem[] {
  const feed = readFeed(xml);
  const head = folded(feed.title) === folded(article.masthead);
  return [
    ...(head ? [] : [parityProblem(`the head of the feed says “${feed.title}”`)]),
    ...entriesParity([article], feed),
  ];
}

/** Has the feed an entry for each article, in order, that says what the article says? */
export function entriesParity(articles: readonly Article[], feed: ReadFeed): readonly Problem[] {
  const found = feed.entries.length;
  const wanted = articles.length;
  return found === wanted
    ? articles.flatMap((each, index) => entryParity(each, feed.entries[index]))
    : [parityProblem(`the feed has ${found} entries for ${wanted} articles`)];
}

function entryParity(article: Article, entry: ReadEntry | undefined): readonly Problem[] {
  if (entry === undefined) return [];
  const recital = feedRecital(article);
  const heads = [
    [entry.title, plain(article.headline)],
    [entry.summary, plain(article.standfirst)],
  ] as const;
  const wrong = heads.filter(([found, wanted]) => folded(found) !== folded(wanted));
  const marks = recital
    .filter((each) => each.line !== null && !isUnmarked(each.where))
    .flatMap((each) => marked(each.line ?? []).map(markOf));
  const before = marks.length - article.method.flatMap(marked).length;
  return [
    ...wrong.map(([found]) => parityProblem(`the head of an entry says “${found}”`)),
    ...compare("The feed", entry.text, recital),
    ...differ(entry.marks, [
      ...marks.slice(0, before),
      ...[article.asOf, article.published].map(dayMark),
      ...marks.slice(before),
    ]),
  ];
}

function dayMark(day: Day): ReadMark {
  return { fact: null, machine: day, text: fullDay(day) };
}

/** The finished drawing that stands by itself. */
export function svgParity(chart: Chart, svg: string): readonly Problem[] {
  const name = chartName(chart.number);
  const { labels, alternative } = readSvg(svg);
  const text = (all: typeof labels): string => all.map((each) => folded(each.text)).join("\n");
  const problems: Problem[] = [];
  if (text(labels) !== text(readSvg(chart.wide).labels)) {
    problems.push(parityProblem(`the drawing of ${name} has other words than the article’s`));
  }
  if (folded(alternative ?? "") !== folded(plain(chart.alternative))) {
    problems.push(
      parityProblem(`the drawing of ${name} has another text alternative than the article`),
    );
  }
  return problems;
}

/** The finished PDF, read by its tags; what stands in the margins is held against the masthead. */
export function pdfParity(article: Article, pdf: ReadPdf): readonly Problem[] {
  const text = pdf.pages.map((each) => each.text).join(" ");
  const alternatives = article.charts.map((each) => folded(plain(each.alternative)));
  const heard = pdf.alternatives.map(folded);
  const problems = [...compare("The PDF", text, paperRecital(article))];
  if (
    alternatives.join("\n") !== heard.filter((each, index) => each !== heard[index - 1]).join("\n")
  ) {
    problems.push(parityProblem("the text alternatives in the PDF are not those of the article"));
  }
  pdf.pages.forEach((sheet, index) => {
    const foot = `${index + 1} of ${pdf.pages.length}`;
    const head = index === 0 ? [] : [runningTitle(article)];
    const expected = [...head, foot, runningHead(article)];
    if (!consistsOf(sheet.furniture, expected)) {
      problems.push(
        parityProblem(`the margin of page ${index + 1} says “${sheet.furniture.join(", ")}”`),
      );
    }
  });
  return problems;
}

/** Are the pieces these texts and nothing else? A PDF may cut a text into several pieces. */
function consistsOf(pieces: readonly string[], texts: readonly string[]): boolean {
  const tight = (text: string): string => folded(text).replaceAll(/\s+/g, "");
  let rest = tight(pieces.join(""));
  for (const text of texts.map(tight).toSorted((a, b) => b.length - a.length)) {
    if (!rest.includes(text)) return false;
    rest = rest.replace(text, "");
  }
  return rest === "";
}

/** Figures and days as they must be marked in the page, in order. */
function marksOf(article: Article): readonly ReadMark[] {
  const days = (...values: readonly Day[]): readonly ReadMark[] => values.map(dayMark);
  const lines = screenRecital(article)
    .filter((each) => each.line !== null && !isUnmarked(each.where))
    .map((each) => ({ where: each.where, marks: marked(each.line ?? []).map(markOf) }));
  const opening = lines.filter(
    (each) => each.where === "the headline" || each.where === "the standfirst",
  );
  return [
    ...days(article.published),
    ...opening.flatMap((each) => each.marks),
    ...days(article.asOf, article.published),
    ...lines.filter((each) => !opening.includes(each)).flatMap((each) => each.marks),
    ...days(
      ...article.sources.map((each) => each.to),
      ...article.related.map((each) => each.published),
    ),
  ];
}

/** Attributes and table captions hold plain text. */
function isUnmarked(where: string): boolean {
  return where.startsWith("the text alternative") || where.startsWith("the table of ");
}

function markOf(inline: ReturnType<typeof marked>[number]): ReadMark {
  const machine = inline.kind === "figure" ? String(inline.value) : inline.day;
  return { fact: inline.said.fact, machine, text: inline.said.text };
}

function differ(found: readonly ReadMark[], wanted: readonly ReadMark[]): readonly Problem[] {
  const key = ({ fact, machine, text }: ReadMark): string =>
    `${fact ?? ""} ${machine} ${folded(text)}`;
  const at = wanted.findIndex((each, index) => {
    const other = found[index];
    return other === undefined || key(other) !== key(each);
  });
  if (at < 0 && found.length === wanted.length) return [];
  const place = at < 0 ? wanted.length : at;
  const show = (mark: ReadMark | undefined): string =>
    mark === undefined ? "nothing" : `“${mark.text}” (${mark.fact ?? "a day"}, ${mark.machine})`;
  return [
    parityProblem(
      `figure ${place + 1} marked in the page is ${show(found[place])}, the article has ${show(wanted[place])}`,
    ),
  ];
}
