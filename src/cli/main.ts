import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { registerCommands } from "./commands.ts";
import { EXIT, Interrupted, report } from "./ending.ts";

/**
 * The command line. Each command is a few lines that lead to one function; the packages it needs
 * are loaded by the command that needs them.
 */
process.env["TZ"] = "UTC";
for (const stream of [process.stdout, process.stderr]) stream.on("error", unlessClosed);
process.on("uncaughtException", (error) => {
  process.exit(report(error, process.argv.includes("--debug")));
});
await run(process.argv);

async function run(argv: readonly string[]): Promise<void> {
  const program = new Command("notewright")
    .description("Market commentary from data, every figure traced to its rows")
    .version(version(), "-v, --version")
    .showSuggestionAfterError()
    .showHelpAfterError("(notewright --help lists the commands)")
    .exitOverride();
  registerCommands(program);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = endOf(error, argv.includes("--debug"));
  }
}

/** Whoever reads our output may stop reading, as in `notewright build --all | head`: the work goes on. */
function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

function endOf(error: unknown, debug: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof Interrupted) return error.code;
  return report(error, debug);
}

function version(): string {
  const file = new URL("../../package.json", import.meta.url);
  const found: unknown = JSON.parse(readFileSync(file, "utf8"));
  return typeof found === "object" && found !== null && "version" in found
    ? String(found.version)
    : "unknown";
}
