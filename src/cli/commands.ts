import type { Command } from "commander";
import { buildCommand } from "./commands/build.ts";
import { checkCommand } from "./commands/check.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { explainCommand } from "./commands/explain.ts";
import { factsCommand } from "./commands/facts.ts";
import { newCommand } from "./commands/new.ts";
import { previewCommand } from "./commands/preview.ts";
import { publishCommand } from "./commands/publish.ts";

export function registerCommands(program: Command): void {
  buildCommand(program);
  checkCommand(program);
  explainCommand(program);
  factsCommand(program);
  previewCommand(program);
  publishCommand(program);
  newCommand(program);
  doctorCommand(program);
}
