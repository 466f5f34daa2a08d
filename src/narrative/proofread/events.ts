import type { Facts, Problem } from "../../model/index.ts";
import type { DirectionWords } from "./direction.ts";
import { figuresOf } from "./figures.ts";
import type { Passage } from "./passages.ts";
import { objection } from "./text.ts";

/** An event is told with its day, its odds with the cases behind them and the base rate of any day. */
export function eventProblems(passages: readonly Passage[], facts: Facts): readonly Problem[] {
  const days = new Set<string>();
  const figures = new Set<string>();
  for (const { inline } of passages.flatMap((each) => each.spans)) {
    if (inline.kind === "date") days.add(rootOf(inline.said.fact, facts) ?? "");
    if (inline.kind === "figure") figures.add(inline.said.fact);
  }
  const told = new Set<string>();
  return passages.flatMap((passage) =>
    figuresOf(passage).flatMap(({ start, inline: { said } }) => {
      const root = rootOf(said.fact, facts);
      if (root === null || told.has(root)) return [];
      const tells = /\.(?:cases|followed|odds)$/.test(said.fact);
      const bare = said.fact === `${root}.odds`;
      const missing = [
        ...(tells && !days.has(root) ? ["its day"] : []),
        ...(bare && !figures.has(`${root}.cases`) ? ["the number of its cases"] : []),
        ...(bare && !figures.has(`${root}.base`) ? ["the base rate of any day"] : []),
      ];
      if (missing.length === 0) return [];
      told.add(root);
      const message = `the event "${root}" is told without ${missing.join(" and ")}`;
      return [objection("bare-event", passage, start, said.text, message)];
    }),
  );
}

/** The event that a fact is or is a part of. */
function rootOf(id: string, facts: Facts): string | null {
  const parts = id.split(".");
  for (let count = 1; count <= parts.length; count++) {
    const root = parts.slice(0, count).join(".");
    const found = facts.get(root);
    if (found?.kind === "fact" && found.statistic === "event") return root;
  }
  return null;
}

/** How often a fall followed is not said by a word of rising, nor a rise by one of falling. */
export function outcomeProblems(
  passage: Passage,
  facts: Facts,
  words: DirectionWords,
): readonly Problem[] {
  const moves = new RegExp(
    `(?<![\\p{L}-])(?:${words.pattern}|(?:up|down)ward|climb(?:ed)?)(?![\\p{L}-])`,
    "giu",
  );
  return figuresOf(passage).flatMap(({ start, end, inline: { said } }) => {
    const fact = facts.get(said.fact);
    if (fact?.kind !== "fact" || fact.recipe.op !== "followed") return [];
    const down = fact.recipe.by === "fall";
    const found = [...clauseAround(passage.text, start, end).matchAll(moves)].map(([word]) => word);
    const ups = found.filter((each) => isUp(each, words));
    if (found.length === 0 || ups.length !== (down ? found.length : 0)) return [];
    const message = `"${found.at(-1) ?? ""}" says one direction, and "${fact.id}" counts the cases that went the other`;
    return [objection("direction", passage, start, said.text, message)];
  });
}

function isUp(word: string, { up }: DirectionWords): boolean {
  return up.has(word.toLowerCase()) || /^(?:upward|climb)/i.test(word);
}

/** The clause a figure stands in; one that holds no verb of its own takes the next ("In k of n cases, …"). */
function clauseAround(text: string, start: number, end: number): string {
  const from = Math.max(...[",", ";", ".", ":"].map((mark) => text.lastIndexOf(`${mark} `, start)));
  const rest = text.slice(end);
  const stop = /[,;.:](?:\s|$)/.exec(rest)?.index ?? rest.length;
  const clause = text.slice(from + 1, end + stop);
  if (!/^\s*(?:in|on) *$/i.test(text.slice(from + 1, start))) return clause;
  const next = rest.slice(stop + 1);
  return clause + next.slice(0, /[,;.:](?:\s|$)/.exec(next)?.index ?? next.length);
}
