import type { Command } from "commander";
import type { Day } from "../model/index.ts";
import { parseDay } from "../model/index.ts";
import { Usage } from "./ending.ts";

/** What every command that reads data understands, as commander hands it over. */
export interface DataFlags {
  readonly asOf?: string;
  readonly published?: string;
  readonly data?: string;
  readonly catalog?: string;
  readonly out?: string;
  readonly browser?: string;
  readonly json?: boolean;
  readonly all?: boolean;
  readonly subject?: string;
}

export interface DataOptions {
  readonly asOf: Day | null;
  readonly published: Day | null;
  readonly data: string | null;
  readonly catalogue: string | null;
  readonly out: string | null;
  readonly browser: string | null;
}

export function withDataOptions(command: Command): Command {
  return command
    .option("--as-of <day>", "last day whose releases are known (default: the newest data)")
    .option("--published <day>", "day on the masthead (default: the as-of day)")
    .option("--data <dir>", "folder of the series' files (default: data)")
    .option("--catalog <file>", "their description (default: catalog.yaml in that folder)")
    .option("--out <dir>", "folder for the editions (default: build)")
    .option("--browser <path>", "the browser that prints the PDF")
    .option("--all", "every report under reports/")
    .option("--json", "machine-readable results on stdout")
    .option("--debug", "show where our own faults come from");
}

/** One subject, or `several`. */
export function withSubject(command: Command, several: boolean): Command {
  return command.option(
    several ? "--subject <names>" : "--subject <name>",
    several
      ? "what the reports are to be about: names with commas, or all (default: what each says)"
      : "what the report is to be about (default: what it says)",
  );
}

export function dataOptions(flags: DataFlags): DataOptions {
  if (flags.all === true && flags.subject !== undefined) {
    throw new Usage("--subject goes with the reports it is meant for: name them instead of --all");
  }
  const asOf = dayFlag("--as-of", flags.asOf);
  const published = dayFlag("--published", flags.published);
  if (asOf !== null && published !== null && published < asOf) {
    throw new Usage(
      `--published ${published} lies before --as-of ${asOf}: a note is published after what it knows`,
    );
  }
  return {
    asOf,
    published,
    data: flags.data ?? null,
    catalogue: flags.catalog ?? null,
    out: flags.out ?? null,
    browser: flags.browser ?? null,
  };
}

function dayFlag(flag: string, text: string | undefined): Day | null {
  if (text === undefined) return null;
  const found = parseDay(text);
  if (found === null) {
    throw new Usage(`${flag} "${text}" is no day of the calendar; write it as 2025-05-23`);
  }
  return found;
}
