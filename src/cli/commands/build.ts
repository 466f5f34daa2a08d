import path from "node:path";
import type { Command } from "commander";
import type { Opened, Receipt } from "../../edition/index.ts";
import { writableRoot } from "../../edition/project.ts";
import type { Decoded, Problem } from "../../model/index.ts";
import type { Press } from "../../pages/index.ts";
import { ledgerIn, showDisagreements } from "../company.ts";
import { EXIT, Usage } from "../ending.ts";
import type { DataFlags } from "../options.ts";
import { dataOptions, withDataOptions, withSubject } from "../options.ts";
import type { PressDoor } from "../press.ts";
import { breath, once, pressDoor } from "../press.ts";
import type { Receipts } from "../receipts.ts";
import { receiptsFor } from "../receipts.ts";
import type { Chosen } from "../reports.ts";
import { aboutSubjects, chosenReports, reportOpener } from "../reports.ts";
import { result, say, showProblems } from "../show.ts";
import { untilSignal } from "../signals.ts";

interface Flags extends DataFlags {
  readonly format?: string;
  readonly allowNoSandbox?: boolean;
  readonly force?: boolean;
}

/** What became of one report. */
interface Outcome {
  readonly report: string;
  /** What it is about, where that may be chosen. */
  readonly subject: string | null;
  readonly ok: boolean;
  /** The edition stood already as it would have been written. */
  readonly unchanged: boolean;
  readonly folder: string | null;
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

export function buildCommand(program: Command): void {
  withSubject(withDataOptions(program.command("build")), true)
    .description("write editions: HTML, PDF, charts and ledger")
    .argument("[reports...]", "folders, or names under reports/")
    .option(
      "--format <list>",
      "html, pdf, feed, or several with commas (default: what the report says)",
    )
    .option("--force", "write editions anew, even where nothing has changed")
    .option("--allow-no-sandbox", "let the browser run without its sandbox")
    .action(async (names: readonly string[], flags: Flags) => {
      const reports = chosenReports(names, flags.all ?? false);
      const about = await aboutSubjects(reports, flags.subject, dataOptions(flags));
      const outcomes = await untilSignal((press) => buildAll(about, flags, press));
      if (flags.json === true) result(JSON.stringify(outcomes, null, 2));
      process.exitCode = outcomes.every((each) => each.ok) ? EXIT.done : EXIT.problems;
    });
}

async function buildAll(
  reports: readonly Chosen[],
  flags: Flags,
  keep: (press: Press) => void,
): Promise<readonly Outcome[]> {
  const options = dataOptions(flags);
  const formats = formatsOf(flags);
  const out = path.resolve(options.out ?? path.join(writableRoot(process.cwd()), "build"));
  const receipts = receiptsFor(reports, options, formats, out);
  const outcomes: Outcome[] = [];
  const standing = new Map(
    reports.map((each) => [each, flags.force === true ? null : receipts.of(each)] as const),
  );
  const start = once(async () => {
    const door = pressDoor(options.browser, flags.allowNoSandbox ?? false, keep);
    // The browser takes a while to start: it does so while the first note is being written.
    if (formats === null || formats.includes("pdf")) await door();
    return { open: await reportOpener(options), door };
  });
  for (const [index, report] of reports.entries()) {
    if (reports.length > 1 && process.stderr.isTTY) {
      say(`${index + 1}/${reports.length} ${report.name}`);
    }
    const receipt = standing.get(report) ?? null;
    const outcome =
      receipt === null
        ? await buildOne(report, { ...(await start()), receipts, formats, out })
        : { ...kept(receipt), report: report.name };
    outcomes.push(outcome);
    if (flags.json !== true) tell(outcome);
  }
  if (outcomes.length > 1) showDisagreements(outcomes.flatMap(({ folder }) => ledgerIn(folder)));
  return outcomes;
}

/** What the builds of several reports have in common. */
interface Workshop {
  readonly open: (chosen: Chosen) => Decoded<Opened>;
  readonly door: PressDoor;
  readonly receipts: Receipts;
  readonly formats: readonly string[] | null;
  readonly out: string;
}

async function buildOne(chosen: Chosen, workshop: Workshop): Promise<Outcome> {
  const { formats, out } = workshop;
  const refused = (problems: readonly Problem[]): Outcome => {
    const nothing = { unchanged: false, folder: null, files: [] };
    return { report: chosen.name, subject: chosen.subject, ok: false, ...nothing, problems };
  };
  const opened = workshop.open(chosen);
  if (!opened.ok) return refused(opened.problems);
  await breath();
  const { compose, produce } = await import("../../edition/index.ts");
  const { materials, occasion } = opened.value;
  const composed = await compose(materials, occasion);
  if (!composed.ok) return refused(composed.problems);
  await breath();
  const wanted = formats ?? materials.decoded.outputs;
  const press = wanted.includes("pdf") ? await workshop.door() : null;
  if (press === null && formats?.includes("pdf") === true) return refused([noBrowser()]);
  const feed = wanted.includes("feed");
  const written = await produce(materials, composed.value, out, press, feed);
  if (!written.ok) return refused([...composed.problems, ...written.problems]);
  const { files, place } = written.value;
  const home = path.join(out, ...place);
  const { dataFolder, decoded } = materials;
  const { subject } = decoded.report;
  workshop.receipts.keep(chosen, composed.value, { subject, home, files, dataFolder });
  const { problems } = composed;
  const told = { report: chosen.name, subject, ok: true, unchanged: false };
  return { ...told, folder: home, files, problems };
}

function kept({ subject, home, artefacts, problems }: Receipt): Omit<Outcome, "report"> {
  const files = Object.keys(artefacts);
  return { subject, ok: true, unchanged: true, folder: home, files, problems };
}

function formatsOf({ format }: Flags): readonly string[] | null {
  if (format === undefined) return null;
  const formats = format.split(",").map((each) => each.trim());
  const strange = formats.find((each) => !["html", "pdf", "feed"].includes(each));
  if (strange === undefined) return formats;
  throw new Usage(`--format "${strange}" is none of: html, pdf, feed`);
}

function noBrowser(): Problem {
  return {
    rule: "no-browser",
    severity: "error",
    file: null,
    line: null,
    column: null,
    message: "a PDF was asked for and no browser could be found to print it",
    hint: "notewright doctor says which browsers were looked for and how to get one",
  };
}

function tell(outcome: Outcome): void {
  showProblems(outcome.problems);
  if (outcome.folder === null) {
    say(`${outcome.report}: nothing written; the last good edition, if any, is as it was`);
    return;
  }
  if (outcome.unchanged) say(`${outcome.report}: unchanged`);
  for (const file of outcome.files) result(path.join(outcome.folder, file));
}
