/** The text of a CSV file: a header, then the rows, each line ended. */
export function csv(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  return [header, ...rows].map((row) => `${row.join(",")}\n`).join("");
}
