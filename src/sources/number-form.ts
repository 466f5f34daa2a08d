import type { NumberForm } from "./entry.ts";

interface NumberText extends Pick<NumberForm, "decimal" | "minus" | "exponent"> {
  readonly missing: readonly string[];
  readonly thousands?: string | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/** How numbers are written, complete. */
export function numberForm(from: NumberText): NumberForm {
  return {
    missing: new Set(from.missing),
    thousands: from.thousands ?? null,
    decimal: from.decimal,
    prefix: from.prefix ?? "",
    suffix: from.suffix ?? "",
    minus: from.minus,
    exponent: from.exponent,
  };
}
