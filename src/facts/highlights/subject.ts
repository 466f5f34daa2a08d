import type { Frequency, Instrument, Report, Series, Unit } from "../../model/index.ts";
import type { Shelf } from "../book.ts";

/** What statements are looked for about: an instrument with its prices, its volume, or another series. */
export interface Subject {
  /** "rut", "rut.volume", "margin-debt": the name in the catalogue. */
  readonly id: string;
  readonly kind: "price" | "daily" | "reading" | "volume" | "group" | "pair" | "calendar";
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
  /** Series that belong to it by their names and units. */
  readonly kin: Kin;
}

/** What other series make possible to ask of one. */
export interface Kin {
  /** Shares traded, of shares sold short: "iwm.volume" of "iwm.short-interest". */
  readonly volume: string | null;
  /** The same over a longer time: "vix3m" of "vix". */
  readonly longer: string | null;
  /** The first print of what is revised later: "sentiment.first" of "sentiment". */
  readonly first: string | null;
}

const ALONE: Kin = { volume: null, longer: null, first: null };

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
  const alone = [...found.values()];
  for (const each of [...pairsOf(report, shelf), ...pricesBeside(alone)]) add(each);
  const leader = leaderOf(alone);
  return leader === null ? alone : [...found.values(), { ...leader, ...CALENDAR }];
}

/** The exchange's calendar is one subject, whatever the series. */
const CALENDAR = { id: "calendar", kind: "calendar", required: false, kin: ALONE } as const;

/** The price that leads the report: the first that it requires, or the first it has. */
function leaderOf(subjects: readonly Subject[]): Subject | null {
  const priced = subjects.filter(({ kind }) => kind === "price");
  return priced.find(({ required }) => required) ?? priced[0] ?? null;
}

function subjectsNamed(name: string, shelf: Shelf, report: Report): readonly Subject[] {
  const bars =
    shelf.bars.get(name) ??
    [...shelf.bars.values()].find(
      (each) => name.startsWith(`${each.id}.`) && isColumn(name, each.id),
    );
  if (bars !== undefined) {
    const required = isRequired(bars.id, report);
    // An index of volatility swings, but makes no rallies and keeps to no channels.
    const shape =
      bars.close.instrument === "volatility"
        ? ({ kind: "daily", bars: null } as const)
        : ({ kind: "price", bars: bars.id } as const);
    const price = subject(bars.close, required, { id: bars.id, ...shape });
    if (bars.volume === null || bars.volume.points.length === 0) return [price];
    return [price, subject(bars.volume, false, { kind: "volume", bars: bars.id })];
  }
  const panel = shelf.panels.get(name);
  if (panel !== undefined) {
    const { id } = panel;
    const about = { unit: "index", every: "day", instrument: panel.instrument ?? null } as const;
    const required = isRequired(id, report);
    const alone = { bars: null, with: null, kin: ALONE };
    return [{ id, kind: "group", series: id, required, ...alone, ...about }];
  }
  // A first print is told of by what it is revised to.
  if (name.endsWith(".first") && shelf.series.has(name.slice(0, -".first".length))) return [];
  const series = shelf.series.get(name);
  return series === undefined
    ? []
    : [subject(series, isRequired(series.id, report), { kin: kinOf(series, shelf) })];
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
    kin: ALONE,
    ...more,
  };
}

function kinOf({ id, unit, every }: Series, { series, bars }: Shelf): Kin {
  const alike = (one: string): string | null => {
    const found = series.get(one);
    return found?.unit === unit && found.every === every ? one : null;
  };
  const [fund = id] = id.split(".");
  const volume = unit === "shares" ? (bars.get(fund)?.volume ?? null) : null;
  return {
    volume: every === "half-month" && volume !== null ? volume.id : null,
    longer: alike(`${id}3m`),
    first: alike(`${id}.first`),
  };
}

/** Two series that the report itself puts together, in one request; prices by their closes. */
function pairsOf(report: Report, shelf: Shelf): readonly Subject[] {
  return report.requests.flatMap(({ options }) => {
    const first = closeOrSeries(options["series"], shelf);
    const second = closeOrSeries(options["with"], shelf);
    if (first === null || second === null) return [];
    const id = `${first.id}+${second.id}`;
    return [subject(first, false, { id, kind: "pair", with: second.id })];
  });
}

function closeOrSeries(name: unknown, { series, bars }: Shelf): Series | null {
  if (typeof name !== "string") return null;
  const [file = name] = name.split(".");
  const prices = bars.get(file);
  const isPrice = prices !== undefined && isColumn(name, file) && name !== prices.volume?.id;
  return isPrice ? prices.close : (series.get(name) ?? null);
}

/** Other prices beside the one that leads the report. */
function pricesBeside(subjects: readonly Subject[]): readonly Subject[] {
  const leader = leaderOf(subjects);
  if (leader === null) return [];
  return subjects.flatMap((each): readonly Subject[] => {
    if (each === leader || each.kind !== "price" || each.unit !== leader.unit) return [];
    const id = `${leader.series}+${each.series}`;
    return [{ ...leader, id, kind: "pair", bars: null, with: each.series, required: false }];
  });
}

/** The subject's name as part of a fact's: "iwm-short-interest". */
export function slugOf({ id }: Pick<Subject, "id">): string {
  return id.replaceAll("+", "-with-").replaceAll(".", "-");
}
