import { expect, it } from "vitest";
import { describeReal } from "../real/data.ts";
import { ask, told } from "./ask.ts";
import { pythonWithPandas } from "./python.ts";

const python = pythonWithPandas();

/** A second program, in another language and from the manual alone, reckons everything again. */
describeReal("the oracle", (data) => {
  if (python === null) {
    it.skip("oracle: python3 with pandas is not on this machine", () => undefined);
    return;
  }

  it("finds what the statistics find, to nine digits, and withholds what they withhold", async () => {
    const { differences, counts } = await ask(python, data);
    expect(told(differences)).toEqual([]);
    const compared = Object.values(counts).reduce((sum, each) => sum + each.compared, 0);
    expect(compared).toBeGreaterThan(100_000);
  }, 180_000);
});
