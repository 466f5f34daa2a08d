/** A row between bars. */
const ROW = /^[ \t]*\|.*\|[ \t]*$/;
/** The row of dashes that makes a table of the rows around it. */
const DASHES = /^[ \t]*\|(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*$/;

/**
 * Places of bars that stand in no whole table, in prose whose tags are blanked out. A table stands
 * between empty lines: a row of names, a row of dashes, rows of as many cells. What is left of another
 * would lose the cells that are too many, or be read as a sentence with bars in it.
 */
export function strayBars(prose: string): readonly number[] {
  const found: number[] = [];
  let start = 0;
  let group: { readonly start: number; readonly line: string }[] = [];
  for (const line of [...prose.split("\n"), ""]) {
    if (line.trim() !== "") group.push({ start, line });
    else {
      const whole = isWhole(group.map((each) => each.line));
      if (!whole)
        for (const each of group) found.push(...barsIn(each.line).map((at) => each.start + at));
      group = [];
    }
    start += line.length + 1;
  }
  return found;
}

function isWhole(rows: readonly string[]): boolean {
  const [names, dashes, ...rest] = rows;
  if (names === undefined || dashes === undefined || rest.length === 0) return false;
  const count = barsIn(names).length;
  return (
    DASHES.test(dashes) &&
    rows.every((each) => ROW.test(each) && !each.includes("\\|") && barsIn(each).length === count)
  );
}

function barsIn(line: string): readonly number[] {
  return [...line.matchAll(/\|/g)].map((each) => each.index);
}
