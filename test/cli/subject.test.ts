import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { DAYS, newsroom } from "./newsroom.ts";
import { notewright } from "./run.ts";

const HTML = [...DAYS, "--format", "html"];

/** A newsroom whose report is about one series, of which any may be chosen. */
function room(): string {
  const root = newsroom("weekly");
  const folder = path.join(root, "reports", "weekly");
  rmSync(path.join(folder, "voice"), { recursive: true, force: true });
  writeFileSync(
    path.join(folder, "report.yaml"),
    `title: Survey
byline: { author: Ida }
subject: optimism
canonical: https://example.com/survey/
required: [nfib.$subject]
disclosure: No advice.
facts:
  now: { statistic: last, series: nfib.$subject }
`,
  );
  const note = "{{#headline}}The Survey{{/headline}}\n\nThe survey’s figure is {{figure now}}.\n";
  writeFileSync(path.join(folder, "note.md.hbs"), note);
  return root;
}

describe("--subject", () => {
  it("writes an edition for each subject, in folders of their own, and knows them again", async () => {
    const root = room();
    const build = ["build", "weekly", ...HTML, "--json", "--subject", "all"];
    const first = await notewright(build, { cwd: root });
    expect(first.code).toBe(0);
    const told = JSON.parse(first.stdout) as readonly Record<string, unknown>[];
    expect(told.map((each) => [each["report"], each["subject"], each["unchanged"]])).toEqual([
      ["weekly-capex", "capex", false],
      ["weekly-hiring", "hiring", false],
      ["weekly", "optimism", false],
    ]);
    const folders = ["weekly", "weekly-capex", "weekly-hiring"];
    expect(readdirSync(path.join(root, "build")).toSorted()).toEqual(folders);
    const page = path.join(root, "build", "weekly-hiring", "2025-05-23", "index.html");
    expect(readFileSync(page, "utf8")).toContain("https://example.com/survey-hiring/2025-05-27/");
    const again = await notewright(build, { cwd: root });
    expect(JSON.parse(again.stdout)).toEqual(told.map((each) => ({ ...each, unchanged: true })));
  });

  it("is wrong usage where there is no such subject, and tells which there are", async () => {
    const root = room();
    const ended = await notewright(["check", "weekly", ...DAYS, "--subject", "hirring"], {
      cwd: root,
    });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('weekly has no subject "hirring"');
    expect(ended.stderr).toContain("capex, hiring, optimism");
  });

  it("is one name where one edition is asked about", async () => {
    const root = room();
    const explain = ["explain", "weekly", "now", ...DAYS, "--json", "--subject"];
    const one = await notewright([...explain, "hiring"], { cwd: root });
    expect(JSON.parse(one.stdout)).toMatchObject({ subject: "hiring" });
    const two = await notewright([...explain, "hiring,capex"], { cwd: root });
    expect(two.code).toBe(2);
  });
});
