import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { decodeSpec } from "../../src/charts/index.ts";

const manual = readFileSync(
  path.join(import.meta.dirname, "..", "..", "docs", "charts.md"),
  "utf8",
);
const examples = [...manual.matchAll(/^( *)```yaml\n\s*# a specification\n(.*?)^ *```$/gms)].map(
  ([, indent = "", text = ""]) => text.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
);

describe("the manual of charts", () => {
  it("has examples", () => {
    expect(examples).toHaveLength(2);
  });

  it.each(examples)("shows a specification that can be drawn (%#)", (text) => {
    const data = [
      { name: "price", shape: "line" },
      { name: "index", shape: "candles" },
      { name: "short-interest", shape: "bars" },
    ] as const;
    expect(decodeSpec(text, "charts.md", data).problems).toEqual([]);
  });
});
