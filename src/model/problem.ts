/** What an editor must repair, or should know of. Our own faults are errors with a stack instead. */
export interface Problem {
  /** A short name for the kind of problem, "unknown-fact": the same for the same mistake. */
  readonly rule: string;
  /** An error stops the report; a warning is shown and the edition is written. */
  readonly severity: "error" | "warning";
  /** Path as the user would type it, or null where no file is at fault. */
  readonly file: string | null;
  /** Counted from 1; null where there is no one place. */
  readonly line: number | null;
  readonly column: number | null;
  /** What is wrong, in plain words and with the offending text. */
  readonly message: string;
  /** How to mend it. */
  readonly hint: string;
}

/** A place in a file. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The good value, or everything that is wrong with it. Warnings come with either. */
export type Decoded<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function problem(
  rule: string,
  place: Partial<Place> | null,
  message: string,
  hint: string,
  severity: Problem["severity"] = "error",
): Problem {
  return {
    rule,
    severity,
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    message,
    hint,
  };
}
