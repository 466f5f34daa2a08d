import { safe } from "./markdown.ts";

/** A pattern in prose that an editor must not write, and what to write instead. */
export interface Trap {
  readonly rule: string;
  readonly severity: "error" | "warning";
  readonly pattern: RegExp;
  /** `{}` stands for what was found. */
  readonly message: string;
  readonly hint: string;
  /** Holds in what an author writes by hand for one edition, too. */
  readonly inVoice: boolean;
}

const plainly = (rule: string, pattern: RegExp, message: string, hint: string): Trap => ({
  rule,
  severity: "error",
  pattern,
  message,
  hint,
  inVoice: true,
});

const hinted = (trap: Trap): Trap => ({ ...trap, severity: "warning", inVoice: false });

const MARKDOWN = "markdown-trap";
const LINE = `^[ \\t]*`;

/** Rules about text alone, on prose whose tags are blanked out. */
export const TRAPS: readonly Trap[] = [
  plainly("braces", /[{}]/g, "a single brace", "tags have two: {{figure fact}}"),
  plainly(
    "raw-html",
    /<[/!?A-Za-z][^>\n]*>?/g,
    'raw HTML "{}" is not part of a note',
    "use Markdown: *emphasis*, **strong**, [text](https://…)",
  ),
  plainly("raw-html", /\bstyle\s*=/gi, '"{}" is not part of a note', "looks belong to the theme"),
  plainly("raw-html", /&#?\w+;/g, 'the entity "{}" is not part of a note', "write the character"),
  plainly(
    "private-character",
    /[\uE000-\uF8FF\p{Cc}]/gu,
    "a character that cannot be printed",
    "delete it",
  ),
  plainly(MARKDOWN, /`/g, "a backtick sets code, which a note has none of", "take it away"),
  plainly(MARKDOWN, /~~/g, "a note strikes nothing through", "take the marks away"),
  plainly(MARKDOWN, /!\[/g, "pictures are not part of a note", 'charts stand by {{chart "id"}}'),
  plainly(
    MARKDOWN,
    new RegExp(`${LINE}\\[[^\\]\\n]+\\]:`, "gm"),
    'the reference "{}" would vanish',
    "write the address in the link: [text](https://…)",
  ),
  plainly(
    MARKDOWN,
    /\]\[[^\]\n]*\]/g,
    'the reference link "{}" leads nowhere',
    "write the address in the link: [text](https://…)",
  ),
  plainly(
    MARKDOWN,
    new RegExp(`${LINE}[+*](?=\\s)`, "gm"),
    'a line that begins with "{}" becomes a list',
    'lists are made with "- ", signs are said in words',
  ),
  plainly(
    MARKDOWN,
    new RegExp(`${LINE}[-+−]\\s*(?=[\\p{N}])`, "gmu"),
    "a line that begins with a sign becomes a list and loses it",
    "say the direction in words",
  ),
  plainly(
    MARKDOWN,
    new RegExp(`${LINE}[\\p{N}]+[.)](?=[ \\t])`, "gmu"),
    "a line that begins with a number and a full stop becomes a list",
    "begin the line with a word",
  ),
  plainly(MARKDOWN, new RegExp(`${LINE}>`, "gm"), "quotations are not part of a note", "delete >"),
  plainly(
    MARKDOWN,
    new RegExp(`${LINE}(?:#(?!#)|#{3,})`, "gm"),
    "a note has headings of one rank",
    "write ## before a heading",
  ),
  plainly(
    MARKDOWN,
    new RegExp(`${LINE}(?:={2,}|-{3,}|\\*{3,}|_{3,})[ \\t]*$`, "gm"),
    'a line of "{}" is not part of a note',
    "take it away",
  ),
  plainly(
    "placeholder",
    /\[(?:date|name|ticker|company|index|figure|number|x+|\.\.\.|…)\]|\[\[|\bTODO\b|\bTBD\b|\bFIXME\b|\bXXX+\b|\blorem ipsum\b|\btk\b/gi,
    'the placeholder "{}" was left standing',
    "write what belongs there",
  ),
  plainly(
    "doubled-word",
    /(?<![\p{L}\p{N}’'-])(\p{L}+)\s+\1(?![\p{L}\p{N}’'-])/giu,
    '"{}" says a word twice',
    "say it once",
  ),
  plainly(
    "space-before-mark",
    /(?<=\p{L})[ \t]+[,;:!?.](?=\s|$)/gmu,
    "a space stands before a mark",
    "delete it",
  ),
  plainly("gap", /(?<=\S)[ \t]{2,}(?=\S)/g, "a gap in the line", "a word or a tag is missing here"),
  plainly("gap", /\(\s*\)|\[\s*\]/g, "empty brackets", "a word or a tag is missing here"),
  plainly("gap", /(?<=\s)-(?=\p{L})/gu, "a hyphen without its first word", "a tag is missing here"),
  {
    ...plainly(
      "relative-word",
      /(?<![\p{L}-])(?:yesterday|today|tomorrow|(?:last|next|this) (?:week|month|quarter|year))(?![\p{L}-])/giu,
      '"{}" is true of one day only',
      "let a helper say it: {{week f}}, {{month f}}, {{date f}}, {{when f}}",
    ),
    inVoice: false,
  },
  hinted(
    plainly(
      "typed-qualifier",
      /(?<![\p{L}-])(?:elevated|subdued|depressed|stretched|extreme|historically (?:high|low))(?![\p{L}-])/giu,
      '"{}" is a measured claim',
      "let {{qualifier f}} choose the word by the fact's percentile",
    ),
  ),
  hinted(
    plainly(
      "odds",
      /(?<![\p{L}-])(?:odds|likely|probably|chances are)(?![\p{L}-])/giu,
      '"{}" claims a probability that no fact holds',
      "cite a fact, or put the view into one of the author's slots",
    ),
  ),
];

/** Addresses of links that a reader must not be sent to. */
export function badAddresses(prose: string): readonly { offset: number; href: string }[] {
  return [...prose.matchAll(/\]\(([^)\n]*)\)/g)].flatMap((found) => {
    const href = (found[1] ?? "").trim();
    return safe(href) ? [] : [{ offset: found.index + 2, href }];
  });
}
