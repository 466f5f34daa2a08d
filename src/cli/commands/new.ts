import type { Command } from "commander";
import { writableRoot } from "../../edition/project.ts";
import { EXIT } from "../ending.ts";
import { result, say, showProblems } from "../show.ts";

export function newCommand(program: Command): void {
  program
    .command("new")
    .description("start a report: facts, prose and a chart that build at once")
    .argument("<name>", "small letters, digits and hyphens: its folder under reports/")
    .option("--from <report>", "a copy of another report, under its own title and address")
    .option("--debug", "show where our own faults come from")
    .action(async (name: string, flags: { readonly from?: string }) => {
      const { newReport } = await import("../../desk/index.ts");
      const made = newReport({ root: writableRoot(process.cwd()) }, name, flags.from ?? null);
      if (!made.ok) {
        showProblems(made.problems);
        process.exitCode = EXIT.problems;
        return;
      }
      for (const each of made.value.files) result(each);
      say(`Next: notewright preview ${name}, and change what you like; every save shows at once.`);
      say(`Then: notewright build ${name}, and notewright publish ${name} for the blog.`);
    });
}
