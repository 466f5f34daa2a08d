import type { Article, Compliance, Problem } from "../../model/index.ts";
import type { Passage } from "./passages.ts";
import { sectionOf } from "./section.ts";
import { objection } from "./text.ts";

const PROMISE =
  /\b(?:guaranteed?|sure to|certain to|bound to|risk-free|can(?:no|’|')t lose|will (?:certainly|surely|definitely)|positioned to profit|easy money|ensures? (?:that )?(?:you|profits?|gains?|returns?)|you(?:’|'| wi)ll (?:profit|gain|make money)|profits? (?:is|are) (?:assured|certain)|without (?:any )?risk|success rates?|win(?:ning)? rates?)(?![\p{L}-])/giu;

/** Promises that nobody can keep; `told` are places that a banned word took already. */
export function promiseProblems(passage: Passage, told: readonly number[]): readonly Problem[] {
  return [...passage.text.matchAll(PROMISE)]
    .filter(({ index }) => !told.includes(index))
    .map((found) =>
      objection("promise", passage, found.index, found[0], "a note promises no result"),
    );
}

const TRADE =
  "(?:buy|sell|short|hedg|hold|tak|go|add|enter|exit|explor|trim|accumulat|(?:a|an) (?:long|short)|call|put|long|short)";
const READER = "(?:you|we|traders?|investors?|readers?)";

/** What to do, said to whoever reads: T27 of the old notes, and its imperatives. */
const ACTIONS: readonly RegExp[] = [
  new RegExp(
    `\\b${READER} (?:may|might|could|should|can|must|ought to) (?:also |now |still |well )?(?:want to |wish to |like to |prefer to )?(?:consider )?${TRADE}`,
    "giu",
  ),
  new RegExp(
    `\\bconsider(?:ing|s)? (?:a |an |the )?(?:small )?(?:${TRADE}|options?|inverse|protecti|position)`,
    "giu",
  ),
  /(?<=^|[.!?:] )(?:Buy|Sell|Accumulate|Hedge|Trim|Exit|Go (?:long|short)|Take profits?|Short the)(?: (?:the|this|it|your|some|more|now|here|calls?|puts?|shares|stocks|into|on|at)\b|[.!])/gu,
  /\b(?:(?:good|right|great|best|high) time to (?:buy|sell|get (?:in|out))|time to (?:buy|sell)|we (?:recommend|advise|suggest)|I (?:recommend|advise|suggest)|our (?:recommendation|advice) is)\b/giu,
];

/** A note comments. Advice to trade is for reports that say in report.yaml that they give it. */
export function actionProblems(passage: Passage, compliance: Compliance): readonly Problem[] {
  if (compliance === "advice") return [];
  return ACTIONS.flatMap((pattern) =>
    [...passage.text.matchAll(pattern)].map((found) =>
      objection(
        "action",
        passage,
        found.index,
        found[0],
        "a note that comments tells nobody what to trade",
      ),
    ),
  );
}

const CLAIM =
  /\b(?:hit rates?|profit factors?|sharpe ratios?|annuali[sz]ed returns?|track records?|back-?test(?:ed|s|ing)?|winning trades|(?:system|strategy|model portfolio|portfolio|agents?|robots?|bots?|algorithm|rules) (?:together )?(?:has |have |had |would have )?(?:returned|gained|earned|lost|yielded|beaten|beat|outperformed|made (?:money|a (?:gain|profit|loss)))|account (?:has |have )?(?:changed by|returned|gained|earned|lost|grew|grown))(?![\p{L}-])/iu;

/** What a claim of performance needs beside it, within its section. */
const NEEDS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["number of cases", /\b(?:trades?|cases|signals?|switches|transactions?)\b/iu],
  ["costs", /\b(?:costs?|fees?|commissions?|slippage)\b/iu],
  ["drawdown", /\b(?:drawdowns?|(?:deepest|largest|worst) (?:fall|loss)|at its worst)\b/iu],
  [
    "benchmark",
    /\b(?:buy(?:ing)?[- ]and[- ]hold(?:ing)?|bought and held|benchmark|held throughout)\b/iu,
  ],
];

/** A performance without its number of cases, period, costs, drawdown and benchmark is a claim. */
export function performanceProblems(
  article: Article,
  passages: readonly Passage[],
): readonly Problem[] {
  return passages.flatMap((passage) => {
    const found = CLAIM.exec(passage.text);
    if (found === null) return [];
    const section = sectionOf(article, passage, passages);
    const text = section.map((each) => each.text).join("\n");
    const days = section.flatMap((each) =>
      each.spans.filter((span) => span.inline.kind === "date"),
    );
    const missing = [
      ...NEEDS.flatMap(([what, pattern]) => (pattern.test(text) ? [] : [what])),
      ...(days.length > 1 ? [] : ["period"]),
    ];
    if (missing.length === 0) return [];
    const message = `a performance is told with number of cases, period, costs, drawdown and benchmark; here is no ${missing.join(", no ")}`;
    return [objection("performance", passage, found.index, found[0], message)];
  });
}
