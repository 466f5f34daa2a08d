import { expect, it } from "vitest";
import { describeReal } from "../real/data.ts";
import { askPages, askStatistics, askTampered, told } from "./ask.ts";
import { pythonWithPandas } from "./python.ts";

const python = pythonWithPandas();
const TIME = 600_000;

/** A second program, in another language and from the manual alone, reckons everything again. */
describeReal("the oracle", (data) => {
  if (python === null) {
    // The oracle is a Python program: where pandas is not to be had, nobody can ask it. CI brings it.
    it.skip("oracle: python3 with pandas is not on this machine", () => undefined);
    return;
  }

  it(
    "finds what the statistics find, and withholds what they withhold",
    { timeout: TIME },
    async () => {
      const { differences, counts } = await askStatistics(python, data);
      expect(told(differences)).toEqual([]);
      const compared = Object.values(counts).reduce(
        (sum, each) => sum + (each["compared"] ?? 0),
        0,
      );
      expect(compared).toBeGreaterThan(100_000);
    },
  );

  it("reads every figure of 41 editions as it would write it", { timeout: TIME }, async () => {
    const { differences, pages } = await askPages(python, data);
    expect(told(differences)).toEqual([]);
    expect(pages["editions"]).toBe(41);
    expect((pages["figures"] ?? 0) + (pages["days"] ?? 0)).toBeGreaterThan(1500);
  });

  it("finds each altered figure of a page, and no other", { timeout: TIME }, async () => {
    const { copies, answer } = await askTampered(python, data);
    expect(copies).toBeGreaterThan(10);
    expect(answer.differences).toHaveLength(copies);
  });
});
