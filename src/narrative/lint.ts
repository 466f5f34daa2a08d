import type { Problem } from "../model/index.ts";
import { callProblems, elseProblems } from "./calls.ts";
import type { Known } from "./known.ts";
import { proseProblems } from "./prose.ts";
import { structureProblems } from "./structure.ts";
import type { Node, Template, TemplateKind } from "./template.ts";

/**
 * The first guard: everything that is wrong with a template before any of it is rendered, in all
 * branches, in the order of the text. It repairs nothing.
 */
export function lint(template: Template, known: Known): readonly Problem[] {
  const rules = {
    names: known.names,
    voice: known.voice ?? null,
    byHand: template.kind === "voice",
  };
  const problems = [
    ...template.refused,
    ...nodeProblems(template.nodes, template.kind, known),
    ...structureProblems(template, known.charts),
    ...template.texts.flatMap((source) => proseProblems(source, rules)),
  ];
  return sorted(problems, template);
}

function nodeProblems(
  nodes: readonly Node[],
  kind: TemplateKind,
  known: Known,
): readonly Problem[] {
  return nodes.flatMap((node): readonly Problem[] => {
    switch (node.kind) {
      case "text":
        return [];
      case "say":
        return callProblems(node.call, "value", kind, known);
      case "partial":
        return nodeProblems(node.body, kind, known);
      case "vary":
        return [
          ...callProblems(node.call, "block", kind, known),
          ...node.variants.flatMap((each) => nodeProblems(each, kind, known)),
        ];
      case "block":
        return [
          ...callProblems(node.call, "block", kind, known),
          ...elseProblems(node),
          ...nodeProblems(node.body, kind, known),
          ...nodeProblems(node.otherwise ?? [], kind, known),
        ];
    }
  });
}

/** By file and place; a partial used twice tells its problems once. */
function sorted(problems: readonly Problem[], template: Template): readonly Problem[] {
  const files = template.texts.map((each) => each.file);
  const key = (each: Problem): string =>
    [each.rule, each.file, each.line, each.column, each.message].join("\n");
  const unique = new Map(problems.map((each) => [key(each), each]));
  return [...unique.values()].toSorted(
    (a, b) =>
      files.indexOf(a.file ?? "") - files.indexOf(b.file ?? "") ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}
