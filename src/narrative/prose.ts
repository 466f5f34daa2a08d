import type { Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Voice } from "../words/index.ts";
import { objections } from "../words/index.ts";
import { strayBars } from "./bars.ts";
import { typedFigures, withoutNames } from "./figures.ts";
import { proseOf } from "./scan.ts";
import { placeAt } from "./source.ts";
import type { SourceText } from "./template.ts";
import { badAddresses, TRAPS } from "./traps.ts";

export interface ProseRules {
  readonly names: readonly string[];
  readonly voice: Voice | null;
  /** In an author's slot figures may be typed: they are compared with the facts elsewhere. */
  readonly byHand: boolean;
}

/** Everything wrong with the words between the tags. */
export function proseProblems(source: SourceText, rules: ProseRules): readonly Problem[] {
  const prose = proseOf(source.text);
  return [
    ...(rules.byHand ? [] : figureProblems(source, prose, rules.names)),
    ...trapProblems(source, prose, rules),
    ...barProblems(source, prose),
    ...addressProblems(source, prose),
    ...wordingProblems(source, prose, rules.voice),
  ];
}

function figureProblems(
  source: SourceText,
  prose: string,
  names: readonly string[],
): readonly Problem[] {
  return typedFigures(prose, names).map(({ offset, text, kind }) => {
    const place = placeAt(source, offset);
    const hint =
      kind === "sign"
        ? "helpers print the unit, and words of direction the sign"
        : "write a helper instead, such as {{figure close}}, so that the figure has a proof; a name that holds a figure, such as Russell 2000, may be typed if a series of the catalogue bears it";
    return problem("typed-figure", place, `"${text}" is typed into the text`, hint);
  });
}

function trapProblems(source: SourceText, prose: string, rules: ProseRules): readonly Problem[] {
  const text = withoutNames(prose, rules.names);
  return TRAPS.filter((trap) => trap.inVoice || !rules.byHand).flatMap((trap) =>
    [...text.matchAll(trap.pattern)]
      .filter((found) => !isLineEnd(found[0]))
      .map((found) => {
        const skipped = found[0].length - found[0].trimStart().length;
        const place = placeAt(source, found.index + skipped);
        const message = trap.message.replace("{}", found[0].trim());
        return problem(trap.rule, place, message, trap.hint, trap.severity);
      }),
  );
}

function barProblems(source: SourceText, prose: string): readonly Problem[] {
  return strayBars(prose).map((offset) => {
    const message = "this | stands in no whole table";
    const hint =
      "use a list or a sentence; a table stands between empty lines, with a row of dashes below its first row and as many cells in each";
    return problem("markdown-trap", placeAt(source, offset), message, hint);
  });
}

/** Line ends and tabs are control characters that a text may hold. */
function isLineEnd(found: string): boolean {
  return found === "\n" || found === "\t";
}

function addressProblems(source: SourceText, prose: string): readonly Problem[] {
  return badAddresses(prose).map(({ offset, href }) => {
    const hint = "begin it with https://, http:// or mailto:";
    const message = `a link may not lead to "${href}"`;
    return problem("link-address", placeAt(source, offset), message, hint);
  });
}

function wordingProblems(
  source: SourceText,
  prose: string,
  voice: Voice | null,
): readonly Problem[] {
  if (voice === null) return [];
  return objections(prose, voice).map(({ index, found, reason, instead, banned }) => {
    const hint = instead === null ? "say it another way" : `write "${instead}"`;
    const place = placeAt(source, index);
    const severity = banned ? "error" : "warning";
    return problem("banned-word", place, `"${found}": ${reason}`, hint, severity);
  });
}
