import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { newReport } from "../../src/desk/index.ts";
import { filesIn } from "../../src/pages/write/foreign.ts";
import { freshFolder, notewright, ROOT } from "./run.ts";

const DAYS = ["--as-of", "2025-05-23", "--published", "2025-05-27"];

/** A newsroom with a small report that a browser is not needed for. */
function newsroom(): string {
  const root = freshFolder();
  cpSync(path.join(ROOT, "data"), path.join(root, "data"), { recursive: true });
  mkdirSync(path.join(root, "reports"));
  newReport({ root }, "weekly");
  const file = path.join(root, "reports", "weekly", "report.yaml");
  const yaml = readFileSync(file, "utf8").replace("[html, pdf]", "[html]");
  writeFileSync(file, yaml);
  return root;
}

/** Bytes and times of archive and site. */
function state(root: string): readonly string[] {
  return ["archive", "site"].flatMap((folder) =>
    filesIn(path.join(root, folder)).map((each) => {
      const file = path.join(root, folder, each);
      return `${file} ${statSync(file).mtimeMs} ${readFileSync(file).toString("base64")}`;
    }),
  );
}

describe("notewright publish", { timeout: 180_000 }, () => {
  it("publishes, changes nothing the second time, and refuses another edition of the day", async () => {
    const cwd = newsroom();
    const none = { NOTEWRIGHT_BROWSER: "/nowhere" };
    const first = await notewright(["publish", "weekly", ...DAYS], { cwd, env: none });
    expect(first.code).toBe(0);
    expect(first.stdout).toBe(`${path.join(cwd, "site", "index.html")}\n`);
    expect(first.stderr).toContain("weekly: published, 2025-05-27");
    const kept = path.join(cwd, "archive", "weekly", "2025-05-27");
    expect(readdirSync(kept)).toEqual(expect.arrayContaining(["article.json", "edition.json"]));
    expect(existsSync(path.join(kept, "picture.png"))).toBe(false);
    expect(first.stderr.match(/browser/gi)?.length).toBeGreaterThan(0);

    const before = state(cwd);
    const second = await notewright(["publish", "weekly", ...DAYS, "--json"], { cwd, env: none });
    expect(second.code).toBe(0);
    expect(JSON.parse(second.stdout)).toMatchObject({
      editions: [{ report: "weekly", ok: true, unchanged: true, published: "2025-05-27" }],
      site: { editions: 1, changed: [], removed: [] },
    });
    expect(state(cwd)).toEqual(before);

    const other = ["publish", "weekly", "--as-of", "2025-05-22", "--published", "2025-05-27"];
    const third = await notewright(other, { cwd, env: none });
    expect(third.code).toBe(1);
    expect(third.stderr).toContain("another edition was published on 2025-05-27");
    expect(third.stderr).toContain("--published");
    expect(state(cwd)).toEqual(before);
  });

  it("leaves everything when a report is refused, and needs a description of the blog", async () => {
    const cwd = newsroom();
    writeFileSync(path.join(cwd, "reports", "weekly", "report.yaml"), "title: 5\n");
    const refused = await notewright(["publish", "--all"], { cwd });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("archive and site are as they were");
    expect(existsSync(path.join(cwd, "site"))).toBe(false);
    writeFileSync(path.join(cwd, "site.yaml"), "title: Mine\n");
    const undescribed = await notewright(["publish"], { cwd });
    expect(undescribed.code).toBe(1);
    expect(undescribed.stderr).toMatch(/site\.yaml.*address/);
  });
});
