import { describe, expect, it } from "vitest";
import { axisLabels } from "../../src/charts/axis-number.ts";

describe("labels of a value axis", () => {
  it("print levels as the sentences do, without a mark", () => {
    expect(axisLabels([1600, 2000, 2400], "index")).toEqual(["1600", "2000", "2400"]);
  });

  it("mark thousands from five figures on", () => {
    expect(axisLabels([8000, 12000], "index")).toEqual(["8000", "12,000"]);
  });

  it("give the unit to the topmost only", () => {
    expect(axisLabels([0, 50e6, 100e6], "shares")).toEqual(["0", "50", "100m"]);
    expect(axisLabels([0, 500e9, 1000e9], "money")).toEqual(["0", "500", "$1,000bn"]);
    expect(axisLabels([100, 200], "price")).toEqual(["100", "$200"]);
  });

  it("print ratios in percent, with a true minus", () => {
    expect(axisLabels([-0.05, 0, 0.05], "ratio")).toEqual(["−5", "0", "5%"]);
  });

  it("take as many decimals as the steps need, and the same for all", () => {
    expect(axisLabels([0.5, 0.75, 1], "score")).toEqual(["0.50", "0.75", "1.00"]);
    expect(axisLabels([0.1, 0.2, 0.30000000000000004], "score")).toEqual(["0.1", "0.2", "0.3"]);
  });
});
