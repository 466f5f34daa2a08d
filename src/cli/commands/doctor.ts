import type { Command } from "commander";
import { EXIT } from "../ending.ts";
import type { DataFlags } from "../options.ts";
import { dataOptions, withDataOptions } from "../options.ts";
import { project } from "../reports.ts";
import { checkText, result } from "../show.ts";

export function doctorCommand(program: Command): void {
  withDataOptions(program.command("doctor"))
    .description("say what is there and what is missing: Node, browser, fonts, data, reports")
    .action(async (flags: DataFlags) => {
      const { data, catalogue, out, browser } = dataOptions(flags);
      const { lookOver } = await import("../../desk/index.ts");
      const { surroundings } = await import("../../pages/index.ts");
      const checks = lookOver({
        project: project(),
        data,
        catalogue,
        out,
        browser,
        surroundings: surroundings(),
        node: process.versions.node,
      });
      const text = checks.map(checkText).join("\n");
      result(flags.json === true ? JSON.stringify(checks, null, 2) : text);
      process.exitCode = checks.every((each) => each.ok) ? EXIT.done : EXIT.problems;
    });
}
