import { describe, expect, it } from "vitest";
import { Usage } from "../../src/cli/ending.ts";
import { dataOptions } from "../../src/cli/options.ts";

describe("options of commands that read data", () => {
  it("are all open to begin with", () => {
    expect(dataOptions({})).toEqual({
      asOf: null,
      published: null,
      data: null,
      catalogue: null,
      out: null,
      browser: null,
    });
  });

  it("are taken as they are given", () => {
    const flags = { asOf: "2025-05-23", published: "2025-05-27", data: "d", catalog: "c.yaml" };
    expect(dataOptions({ ...flags, out: "o", browser: "b" })).toEqual({
      asOf: "2025-05-23",
      published: "2025-05-27",
      data: "d",
      catalogue: "c.yaml",
      out: "o",
      browser: "b",
    });
  });

  it.each(["2025-02-29", "23/05/2025", "2025-5-23", "today", ""])(
    "refuse a day that is none: %s",
    (asOf) => {
      expect(() => dataOptions({ asOf })).toThrow(Usage);
      expect(() => dataOptions({ asOf })).toThrow("write it as 2025-05-23");
    },
  );

  it("name the flag that is wrong", () => {
    expect(() => dataOptions({ published: "soon" })).toThrow('--published "soon"');
  });

  it("refuse a note published before what it knows, and let both fall on one day", () => {
    const later = { asOf: "2025-05-23", published: "2025-05-22" };
    expect(() => dataOptions(later)).toThrow("--published 2025-05-22 lies before");
    expect(dataOptions({ asOf: "2025-05-23", published: "2025-05-23" }).published).toBe(
      "2025-05-23",
    );
  });
});
