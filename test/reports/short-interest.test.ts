import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { compose, nothingKept, occasionOf } from "../../src/edition/index.ts";
import type { Materials } from "../../src/edition/index.ts";
import type { Edition } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import {
  editionOf,
  materialsOn,
  realMaterials,
  reasonOf,
  ROOT,
  sampleMaterials,
} from "../edition/support/make.ts";
import { articleText } from "../edition/support/tell.ts";
import { describeReal } from "../real/data.ts";

const REPORT = "short-interest";
const DATA = path.join(ROOT, "data");

/** The sample with all its counts divided, others at the end, and another volume each day. */
function changed(rows: readonly string[], by = 1, volume?: string): Materials {
  const folder = mkdtempSync(path.join(tmpdir(), "notewright-short-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const take = (name: string): string => readFileSync(path.join(DATA, name), "utf8");
  const put = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  put("catalog.yaml", take("catalog.yaml"));
  put("spy-outstanding.csv", take("spy-outstanding.csv"));
  const [head = "", ...all] = take("spy-short-interest.csv").trimEnd().split("\n");
  const kept = all.slice(0, -rows.length).map((row) => {
    const [date = "", shares = ""] = row.split(",");
    return `${date},${Math.round(Number(shares) / by)}`;
  });
  put("spy-short-interest.csv", `${[head, ...kept, ...rows].join("\n")}\n`);
  const prices = take("spy.csv");
  put("spy.csv", volume === undefined ? prices : prices.replaceAll(/\d+$/gm, volume));
  return materialsOn(folder, path.join(folder, "catalog.yaml"), REPORT);
}

const textOf = ({ article }: Edition): string => articleText(article);

describe("the short-interest note", () => {
  const sample = sampleMaterials(REPORT);

  it("says both settlement days, both counts and what became of them", async () => {
    const text = textOf(await editionOf(sample, "2025-05-23", "2025-05-27"));
    for (const said of ["30 April", "15 April", "131.3 million", "124.7 million", "5.3 percent"])
      expect(text).toContain(said);
    expect(text).toContain("August 2023");
    expect(text).toContain("later today");
  });

  it("tells eight settlements, each against the one before it", async () => {
    const text = textOf(await editionOf(sample, "2025-05-23", "2025-05-27"));
    const rows = text.split("\n").filter((each) => /^\| \d/.test(each));
    expect(rows).toHaveLength(8);
    expect(rows[0]).toBe("| 30 April 2025 | 131.3m | +5.3% | 63.9m | 2.1 |");
  });

  it.each(["2016-09-16", "2018-12-28", "2020-03-20", "2021-12-24", "2022-06-17", "2024-07-05"])(
    "has something to say on %s, and nothing to object to",
    async (asOf) => {
      const { article, warnings } = await editionOf(sample, asOf);
      expect(article.headline.length).toBeGreaterThan(0);
      expect(warnings.map((each) => each.message)).toEqual([]);
    },
  );

  it("never sizes a move by an adjective", async () => {
    const note = readFileSync(path.join(ROOT, "reports", REPORT, "note.md.hbs"), "utf8");
    expect(note).not.toMatch(/\b(?:significant|sizable|substantial|large) (?:drop|increase|rise)/i);
  });

  it("tells a base of 800 shares by both ends", async () => {
    // Published elsewhere as a rise of 1,262.5 percent: 10,900 / 800 − 1.
    const tiny = changed(["2025-04-15,800", "2025-04-30,10900"], 150_000);
    const edition = await editionOf(tiny, "2025-05-23", "2025-05-27");
    expect(reasonOf(edition, "half")).toBeTruthy();
    const text = textOf(edition);
    expect(text).not.toMatch(/1,26\d/);
    for (const end of ["800", "10,900"]) expect(text).toContain(end);
  });

  it("leaves out days to cover where hardly a share changes hands", async () => {
    // Published elsewhere as a ratio of 87,364.0 days: 8,736,400 shares over 100 a day.
    const thin = changed(["2025-04-15,8700000", "2025-04-30,8736400"], 15, "100");
    const edition = await editionOf(thin, "2025-05-23", "2025-05-27");
    expect(reasonOf(edition, "cover")).toContain("100 shares a day are too few");
    expect(textOf(edition)).not.toContain("87,364");
  });

  it("is refused where the feed told the same count twice", async () => {
    const frozen = changed(["2025-04-15,124746083", "2025-04-30,124746083"]);
    const occasion = occasionOf(frozen, day("2025-05-23"), day("2025-05-27"), nothingKept());
    const composed = await compose(frozen, occasion);
    expect(composed.ok).toBe(false);
    expect(frozen.warnings.map((each) => each.message).join()).toContain("to the last digit");
  });
});

describeReal("the short-interest note on real data", (folder) => {
  it("agrees with what the publisher prints of SPY at the end of April 2025", async () => {
    // spy, 2025-04-30: 129,957,853 shares, 2.45 percent more, 1.82 days of 71,302,015 shares.
    const edition = await editionOf(realMaterials(folder, REPORT), "2025-05-23", "2025-05-27");
    const value = (id: string): number => {
      const fact = edition.facts.get(id);
      return fact?.kind === "fact" ? fact.value : expect.fail(id);
    };
    expect(value("half")).toBeCloseTo(0.0245, 4);
    expect(value("cover")).toBeCloseTo(1.82, 2);
    expect(value("cover.volume") / 71_302_015).toBeCloseTo(1, 4);
    expect(reasonOf(edition, "cover.before")).toContain("in less than a day");
    expect(reasonOf(edition, "share")).toContain("no file tells how many shares there are");
  });
});
