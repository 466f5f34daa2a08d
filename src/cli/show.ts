import pc from "picocolors";
import type { Problem } from "../model/index.ts";

/** Colours only on a terminal; picocolors also heeds NO_COLOR. Where there is none, `isTTY` is undefined. */
const colours = pc.createColors(process.stderr.isTTY ? pc.isColorSupported : false);

/** All problems, each with its place, what is wrong and the mend. */
export function showProblems(problems: readonly Problem[]): void {
  for (const each of problems) process.stderr.write(`${problemText(each)}\n`);
  const errors = problems.filter((each) => each.severity === "error").length;
  const warnings = problems.length - errors;
  const parts = [count(errors, "problem"), count(warnings, "warning")].filter(
    (each) => each !== "",
  );
  if (parts.length > 0) process.stderr.write(`${parts.join(", ")}\n`);
}

export function problemText(each: Problem): string {
  const error = each.severity === "error";
  const mark = error ? colours.red("error") : colours.yellow("warning");
  const place = [each.file, each.line, each.column].filter((part) => part !== null).join(":");
  const where = place === "" ? "" : `${colours.bold(place)}  `;
  const hint = each.hint === "" ? "" : `\n    ${colours.cyan("→")} ${each.hint}`;
  return `${where}${mark} ${colours.dim(each.rule)}  ${each.message}${hint}`;
}

/** One line of the doctor's: what was found, or what is missing and how to mend it. */
export function checkText(each: {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  readonly mend: string;
}): string {
  const mark = each.ok ? colours.green("ok     ") : colours.red("missing");
  const mend = each.mend === "" ? "" : `\n    ${colours.cyan("→")} ${each.mend}`;
  return `${mark} ${each.name.padEnd(9)} ${each.found}${mend}`;
}

/** A line about what goes on: never on stdout, which is for results. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function result(text: string): void {
  process.stdout.write(`${text}\n`);
}

function count(number: number, noun: string): string {
  return number === 0 ? "" : `${number} ${noun}${number === 1 ? "" : "s"}`;
}
