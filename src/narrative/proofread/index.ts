import type { Article, Compliance, Facts, Problem } from "../../model/index.ts";
import { problem } from "../../model/index.ts";
import type { Voice } from "../../words/index.ts";
import {
  choiceProblems,
  horizonProblems,
  relativeChangeProblems,
  shapeProblems,
  streakProblems,
} from "./beside.ts";
import { chartProblems, listProblems } from "./charts.ts";
import { claimProblems, relativeProblems } from "./claims.ts";
import { performanceProblems } from "./compliance.ts";
import { directionWords } from "./direction.ts";
import { eventProblems, outcomeProblems } from "./events.ts";
import { agoProblems, directionProblems, headlineProblems, sequenceProblems } from "./figures.ts";
import { provenanceProblems, relatedProblems } from "./foreign.ts";
import { instrumentProblems } from "./instruments.ts";
import { stanceProblems } from "./stance.ts";
import { bandProblems } from "./verb-bands.ts";
import { quieted } from "./quiet.ts";
import { unitProblems } from "./units.ts";
import type { Counted } from "./groups.ts";
import { quantifierProblems, tableProblems } from "./groups.ts";
import type { Bearer } from "./nouns.ts";
import { calledIn, nounProblems } from "./nouns.ts";
import { correlationProblems, unsupportedProblems } from "./unsupported.ts";
import { passagesOf } from "./passages.ts";
import type { Repeat } from "./repeats.ts";
import { repeats } from "./repeats.ts";
import { textProblems, unprovedProblems } from "./text.ts";

export type { Repeat } from "./repeats.ts";
export { repeats, repeatsAcross } from "./repeats.ts";
export { requiredFields } from "./foreign.ts";

export interface HouseRules {
  /** Banned words and verbs of the house. */
  readonly voice?: Voice;
  /** Names that hold figures. Where they are given, every other figure must be a fact. */
  readonly names?: readonly string[];
  /** Names of series and publishers as the catalogue writes them, whatever signs they hold. */
  readonly called?: readonly string[];
  /** Series of the catalogue, with what a later mention may call them, and their kinds. */
  readonly bearers?: readonly Bearer[];
  /** Groups of the catalogue, with what their members are called. */
  readonly groups?: readonly Counted[];
  /** May the note say what to trade? Left out: it comments. */
  readonly compliance?: Compliance;
}

/** A verb or phrase more often than this in one note is told. */
const OFTEN = { verb: 2, phrase: 1 } as const;

/**
 * The last guard: reads the finished article as a reader would, whoever wrote it. It objects, and
 * repairs nothing.
 */
export function proofread(
  article: Article,
  facts: Facts,
  house: HouseRules = {},
): readonly Problem[] {
  const voice = house.voice ?? null;
  const words = directionWords(voice);
  const passages = passagesOf(article).map((each) => quieted(each, house.called ?? []));
  const called =
    house.bearers === undefined ? null : calledIn(article, facts, house.bearers, voice, passages);
  const each = passages.flatMap((passage) => [
    ...textProblems(passage, words, voice),
    ...directionProblems(passage, facts, words),
    ...outcomeProblems(passage, facts, words),
    ...bandProblems(passage, facts, words, voice),
    ...agoProblems(passage, facts, article.asOf),
    ...unitProblems(passage, facts),
    ...relativeChangeProblems(passage, facts),
    ...streakProblems(passage, facts),
    ...shapeProblems(passage, facts),
    ...instrumentProblems(passage, facts, house.bearers ?? []),
    ...(house.called === undefined
      ? []
      : provenanceProblems(article, passage, house.called, house.bearers ?? [])),
    ...sequenceProblems(passage),
    ...unsupportedProblems(passage),
    ...(called === null ? [] : nounProblems(passage, called)),
    ...claimProblems(passage, voice, house.compliance ?? "commentary"),
    ...relativeProblems(article, passage),
    ...quantifierProblems(article, passage, facts, words, house.groups ?? []),
    ...(house.names === undefined ? [] : unprovedProblems(passage, house.names)),
  ]);
  const headless = article.headline.length === 0 ? [nothing()] : [];
  const often = heads(repeats(article, voice))
    .filter(({ kind, count }) => count > OFTEN[kind])
    .map(({ text, count }) => {
      const message = `"${text}" stands ${count} times in one note`;
      return problem("repeat", null, message, "say it another way in one of the places", "warning");
    });
  return [
    ...headless,
    ...each,
    ...headlineProblems(passages),
    ...correlationProblems(passages, facts),
    ...performanceProblems(article, passages),
    ...stanceProblems(passages, facts, words),
    ...eventProblems(passages, facts),
    ...horizonProblems(article, passages, facts),
    ...choiceProblems(article, passages),
    ...relatedProblems(article, passages),
    ...chartProblems(article, passages),
    ...listProblems(article, passages),
    ...tableProblems(article, facts),
    ...often,
  ];
}

/** Of runs of words that overlap, the first. */
function heads(found: readonly Repeat[]): readonly Repeat[] {
  const ends = new Set(
    found.flatMap(({ kind, text, count }) =>
      kind === "phrase" ? [`${text.split(" ").slice(1).join(" ")} ${count}`] : [],
    ),
  );
  return found.filter(({ kind, text, count }) => {
    const start = text.split(" ").slice(0, -1).join(" ");
    return kind === "verb" || !ends.has(`${start} ${count}`);
  });
}

function nothing(): Problem {
  return problem("no-headline", null, "the note has no headline", "write a pattern that holds");
}
