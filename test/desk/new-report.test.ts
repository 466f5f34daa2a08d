import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newReport } from "../../src/desk/index.ts";
import { compose, loadMaterials, nothingKept, occasionOf } from "../../src/edition/index.ts";
import { parseDay } from "../../src/model/index.ts";
import type { Newsroom } from "./support.ts";
import { newsroom } from "./support.ts";

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
    expect(readdirSync(room.file("reports"))).toEqual(["small-caps"]);
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
    expect(readdirSync(room.file("reports"))).toEqual(["small-caps", "weekly-gold"]);
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
