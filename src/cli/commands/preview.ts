import type { Command } from "commander";
import { EXIT, Usage } from "../ending.ts";
import type { DataFlags } from "../options.ts";
import { dataOptions, withDataOptions, withSubject } from "../options.ts";
import { aboutSubject, chosenReports, project } from "../reports.ts";
import { result, say, showProblems } from "../show.ts";
import { untilSignal } from "../signals.ts";

interface Flags extends DataFlags {
  readonly port?: string;
}

export function previewCommand(program: Command): void {
  withSubject(withDataOptions(program.command("preview")), false)
    .description("show a report in the browser, composed anew at every save")
    .argument("[report]", "folder, or name under reports/ (default: the first there is)")
    .option("--port <n>", "port on this machine (default: the first free one from 4600 on)")
    .action(async (report: string | undefined, flags: Flags) => {
      const choice = dataOptions(flags);
      const port = portOf(flags);
      const [named] = chosenReports(report === undefined ? [] : [report], report === undefined);
      if (named === undefined) throw new Usage("there is no report under reports/ to preview");
      const first = await aboutSubject(named, flags.subject, choice);
      await untilSignal(async () => {
        const { openPreview } = await import("../../desk/index.ts");
        const opened = await openPreview({ project: project(), first, choice, port, say });
        if (!opened.ok) {
          showProblems(opened.problems);
          process.exitCode = EXIT.problems;
          return;
        }
        if (opened.value.notice !== null) say(opened.value.notice);
        result(opened.value.address);
        say("Ctrl-C ends the preview.");
        await opened.value.closed;
      });
    });
}

function portOf({ port }: Flags): number | null {
  if (port === undefined) return null;
  const number = Number(port);
  if (/^\d{1,5}$/.test(port) && number > 0 && number < 65_536) return number;
  throw new Usage(`--port "${port}" is no port; it is a number from 1 to 65535`);
}
