import { PREFIX } from "../../facts/index.ts";
import type { Block, Decoded, Fact, Facts, Problem, Request, Said } from "../../model/index.ts";
import type { Rendered, Scene, Spoken } from "../../narrative/index.ts";
import { highlightsAsked, proofread, render } from "../../narrative/index.ts";
import type { Days } from "../days.ts";
import type { Kept } from "../kept.ts";
import { keyOf } from "../kept.ts";
import type { Materials } from "../load.ts";
import { hashOf } from "../reading.ts";
import { shown } from "../project.ts";
import { houseOf } from "../scene.ts";
import { named } from "./naming.ts";
import { alone, factsOf } from "./say.ts";
import type { Tellings, Told } from "./tell.ts";
import { linesFile, tellHighlights } from "./tell.ts";

/** A rendered note with its highlights, and what they brought with them. */
export interface Placed {
  readonly rendered: Rendered;
  /** Facts that the highlights say, beside those of the report. */
  readonly facts: Facts;
  readonly questions: readonly Request[];
  /** The file of their sentences, with its hash. */
  readonly inputs: readonly (readonly [string, string])[];
}

/**
 * Renders the note. Where it asks for highlights, the best that it does not say already take their
 * place; one that would not read well among the note's own sentences is passed over.
 */
export function renderWith(
  materials: Materials,
  days: Days & { readonly kept: Kept },
  scene: Scene,
): Decoded<Placed> {
  const { note } = materials;
  const rendered = render(note, scene);
  const count = highlightsAsked(note);
  const none = { facts: new Map(), questions: [], inputs: [] };
  if (count === 0) return { ok: true, value: { rendered, ...none }, problems: [] };
  const tellings = tellingsOf(materials, days);
  if (!tellings.ok) return tellings;
  const { told, facts, requests } = tellings.value;
  const unsaid = told.filter((each) => !isSaid(each, rendered.said, scene.facts, facts));
  const chosen = readable(unsaid, count, materials, scene);
  const whole = render(note, { ...scene, highlights: chosen });
  const more = whole.said.flatMap(({ fact }): readonly (readonly [string, Fact])[] => {
    const found = fact.startsWith(PREFIX) ? facts.get(fact) : undefined;
    return found?.kind === "fact" ? [[fact, found]] : [];
  });
  const file = linesFile(materials);
  const value: Placed = {
    rendered: whole,
    facts: new Map(more),
    questions: requests.filter(({ id }) => more.some(([each]) => `${each}.`.startsWith(`${id}.`))),
    inputs: [[shown(file), hashOf(file) ?? ""]],
  };
  return { ok: true, value, problems: tellings.problems };
}

/** What is worth saying on the day, found once for the same report, data and sentences. */
function tellingsOf(
  materials: Materials,
  { asOf, published, kept }: Days & { readonly kept: Kept },
): Decoded<Tellings> {
  const { prints } = materials;
  const lines = hashOf(linesFile(materials));
  const key = keyOf(prints.report, prints.data, prints.style, lines, asOf, published);
  return kept.tellings.of(key, () => tellHighlights(materials, { asOf, published }));
}

/**
 * Does the note say the same already? What counts is what the sentence is about: that the note
 * gives the level of the day is not enough.
 */
function isSaid(
  { highlight, sentence }: Told,
  said: readonly Said[],
  own: Facts,
  facts: Facts,
): boolean {
  const level = (each: Fact): boolean => each.recipe.op === "value" && each.day === highlight.day;
  const about = factsOf(sentence.line, facts).filter((each) => !level(each));
  const news = about.length > 0 ? about : [highlight.lead];
  return said.some(({ fact }) => {
    const found = own.get(fact);
    return found?.kind === "fact" && news.some((each) => same(each, found));
  });
}

function same(one: Fact, two: Fact): boolean {
  return (
    one.series === two.series &&
    one.unit === two.unit &&
    one.day === two.day &&
    one.value === two.value
  );
}

/** The first sentences to which the proofreader has nothing to object, each among those before it. */
function readable(
  unsaid: readonly Told[],
  count: number,
  materials: Materials,
  scene: Scene,
): readonly Spoken[] {
  const house = houseOf(materials);
  const objections = (highlights: readonly Spoken[]): readonly Problem[] => {
    const { blocks, problems } = render(materials.note, { ...scene, highlights });
    const facts = new Map([...scene.facts, ...highlights.flatMap((each) => [...bare(each)])]);
    return [...problems, ...proofread(alone(blocks.filter(isText), scene), facts, house)];
  };
  const before = objections([]).length;
  let chosen: readonly Spoken[] = [];
  for (const [turn, { sentence }] of unsaid.entries()) {
    if (chosen.length === count) break;
    const { template, spoken: facts } = sentence;
    const next = [...chosen, { template, facts, series: named(scene.series), turn }];
    if (objections(next).length <= before) chosen = next;
  }
  return chosen;
}

function isText({ kind }: Block): boolean {
  return kind !== "chart";
}

/** The facts under their own names. */
function bare({ facts }: Spoken): readonly (readonly [string, Fact])[] {
  return [...facts.values()].flatMap((each) => (each.kind === "fact" ? [[each.id, each]] : []));
}
