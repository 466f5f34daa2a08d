import type { Inline, Line } from "../model/index.ts";
import { scrub } from "./escape.ts";

/** What a line says, without its marks. */
export function plain(line: Line): string {
  return scrub(line.map(plainInline).join(""));
}

/** "Chart 2", as the text refers to it and as the caption begins. */
export function chartName(number: number): string {
  return `Chart ${number}`;
}

function plainInline(inline: Inline): string {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "figure":
    case "date":
      return inline.said.text;
    case "chart-reference":
      return chartName(inline.number);
    case "emphasis":
    case "strong":
    case "link":
      return plain(inline.children);
  }
}
