import type { NumberForm } from "./entry.ts";

const PLAIN = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/;
const EXPONENT = /^-?\d+(?:\.\d+)?[eE][+-]?\d{1,3}$/;

/** Digits every number of so many keeps exactly in binary. */
const EXACT = 15;

/**
 * A reader for one way of writing numbers. It gives null for anything else: never a guess. `shift`
 * is the power of ten to multiply by, carried out on the decimal text.
 */
export function compileNumber(form: NumberForm, shift: number): (text: string) => number | null {
  const plain =
    form.thousands === null &&
    form.decimal === "." &&
    form.prefix === "" &&
    form.suffix === "" &&
    form.minus === "-5";
  const canonical = plain ? (text: string): string => text : canonicaliser(form);
  return (text) => {
    const found = canonical(text);
    if (!PLAIN.test(found) && !(form.exponent && EXPONENT.test(found))) return null;
    const value = Number(shift === 0 ? found : shifted(found, shift));
    if (!Number.isFinite(value)) return null;
    if (found.length > EXACT && !keeps(found)) return null;
    return value === 0 ? 0 : value;
  };
}

function shifted(text: string, shift: number): string {
  const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e");
  return `${mantissa}e${Number(exponent) + shift}`;
}

/** Are all the digits written kept by the number they make? */
export function keeps(text: string): boolean {
  if (Number(text).toString() === text) return true;
  const written = digits(text);
  if (written.length <= EXACT) return true;
  return digits(Number(text).toString()) === written;
}

function digits(text: string): string {
  const [mantissa = ""] = text.toLowerCase().split("e");
  const whole = mantissa.replace("-", "");
  const bare = whole.replace(".", "").replace(/^0+/, "");
  return bare.replace(/0+$/, "");
}

/** Brings the declared way of writing to "-1234.5"; what is not written so becomes no number. */
function canonicaliser(form: NumberForm): (text: string) => string {
  const grouped = form.thousands === null ? null : groups(form.thousands, form.decimal);
  return (text) => {
    let rest = text;
    let sign = "";
    const bare = unsigned(rest, form.minus);
    if (bare !== null) {
      sign = "-";
      rest = bare;
    }
    if (form.prefix !== "" && rest.startsWith(form.prefix)) rest = rest.slice(form.prefix.length);
    if (form.suffix !== "" && rest.endsWith(form.suffix)) rest = rest.slice(0, -form.suffix.length);
    if (sign === "" && form.minus === "-5" && rest.startsWith("-")) {
      sign = "-";
      rest = rest.slice(1);
    }
    if (rest.startsWith("-")) return "";
    if (form.decimal === "," && rest.includes(".") && form.thousands !== ".") return "";
    if (grouped !== null && form.thousands !== null && rest.includes(form.thousands)) {
      if (!grouped.test(rest)) return "";
      rest = rest.replaceAll(form.thousands, "");
    }
    return sign + (form.decimal === "," ? rest.replace(",", ".") : rest);
  };
}

/** The text without its minus sign, or null where it has none of the declared form. */
function unsigned(text: string, minus: NumberForm["minus"]): string | null {
  switch (minus) {
    case "-5":
      return text.startsWith("-") ? text.slice(1) : null;
    case "−5":
      return text.startsWith("−") || text.startsWith("-") ? text.slice(1) : null;
    case "5-":
      return text.endsWith("-") ? text.slice(0, -1) : null;
    case "(5)":
      return text.startsWith("(") && text.endsWith(")") ? text.slice(1, -1) : null;
  }
}

function groups(thousands: string, decimal: string): RegExp {
  const mark = escape(thousands);
  return new RegExp(`^\\d{1,3}(?:${mark}\\d{3})+(?:${escape(decimal)}\\d+)?$`);
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
