import { beforeAll, describe, expect, it } from "vitest";
import { compose, nothingKept, occasionOf } from "../../src/edition/index.ts";
import type { Edition } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { editionOf, factOf, reasonOf, sampleMaterials } from "../edition/support/make.ts";
import { articleText } from "../edition/support/tell.ts";

const materials = sampleMaterials("group");
let edition: Edition;
let early: Edition;
beforeAll(async () => {
  edition = await editionOf(materials, "2025-05-23", "2025-05-27");
  early = await editionOf(materials, "2023-08-11");
}, 120_000);

describe("group", () => {
  it("keeps the mean within its range and says over which time the best was best", () => {
    for (const horizon of ["week", "month", "quarter"]) {
      const mean = factOf(edition, horizon).value;
      expect(mean).toBeGreaterThan(factOf(edition, `${horizon}.least`).value);
      expect(mean).toBeLessThan(factOf(edition, `${horizon}.greatest`).value);
    }
    expect(articleText(edition.article)).toMatch(/gained most|held up best/);
  });

  it("names the notable by a printed rule, with their tickers", () => {
    const text = articleText(edition.article);
    expect(text).toContain("Notable here means large");
    expect(text).toMatch(/Fenn Semiconductor \| FENN/);
  });

  it("prints the day of the list where that is not the day of the data", () => {
    expect(articleText(edition.article)).toContain("weights as of 27 May 2025");
  });

  it("rates by reports that had come out, and by months of ten years", () => {
    expect(factOf(edition, "big1.value").value).toBeGreaterThanOrEqual(1);
    expect(reasonOf(early, "dearest")).toContain("no figures for");
    expect(factOf(early, "season.years").value).toBe(10);
  });

  it("is refused once its prices are out of date", async () => {
    const late = occasionOf(materials, day("2025-06-20"), day("2025-06-20"), nothingKept());
    const composed = await compose(materials, late);
    expect(composed.ok).toBe(false);
    expect(composed.problems.map((each) => each.message).join("\n")).toContain(
      "the stocks of the sample is stale",
    );
  });
});
