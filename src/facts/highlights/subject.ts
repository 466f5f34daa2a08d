import type { Frequency, Instrument, Report, Series, Unit } from "../../model/index.ts";
import type { Shelf } from "../book.ts";

/** What statements are looked for about: an instrument with its prices, its volume, or another series. */
export interface Subject {
  /** "rut", "rut.volume", "margin-debt": the name in the catalogue. */
  readonly id: string;
  readonly kind: "price" | "daily" | "reading" | "volume" | "group" | "pair";
  /** The series that tells where the subject stands: of an instrument its closes. */
  readonly series: string;
  /** The bar file; null: the subject has none. */
  readonly bars: string | null;
  /** The other series of a pair. */
  readonly with: string | null;
  readonly every: Frequency;
  readonly unit: Unit;
  readonly instrument: Instrument | null;
  /** Does the report call it required? Then it leads. */
  readonly required: boolean;
}

/**
 * The subjects of the names, in their order: an instrument once, whichever of its columns are named.
 * Names the shelf does not hold are passed over.
 */
export function subjectsOf(
  names: readonly string[],
  shelf: Shelf,
  report: Report,
): readonly Subject[] {
  const found = new Map<string, Subject>();
  const add = (subject: Subject): void => {
    if (!found.has(subject.id)) found.set(subject.id, subject);
  };
  for (const name of names) {
    for (const each of subjectsNamed(name, shelf, report)) add(each);
  }
  for (const each of pairsOf(report, shelf)) add(each);
  return [...found.values()];
}

function subjectsNamed(name: string, shelf: Shelf, report: Report): readonly Subject[] {
  const bars =
    shelf.bars.get(name) ??
    [...shelf.bars.values()].find(
      (each) => name.startsWith(`${each.id}.`) && isColumn(name, each.id),
    );
  if (bars !== undefined) {
    const required = isRequired(bars.id, report);
    const price = subject(bars.close, required, { id: bars.id, kind: "price", bars: bars.id });
    if (bars.volume === null || bars.volume.points.length === 0) return [price];
    return [price, subject(bars.volume, false, { kind: "volume", bars: bars.id })];
  }
  const panel = shelf.panels.get(name);
  if (panel !== undefined) {
    const { id } = panel;
    const about = { unit: "index", every: "day", instrument: panel.instrument ?? null } as const;
    const required = isRequired(id, report);
    return [{ id, kind: "group", series: id, bars: null, with: null, required, ...about }];
  }
  const series = shelf.series.get(name);
  return series === undefined ? [] : [subject(series, isRequired(series.id, report), {})];
}

const COLUMNS: ReadonlySet<string> = new Set(["open", "high", "low", "close", "volume"]);

function isColumn(name: string, bars: string): boolean {
  return COLUMNS.has(name.slice(bars.length + 1));
}

function isRequired(id: string, { required }: Report): boolean {
  return required.some((each) => each === id || each.startsWith(`${id}.`));
}

function subject(series: Series, required: boolean, more: Partial<Subject>): Subject {
  return {
    id: series.id,
    kind: series.every === "day" ? "daily" : "reading",
    series: series.id,
    bars: null,
    with: null,
    every: series.every,
    unit: series.unit,
    instrument: series.instrument ?? null,
    required,
    ...more,
  };
}

/** Two series that the report itself puts together, in one request. */
function pairsOf(report: Report, shelf: Shelf): readonly Subject[] {
  return report.requests.flatMap(({ options }) => {
    const { series: one, with: two } = options;
    const first = typeof one === "string" ? shelf.series.get(one) : undefined;
    const second = typeof two === "string" ? shelf.series.get(two) : undefined;
    if (first === undefined || second === undefined) return [];
    const id = `${first.id}+${second.id}`;
    return [subject(first, false, { id, kind: "pair", with: second.id })];
  });
}

/** The subject's name as part of a fact's: "iwm-short-interest". */
export function slugOf({ id }: Pick<Subject, "id">): string {
  return id.replaceAll("+", "-with-").replaceAll(".", "-");
}
