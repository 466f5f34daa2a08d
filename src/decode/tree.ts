import type { Node, Scalar, YAMLMap } from "yaml";
import { isScalar, visit } from "yaml";
import type { Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Text } from "./place.ts";
import { placeAt } from "./place.ts";
import { DEEPEST, TOO_DEEP } from "./syntax.ts";

/** What YAML allows and we do not, and slips that YAML swallows in silence. */
export function treeProblems(text: Text, source: string): readonly Problem[] {
  const { document, file } = text;
  if (
    document.contents === null ||
    (isScalar(document.contents) && document.contents.value === null)
  ) {
    return [
      problem(
        "yaml-empty",
        { file, line: 1, column: 1 },
        "the file is empty",
        "write the entries, or restore the file",
      ),
    ];
  }
  const found: Problem[] = [];
  const tell = (rule: string, node: Node, message: string, hint: string): void => {
    found.push(problem(rule, placeAt(text, node.range?.[0] ?? 0), message, hint));
  };
  visit(document, {
    Alias(_, node) {
      if (node.resolve(document) !== undefined) return;
      tell(
        "yaml-alias",
        node,
        `"*${node.source}" refers to nothing`,
        `put the text in quotes: "*${node.source}"`,
      );
    },
    Map(_, node, path) {
      if (path.length > DEEPEST) {
        tell(TOO_DEEP.rule, node, TOO_DEEP.message, TOO_DEEP.hint);
        return visit.BREAK;
      }
      found.push(...keyProblems(text, node));
      return undefined;
    },
    Seq(_, node, path) {
      if (path.length <= DEEPEST) return undefined;
      tell(TOO_DEEP.rule, node, TOO_DEEP.message, TOO_DEEP.hint);
      return visit.BREAK;
    },
    Scalar(key, node) {
      if (key === "key") return;
      if (
        typeof node.value === "number" &&
        Number.isInteger(node.value) &&
        !Number.isSafeInteger(node.value)
      ) {
        const as = node.source ?? String(node.value);
        tell(
          "yaml-number",
          node,
          `the number ${as} has too many digits to be kept exactly`,
          `write it in quotes: "${as}"`,
        );
      }
      found.push(...cutOff(text, node, source));
    },
  });
  return found;
}

function keyProblems(text: Text, map: YAMLMap): readonly Problem[] {
  const found: Problem[] = [];
  const first = new Map<string, number>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const place = placeAt(text, key.range?.[0] ?? 0);
    if (name === "<<") {
      const message = 'the merge key "<<" is not understood';
      found.push(problem("yaml-merge-key", place, message, "write the entries out instead"));
    }
    const before = first.get(name);
    if (before === undefined) first.set(name, place.line);
    else {
      const message = `"${name}" stands twice: on line ${before} and on line ${place.line}`;
      found.push(problem("yaml-duplicate-key", place, message, "take one of the two out"));
    }
  }
  return found;
}

/** `title: up #1 today` is "up" to YAML. A comment proper has a space after its sign. */
function cutOff(text: Text, node: Scalar, source: string): readonly Problem[] {
  const end = node.range?.[1];
  if (node.type !== "PLAIN" || end === undefined || node.source === "" || node.source === undefined)
    return [];
  const rest = /^[ \t]+(#[^\s#][^\r\n]*)/.exec(source.slice(end, end + 200));
  if (rest === null) return [];
  const lost = (rest[1] ?? "").trimEnd();
  const message = `the text ends before "${lost}": what follows " #" is a comment`;
  const hint = `if it belongs to the text, put all of it in quotes: "${node.source} ${lost}"; if not, write a space after #`;
  return [problem("yaml-comment", placeAt(text, end), message, hint, "warning")];
}
