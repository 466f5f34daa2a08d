import type { Day } from "../../model/index.ts";
import { COLUMN_NAMES } from "../../model/index.ts";
import type { Collector } from "../collector.ts";
import { compileDay, dayFault } from "../date.ts";
import { numberFault } from "../number-fault.ts";
import { compileNumber } from "../number.ts";
import { columnOf, signFault, yearFault } from "../rows.ts";
import { cutRow } from "./cut.ts";
import { CLOSED, dateCode } from "./dates.ts";
import type { GroupEntry } from "./entry.ts";
import { groupParts } from "./entry.ts";
import type { Names } from "./names.ts";
import type { Opened } from "./open.ts";
import type { Rows } from "./rows.ts";
import type { Meaning } from "./scan.ts";
import { DAY, FAULTY, LEFT_OUT, MEMBER } from "./scan.ts";

/** What the cells of one file mean. Cells that mean nothing are told to `trouble`, with their place. */
export function meaningOf(
  entry: GroupEntry,
  { bytes, roles }: Opened,
  names: Names,
  rows: Rows,
  trouble: Collector,
  closed: Meaning["closed"],
): Meaning {
  const form = compileDay(entry.date);
  if (!form.ok) throw new RangeError(`${entry.id}: ${form.message}`);
  const number = compileNumber(entry.number, 0);
  const parts = COLUMN_NAMES.map((name) => groupParts(entry).find((each) => each.name === name));
  const sort = { kind: "bars", name: entry.name } as const;
  const readDay = (text: string): Day | null => {
    const day = form.read(text);
    return day === null || yearFault(day) !== null ? null : day;
  };
  const day = (text: string): number => {
    const found = readDay(text);
    return found === null ? FAULTY : dateCode(found);
  };

  const figures = (cells: readonly string[], line: number): boolean => {
    let good = true;
    roles.forEach((role, at) => {
      if (role < 0 || role >= MEMBER) return;
      const text = cells[at] ?? "";
      rows.put(role, Number.NaN);
      if (entry.number.missing.has(text)) return;
      const value = number(text);
      const fault =
        value === null
          ? numberFault(text, entry.number)
          : signFault(value, text, sort, parts[role]);
      if (fault !== null) {
        trouble.add("data-number", line, columnOf(cells, at), fault);
        good = false;
      }
      rows.put(role, value ?? Number.NaN);
    });
    return good;
  };

  const row = (cells: readonly string[], line: number): void => {
    const nameAt = roles.indexOf(MEMBER);
    const dayAt = roles.indexOf(DAY);
    const name = cells[nameAt] ?? "";
    const member = names.place(name);
    if (member === LEFT_OUT) return;
    if (member < 0) {
      const fault = names.fault(name);
      if (fault !== null) trouble.add("data-member", line, columnOf(cells, nameAt), fault);
      return;
    }
    const text = cells[dayAt] ?? "";
    const date = day(text);
    if (date < 0) {
      const read = form.read(text);
      const fault = (read === null ? null : yearFault(read)) ?? dayFault(text, entry.date, []);
      trouble.add("data-date", line, columnOf(cells, dayAt), fault);
    } else if (figures(cells, line)) {
      if (date >= CLOSED) closed(line, date - CLOSED);
      else rows.take(member, date, line);
    }
  };

  return {
    member: (text) => names.place(text),
    day,
    closed,
    careful: (at, line) => {
      const cut = cutRow(bytes, at, entry.delimiter);
      if (cut === "too long") {
        const hint = "check that the file is the right one, and whole";
        trouble.add("data-size", line, 1, { message: `line ${line} has no end`, hint });
        return null;
      }
      if ("message" in cut) {
        trouble.add("data-quote", line + cut.line - 1, cut.column, cut);
        return null;
      }
      const { cells, lines, next } = cut;
      if (cells.length === roles.length) row(cells, line);
      else if (cells.length > 1 || cells[0] !== "") {
        const hint =
          cells.length > roles.length
            ? "put cells that hold a comma in quotes, or take the extra cells out"
            : "the row is cut short: restore it";
        const message = `the row has ${cells.length} cells, the header ${roles.length}`;
        trouble.add("data-row", line, 1, { message, hint });
      }
      return { at: next, line: line + lines };
    },
  };
}
