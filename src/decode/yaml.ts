import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { Decoded, Place, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import { explain } from "./issues.ts";
import type { Path, Text } from "./place.ts";
import { placeOf } from "./place.ts";
import { syntaxProblems, thrown } from "./syntax.ts";
import { treeProblems } from "./tree.ts";
import { placeWithin } from "./within.ts";

/** A checked value that still knows where the file says what. */
export interface Located<T> {
  readonly value: T;
  /** Where the value at the path stands; where it is not there, the nearest key above it. */
  readonly place: (path: Path) => Place;
  /** Where a character of the text at the path stands, whatever quotes and folds are around it. */
  readonly within: (path: Path, at: number) => Place;
}

/** Every schema is used a few times in a run: to compile it first would cost more than it saves. */
z.config({ jitless: true });

const LARGEST = 1_000_000;

/** The value the file holds, if it fits the schema, or all that is wrong with the file at once. */
export function decodeYaml<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
): Decoded<Located<T>> {
  if (text.length > LARGEST) {
    const message = `the file holds ${text.length} characters; the limit is ${LARGEST}`;
    return refuse([
      problem("yaml-size", { file }, message, "split the file, or check that it is the right one"),
    ]);
  }
  const parsed = parse(text, file);
  if (!parsed.ok) return parsed;
  const { value, problems } = parsed;
  const found = schema.safeParse(value.data);
  if (!found.success) {
    return refuse([...problems, ...explain(found.error.issues, value.text, schema, value.data)]);
  }
  const place = (path: Path): Place => placeOf(value.text, path);
  const within = (path: Path, at: number): Place => placeWithin(value.text, text, path, at);
  return { ok: true, value: { value: found.data, place, within }, problems };
}

interface Parsed {
  readonly text: Text;
  readonly data: unknown;
}

function parse(source: string, file: string): Decoded<Parsed> {
  const lines = new LineCounter();
  try {
    const document = parseDocument(source, {
      version: "1.2",
      lineCounter: lines,
      stringKeys: true,
      logLevel: "error",
    });
    const text: Text = { file, document, lines };
    const syntax = syntaxProblems(text, source);
    if (syntax.length > 0) return refuse(syntax);
    const tree = treeProblems(text, source);
    if (tree.some((each) => each.severity === "error")) return refuse(tree);
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    return { ok: true, value: { text, data }, problems: tree };
  } catch (error) {
    return refuse([thrown(error, file)]);
  }
}

function refuse(problems: readonly Problem[]): {
  readonly ok: false;
  readonly problems: readonly Problem[];
} {
  return { ok: false, problems };
}
