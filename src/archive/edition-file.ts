import type { Day, Decoded, Problem } from "../model/index.ts";
import { parseDay, problem } from "../model/index.ts";

/** What `edition.json` tells of an edition that was published. */
export interface ArchivedEdition {
  readonly report: string;
  readonly title: string;
  readonly author: string;
  readonly asOf: Day;
  readonly published: Day;
  /** The address under which it stands. */
  readonly href: string;
  /** SHA-256 of each file kept beside, by its path; null: nothing is kept, it stands elsewhere. */
  readonly files: ReadonlyMap<string, string> | null;
}

/** The form in which an article is kept; a later program must still read every earlier one. */
export const FORM = 1;

const TEXTS = ["report", "title", "author", "href"] as const;
const DAYS = ["asOf", "published"] as const;
const HINT =
  "write the file anew with report, title, author, asOf, published and href, or remove it";
const KEPT_HINT = "take the folder back as it was published, from version control or a copy";

/** Everything wrong with the file is a warning: an old edition never stops a new one. */
export function decodeEditionFile(text: string, file: string): Decoded<ArchivedEdition> {
  const parsed = parse(text, file);
  if (!parsed.ok) return parsed;
  const fields = parsed.value;
  const problems: Problem[] = [];
  const wrong = (message: string, hint = HINT): void => {
    problems.push(problem("archive-edition", { file }, message, hint, "warning"));
  };
  const texts = TEXTS.map((name) => {
    const value = fields.get(name);
    if (typeof value === "string" && value.trim() !== "") return value;
    wrong(`"${name}" is missing or is no text`);
    return "";
  });
  const days = DAYS.map((name) => {
    const value = fields.get(name);
    const day = typeof value === "string" ? parseDay(value) : null;
    if (day === null) wrong(`"${name}" is missing or is no day as 2025-05-13`);
    return day;
  });
  const [report = "", title = "", author = "", href = ""] = texts;
  const [asOf = null, published = null] = days;
  if (href !== "" && !isAddress(href)) wrong(`"href" is no web address: "${href}"`);
  if (asOf !== null && published !== null && published < asOf) {
    wrong(`published on ${published}, before its as-of day ${asOf}`);
  }
  const files = fields.has("files") ? filesOf(fields) : null;
  if (typeof files === "string") wrong(files, KEPT_HINT);
  if (asOf === null || published === null || typeof files === "string" || problems.length > 0) {
    return { ok: false, problems };
  }
  return { ok: true, value: { report, title, author, asOf, published, href, files }, problems };
}

/** The files kept, or what is wrong with their list. */
function filesOf(fields: ReadonlyMap<string, unknown>): ReadonlyMap<string, string> | string {
  const form = fields.get("form");
  if (form !== FORM) return `it is kept in form ${String(form)}, and this program reads ${FORM}`;
  const files = fields.get("files");
  if (typeof files !== "object" || files === null) return '"files" is no list of files';
  const found = new Map<string, string>();
  for (const [name, hash] of Object.entries(files)) {
    const inside = /^(?!\/)(?!.*(?:^|\/)\.{0,2}(?:\/|$))[\w./-]+$/.test(name);
    if (!inside) return `"${name}" is no file of this folder`;
    if (typeof hash !== "string" || !/^[0-9a-f]{64}$/.test(hash)) {
      return `"${name}" has no SHA-256 beside it`;
    }
    found.set(name, hash);
  }
  return found.has("article.json") ? found : "the article is not among its files";
}

/** An address of the web, or one relative to the page; never a script. */
function isAddress(href: string): boolean {
  return /^https?:\/\/[^\s]+$/.test(href) || /^[^\s:]+$/.test(href);
}

function parse(text: string, file: string): Decoded<ReadonlyMap<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return { ok: true, value: new Map(Object.entries(value)), problems: [] };
    }
    return fault(file, null, "the file holds no object");
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fault(file, placeIn(text, error.message), "the file is no JSON");
  }
}

/** Where the engine tells a position; of some faults it shows the text around them alone. */
function placeIn(text: string, message: string): { line: number; column: number } | null {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return null;
  const before = text.slice(0, Number(position));
  return {
    line: before.split("\n").length,
    column: before.length - before.lastIndexOf("\n"),
  };
}

function fault(
  file: string,
  place: { readonly line: number; readonly column: number } | null,
  message: string,
): { readonly ok: false; readonly problems: readonly Problem[] } {
  return {
    ok: false,
    problems: [problem("archive-edition", { file, ...place }, message, HINT, "warning")],
  };
}
