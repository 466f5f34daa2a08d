import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newReport } from "../../src/desk/index.ts";
import { compose, loadMaterials, nothingKept, occasionOf } from "../../src/edition/index.ts";
import { day, parseDay } from "../../src/model/index.ts";
import type { Newsroom } from "./support.ts";
import { newsroom } from "./support.ts";

const REPORTS = readdirSync(path.join(import.meta.dirname, "..", "..", "reports")).toSorted();

let room: Newsroom;
beforeEach(() => {
  room = newsroom();
});
afterEach(() => room.remove());

describe("a new report", () => {
  it.each([
    "",
    "..",
    "../up",
    "a/b",
    "a\\b",
    "/etc",
    "Gold",
    "gold_week",
    "-gold",
    "gold--week",
    "gold-",
    "con",
    "com1",
    "gold.",
    "größe",
    "a".repeat(61),
    "x\0y",
    " gold",
  ])("refuses the name %j", (name) => {
    const made = newReport({ root: room.root }, name);
    expect(made.ok).toBe(false);
    expect(made.problems[0]).toMatchObject({ rule: "report-name", severity: "error" });
    expect(readdirSync(room.file("reports"))).toEqual(REPORTS);
  });

  it("refuses to touch what is there", () => {
    mkdirSync(room.file("reports", "gold"));
    const made = newReport({ root: room.root }, "gold");
    expect(made.problems[0]).toMatchObject({ rule: "report-exists" });
    expect(readdirSync(room.file("reports", "gold"))).toEqual([]);
  });

  it("bears its title and leaves no draft behind", () => {
    const made = newReport({ root: room.root }, "weekly-gold");
    expect(made.ok).toBe(true);
    expect(readFileSync(room.file("reports", "weekly-gold", "report.yaml"), "utf8")).toContain(
      'title: "Weekly Gold"',
    );
    expect(readdirSync(room.file("reports"))).toEqual([...REPORTS, "weekly-gold"].toSorted());
  });

  it("brings along what the newsroom lacks for a blog, and leaves what is there", () => {
    writeFileSync(room.file("site.yaml"), "title: Mine\naddress: https://mine.example/\n");
    const made = newReport({ root: room.root }, "weekly-gold");
    const written = made.ok ? made.value.files.map((each) => path.relative(room.root, each)) : [];
    expect(written).toContain(path.join(".github", "workflows", "notewright.yml"));
    expect(written).not.toContain("site.yaml");
    expect(readFileSync(room.file("site.yaml"), "utf8")).toContain("Mine");
    const again = newReport({ root: room.root }, "weekly-oil");
    expect(again.ok && again.value.files.every((each) => each.includes("weekly-oil"))).toBe(true);
  });

  it("can be a copy under its own title and address, without the words of old days", async () => {
    mkdirSync(room.file("reports", "small-caps", "voice"), { recursive: true });
    writeFileSync(
      room.file("reports", "small-caps", "voice", "2025-05-23.md"),
      "## view\n\nOld.\n",
    );
    const made = newReport({ root: room.root }, "mid-caps", "small-caps");
    expect(made.problems).toEqual([]);
    const [yaml, model] = ["mid-caps", "small-caps"].map((each) =>
      readFileSync(room.file("reports", each, "report.yaml"), "utf8"),
    );
    expect(yaml).toContain('canonical: "https://notewright.example/mid-caps/"');
    const others = (text = ""): readonly string[] =>
      text.split("\n").filter((each) => !/^(?:title|canonical):/.test(each));
    expect(others(yaml)).toEqual(others(model));
    expect(readdirSync(room.file("reports", "mid-caps"))).not.toContain("voice");
    const place = { folder: room.file("data"), catalogue: room.file("data", "catalog.yaml") };
    const kept = nothingKept();
    const folder = room.file("reports", "mid-caps");
    const loaded = loadMaterials({ root: room.root }, folder, place, kept);
    if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
    const on = day("2025-05-23");
    const composed = await compose(loaded.value, occasionOf(loaded.value, on, on, kept));
    expect(composed.ok && composed.value.article.masthead).toBe("Mid Caps");
  });

  it("can be a copy of one that the house brings along", () => {
    rmSync(room.file("reports", "small-caps"), { recursive: true });
    expect(newReport({ root: room.root }, "mid-caps", "small-caps").ok).toBe(true);
    expect(newReport({ root: room.root }, "large-caps", "nope")).toMatchObject({
      problems: [{ rule: "report-name", message: 'there is no report "nope" to copy' }],
    });
  });

  it("can be written for any year of the sample data", async () => {
    newReport({ root: room.root }, "weekly-gold");
    const place = { folder: room.file("data"), catalogue: room.file("data", "catalog.yaml") };
    const kept = nothingKept();
    const loaded = loadMaterials(
      { root: room.root },
      room.file("reports", "weekly-gold"),
      place,
      kept,
    );
    if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
    for (let year = 2001; year <= 2025; year++) {
      const day = parseDay(`${year}-04-18`);
      if (day === null) throw new Error("no such day");
      const composed = await compose(loaded.value, occasionOf(loaded.value, day, day, kept));
      expect(
        composed.problems.filter((each) => each.severity === "error"),
        day,
      ).toEqual([]);
    }
  });
});
