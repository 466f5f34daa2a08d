import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { factsTable, wrapped } from "../../src/cli/facts-table.ts";
import { freshFolder, notewright } from "./run.ts";

const DAY = ["--as-of", "2025-05-23"] as const;

interface Told {
  readonly rank: number;
  readonly sentence: string;
  readonly why: string;
  readonly fact: { readonly yaml: readonly string[] };
  readonly proof: readonly { readonly working: string; readonly rows: readonly unknown[] }[];
}

describe("notewright facts", () => {
  it("prints statements for a terminal of 80 columns on stdout, without colours", async () => {
    const { code, stdout } = await notewright(["facts", "small-caps", ...DAY, "--count", "4"]);
    expect(code).toBe(0);
    expect(stdout).not.toContain("\u001b[");
    const lines = stdout.trimEnd().split("\n");
    expect(lines.filter((each) => /^ {1,2}\d+ {2}\S/.test(each))).toHaveLength(4);
    expect(lines.every((each) => each.length <= 80)).toBe(true);
    expect(stdout).toContain("rut-week: { statistic: change, series: rut.close, over: 1 week }");
  });

  it("prints them for programs, and writes the page where it is told to", async () => {
    const out = freshFolder();
    const args = ["facts", "small-caps", ...DAY, "--count", "3", "--json", "--out", out];
    const { code, stdout } = await notewright(args);
    expect(code).toBe(0);
    const [outcome] = JSON.parse(stdout) as readonly {
      readonly report: string;
      readonly asOf: string;
      readonly page: string;
      readonly highlights: readonly Told[];
    }[];
    expect(outcome).toMatchObject({ report: "small-caps", asOf: "2025-05-23" });
    expect(outcome?.highlights.map((each) => each.rank)).toEqual([1, 2, 3]);
    for (const each of outcome?.highlights ?? []) {
      expect(each.fact.yaml.length).toBeGreaterThan(0);
      expect(each.proof.every(({ working, rows }) => working !== "" && rows.length > 0)).toBe(true);
    }
    const page = path.join(out, "small-caps", "2025-05-23-facts", "facts.html");
    expect(outcome?.page).toBe(page);
    const html = readFileSync(page, "utf8");
    expect(html.match(/<p class="said">/g)).toHaveLength(3);
    expect(html.match(/<svg /g)).toHaveLength(6);
    expect(html).toContain("Sample data.");
    expect(html).toContain('data-fact="highlights.rut-week"');
    expect(/<script|<link|<img|(?:href|src)="/.test(html)).toBe(false);
  });

  it("writes nothing unless it is told to", async () => {
    const cwd = freshFolder();
    const { code, stderr } = await notewright(["facts", "small-caps", ...DAY, "--count", "1"], {
      cwd,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(existsSync(path.join(cwd, "build"))).toBe(false);
  });

  it.each([
    ["a report that is not there", ["facts", "large-caps"]],
    ["no report", ["facts"]],
    ["a count that is none", ["facts", "small-caps", "--count", "many"]],
    ["a day that is none", ["facts", "small-caps", "--as-of", "2025-02-30"]],
  ])("refuses %s as wrong usage", async (_, args) => {
    expect((await notewright(args)).code).toBe(2);
  });
});

describe("the table", () => {
  const statement = {
    rank: 1,
    sentence: "The index fell 3.5 percent on the week, to 2040.",
    why: "44 of 464 weeks; new this week",
    score: 7.84,
    fact: { name: "week", yaml: ["rut-week: { statistic: change }"], already: "week" },
    chart: { id: "index", mark: null, entry: null },
  };

  it("gives a statement in lines of its own", () => {
    expect(factsTable([statement], 80).split("\n")).toEqual([
      " 1  The index fell 3.5 percent on the week, to 2040.",
      "    why    44 of 464 weeks; new this week; score 7.8",
      "    fact   rut-week: { statistic: change }",
      "           (the report has it as week)",
      "    chart  index",
    ]);
  });

  it("breaks lines between words, and never loses one", () => {
    expect(wrapped("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrapped("unbreakable", 4)).toEqual(["unbreakable"]);
    expect(wrapped("", 4)).toEqual([""]);
  });
});
