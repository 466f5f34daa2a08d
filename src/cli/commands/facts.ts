import path from "node:path";
import type { Command } from "commander";
import type { Account } from "../../edition/index.ts";
import { writableRoot } from "../../edition/project.ts";
import type { Problem } from "../../model/index.ts";
import { EXIT, Usage } from "../ending.ts";
import { factsTable } from "../facts-table.ts";
import type { DataFlags, DataOptions } from "../options.ts";
import { dataOptions, withDataOptions, withSubject } from "../options.ts";
import type { Chosen } from "../reports.ts";
import { aboutSubject, chosenReports, reportOpener } from "../reports.ts";
import { result, say, showProblems } from "../show.ts";

interface Flags extends DataFlags {
  readonly count?: string;
  readonly html?: boolean;
  readonly allSeries?: boolean;
}

/** What is worth saying of one report. */
interface Outcome {
  readonly report: string;
  /** What it is about, where that may be chosen. */
  readonly subject: string | null;
  readonly ok: boolean;
  readonly asOf: string | null;
  readonly published: string | null;
  /** The page, where one was asked for. */
  readonly page: string | null;
  readonly highlights: readonly Omit<Account, "line">[];
  readonly problems: readonly Problem[];
}

export function factsCommand(program: Command): void {
  withSubject(withDataOptions(program.command("facts")), false)
    .description("tell what is worth saying: the seldom and the new, with sentence and proof")
    .argument("[reports...]", "folders, or names under reports/")
    .option("--count <n>", "how many statements (default: 20)")
    .option("--all-series", "look at every series of the catalogue, not only the report's own")
    .option("--html", "write a page with pictures and proofs, too; --out does the same")
    .action(async (names: readonly string[], flags: Flags) => {
      const options = dataOptions(flags);
      const count = countOf(flags);
      const reports = chosenReports(names, flags.all ?? false);
      const outcomes: Outcome[] = [];
      for (const report of reports) {
        const chosen = await aboutSubject(report, flags.subject, options);
        if (process.stderr.isTTY) say(`${chosen.name}: asking every question of every series …`);
        const outcome = await factsOf(chosen, options, flags, count);
        outcomes.push(outcome);
        if (flags.json !== true) tell(outcome, reports.length > 1);
      }
      if (flags.json === true) result(JSON.stringify(outcomes, null, 2));
      process.exitCode = outcomes.every((each) => each.ok) ? EXIT.done : EXIT.problems;
    });
}

async function factsOf(
  chosen: Chosen,
  options: DataOptions,
  flags: Flags,
  count: number,
): Promise<Outcome> {
  const nothing = { asOf: null, published: null, page: null, highlights: [] };
  const refused = (problems: readonly Problem[]): Outcome => {
    return { report: chosen.name, subject: chosen.subject, ok: false, ...nothing, problems };
  };
  const everything = flags.allSeries ?? false;
  const open = await reportOpener({ ...options, everything });
  const { accountsOf, highlightsPage, tellHighlights, writeHighlightsPage } =
    await import("../../edition/index.ts");
  const opened = open(chosen);
  if (!opened.ok) return refused(opened.problems);
  const { materials, occasion } = opened.value;
  const told = tellHighlights(materials, occasion, { everything });
  if (!told.ok) return refused([...opened.problems, ...told.problems]);
  const accounts = accountsOf(told.value, materials, count);
  const problems = [...opened.problems, ...told.problems];
  let page: string | null = null;
  if (flags.html === true || options.out !== null) {
    const out = path.resolve(options.out ?? path.join(writableRoot(process.cwd()), "build"));
    const html = await highlightsPage(accounts, told.value, materials, occasion);
    const written = writeHighlightsPage(out, opened.value, html);
    if (!written.ok) return refused([...problems, ...written.problems]);
    page = written.value;
  }
  const highlights = accounts.map(({ line: _line, ...each }) => each);
  const { asOf, published } = occasion;
  const { subject } = materials.decoded.report;
  const outcome = { report: chosen.name, subject, ok: true };
  return { ...outcome, asOf, published, page, highlights, problems };
}

function tell(outcome: Outcome, several: boolean): void {
  showProblems(outcome.problems);
  if (!outcome.ok) return;
  if (several) result(`${outcome.report}, as of ${outcome.asOf ?? ""}`);
  const width = process.stdout.columns ?? 80;
  if (outcome.highlights.length > 0) result(factsTable(outcome.highlights, width));
  else
    say(
      `${outcome.report}: nothing that is seldom and new can be said of ${outcome.asOf ?? "this day"}`,
    );
  if (outcome.page !== null) say(`page: ${outcome.page}`);
}

function countOf({ count }: Flags): number {
  if (count === undefined) return 20;
  const found = Number(count);
  if (Number.isInteger(found) && found >= 1 && found <= 200) return found;
  throw new Usage(`--count "${count}" is no number from 1 to 200`);
}
