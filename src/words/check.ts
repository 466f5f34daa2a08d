import type { z } from "zod";

interface Form {
  readonly past: string;
  readonly participle: string;
  readonly noun: string;
}
type Lists = Readonly<Record<string, readonly Form[]>>;
type Partial = Readonly<Record<string, readonly Form[] | undefined>>;
type Edges = Readonly<Record<string, number | string>>;

/** What the rules look at; the schema's value is wider. */
interface Pack {
  readonly verbs: {
    readonly up: Lists;
    readonly down: Lists;
    readonly flat: readonly Form[];
    readonly kinds: Readonly<
      Record<string, { readonly up: Partial; readonly down: Partial } | undefined>
    >;
  };
  readonly bands: { readonly rank: Edges; readonly tables: Readonly<Record<string, Edges>> };
  readonly qualifiers: Scale;
  readonly strengths: Scale;
}
type Scale = readonly { readonly to: number; readonly words: readonly string[] }[];
type Path = (string | number)[];
type Tell = (path: Path, message: string) => void;

/**
 * What lists must keep between them: no word twice among all bands of a direction, so that none
 * returns within four editions when the band changes, and band ends that rise.
 */
export function checkWords(pack: Pack, context: z.RefinementCtx): void {
  const tell: Tell = (path, message) => context.addIssue({ code: "custom", path, message });
  for (const direction of ["up", "down"] as const) {
    if (!checkMoves(pack.verbs[direction], ["verbs", direction], null, tell)) continue;
    for (const [kind, own] of Object.entries(pack.verbs.kinds)) {
      if (own === undefined) continue;
      const path = ["verbs", "kinds", kind, direction];
      checkMoves(
        { ...pack.verbs[direction], ...given(own[direction]) },
        path,
        own[direction],
        tell,
      );
    }
  }
  checkMoves({ flat: pack.verbs.flat }, ["verbs"], null, tell);
  checkEdges(pack.bands.rank, ["bands", "rank"], tell);
  for (const [name, edges] of Object.entries(pack.bands.tables)) {
    checkEdges(edges, ["bands", "tables", name], tell);
  }
  checkScale(pack.qualifiers, "qualifiers", tell);
  checkScale(pack.strengths, "strengths", tell);
}

function given(lists: Partial): Lists {
  return Object.fromEntries(
    Object.entries(lists).flatMap(([band, list]) => (list === undefined ? [] : [[band, list]])),
  );
}

/**
 * Are all words different? A list of a kind's own is told at its place; the common ones have been
 * looked at already.
 */
function checkMoves(lists: Lists, path: Path, own: Partial | null, tell: Tell): boolean {
  let good = true;
  for (const form of ["past", "participle"] as const) {
    const seen = new Map<string, string>();
    const common = Object.keys(lists).filter((band) => !isOwn(band, own));
    const bands = [...common, ...Object.keys(lists).filter((band) => isOwn(band, own))];
    for (const band of bands) {
      for (const [index, verb] of (lists[band] ?? []).entries()) {
        const first = seen.get(verb[form]);
        seen.set(verb[form], first ?? band);
        if (first === undefined) continue;
        good = false;
        tell([...path, band, index, form], `"${verb[form]}" stands in "${first}" already`);
      }
    }
  }
  for (const [band, list] of Object.entries(lists)) {
    if (own === null || isOwn(band, own)) checkNouns(list, [...path, band], tell);
  }
  return good;
}

function isOwn(band: string, own: Partial | null): boolean {
  return own?.[band] !== undefined;
}

function checkNouns(list: readonly Form[], path: Path, tell: Tell): void {
  const seen = new Set<string>();
  for (const [index, { noun }] of list.entries()) {
    if (seen.has(noun)) tell([...path, index, "noun"], `"${noun}" stands twice in this list`);
    seen.add(noun);
  }
}

function checkEdges(edges: Edges, path: Path, tell: Tell): void {
  let before = -1;
  for (const band of ["nil", "tiny", "small", "large", "very large"]) {
    const end = Number(edges[band]);
    if (end <= before)
      tell([...path, band], `the bands must rise: ${end} does not lie above ${before}`);
    before = end;
  }
}

function checkScale(scale: Scale, name: string, tell: Tell): void {
  let before = -1;
  for (const [index, { to }] of scale.entries()) {
    if (to <= before)
      tell([name, index, "to"], `the bands must rise: ${to} does not lie above ${before}`);
    before = to;
  }
  if (before !== 1) tell([name, scale.length - 1, "to"], "the last band must end at 1");
  const seen = new Set<string>();
  for (const [index, { words }] of scale.entries()) {
    for (const [place, word] of words.entries()) {
      if (seen.has(word))
        tell([name, index, "words", place], `"${word}" stands in two bands or twice`);
      seen.add(word);
    }
  }
}
