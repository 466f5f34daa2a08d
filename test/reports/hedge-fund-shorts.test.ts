import { describe, expect, it } from "vitest";
import type { Edition } from "../../src/model/index.ts";
import {
  editionOf,
  factOf,
  realMaterials,
  reasonOf,
  sampleMaterials,
} from "../edition/support/make.ts";
import { articleText } from "../edition/support/tell.ts";
import { describeReal } from "../real/data.ts";

const REPORT = "hedge-fund-shorts";
const textOf = ({ article }: Edition): string => articleText(article);
const charts = ({ article }: Edition): readonly string[] => article.charts.map(({ id }) => id);

describe("the short side of small caps", () => {
  const sample = sampleMaterials(REPORT);

  it("tells points and relative change apart", async () => {
    // 8.0 percent to 11.9 percent: 3.9 points, and 11.9 / 8.0 − 1 = 48.75 percent of what it was.
    const edition = await editionOf(sample, "2025-05-23", "2025-05-27");
    expect(factOf(edition, "hedge-points").value).toBeCloseTo(3.9, 9);
    expect(factOf(edition, "hedge").value).toBeCloseTo(0.4875, 9);
    const text = textOf(edition);
    for (const said of ["8.0 percent", "11.9 percent", "3.9 points", "49 percent"])
      expect(text).toContain(said);
    expect(edition.warnings).toEqual([]);
  });

  it("reckons the way down to the old low", async () => {
    // 2039.60 to 974.36: 974.36 / 2039.60 − 1.
    const edition = await editionOf(sample, "2025-05-23", "2025-05-27");
    expect(factOf(edition, "way-down").value).toBeCloseTo(974.36 / 2039.6 - 1, 9);
    expect(textOf(edition)).toContain("52.2 percent");
  });

  it("gives the level a price and days", async () => {
    const text = textOf(await editionOf(sample, "2025-05-23", "2025-05-27"));
    expect(text).toMatch(/Below it lies 2000, a level of note since January 2021/);
    expect(text).toContain("resistance until the close of 9 May");
  });

  it("takes the bottom line from the same facts", async () => {
    const text = textOf(await editionOf(sample, "2025-05-23", "2025-05-27"));
    const [, end = ""] = text.split("## Bottom line");
    for (const said of ["11.9 percent", "3.9 points", "4.7 points", "2000", "52.2 percent"])
      expect(end).toContain(said);
  });

  it.each(["2020-03-20", "2021-03-19", "2021-12-24", "2022-08-12", "2024-11-29"])(
    "asks a question or makes a point on %s",
    async (asOf) => {
      const edition = await editionOf(sample, asOf);
      expect(edition.article.headline.length).toBeGreaterThan(0);
      expect(charts(edition)).toContain("shorts");
      expect(edition.warnings.filter((each) => each.rule !== "repeat")).toEqual([]);
    },
  );
});

describeReal("the short side of small caps on real data", (folder) => {
  const real = realMaterials(folder, REPORT);

  it("is shorter, and says why", async () => {
    const edition = await editionOf(real, "2025-05-23", "2025-05-27");
    expect(reasonOf(edition, "hedge")).toContain("no public source");
    expect(charts(edition)).toEqual(["index", "ratio"]);
    expect(textOf(edition)).not.toContain("hedge funds");
    expect(textOf(edition)).toContain("## Bottom line");
  });

  it("puts the low of 2020 more than half below, not a third", async () => {
    // 2039.85 on 23 May 2025, 966.22 on 18 March 2020: 966.22 / 2039.85 − 1.
    const edition = await editionOf(real, "2025-05-23", "2025-05-27");
    expect(factOf(edition, "way-down").value).toBeCloseTo(966.22 / 2039.85 - 1, 9);
    expect(textOf(edition)).toContain("52.6 percent");
  });

  it.each(["2018-12-28", "2020-03-20", "2021-03-19", "2022-08-12", "2024-11-29"])(
    "holds on %s",
    async (asOf) => {
      const { article } = await editionOf(real, asOf);
      expect(article.headline.length).toBeGreaterThan(0);
      expect(article.charts.length).toBeGreaterThanOrEqual(2);
    },
  );
});
