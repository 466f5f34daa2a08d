import {
  bookAt,
  checkFacts,
  evaluate,
  panelStaleness,
  recheck,
  staleness,
  trustIn,
} from "../facts/index.ts";
import type {
  Article,
  Decoded,
  Edition,
  Facts,
  Fallen,
  Place,
  Problem,
  Related,
  Withheld,
} from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Known, Template } from "../narrative/index.ts";
import { lint, parseVoiceFile, proofread, requiredFields, slotsOf } from "../narrative/index.ts";
import { sayings } from "../pages/index.ts";
import { absenceOf } from "../sources/index.ts";
import type { Book } from "../stats/index.ts";
import { decide } from "./accept.ts";
import { chartSets } from "./chart-data.ts";
import { drawCharts } from "./draw.ts";
import type { Days } from "./days.ts";
import { ordinalOf } from "./days.ts";
import { renderWith } from "./highlights/index.ts";
import type { Kept, Proven } from "./kept.ts";
import { keyOf } from "./kept.ts";
import { sayLine } from "./lines.ts";
import type { Materials } from "./load.ts";
import { shelfOf } from "./load.ts";
import { dayReaderOf, readerOf } from "./reader.ts";
import { requestProblems } from "./requests.ts";
import { houseOf, knownOf, reportLines, sceneOf } from "./scene.ts";
import { sourceLines } from "./source-lines.ts";

/** What belongs to this one edition and not to the report. */
export interface Occasion extends Days {
  /** What the author wrote by hand for this day; null: nothing. */
  readonly voiceFile: VoiceFile | null;
  /** Earlier pieces of the same author. */
  readonly related: readonly Related[];
  /** What was wrong with the archive they come from. */
  readonly remarks: readonly Problem[];
  /** Results of editions before this one. */
  readonly kept: Kept;
}

export interface VoiceFile {
  readonly file: string;
  readonly text: string;
  readonly hash: string;
}

/**
 * The whole way from materials to an edition, as a pure function of report, series and day:
 *
 *   requests ─ evaluate ─► facts ─ check, recheck ─┐
 *   prose, titles, slots ─ lint ───────────────────┴─► problems: all of them, before a word is said
 *   prose + facts ─ render ─► blocks;  series + facts ─ draw ─► charts;  ─► article ─ proofread
 */
export async function compose(materials: Materials, occasion: Occasion): Promise<Decoded<Edition>> {
  const { report } = materials.decoded;
  const { kept } = occasion;
  const { prints } = materials;
  const book = bookAt(shelfOf(materials), occasion.asOf, occasion.published);
  const made = keyOf(prints.report, prints.data, occasion.asOf, occasion.published);
  const { facts, problems } = kept.facts.of(made, () => proven(materials, book));
  const known = knownOf(materials, facts);
  const slots = slotsIn(materials, occasion, known, facts);
  const objections = [
    ...problems,
    ...lint(materials.note, known),
    ...reportLines(materials).flatMap((each) => each.problems(known)),
    ...requestProblems(materials, facts),
    ...slots.problems,
  ];
  if (!slots.ok || objections.some(isError))
    return { ok: false, problems: [...materials.warnings, ...objections] };

  const drawable = kept.sets.of(
    made,
    () => new Map(report.charts.map((each) => [each.id, chartSets(each, book)])),
  );
  const ready = report.charts.filter((each) => drawable.get(each.id)?.sets != null);
  const scene = sceneOf(materials, occasion, facts, slots.value, ready);
  const placed = renderWith(materials, occasion, scene);
  if (!placed.ok) return { ok: false, problems: [...materials.warnings, ...placed.problems] };
  const { rendered } = placed.value;
  const said = new Map([...facts, ...placed.value.facts]);
  const drawn = await drawCharts(materials, rendered.charts, drawable, scene, kept);
  const later = [...placed.problems, ...rendered.problems, ...drawn.problems];
  if (later.some(isError)) {
    return { ok: false, problems: [...materials.warnings, ...objections, ...later] };
  }

  const article: Article = {
    report: report.name,
    masthead: report.title,
    headline: rendered.headline,
    standfirst: rendered.standfirst,
    byline: report.byline,
    asOf: occasion.asOf,
    published: occasion.published,
    language: report.language,
    paper: report.paper,
    canonical: report.canonical === null ? null : `${report.canonical}${occasion.published}/`,
    keywords: report.keywords,
    keyFigures: report.keyFigures.flatMap((each) => {
      const say = (text: string) => sayLine({ text, place: each.place }, scene, materials);
      const [label, figure, note] = [say(each.label), say(each.figure), say(each.note)];
      return label === null || figure === null ? [] : [{ label, figure, note: note ?? [] }];
    }),
    blocks: rendered.blocks,
    charts: drawn.charts,
    method: rendered.method,
    sources: sourceLines(materials, book, said, rendered.said, drawn.charts),
    disclosure: report.disclosure,
    related: occasion.related,
  };
  const warnings = [...materials.warnings, ...occasion.remarks, ...objections, ...later];
  const read = [...proofread(article, said, houseOf(materials)), ...requiredFields(article)];
  if (read.some(isError)) return { ok: false, problems: [...warnings, ...read] };

  const { standing, decisions } = decide([...warnings, ...read], report.accepted, occasion.asOf);
  const edition: Edition = {
    article,
    facts: said,
    questions: placed.value.questions,
    said: sayings(article),
    withheld: [...facts.values()].filter((each): each is Withheld => each.kind === "withheld"),
    fallen: [...fallenCharts(drawable), ...rendered.dropped.map(fallenText)],
    warnings: standing,
    decisions,
    inputs: new Map([...materials.inputs, ...voiceInput(occasion), ...placed.value.inputs]),
    ordinal: ordinalOf(report, occasion.published),
  };
  return { ok: true, value: edition, problems: edition.warnings };
}

/** The facts of the day, held against each other and against the rows they cite. */
function proven(materials: Materials, book: Book): Proven {
  const { report, place } = materials.decoded;
  const locate = (id: string, option: readonly (string | number)[]): Place =>
    place(["facts", id, ...option]);
  const { facts, problems } = evaluate(report.requests, book, trustIn(book), locate);
  const read = readerOf(materials);
  const replays = materials.agents?.replays(read, dayReaderOf(materials));
  const all = [
    ...requiredProblems(materials, book),
    ...problems,
    ...checkFacts(facts, book.asOf, locate),
    ...recheck(facts, read, replays),
  ];
  return { facts, problems: all };
}

function slotsIn(
  materials: Materials,
  { voiceFile, published }: Occasion,
  known: Known,
  facts: Facts,
): Decoded<ReadonlyMap<string, Template>> {
  if (voiceFile === null) return { ok: true, value: new Map(), problems: [] };
  const context = { slots: slotsOf(materials.note), known, facts, published };
  return parseVoiceFile(voiceFile.text, voiceFile.file, context);
}

function voiceInput({ voiceFile }: Occasion): readonly (readonly [string, string])[] {
  return voiceFile === null ? [] : [[voiceFile.file, voiceFile.hash]];
}

function isError(each: Problem): boolean {
  return each.severity === "error";
}

/** A report is not written on a day on which a series it cannot do without is stale. */
function requiredProblems(materials: Materials, book: Book): readonly Problem[] {
  const { report, place } = materials.decoded;
  return report.required.flatMap((id, index) => {
    const { panels, series } = materials.library;
    const bars = materials.library.bars.get(id);
    if (bars === undefined && !series.has(id) && !panels.has(id)) {
      const absence = absenceOf(materials.catalog, id);
      const text = `there is no series "${id}" in the catalogue${absence === null ? "" : `: ${absence}`}`;
      return [problem("unknown-series", place(["required", index]), text, "correct its name")];
    }
    const stale = panels.has(id)
      ? panelStaleness(book.panel(id), book.asOf)
      : staleness(book.series(bars?.close.id ?? id), book.asOf);
    if (stale === null) return [];
    const hint = "bring the file up to date, or choose an earlier --as-of";
    return [problem("stale", place(["required", index]), stale, hint)];
  });
}

function fallenCharts(
  drawable: ReadonlyMap<string, ReturnType<typeof chartSets>>,
): readonly Fallen[] {
  return [...drawable].flatMap(([id, { missing }]) =>
    missing === null ? [] : [{ what: "chart", text: id, reason: missing }],
  );
}

function fallenText(each: {
  readonly what: string;
  readonly text: string;
  readonly because: readonly Withheld[];
}): Fallen {
  const reason = each.because.map((fact) => `${fact.id}: ${fact.reason}`).join("; ");
  return { what: each.what, text: each.text, reason };
}
