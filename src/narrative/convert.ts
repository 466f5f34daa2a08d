import type { Place, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import {
  isBlock,
  isBoolean,
  isContent,
  isMustache,
  isNumber,
  isPartial,
  isPath,
  isString,
} from "./ast.ts";
import { ROTATED, takesText } from "./helpers.ts";
import type { Names } from "./parameters.ts";
import { given } from "./parameters.ts";
import type { SourceText, Argument, Call, Node } from "./template.ts";

export interface Converted {
  readonly nodes: readonly Node[];
  readonly refused: readonly Problem[];
}

export interface Conversion {
  readonly source: SourceText;
  readonly countCall: () => void;
  /** The slot that the next word chosen by rotation takes. */
  readonly slots: { next: number };
  readonly nextGroup: () => number;
  /** What the names of a partial stand for in this place; each use is noted. */
  readonly names: Names;
  readonly partial: (name: string, at: Place, names: Names) => Converted | null;
}

/** From Handlebars' tree to our own, in which nothing exists but what the language allows. */
export function convert(program: hbs.AST.Program, conversion: Conversion): Converted {
  const refused: Problem[] = [];
  const nodes = statements(program, { ...conversion, refused });
  return { nodes, refused };
}

interface Work extends Conversion {
  readonly refused: Problem[];
}

function statements(program: hbs.AST.Program | undefined, work: Work): readonly Node[] {
  return (program?.body ?? []).flatMap((each) => statement(each, work));
}

/**
 * The parser takes a line break away after a tag that stands alone on its line. Where an empty line
 * followed, that break was half of it, and is given back.
 */
function prose({ value, original }: hbs.AST.ContentStatement): readonly Node[] {
  if (value === "") return [];
  // oxlint-disable-next-line typescript/no-base-to-string -- text, whatever the package's types say
  const written = String(original);
  const parted = /^[ \t]*\n[ \t]*\n/.test(written) && !/^[ \t]*\n[ \t]*\n/.test(value);
  return [{ kind: "text", text: parted ? `\n${value}` : value }];
}

function statement(node: hbs.AST.Statement, work: Work): readonly Node[] {
  if (isContent(node)) return prose(node);
  if (node.type === "CommentStatement") return [];
  if (isMustache(node)) return mustache(node, work);
  if (isBlock(node)) return block(node, work);
  if (isPartial(node)) return partial(node, work);
  const names: Readonly<Record<string, string>> = {
    Decorator: "a decorator",
    DecoratorBlock: "a decorator",
    PartialBlockStatement: "a partial with a body",
  };
  refuse(work, node, `${names[node.type] ?? node.type} is not part of the language`);
  return [];
}

function mustache(node: hbs.AST.MustacheStatement, work: Work): readonly Node[] {
  if (!node.escaped) refuse(work, node, "{{{…}}} and {{&…}} print raw text", "use two braces");
  const call = callOf(node, work);
  return call === null ? [] : [{ kind: "say", call }];
}

function block(node: hbs.AST.BlockStatement, work: Work): readonly Node[] {
  const program: hbs.AST.Program | undefined = node.program;
  const inverse: hbs.AST.Program | undefined = node.inverse;
  if (program === undefined) {
    refuse(work, node, "{{^…}} is not part of the language", "use {{#…}} with {{else}}");
    return [];
  }
  const parameters: readonly string[] | undefined = program.blockParams;
  if (parameters !== undefined) refuse(work, node, '"as |…|" is not part of the language');
  const call = callOf(node, work);
  if (call === null) return [];
  if (call.helper === "vary") return [vary(program, inverse, call, work)];
  const makers = [program, inverse].map((each) => () => statements(each, work));
  const [body = [], otherwise = []] = alternatives(work, makers);
  return [{ kind: "block", call, body, otherwise: inverse === undefined ? null : otherwise }];
}

/**
 * Texts of which one at most is said share their slots: the turn of a word then moves on by one
 * from edition to edition, whichever of them is said.
 */
function alternatives<T>(work: Work, makers: readonly (() => T)[]): readonly T[] {
  const start = work.slots.next;
  let end = start;
  const made = makers.map((make) => {
    work.slots.next = start;
    const one = make();
    end = Math.max(end, work.slots.next);
    return one;
  });
  work.slots.next = end;
  return made;
}

/** `{{or}}` parts the variants. */
function vary(
  program: hbs.AST.Program,
  inverse: hbs.AST.Program | undefined,
  call: Call,
  work: Work,
): Node {
  const group = work.nextGroup();
  if (inverse !== undefined) {
    const message = "{{#vary}} has no {{else}}";
    work.refused.push(problem("else", call.at, message, "part the variants with {{or}}"));
  }
  const variants: hbs.AST.Statement[][] = [[]];
  for (const each of program.body) {
    if (!isOr(each)) variants.at(-1)?.push(each);
    else {
      variants.push([]);
      if (!isBare(each)) {
        const at = placeOf(each, work);
        work.refused.push(problem("helper-arguments", at, "{{or}} takes nothing", "write {{or}}"));
      }
    }
  }
  const nodes = alternatives(
    work,
    variants.map((each) => () => each.flatMap((one) => statement(one, work))),
  );
  return { kind: "vary", variants: nodes, call, group };
}

function isBare({ params, hash }: hbs.AST.MustacheStatement): boolean {
  const pairs: hbs.AST.Hash | undefined = hash;
  return params.length === 0 && (pairs?.pairs.length ?? 0) === 0;
}

function isOr(node: hbs.AST.Statement): node is hbs.AST.MustacheStatement {
  return isMustache(node) && isPath(node.path) && node.path.original === "or";
}

function partial(node: hbs.AST.PartialStatement, work: Work): readonly Node[] {
  const hash: hbs.AST.Hash | undefined = node.hash;
  if (!isPath(node.name) && !isString(node.name)) {
    const hint = "name the partial: {{> sources}}";
    refuse(work, node, "a partial chosen while rendering is not part of the language", hint);
    return [];
  }
  if (node.params.length > 0) {
    const hint = 'give it names: {{> block market="gold"}}';
    refuse(work, node, "a partial takes no arguments without a name", hint);
  }
  const name = node.name.original;
  const at = placeOf(node, work);
  const pairs = (hash?.pairs ?? []).flatMap(({ key, value }) =>
    argument(value, work, true).map((each) => [key, each] as const),
  );
  const names = given(pairs, name, at);
  work.refused.push(...names.problems);
  const found = work.partial(name, at, names.names);
  if (found === null) return [];
  work.refused.push(...found.refused);
  return [{ kind: "partial", name, body: found.nodes }];
}

function callOf(node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement, work: Work): Call | null {
  const at = placeOf(node, work);
  if (!isPath(node.path)) {
    refuse(work, node, "a value typed into a tag is not part of the language", "write it as text");
    return null;
  }
  const helper = plainPath(node.path, work);
  if (helper === null) return null;
  work.countCall();
  const slot = ROTATED.has(helper) ? work.slots.next++ : work.slots.next;
  const args = node.params.flatMap((each, place) => argument(each, work, takesText(helper, place)));
  const hash: hbs.AST.Hash | undefined = node.hash;
  const options = new Map<string, Argument>();
  for (const pair of hash?.pairs ?? []) {
    for (const each of argument(pair.value, work)) {
      if (options.has(pair.key)) refuse(work, pair, `${pair.key}= is given twice`, "give it once");
      options.set(pair.key, each);
    }
  }
  return { helper, args, options, at, slot };
}

/** `asText`: a name that a partial was given stands here for itself, not for a fact. */
function argument(node: hbs.AST.Expression, work: Work, asText = false): readonly Argument[] {
  const at = placeOf(node, work);
  if (isString(node)) return [{ kind: "text", text: node.value, at }];
  if (isNumber(node)) return [{ kind: "number", number: node.value, at }];
  if (isBoolean(node)) return [{ kind: "flag", flag: node.value, at }];
  if (isPath(node)) {
    const path = plainPath(node, work);
    if (path === null) return [];
    const meant = work.names.meant(path);
    return asText && meant.whole
      ? [{ kind: "text", text: meant.path, at }]
      : [{ kind: "path", path: meant.path, at }];
  }
  const what = node.type === "SubExpression" ? "a helper inside a tag" : "null or undefined";
  refuse(work, node, `${what} is not part of the language`, "name a fact, a text or a number");
  return [];
}

const FORBIDDEN = new Set(["constructor", "__proto__", "prototype", "hasOwnProperty", "toString"]);

/** A path as a fact's id. What reaches out of the facts is refused. */
function plainPath(node: hbs.AST.PathExpression, work: Work): string | null {
  const forbidden = node.parts.find((each) => FORBIDDEN.has(each));
  const plain = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(node.original);
  if (!node.data && node.depth === 0 && node.parts.length > 0 && forbidden === undefined && plain) {
    return node.original;
  }
  const hint = 'name a fact by its id, "record" or "record.prior"';
  refuse(work, node, `"${node.original}" is not part of the language`, hint);
  return null;
}

function refuse(
  work: Work,
  node: Pick<hbs.AST.Node, "loc">,
  message: string,
  hint = "docs/helpers.md lists the whole language",
): void {
  work.refused.push(problem("not-in-language", placeOf(node, work), message, hint));
}

function placeOf(node: Pick<hbs.AST.Node, "loc">, work: Conversion): Place {
  const { line, column } = node.loc.start;
  return { file: work.source.file, line, column: column + 1 };
}
