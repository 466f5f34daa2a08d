import type { Command } from "commander";
import type { Problem } from "../../model/index.ts";
import { showDisagreements } from "../company.ts";
import { EXIT } from "../ending.ts";
import type { DataFlags } from "../options.ts";
import { dataOptions, withDataOptions, withSubject } from "../options.ts";
import { aboutSubjects, chosenReports, reportOpener } from "../reports.ts";
import { result, say, showProblems } from "../show.ts";

interface Found {
  readonly report: string;
  /** What it is about, where that may be chosen. */
  readonly subject: string | null;
  readonly problems: readonly Problem[];
}

export function checkCommand(program: Command): void {
  withSubject(withDataOptions(program.command("check")), true)
    .description("say what is wrong with reports and their data; nothing is written")
    .argument("[reports...]", "folders, or names under reports/")
    .action(async (names: readonly string[], flags: DataFlags) => {
      const options = dataOptions(flags);
      const found: Found[] = [];
      const ledgers: string[] = [];
      const chosenOnes = chosenReports(names, flags.all ?? false);
      const reports = await aboutSubjects(chosenOnes, flags.subject, options);
      const open = await reportOpener(options);
      const { compose } = await import("../../edition/index.ts");
      const { ledgerText } = await import("../../pages/index.ts");
      for (const chosen of reports) {
        const opened = open(chosen);
        const checked = opened.ok
          ? await compose(opened.value.materials, opened.value.occasion)
          : opened;
        const subject = opened.ok ? opened.value.materials.decoded.report.subject : chosen.subject;
        found.push({ report: chosen.name, subject, problems: checked.problems });
        if (checked.ok && reports.length > 1) ledgers.push(ledgerText(checked.value));
        if (flags.json === true) continue;
        showProblems(checked.problems);
        if (checked.ok) {
          const { withheld, fallen } = checked.value;
          say(
            `${chosen.name}: fine; ${withheld.length} facts withheld, ${fallen.length} passages left out`,
          );
          for (const each of fallen)
            say(`  ${each.what}: ${each.text.trim()}\n    because ${each.reason}`);
        }
      }
      showDisagreements(ledgers);
      if (flags.json === true) result(JSON.stringify(found, null, 2));
      const wrong = found.some(({ problems }) =>
        problems.some((each) => each.severity === "error"),
      );
      process.exitCode = wrong ? EXIT.problems : EXIT.done;
    });
}
