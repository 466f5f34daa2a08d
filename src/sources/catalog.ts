import { decodeYaml, meant } from "../decode/index.ts";
import type { Located } from "../decode/index.ts";
import type { Decoded, Problem, Unit } from "../model/index.ts";
import { problem } from "../model/index.ts";
import { compileDay } from "./date.ts";
import { derivedEntry, derivedFaults } from "./derived-entry.ts";
import type { Catalog, DerivedEntry, Entry, Part } from "./entry.ts";
import { entryOf, knownIds } from "./entry.ts";
import { groupEntry } from "./groups/entry.ts";
import { groupFaults } from "./groups/faults.ts";
import { numberForm } from "./number-form.ts";
import { pathFault } from "./path.ts";
import { dayMap, releaseFrom } from "./release-form.ts";
import type { CatalogText, EntryText } from "./schema.ts";
import { catalogSchema } from "./schema.ts";

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
  const groups = new Map(
    Object.entries(decoded.value.value.groups).map(
      ([id, each]) => [id, groupEntry(id, each, decoded.value)] as const,
    ),
  );
  const { calendar } = decoded.value.value;
  const catalog: Catalog = {
    file,
    ...(calendar === undefined
      ? {}
      : { calendar: { file: calendar, place: decoded.value.place(["calendar"]) } }),
    entries,
    derived,
    groups,
    absent: new Map(Object.entries(decoded.value.value.absent)),
  };
  const found = [
    ...absenceFaults(catalog, decoded.value),
    ...[...groups.values()].flatMap((entry) => groupFaults(entry, catalog, decoded.value)),
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
    skipLines: from["skip-lines"],
    dayColumn: from.kind === "bars" ? from.columns.day : from.day,
    date: from.date,
    period: from.period,
    where: Object.entries(from.where),
    number: numberForm(from),
    parts: partsOf(from),
    release: releaseFrom(from.release),
    releaseColumn: from.release.column ?? null,
    complete: from.complete ?? null,
    lowsToo: from["complete-for"] === "both",
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

/** What is said to be absent must not be there. */
function absenceFaults(catalog: Catalog, located: Located<CatalogText>): readonly Problem[] {
  const known = new Set(knownIds(catalog));
  return [...(catalog.absent ?? [])].flatMap(([id]) => {
    if (!known.has(id)) return [];
    const message = `${id} is said to be absent, and there is an entry of that name`;
    const hint = "take one of the two out";
    return [problem("series-twice", located.place(["absent", id]), message, hint)];
  });
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
