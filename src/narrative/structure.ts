import type { Place, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import { APART } from "./helpers.ts";
import type { Call, Node, Template } from "./template.ts";
import { callsOf, pathOf, textOf } from "./template.ts";

/** Fewer variants than this, and a phrase comes back within four editions. */
const ENOUGH = 5;

/** Rules about where things stand in the note, on every branch. */
export function structureProblems(
  template: Template,
  charts: ReadonlySet<string>,
): readonly Problem[] {
  const { nodes, kind } = template;
  return [
    ...varyProblems(nodes),
    ...(kind === "note" ? apartProblems(nodes, false) : []),
    ...(kind === "note" ? chartProblems(template, charts) : []),
    ...(kind === "note" ? headlineProblems(template) : []),
    ...slotProblems(nodes),
    ...(kind === "note" ? aloneProblems(template) : []),
    ...caseProblems(nodes),
  ];
}

function inside(node: Node): readonly Node[] {
  switch (node.kind) {
    case "text":
    case "say":
      return [];
    case "block":
      return [...node.body, ...(node.otherwise ?? [])];
    case "vary":
      return node.variants.flat();
    case "partial":
      return node.body;
  }
}

function varyProblems(nodes: readonly Node[]): readonly Problem[] {
  return nodes.flatMap((node) => {
    const deeper = varyProblems(inside(node));
    if (node.kind !== "vary") return deeper;
    const { variants, call } = node;
    const empty = variants.filter((each) => each.every(isBlank));
    const problems: Problem[] = [];
    if (empty.length > 0) {
      const hint = "write it or take one {{or}} away";
      problems.push(problem("vary", call.at, "a variant of this group is empty", hint));
    }
    if (variants.length < ENOUGH) {
      const message = `this group has ${variants.length} of ${ENOUGH} variants`;
      const hint = "add variants, so that no phrase returns within four editions";
      problems.push(problem("few-variants", call.at, message, hint, "warning"));
    }
    return [...problems, ...deeper];
  });
}

function isBlank(node: Node): boolean {
  return node.kind === "text" && node.text.trim() === "";
}

const DIRECTIONS = new Set(["rose", "fell", "flat"]);

/** A chain of {{#rose}}, {{else fell}} that says nothing in the third case. */
function caseProblems(nodes: readonly Node[]): readonly Problem[] {
  return nodes.flatMap((node) => {
    if (node.kind !== "block" || !DIRECTIONS.has(node.call.helper)) {
      return caseProblems(inside(node));
    }
    const { asked, bodies, isOpen } = chainOf(node);
    const deeper = bodies.flatMap(caseProblems);
    if (!isOpen || asked.size !== 2) return deeper;
    const [missing = ""] = [...DIRECTIONS].filter((each) => !asked.has(each));
    const message = `nothing is said where {{#${missing}}} holds`;
    const hint = "add {{else}} with a sentence for it";
    return [problem("missing-case", node.call.at, message, hint, "warning"), ...deeper];
  });
}

interface Chain {
  readonly asked: ReadonlySet<string>;
  readonly bodies: readonly (readonly Node[])[];
  /** Does it end without an {{else}}? */
  readonly isOpen: boolean;
}

function chainOf(node: Extract<Node, { kind: "block" }>): Chain {
  const { call, body, otherwise } = node;
  const asked = new Set([call.helper]);
  if (otherwise === null) return { asked, bodies: [body], isOpen: true };
  const [next, ...more] = otherwise.filter((each) => !isBlank(each));
  const goesOn =
    next?.kind === "block" &&
    more.length === 0 &&
    DIRECTIONS.has(next.call.helper) &&
    pathOf(next.call.args[0]) === pathOf(call.args[0]);
  if (!goesOn) return { asked, bodies: [body, otherwise], isOpen: false };
  const rest = chainOf(next);
  return {
    asked: new Set([...asked, ...rest.asked]),
    bodies: [body, ...rest.bodies],
    isOpen: rest.isOpen,
  };
}

/** Headline, standfirst and method are chosen from the whole note, never within a branch. */
function apartProblems(nodes: readonly Node[], nested: boolean): readonly Problem[] {
  return nodes.flatMap((node) => {
    const isApart = node.kind === "block" && APART.has(node.call.helper);
    const deeper = apartProblems(inside(node), nested || node.kind !== "partial");
    const strays = isApart ? strayProblems(node) : [];
    if (!isApart || !nested) return [...strays, ...deeper];
    const message = `{{#${node.call.helper}}} stands inside another block`;
    const hint = "set it free: a pattern that cannot be said is passed over by itself";
    return [problem("misplaced", node.call.at, message, hint), ...deeper];
  });
}

/** Charts and slots belong to the running text. */
function strayProblems(node: Node): readonly Problem[] {
  return callsOf(inside(node))
    .filter(({ helper }) => helper === "chart" || PLACES.has(helper))
    .map(({ helper, at }) =>
      problem("misplaced", at, `{{${helper}}} stands outside the running text`, "move it there"),
    );
}

/** Tags that stand for paragraphs. */
const PLACES = new Set(["voice", "highlights"]);

/** The author's words are paragraphs: their slot has a line of its own between empty lines. */
function aloneProblems(template: Template): readonly Problem[] {
  return callsOf(template.nodes)
    .filter(({ helper }) => PLACES.has(helper))
    .flatMap(({ at }) => {
      const text = template.texts.find((each) => each.file === at.file)?.text ?? "";
      const lines = text.split("\n");
      const [before, line, after] = [at.line - 2, at.line - 1, at.line].map(
        (each) => lines[each] ?? "",
      );
      const isAlone = /^\s*\{\{[^{}]*\}\}\s*$/.test(line ?? "");
      if (isAlone && before?.trim() === "" && after?.trim() === "") return [];
      const hint = "give it a line of its own, with an empty line before and after";
      return [problem("misplaced", at, "the slot stands in the middle of other text", hint)];
    });
}

function headlineProblems(template: Template): readonly Problem[] {
  if (callsOf(template.nodes).some((each) => each.helper === "headline")) return [];
  const place = { file: template.file, line: 1, column: 1 };
  const hint = "begin it with {{#headline}}…{{/headline}}, once for each pattern";
  return [problem("no-headline", place, "the note has no headline", hint)];
}

function slotProblems(nodes: readonly Node[]): readonly Problem[] {
  const seen = new Set<string>();
  return callsOf(nodes)
    .filter((each) => each.helper === "voice")
    .flatMap((call) => {
      const slot = textOf(call.args[0]) ?? "";
      if (!seen.has(slot)) {
        seen.add(slot);
        return [];
      }
      const message = `the slot "${slot}" stands twice in the note`;
      return [problem("slot", call.at, message, "give each slot its own name")];
    });
}

interface Count {
  /** References on the branch that has most of them. */
  readonly most: number;
  readonly first: Call | null;
  readonly second: Place | null;
}

const NONE: Count = { most: 0, first: null, second: null };

/** Each chart once on every way through the note, however many branches name it. */
function chartProblems(template: Template, charts: ReadonlySet<string>): readonly Problem[] {
  return [...charts].flatMap((chart) => {
    const { most, first, second } = countAll(template.nodes, chart);
    if (most === 0) {
      const place = { file: template.file, line: 1, column: 1 };
      const hint = `write ({{chart "${chart}"}}) where its claim stands`;
      return [
        problem("chart-reference", place, `no sentence refers to the chart "${chart}"`, hint),
      ];
    }
    if (most === 1) return [];
    const message = `the chart "${chart}" is referred to more than once`;
    const at = second ?? first?.at ?? null;
    return [problem("chart-reference", at, message, "refer to it once, where its claim stands")];
  });
}

function countAll(nodes: readonly Node[], chart: string): Count {
  return nodes.map((node) => count(node, chart)).reduce(after, NONE);
}

function count(node: Node, chart: string): Count {
  switch (node.kind) {
    case "text":
      return NONE;
    case "say": {
      const isIt = node.call.helper === "chart" && textOf(node.call.args[0]) === chart;
      return isIt ? { most: 1, first: node.call, second: null } : NONE;
    }
    case "partial":
      return countAll(node.body, chart);
    case "block":
      return either(countAll(node.body, chart), countAll(node.otherwise ?? [], chart));
    case "vary":
      return node.variants.map((each) => countAll(each, chart)).reduce(either, NONE);
  }
}

function after(one: Count, two: Count): Count {
  const second = one.second ?? (one.first === null ? two.second : (two.first?.at ?? null));
  return { most: one.most + two.most, first: one.first ?? two.first, second };
}

function either(one: Count, two: Count): Count {
  return two.most > one.most ? two : one;
}
