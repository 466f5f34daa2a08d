import type { Command } from "commander";
import { EXIT, Usage } from "../ending.ts";
import type { DataFlags } from "../options.ts";
import { dataOptions, withDataOptions, withSubject } from "../options.ts";
import { aboutSubject, chosenReports, reportOpener } from "../reports.ts";
import { result, showProblems } from "../show.ts";

export function explainCommand(program: Command): void {
  withSubject(withDataOptions(program.command("explain")), false)
    .description("tell a fact's value, its working, and the rows it rests on")
    .argument("<report>", "folder, or name under reports/")
    .argument("<fact>", "name of the fact, such as rally or record.prior")
    .action(async (report: string, id: string, flags: DataFlags) => {
      const [first] = chosenReports([report], false);
      if (first === undefined) throw new Usage(`there is no report "${report}"`);
      const options = dataOptions(flags);
      const chosen = await aboutSubject(first, flags.subject, options);
      const open = await reportOpener(options);
      const { compose, explainFact, explanationText } = await import("../../edition/index.ts");
      const opened = open(chosen);
      const composed = opened.ok
        ? await compose(opened.value.materials, opened.value.occasion)
        : opened;
      if (!opened.ok || !composed.ok) {
        showProblems(composed.problems);
        process.exitCode = EXIT.problems;
        return;
      }
      const found = explainFact(opened.value.materials, composed.value, id);
      if (found === null) {
        const { meant } = await import("../../decode/index.ts");
        const hint = meant(id, [...composed.value.facts.keys()]);
        throw new Usage(`${report} has no fact "${id}"; ${hint}`);
      }
      const { subject } = opened.value.materials.decoded.report;
      result(
        flags.json === true
          ? JSON.stringify({ subject, ...found }, null, 2)
          : explanationText(found),
      );
    });
}
