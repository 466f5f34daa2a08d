import type { Fact, Facts, Problem } from "../../model/index.ts";
import type { DirectionWords } from "./direction.ts";
import type { Passage } from "./passages.ts";
import { objection } from "./text.ts";

type Side = "bullish" | "bearish";

const BULLISH = "bulls?|bullish|breakouts?|optimism|buyers|strength|strong";
const BEARISH =
  "bears?|bearish|breakdowns?|pessimism|sellers|sell-?offs?|slumps?|weak|weakness|weakens?";

/**
 * A headline of one side above evidence of the other: the text must say how the two go together, by
 * the counts of the statistic `stance`.
 */
export function stanceProblems(
  passages: readonly Passage[],
  facts: Facts,
  words: DirectionWords,
): readonly Problem[] {
  const headline = passages.find((each) => each.where === "headline");
  const said = saidIn(passages, facts);
  const evidence = stanceOf(facts) ?? weighed(said);
  if (headline === undefined || evidence === null) return [];
  const lean = leanOf(headline.text, words);
  const told = said.some((each) => each.statistic === "stance");
  if (lean === null || lean === evidence || told) return [];
  const message = `the headline leans ${lean}, the events of the day are ${evidence}, and the text does not say how the two go together`;
  return [objection("stance", headline, 0, headline.text, message, "warning")];
}

/** The words of a headline that lean to one side; null where there are none, or of both. */
function leanOf(text: string, words: DirectionWords): Side | null {
  const count = (own: string, pattern: ReadonlySet<string>): number => {
    const moves = text
      .toLowerCase()
      .match(new RegExp(`(?<![\\p{L}-])(?:${words.pattern})(?![\\p{L}-])`, "giu"));
    const moods = text.match(new RegExp(`(?<![\\p{L}-])(?:${own})(?![\\p{L}-])`, "giu")) ?? [];
    return moods.length + (moves ?? []).filter((each) => pattern.has(each)).length;
  };
  const [up, down] = [count(BULLISH, words.up), count(BEARISH, words.down)];
  return up > 0 === down > 0 ? null : up > 0 ? "bullish" : "bearish";
}

function saidIn(passages: readonly Passage[], facts: Facts): readonly Fact[] {
  const ids = passages.flatMap((passage) =>
    passage.spans.flatMap(({ inline }) => ("said" in inline ? [inline.said.fact] : [])),
  );
  return [...new Set(ids)].flatMap((id): readonly Fact[] => {
    const found = facts.get(id);
    return found?.kind === "fact" ? [found] : [];
  });
}

/** What the one stance of the report says; null where there are none or several. */
function stanceOf(facts: Facts): Side | null {
  const found = [...facts.values()].flatMap((each) =>
    each.kind === "fact" && each.statistic === "stance" && facts.has(`${each.id}.bullish`)
      ? [each.state]
      : [],
  );
  const [state] = found;
  return found.length === 1 && isSide(state) ? state : null;
}

/** Events that the text tells, weighed by their sides. */
function weighed(said: readonly Fact[]): Side | null {
  const events = said.filter((each) => each.statistic === "event" && isSide(each.state));
  const up = events.filter((each) => each.state === "bullish").length;
  const down = events.length - up;
  return up === down ? null : up > down ? "bullish" : "bearish";
}

function isSide(state: string | undefined): state is Side {
  return state === "bullish" || state === "bearish";
}
