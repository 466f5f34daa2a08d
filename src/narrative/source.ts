import type { Place } from "../model/index.ts";
import type { SourceText } from "./template.ts";

/**
 * Text as the parser gets it: plain line ends, no byte order mark, straight quotes inside tags.
 * Every character keeps its line and column, so that problems point at what the editor sees.
 */
export function tidySource(file: string, text: string): SourceText {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  return { file, text: plain.replace(/\{\{[^{}]*\}\}/g, straight) };
}

/** A word processor's quotes inside a tag mean the straight ones. */
function straight(tag: string): string {
  const double = tag.replace(/[“”„‟]/g, '"');
  return double.replace(/(?<=[\s=])[‘‚](?=\S)/g, "'").replace(/(?<=\S)’(?=[\s}])/g, "'");
}

export function placeAt(source: SourceText, offset: number): Place {
  const before = source.text.slice(0, offset);
  const start = before.lastIndexOf("\n") + 1;
  return { file: source.file, line: before.split("\n").length, column: offset - start + 1 };
}
