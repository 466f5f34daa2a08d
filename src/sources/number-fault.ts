import type { NumberForm } from "./entry.ts";
import { keeps } from "./number.ts";
import type { Fault } from "./path.ts";

/** Why a cell is no number of the declared form, and which declaration or correction mends it. */
export function numberFault(text: string, form: NumberForm): Fault {
  const shown = `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
  const say = (what: string, hint: string): Fault => ({ message: `${shown} ${what}`, hint });
  const correct = "correct the cell in the source";
  if (text === "") {
    return {
      message: "the cell is empty",
      hint: 'fill it in, or declare the empty cell as missing: [""]',
    };
  }
  if (/^#(?:[A-Z]+[!?]?|DIV\/0!|N\/A|REF!)$/i.test(text))
    return say("is a spreadsheet error in a cell", correct);
  if (/^[+-]?(?:nan|inf(?:inity)?)$/i.test(text))
    return say("is no number a figure can rest on", correct);
  if (/^(?:n\/?a|-+|[–—]|null|none|nil|\.+|\?)$/i.test(text)) {
    return say(
      "stands where a number should",
      `if it marks a missing value, declare it: missing: ["${text}"]`,
    );
  }
  if (/^0x/i.test(text) || text.includes("_"))
    return say("is not written in plain digits", correct);
  if (/^-?[\d.]+e[+-]?\d+$/i.test(text)) {
    if (form.exponent || !Number.isFinite(Number(text)))
      return say("is too large or too small, or has too many digits", correct);
    return say("is written with an exponent", "declare exponent: true, or write the digits out");
  }
  if (/^\p{Nd}/u.test(text) && !/^\d/.test(text))
    return say("is not written in the digits 0 to 9", correct);
  const wrong = punctuation(text, form);
  if (wrong !== null) return say(wrong.message, wrong.hint);
  if (/^-?\d*\.?\d+$/.test(text) && !keeps(text)) {
    return say("has more digits than can be kept exactly", "give at most 15 digits");
  }
  return say(
    "is not a number",
    `${correct}, or declare it under missing: if it marks a missing value`,
  );
}

function punctuation(text: string, form: NumberForm): Fault | null {
  const [first = ""] = text;
  const last = text.at(-1) ?? "";
  if (last === "%" || /(?:bp|bps)$/i.test(text)) {
    const suffix = /[^\d.,\s]+$/.exec(text)?.[0] ?? last;
    return {
      message: "carries a unit",
      hint: `declare suffix: "${suffix}", and the unit it stands for`,
    };
  }
  if (/^\p{Sc}/u.test(text) || /^-\p{Sc}/u.test(text)) {
    const prefix = /\p{Sc}/u.exec(text)?.[0] ?? first;
    return { message: "carries a currency sign", hint: `declare prefix: "${prefix}"` };
  }
  if (/^\([\d.,]+\)$/.test(text)) {
    return { message: "is in brackets, which may mean a minus", hint: 'declare minus: "(5)"' };
  }
  if (/^[\d.,]+[-−]$/.test(text)) {
    return { message: "has its minus at the end", hint: 'declare minus: "5-"' };
  }
  if (first === "−")
    return { message: "has a typographic minus sign", hint: 'declare minus: "−5"' };
  if (first === "-" && form.minus !== "-5") {
    return {
      message: `has a minus not written as declared (${form.minus})`,
      hint: 'declare minus: "-5"',
    };
  }
  if (/^-?\d{1,3}(?:\.\d{3})+,\d+$/.test(text) || /^-?\d+,\d{1,2}$/.test(text)) {
    return {
      message: "has a decimal comma, which is not declared",
      hint: text.includes(".") ? 'declare decimal: "," and thousands: "."' : 'declare decimal: ","',
    };
  }
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) {
    return { message: "has commas, which are not declared", hint: 'declare thousands: ","' };
  }
  const space = /^-?\d{1,3}([\s'’])\d{3}/.exec(text)?.[1];
  if (space !== undefined) {
    return {
      message: "has a mark between its thousands that is not declared",
      hint: `declare thousands: "${space}"`,
    };
  }
  return null;
}
