import type { Call } from "./template.ts";

const SMALL = new Set("a an and as at by for from in of on or the to".split(" "));

/** As a headline writes it: "10-Year Note Futures". */
export function inTitle(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}’'])\p{L}[\p{L}’']*/gu, (part, at: number) =>
    at > 0 && SMALL.has(part) ? part : part.charAt(0).toUpperCase() + part.slice(1),
  );
}

/** The name as it stands, or as a headline writes it, where the tag asks for that. */
export function titled(text: string, { options }: Call): string {
  const asked = options.get("title");
  return asked?.kind === "flag" && asked.flag ? inTitle(text) : text;
}
