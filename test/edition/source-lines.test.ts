import { describe, expect, it } from "vitest";
import { editionOf, sampleMaterials } from "./support/make.ts";

const materials = sampleMaterials();

describe("the sources of an edition", () => {
  it("are one line for each entry of the catalogue that it says or draws", async () => {
    const { article } = await editionOf(materials, "2025-05-23", "2025-05-27");
    const names = article.sources.map((each) => each.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining(["Russell 2000", "IWM short interest", "IWM", "margin debt"]),
    );
  });

  it("tell up to when each was known, which is not the day the figures are of", async () => {
    const { article } = await editionOf(materials, "2025-05-23", "2025-05-27");
    const of = (name: string) => article.sources.find((each) => each.name === name);
    expect(of("Russell 2000")).toMatchObject({ to: "2025-05-23", released: "2025-05-23" });
    expect(of("margin debt")).toMatchObject({ to: "2025-04-30", released: "2025-05-21" });
    expect(of("IWM short interest")).toMatchObject({ to: "2025-04-30", released: "2025-05-09" });
    expect(article.sources.every((each) => each.sample && each.remark === null)).toBe(true);
  });

  it("know nothing that came out later", async () => {
    const { article } = await editionOf(materials, "2024-03-01");
    expect(article.sources.filter((each) => each.released > "2024-03-01")).toEqual([]);
  });
});
