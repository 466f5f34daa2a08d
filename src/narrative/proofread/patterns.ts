/** What no finished text may hold, whatever it is about. */
export interface Pattern {
  readonly rule: string;
  readonly severity: "error" | "warning";
  readonly pattern: RegExp;
  readonly message: string;
  /** Labels and headings are no sentences. */
  readonly sentencesOnly: boolean;
}

const never = (rule: string, pattern: RegExp, message: string): Pattern => ({
  rule,
  severity: "error",
  pattern,
  message,
  sentencesOnly: false,
});

const inSentences = (rule: string, pattern: RegExp, message: string): Pattern => ({
  ...never(rule, pattern, message),
  sentencesOnly: true,
});

/** Not in a clause such as "how firm it is" or "where it came from", which may end like that. */
const DIRECT =
  "(?<!\\b(?:how|what|where|who|whom|which|than|as|when|why|that|whether|it|they|there)\\b[^.!?;:]*)";

const COUNTED = "points|sessions|days|weeks|months|years|quarters|shares|contracts|times|closes";

export const PATTERNS: readonly Pattern[] = [
  never(
    "hole",
    /\b(?:NaN|undefined|null|Infinity)\b|\[object|\{\{|\}\}|\[\[|\]\]|[\uE000-\uF8FF\uFFFD]/g,
    "something stands here that no reader should see",
  ),
  never(
    "placeholder",
    /\[(?:date|name|ticker|company|index|figure|number|x+|\.\.\.|…)\]|\bTODO\b|\bTBD\b|\bFIXME\b|\bXXX+\b|\blorem ipsum\b/gi,
    "a placeholder was left standing",
  ),
  never(
    "empty-slot",
    /\b(?:in|of|by|at|than) of\b|\b(?:to|at|from|by|since|of) (?:to|from|by|since)\b|\b(?:to|since) of\b/gi,
    "a word or a figure is missing between these",
  ),
  inSentences(
    "empty-slot",
    /\b(?:of|by|at|than|the|a|an) ?[,;:](?=\s|$)|\b(?:the|a|an|and|or|of|by|at|to|from|since|than) [.!?](?=\s|$)|\b(?:the|a|an|and|or) ?[.!?](?=\s|$)/gi,
    "the sentence breaks off",
  ),
  inSentences(
    "empty-slot",
    new RegExp(`${DIRECT}\\b(?:of|by|at|than|to|from|since)[.!?](?=\\s|$)`, "gi"),
    "the sentence breaks off",
  ),
  inSentences(
    "empty-slot",
    new RegExp(
      `${DIRECT}\\b(?:is|are|was|were|be|has|have|had|stands at|stood at|stands|stood)[.!?](?=\\s|$)|` +
        "\\b(?:is|are|was|were|be|has|have|had|stands|stood) [.!?](?=\\s|$)",
      "gi",
    ),
    "the sentence ends where its figure should stand",
  ),
  never("empty-slot", /\(\s*\)|\[\s*\]|[“"]\s*[”"]/g, "brackets or quotes hold nothing"),
  never("spacing", / {2,}/g, "there is more than one space"),
  never("spacing", / (?=[,;:!?.](?:\s|$))/g, "a space stands before a mark"),
  never("spacing", / +%/g, "a space stands before the percent sign"),
  never("marks", /[,;:]\s*[,;:.]|(?<!\.)\.\.(?!\.)|\.\s+\.|^[,;:.!?)]|[!?]{2,}/g, "marks collide"),
  never(
    "stray-mark",
    /[*`~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|^#+\s|\]\(/gu,
    "Markdown was left",
  ),
  never(
    "doubled-word",
    /(?<![\p{L}\p{N}’'-])(?!(?:had|that)\b)(\p{L}+)\s+\1(?![\p{L}\p{N}’'-])/giu,
    "a word stands twice",
  ),
  never("minus-zero", /(?<![\p{N}])[-−]\$?0(?:\.0+)?(?![.\p{N}])/gu, "there is no minus zero"),
  never(
    "plural",
    new RegExp(`(?<![\\p{L}\\p{N}.,$-])(?:1|one|a)[ \\u00A0](?:${COUNTED})\\b(?!-)`, "giu"),
    "one of a thing stands in the plural",
  ),
  never(
    "furniture",
    /\b(?:sign (?:in|up) (?:with|to|for)|leave a comment|subscribe (?:now|today|to our)|more by this author|how did you like this article|click (?:here|to)|share this (?:article|post|story)|contest to win|read the full (?:article|story)|all rights reserved|accept (?:all )?cookies)\b/giu,
    "this is furniture of a web page, and no part of a note",
  ),
  never(
    "broken-word",
    /(?<=^|[.!?:] |[“"(])[B-HJ-Z] (?!(?:and|or|is|was|has|had)\b)(?=[a-z]{2,}\b)/gmu,
    "a word has come apart",
  ),
  never(
    "grammar",
    /(?<=\b(?:\d{4}|\d{1,2} \p{Lu}\p{L}+|\p{Lu}\p{L}+ \d{1,2})) date\b/gu,
    "a day is no date twice",
  ),
  never("grammar", /\b0\d(?=,? (?:\p{Lu}\p{L}+|\d{4})\b)/gu, "a day has no nought before it"),
  never("chart-reference", /\(\s*Chart\s*\)|\bChart (?!\d)[,.;)]/g, "a chart's number is missing"),
];
