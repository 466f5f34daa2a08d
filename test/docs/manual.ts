import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const ROOT = path.join(import.meta.dirname, "..", "..");

/** A fenced block of a page: its language, what kind of example it is, and what stands below it. */
export interface Fence {
  readonly file: string;
  readonly line: number;
  readonly language: string;
  /** The words after the language: "facts", "wrong report". */
  readonly kind: string;
  readonly text: string;
  /** The block quote below: what the example says. */
  readonly said: string;
  /** The fenced block right before it, and right after. */
  readonly before: string;
  readonly after: string;
}

/** Every page of the manual, by its path in the repository. */
export const PAGES: ReadonlyMap<string, string> = new Map(
  ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md", ...under("docs")].map(
    (file) => [file, readFileSync(path.join(ROOT, file), "utf8")] as const,
  ),
);

function under(folder: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((each) => each.endsWith(".md"))
    .map((each) => `${folder}/${each.split(path.sep).join("/")}`)
    .toSorted();
}

const FENCE = /^( *)```(\S+)(?: (.*))?\n([\s\S]*?)^\1```$/gm;

export function fences(file: string): readonly Fence[] {
  const text = PAGES.get(file) ?? "";
  const found = [...text.matchAll(FENCE)].map((match) => {
    const [whole, indent = "", language = "", kind = "", body = ""] = match;
    const rest = text.slice(match.index + whole.length);
    const quote = /^\s*\n((?: *>.*\n)+)/.exec(rest)?.[1] ?? "";
    return {
      file,
      line: text.slice(0, match.index).split("\n").length,
      language,
      kind,
      text: body.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
      said: quote.replaceAll(/^ *> ?/gm, "").trim(),
    };
  });
  return found.map((each, index) => ({
    ...each,
    before: found[index - 1]?.text ?? "",
    after: found[index + 1]?.text ?? "",
  }));
}

/** All examples of a kind, from every page. */
export function examples(language: string, kind: RegExp): readonly Fence[] {
  return [...PAGES.keys()]
    .flatMap(fences)
    .filter((each) => each.language === language && kind.test(each.kind));
}

/** Prose and code spans, without fenced blocks. */
export function prose(file: string): string {
  return (PAGES.get(file) ?? "").replaceAll(FENCE, (block) => block.replaceAll(/[^\n]/g, ""));
}
