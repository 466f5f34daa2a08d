import type { Facts, Problem } from "../../model/index.ts";
import { sentencesOf } from "../sentences.ts";
import type { Passage, Span } from "./passages.ts";
import { objection } from "./text.ts";

interface Claim {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly message: string;
  /** What supports it, and whether its paragraph will do instead of its sentence. */
  readonly by: readonly Span["inline"]["kind"][];
  readonly nearby: boolean;
}

/** Claims that need a figure or a day in their sentence; without, they are the author's view. */
const CLAIMS: readonly Claim[] = [
  {
    rule: "level",
    pattern:
      /\b(?:long-standing|key|crucial|major|horizontal) (?:support|resistance)\b|\b(?:support|resistance) (?:levels?|lines?|zone)\b|\b(?:tests?|tested|testing|breaks?|broke|breached|defends?|defended) (?:its |the )?(?:support|resistance)\b/iu,
    message: "a level is told with its figure",
    by: ["figure"],
    nearby: true,
  },
  {
    rule: "tendency",
    pattern:
      /\bthe (?:longer|more|higher|lower|further|deeper)\b[^.;]*, the (?:sooner|more|likelier|greater|higher)\b|\b(?:tends? to|as a rule|more often than not|in most cases|usually|typically|often precedes?)\b/iu,
    message: "a tendency that nobody counted is a view, and belongs into one of the author's slots",
    by: ["figure"],
    nearby: false,
  },
  {
    rule: "macro",
    pattern:
      /\b(?:interest rates?|inflation|recession|unemployment|tariffs?|monetary policy|the Fed|Federal Reserve)\b/u,
    message: "what is told of the day needs a dated series, or one of the author's slots",
    by: ["date"],
    nearby: true,
  },
];

/** Claims about the market or the world that nothing in their sentence supports. */
export function unsupportedProblems(passage: Passage): readonly Problem[] {
  if (passage.voice || passage.kind !== "sentences") return [];
  return sentencesOf(passage.text).flatMap(({ start, end }) => {
    return CLAIMS.flatMap(({ rule, pattern, message, by, nearby }) => {
      const found = pattern.exec(passage.text.slice(start, end));
      const supported = passage.spans.some(
        (each) =>
          by.includes(each.inline.kind) && (nearby || (each.start >= start && each.end <= end)),
      );
      if (found === null || supported) return [];
      return [objection(rule, passage, start + found.index, found[0], message, "warning")];
    });
  });
}

/** A correlation of levels that share a trend is told with that of their changes. */
export function correlationProblems(
  passages: readonly Passage[],
  facts: Facts,
): readonly Problem[] {
  const said = passages.flatMap((passage) =>
    passage.spans.flatMap(({ start, inline }) =>
      inline.kind === "figure" ? [{ passage, start, said: inline.said }] : [],
    ),
  );
  const heard = new Set(said.map((each) => each.said.fact));
  return said.flatMap(({ passage, start, said: { fact: id, text } }) => {
    const fact = facts.get(id);
    const levels = fact?.kind === "fact" && fact.recipe.op === "correlation";
    if (!levels || fact.recipe.of !== "levels" || heard.has(`${id}.changes`)) return [];
    const message = `two series that share a trend go together; say "${id}.changes" as well`;
    return [objection("correlation", passage, start, text, message, "warning")];
  });
}
