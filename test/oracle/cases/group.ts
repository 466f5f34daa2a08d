/** A request as a report would make it: the statistic and its options, as YAML says them. */
export type Asked = Readonly<Record<string, unknown>> & { readonly statistic: string };

/** Requests evaluated together, as those of one report, once for every day. */
export interface Group {
  readonly name: string;
  readonly days: readonly string[];
  readonly requests: Readonly<Record<string, Asked>>;
}

/** NOTEWRIGHT_ORACLE=all asks more than there is time for in every run. */
export const WHOLE = process.env["NOTEWRIGHT_ORACLE"] === "all";

type Choices = Readonly<Record<string, readonly unknown[]>>;

/**
 * Every combination of the choices, as requests of one statistic. `undefined` leaves an option out.
 * `first` goes before the running number of the id, so that ids of several calls do not meet.
 */
export function every(
  first: string,
  statistic: string,
  choices: Choices,
): Readonly<Record<string, Asked>> {
  let rows: readonly Readonly<Record<string, unknown>>[] = [{}];
  for (const [option, values] of Object.entries(choices)) {
    rows = rows.flatMap((row) =>
      values.map((value) => (value === undefined ? row : { ...row, [option]: value })),
    );
  }
  return Object.fromEntries(
    rows.map((row, index) => [`${first}-${index + 1}`, { statistic, ...row }]),
  );
}
