import type { Place, Problem } from "../model/index.ts";

/**
 * "note": a whole note. "line": one line without paragraphs, for titles, labels and key figures.
 * "voice": what an author wrote by hand for one edition.
 */
export type TemplateKind = "note" | "line" | "voice";

/** What stands in a tag after its helper's name. */
export type Argument =
  | { readonly kind: "path"; readonly path: string; readonly at: Place }
  | { readonly kind: "text"; readonly text: string; readonly at: Place }
  | { readonly kind: "number"; readonly number: number; readonly at: Place }
  | { readonly kind: "flag"; readonly flag: boolean; readonly at: Place };

/** A helper with its arguments, as the editor wrote it. */
export interface Call {
  readonly helper: string;
  readonly args: readonly Argument[];
  readonly options: ReadonlyMap<string, Argument>;
  readonly at: Place;
  /** Place among the words chosen by rotation; it turns them. Texts said in turn share their places. */
  readonly slot: number;
}

export type Node =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "say"; readonly call: Call }
  | {
      readonly kind: "block";
      readonly call: Call;
      readonly body: readonly Node[];
      readonly otherwise: readonly Node[] | null;
    }
  | {
      readonly kind: "vary";
      readonly variants: readonly (readonly Node[])[];
      readonly call: Call;
      /** Place among the groups of the template, counted from 0. */
      readonly group: number;
    }
  | { readonly kind: "partial"; readonly name: string; readonly body: readonly Node[] };

/** Text of one file that a template is made of, as its rules about prose need it. */
export interface SourceText {
  readonly file: string;
  /** With plain line ends and without byte order mark, so that places are an editor's places. */
  readonly text: string;
}

/** A template that keeps the grammar. Whether it keeps the rules of the house is told by `lint`. */
export interface Template {
  readonly file: string;
  readonly kind: TemplateKind;
  readonly nodes: readonly Node[];
  /** The template's own text, then that of every partial in it. */
  readonly texts: readonly SourceText[];
  /** Constructs of Handlebars that this language refuses; reported by `lint`. */
  readonly refused: readonly Problem[];
}

/** A partial's text by its name. */
export type Partials = ReadonlyMap<string, SourceText>;

/** Every call of the template, in reading order, also in branches that are not taken. */
export function callsOf(nodes: readonly Node[]): readonly Call[] {
  return nodes.flatMap((node) => {
    switch (node.kind) {
      case "text":
        return [];
      case "say":
        return [node.call];
      case "block":
        return [node.call, ...callsOf(node.body), ...callsOf(node.otherwise ?? [])];
      case "vary":
        return [node.call, ...node.variants.flatMap(callsOf)];
      case "partial":
        return callsOf(node.body);
    }
  });
}

/** The path of an argument, or null where it is no path. */
export function pathOf(argument: Argument | undefined): string | null {
  return argument?.kind === "path" ? argument.path : null;
}

export function textOf(argument: Argument | undefined): string | null {
  return argument?.kind === "text" ? argument.text : null;
}

/** Names of the author's slots in the order of the note. */
export function slotsOf(template: Template): readonly string[] {
  return callsOf(template.nodes)
    .filter((call) => call.helper === "voice")
    .map((call) => textOf(call.args[0]) ?? "");
}
