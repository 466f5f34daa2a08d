import { readFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { registerCommands } from "../../src/cli/commands.ts";
import { decodeSite } from "../../src/publish/settings.ts";

const FOLDER = path.join(import.meta.dirname, "..", "..", "templates", "new-newsroom");
const read = (name: string): string => readFileSync(path.join(FOLDER, name), "utf8");

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly needs?: string; readonly steps: readonly Step[] }>
  >;
}

const workflow = parse(read("notewright.yml")) as Workflow;
const steps = Object.values(workflow.jobs).flatMap((each) => each.steps);

describe("the weekly workflow", () => {
  it("runs every week and when asked, and may write what it has to", () => {
    expect(workflow.on).toMatchObject({ schedule: [{ cron: "30 22 * * 5" }] });
    expect(workflow.on).toHaveProperty("workflow_dispatch");
    expect(workflow.permissions).toEqual({
      contents: "write",
      pages: "write",
      "id-token": "write",
    });
  });

  it("pins every action to a major version, and Node to ours", () => {
    const used = steps.flatMap((each) => each.uses ?? []);
    expect(used).toEqual([
      "actions/checkout@v6",
      "actions/setup-node@v6",
      "actions/upload-pages-artifact@v5",
      "actions/deploy-pages@v5",
    ]);
    const node = steps.find((each) => each.uses?.startsWith("actions/setup-node"));
    expect(node?.with?.["node-version"]).toBe(24);
  });

  it("calls commands and options that there are, and uploads the folder it publishes to", () => {
    const calls = steps.flatMap((each) => (each.run ?? "").match(/%notewright% .+/g) ?? []);
    expect(calls).toHaveLength(1);
    const program = new Command();
    registerCommands(program);
    const [, name = "", ...args] = (calls[0] ?? "").split(" ");
    const command = program.commands.find((each) => each.name() === name);
    const flags = args.filter((each) => each.startsWith("--"));
    const known = command?.options.map((each) => each.long) ?? [];
    expect(flags.filter((each) => !known.includes(each))).toEqual([]);
    const upload = steps.find((each) => each.uses?.includes("upload-pages"));
    expect(args[args.indexOf("--to") + 1]).toBe(upload?.with?.["path"]);
  });

  it("commits the archive before the site goes out, and deploys only what was published", () => {
    const order = (workflow.jobs["publish"]?.steps ?? []).map((each) => each.name ?? each.uses);
    expect(order.indexOf("Publish")).toBeLessThan(order.indexOf("Keep the editions"));
    expect(order.at(-1)).toContain("upload-pages-artifact");
    expect(workflow.jobs["deploy"]?.needs).toBe("publish");
  });
});

describe("the blog's settings to start from", () => {
  it("are whole", () => {
    expect(decodeSite(read("site.yaml"), "site.yaml").problems).toEqual([]);
  });
});
