import { decodeYaml, meant } from "../decode/index.ts";
import type { Located } from "../decode/index.ts";
import type { Day, Decoded, Problem, Release, ReleaseRule, Unit } from "../model/index.ts";
import { parseDay, problem } from "../model/index.ts";
import { compileDay } from "./date.ts";
import { derivedEntry, derivedFaults } from "./derived-entry.ts";
import type { Catalog, DerivedEntry, Entry, Part } from "./entry.ts";
import { entryOf, knownIds } from "./entry.ts";
import { pathFault } from "./path.ts";
import type { CatalogText, EntryText, ReleaseText } from "./schema.ts";
import { catalogSchema, WEEKDAYS } from "./schema.ts";

/** The catalogue its text holds, or everything that is wrong with it. */
export function decodeCatalog(text: string, file: string): Decoded<Catalog> {
  const decoded = decodeYaml(text, file, catalogSchema);
  if (!decoded.ok) return decoded;
  const entries = new Map<string, Entry>();
  const derived = new Map<string, DerivedEntry>();
  for (const [id, each] of Object.entries(decoded.value.value.series)) {
    if (each.kind === "derived") derived.set(id, derivedEntry(id, each, decoded.value));
    else entries.set(id, complete(id, each, decoded.value));
  }
  const catalog: Catalog = { file, entries, derived };
  const found = [
    ...[...entries.values()].flatMap((entry) => faults(entry, catalog, decoded.value)),
    ...derivedFaults(catalog, decoded.value),
  ];
  const problems = [...decoded.problems, ...found];
  return found.length > 0 ? { ok: false, problems } : { ok: true, value: catalog, problems };
}

function complete(id: string, from: EntryText, located: Located<CatalogText>): Entry {
  const opinion = from["second-opinion"];
  return {
    id,
    kind: from.kind,
    name: from.name,
    noun: from.noun,
    instrument: from.instrument ?? null,
    every: from.every,
    file: from.file,
    encoding: from.encoding,
    delimiter: from.delimiter,
    dayColumn: from.kind === "bars" ? from.columns.day : from.day,
    date: from.date,
    period: from.period,
    where: Object.entries(from.where),
    number: {
      missing: new Set(from.missing),
      thousands: from.thousands ?? null,
      decimal: from.decimal,
      prefix: from.prefix ?? "",
      suffix: from.suffix ?? "",
      minus: from.minus,
      exponent: from.exponent,
    },
    parts: partsOf(from),
    release: releaseFrom(from.release),
    releaseColumn: from.release.column ?? null,
    complete: from.complete ?? null,
    sparse: from.sparse,
    opinion: opinion ?? null,
    jumps: from.jumps ?? usualJumps(from),
    splits: dayMap(from.splits, (ratio) => ratio),
    publisher: from.publisher,
    url: from.url ?? null,
    sample: from.sample,
    place: located.place(["series", id]),
  };
}

const UNSIGNED: readonly Unit[] = ["index", "price", "money", "shares", "multiple", "count"];

/** Balances and differences pass through zero, where a ratio of neighbours says nothing. */
function usualJumps(from: EntryText): Entry["jumps"] {
  if (from.kind === "bars") return "split-like";
  return UNSIGNED.includes(from.unit) || from.unit === "score" ? "tenfold" : "balance";
}

function partsOf(from: EntryText): readonly Part[] {
  const shift = Math.round(Math.log10(from.scale));
  const negative = from.negative ?? !UNSIGNED.includes(from.unit);
  const { unit, precision } = from;
  if (from.kind === "value") {
    return [{ name: "", column: from.column, unit, basis: from.basis, precision, shift, negative }];
  }
  const { open, high, low, close, volume } = from.columns;
  const price = (name: string, column: string, basis: Part["basis"]): Part => ({
    name,
    column,
    unit,
    basis,
    precision,
    shift,
    negative: from.negative ?? false,
  });
  const prices = [
    price("open", open, "intraday"),
    price("high", high, "intraday"),
    price("low", low, "intraday"),
    price("close", close, "close"),
  ];
  if (volume === undefined) return prices;
  const shares = {
    unit: "shares",
    basis: "reported",
    precision: 0,
    shift: 0,
    negative: false,
  } as const;
  return [...prices, { name: "volume", column: volume, ...shares }];
}

function releaseFrom(from: ReleaseText): Release {
  const exceptions = dayMap(from.exceptions ?? {}, (text) => parseDay(text));
  return { rule: ruleFrom(from), exceptions };
}

function ruleFrom(from: ReleaseText): ReleaseRule {
  switch (from.rule) {
    case "same day":
      return { kind: from.rule };
    case "sessions after":
      return { kind: from.rule, sessions: from.sessions };
    case "session of next month":
      return { kind: from.rule, session: from.session };
    case "weekday of next month":
      return { kind: from.rule, weekday: WEEKDAYS.indexOf(from.weekday) + 1, nth: from.nth };
    case "weekday after":
      return { kind: from.rule, weekday: WEEKDAYS.indexOf(from.weekday) + 1 };
  }
}

function dayMap<From, To>(
  from: Readonly<Record<string, From>>,
  make: (each: From) => To | null,
): ReadonlyMap<Day, To> {
  const found = new Map<Day, To>();
  for (const [key, each] of Object.entries(from)) {
    const day = parseDay(key);
    const made = make(each);
    if (day !== null && made !== null) found.set(day, made);
  }
  return found;
}

/** What the schema cannot see: forms, paths, names that point at each other. */
function faults(entry: Entry, catalog: Catalog, located: Located<CatalogText>): readonly Problem[] {
  const found: Problem[] = [];
  const tell = (rule: string, path: readonly string[], message: string, hint: string): void => {
    const place = located.place(["series", entry.id, ...path]);
    found.push(problem(rule, place, `${entry.id}: ${message}`, hint));
  };
  const path = pathFault(entry.file);
  if (path !== null) tell("data-path", ["file"], path.message, path.hint);
  const form = compileDay(entry.date);
  if (!form.ok) tell("date-form", ["date"], form.message, form.hint);
  else if (!form.days && entry.period === "day") {
    const hint = "add period: month-end, or give a date form with a day";
    tell("date-form", ["date"], `"${entry.date}" names no day of the month`, hint);
  }
  if (entry.number.thousands === entry.number.decimal) {
    const message = `"${entry.number.decimal}" cannot mark both thousands and decimals`;
    tell("number-form", ["thousands"], message, "declare decimal: or thousands: anew");
  }
  for (const [period, released] of entry.release.exceptions) {
    if (released >= period) continue;
    const message = `the figures of ${period} cannot have come out on ${released}, before their own day`;
    tell(
      "release-early",
      ["release", "exceptions", period],
      message,
      "correct one of the two days",
    );
  }
  for (const id of entry.kind === "bars"
    ? entry.parts.map((part) => `${entry.id}.${part.name}`)
    : []) {
    if (!catalog.entries.has(id)) continue;
    const message = `the bars give a series "${id}", and another entry bears that name`;
    tell("series-twice", [], message, "rename one of the two");
  }
  if (entry.opinion !== null) {
    const other = entryOf(catalog, entry.opinion.series);
    const choices = knownIds(catalog).filter((each) => entryOf(catalog, each) !== entry);
    if (other === null || other === entry) {
      const message = `there is no other series "${entry.opinion.series}" to ask for a second opinion`;
      tell(
        "unknown-series",
        ["second-opinion", "series"],
        message,
        meant(entry.opinion.series, choices),
      );
    }
  }
  return found;
}
