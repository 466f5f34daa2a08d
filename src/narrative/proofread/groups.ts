import type { Article, Fact, Facts, Line, Problem, Recipe } from "../../model/index.ts";
import { problem } from "../../model/index.ts";
import { sentencesOf } from "../sentences.ts";
import type { DirectionWords } from "./direction.ts";
import type { Passage } from "./passages.ts";
import { objection } from "./text.ts";

/** A group of the catalogue, with what its members are called. */
export interface Counted {
  readonly id: string;
  /** In the plural: "sectors". */
  readonly noun: string;
}

/** Whoever says "all" or "none" of a group must have counted all of it. */
export function quantifierProblems(
  article: Article,
  passage: Passage,
  facts: Facts,
  words: DirectionWords,
  groups: readonly Counted[],
): readonly Problem[] {
  if (passage.kind === "label" || passage.voice) return [];
  return sentencesOf(passage.text).flatMap(({ start, end }) => {
    const sentence = passage.text.slice(start, end);
    return claimsIn(sentence, words).flatMap((claim) => {
      const counts = groups.flatMap((group) =>
        speaksOf(claim.between, group.noun) ? countsOf(group.id, facts) : [],
      );
      const rows = counts.length > 0 ? [] : columnsBelow(article, passage, facts);
      const message =
        counts.length > 0 && !counts.some((each) => holds(claim, each))
          ? `nothing that was counted says so: ${counts.map(countText).join("; ")}`
          : rows.length > 0 && !rows.some((column) => column.every((each) => isOn(claim, each)))
            ? "the table below has rows on both sides"
            : null;
      if (message === null) return [];
      return [objection("quantifier", passage, start + claim.at, claim.text, message)];
    });
  });
}

interface Claim {
  readonly at: number;
  readonly text: string;
  /** Of the words between the quantifier and the direction. */
  readonly between: string;
  readonly all: boolean;
  readonly up: boolean;
}

function claimsIn(sentence: string, words: DirectionWords): readonly Claim[] {
  const pattern = new RegExp(
    `(?<![\\p{L}-])(?<!\\b(?:not|nearly|almost|virtually|above|at|after|in) )(all|each|every|none|no)(?! in all\\b| but\\b| except\\b| more\\b| less\\b|-)((?: (?!but\\b|except\\b)[\\p{L}\\p{N}&’'-]+){1,7}?) (${words.pattern})(?![\\p{L}-])`,
    "giu",
  );
  return [...sentence.matchAll(pattern)].flatMap((found): readonly Claim[] => {
    const [text, quantifier = "", between = "", word = ""] = found;
    const up = words.up.has(word.toLowerCase());
    if (up === words.down.has(word.toLowerCase())) return [];
    const all = !/^no/i.test(quantifier);
    return [{ at: found.index, text, between: between.toLowerCase(), all, up }];
  });
}

function speaksOf(between: string, noun: string): boolean {
  const many = noun.toLowerCase();
  const one = many.replace(/ies$/, "y").replace(/(?<=x|ch|sh|ss)es$|s$/, "");
  return between.split(" ").some((each) => each === many || each === one);
}

/** How many of a group rose and how many fell, over one of the times that was counted. */
interface Count {
  readonly fact: Fact;
  readonly rose: number;
  readonly fell: number;
  readonly members: number;
}

function countsOf(group: string, facts: Facts): readonly Count[] {
  return [...facts.values()].flatMap((fact): readonly Count[] => {
    if (fact.kind !== "fact" || fact.series !== group) return [];
    const [against, members] = ["against", "members"].map((part) =>
      facts.get(`${fact.id}.${part}`),
    );
    const rising = sideCounted(fact);
    if (rising === null || against?.kind !== "fact" || members?.kind !== "fact") return [];
    const [rose, fell] = rising ? [fact.value, against.value] : [against.value, fact.value];
    return [{ fact, rose, fell, members: members.value }];
  });
}

/** Does the breadth count those that rose, or those that fell? Null where it counts something else. */
function sideCounted({ statistic, recipe, cites }: Fact): boolean | null {
  if (statistic !== "breadth" || recipe.op !== "greater") return null;
  const [one, two] = [dayOf(recipe.each[0], cites), dayOf(recipe.than[0], cites)];
  if (one === null || two === null || cites.length !== 2 * recipe.each.length) return null;
  return one > two;
}

function dayOf(recipe: Recipe | undefined, cites: Fact["cites"]): string | null {
  return recipe?.op === "value" ? (cites[recipe.of]?.day ?? null) : null;
}

function holds({ all, up }: Claim, { rose, fell, members }: Count): boolean {
  return (up ? rose : fell) === (all ? members : 0);
}

function countText({ fact, rose, fell, members }: Count): string {
  return `${fact.id} has ${rose} up and ${fell} down of ${members}`;
}

function isOn({ all, up }: Claim, fact: Fact): boolean {
  const side = Math.sign(fact.value);
  return (side === (up ? 1 : -1)) === all;
}

/** The changes in the columns of the table that follows the paragraph, column by column. */
function columnsBelow(article: Article, { block, kind }: Passage, facts: Facts): Columns {
  const next = kind === "sentences" && block >= 0 ? article.blocks[block + 1] : undefined;
  return next?.kind === "table" ? columnsOf(next.rows, facts) : [];
}

type Columns = readonly (readonly Fact[])[];

function columnsOf(rows: readonly (readonly Line[])[], facts: Facts): Columns {
  const width = Math.max(0, ...rows.map((each) => each.length));
  const columns = Array.from({ length: width }, (_, at) =>
    rows.flatMap((row) => changesIn(row[at] ?? [], facts)),
  );
  return columns.filter((each) => each.length > 1);
}

function changesIn(line: Line, facts: Facts): readonly Fact[] {
  return line.flatMap((each): readonly Fact[] => {
    if ("children" in each) return changesIn(each.children, facts);
    const fact = each.kind === "figure" ? facts.get(each.said.fact) : undefined;
    return fact?.kind === "fact" && isMove(fact.recipe) ? [fact] : [];
  });
}

/** Is it a change, or the mean of changes? */
export function isMove(recipe: Recipe): boolean {
  if (recipe.op === "change" || recipe.op === "difference") return true;
  const several = recipe.op === "of all" ? recipe.take !== "sum" : recipe.op === "weighted mean";
  const [first] = "each" in recipe && several ? recipe.each : [];
  return first?.op === "change";
}

/** Rows of a table that are measured over different days without saying so. */
export function tableProblems(article: Article, facts: Facts): readonly Problem[] {
  return article.blocks.flatMap((block) => {
    if (block.kind !== "table" || block.rows.flat().some((cell) => hasDate(cell))) return [];
    return columnsOf(block.rows, facts).flatMap((column) => {
      const spans = new Set(column.map(({ window }) => `${window.from} to ${window.to}`));
      if (spans.size === 1) return [];
      const message = `the rows of a column are not of the same days: ${[...spans].join(", ")}`;
      const hint =
        "print the days in each row, {{date fact.from}}, or measure all over the same ones";
      return [problem("unequal-rows", null, message, hint, "warning")];
    });
  });
}

function hasDate(line: Line): boolean {
  return line.some((each) => ("children" in each ? hasDate(each.children) : each.kind === "date"));
}
