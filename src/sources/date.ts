import type { Day } from "../model/index.ts";
import { dayOf, endOfMonth, parseDay } from "../model/index.ts";
import type { Fault } from "./path.ts";

export interface DayForm {
  readonly ok: true;
  /** Does the form name the day of the month? */
  readonly days: boolean;
  /** Which of the two comes first. */
  readonly monthFirst: boolean;
  readonly read: (text: string) => Day | null;
}

const TOKENS: Readonly<Record<string, string>> = {
  yyyy: "(?<year>\\d{4})",
  mm: "(?<month>\\d{2})",
  m: "(?<month>\\d{1,2})",
  dd: "(?<date>\\d{2})",
  d: "(?<date>\\d{1,2})",
};

/** A reader for one way of writing days: "yyyy-mm-dd", "m/d/yyyy", "yyyy-mm-dd hh:mm:ss.ffffff". */
export function compileDay(form: string): DayForm | (Fault & { readonly ok: false }) {
  if (form === "yyyy-mm-dd") return { ok: true, days: true, monthFirst: true, read: parseDay };
  const refuse = (message: string): Fault & { readonly ok: false } => ({
    ok: false,
    message: `the date form "${form}" ${message}`,
    hint: 'write it with yyyy, mm or m, dd or d, for instance date: "mm/dd/yyyy"',
  });
  const [, days = "", times = ""] = /^([^h]*?)([ T]hh.*)?$/.exec(form) ?? [];
  const wanted: string[] = [];
  let pattern = "";
  for (const token of days.match(/y+|m+|d+|[^ymd]+/g) ?? []) {
    const found = TOKENS[token];
    if (found !== undefined) wanted.push(token.slice(0, 1));
    else if (/[a-z0-9]/i.test(token)) return refuse(`has the unknown part "${token}"`);
    pattern += found ?? escape(token);
  }
  if (!/^([ T]hh:mm(:ss(\.f{1,9})?)?)?$/.test(times))
    return refuse(`has the unknown part "${times.trim()}"`);
  if (new Set(wanted).size !== wanted.length) return refuse("names one part twice");
  if (!wanted.includes("y") || !wanted.includes("m")) return refuse("names no year or no month");
  const time = times.replace(".", "\\.").replaceAll(/[hmsf]/g, "\\d");
  const expression = new RegExp(`^${pattern}${time}$`);
  return {
    ok: true,
    days: wanted.includes("d"),
    monthFirst: wanted.indexOf("m") < wanted.indexOf("d"),
    read: (text) => fromParts(expression.exec(text)?.groups),
  };
}

function fromParts(parts: Readonly<Record<string, string>> | undefined): Day | null {
  if (parts === undefined) return null;
  const { year = "", month = "", date = "1" } = parts;
  return parseDay(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** The day a row stands for: the month's last one where only the month is meant. */
export function periodDay(day: Day, period: "day" | "month-end"): Day {
  return period === "day" ? day : endOfMonth(day);
}

interface DayCell {
  readonly text: string;
  readonly line: number;
}

/** Why the text is no day of the declared form, and how to mend it. `others` are the column's further texts. */
export function dayFault(text: string, form: string, others: readonly DayCell[]): Fault {
  const slashed = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (text === "") return { message: "the date is empty", hint: "fill it in, or take the row out" };
  if (/^\d{5}$/.test(text)) {
    const meant = dayOf(1899, 12, 30 + Number(text));
    return {
      message: `"${text}" looks like a spreadsheet's day number: it would be ${meant}`,
      hint: "save the column as dates, not as numbers",
    };
  }
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(text)) {
    return {
      message: `the date "${text}" has a year of two digits`,
      hint: "write years with four digits",
    };
  }
  if (/\d[T ]\d{1,2}:\d{2}/.test(text)) {
    const hint = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text)
      ? "save the column as plain days: the zone could move the day"
      : 'declare the time too, for instance date: "yyyy-mm-dd hh:mm:ss"';
    return { message: `the date "${text}" carries a time that "${form}" does not declare`, hint };
  }
  const short = form.replace("mm", "m").replace("dd", "d");
  const loose = short === form || form.includes("h") ? null : compileDay(short);
  if (loose?.ok === true && loose.read(text) !== null) {
    return {
      message: `the date "${text}" is not written as ${form}: it has no leading zeros`,
      hint: `declare date: "${short}"`,
    };
  }
  if (slashed !== null && !/^(m|d)/.test(form)) return orderFault(text, others);
  const read = slashed === null ? null : [slashed[1], slashed[3]].map(Number);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) || (read !== null && read.every((each) => each > 0))) {
    return {
      message: `"${text}" is no day of the calendar when read as ${form}`,
      hint: "correct the date, or declare the form in which the file writes its dates",
    };
  }
  return {
    message: `the date "${text.slice(0, 60)}" is not written as ${form}`,
    hint: "correct it, or declare the form in which the file writes its dates (date: …)",
  };
}

function orderFault(text: string, others: readonly DayCell[]): Fault {
  const deciding = others.find((each) => {
    const match = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}$/.exec(each.text);
    return match !== null && (Number(match[1]) > 12 || Number(match[2]) > 12);
  });
  const first = deciding === undefined ? null : Number(deciding.text.split(/[/.-]/)[0]) > 12;
  const proof = deciding === undefined ? "" : ` (line ${deciding.line}: "${deciding.text}")`;
  const mark = /[/.-]/.exec(text)?.[0] ?? "/";
  const dayFirst = `date: "dd${mark}mm${mark}yyyy"`;
  const monthFirst = `date: "mm${mark}dd${mark}yyyy"`;
  if (first === null) {
    return {
      message: `the date "${text}" could be read with the day or the month first`,
      hint: `declare ${monthFirst} or ${dayFirst}`,
    };
  }
  return {
    message: `the date "${text}" has the ${first ? "day" : "month"} first${proof}, which is not declared`,
    hint: `declare ${first ? dayFirst : monthFirst}`,
  };
}
