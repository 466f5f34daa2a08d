import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { z } from "zod";
import { decodeYaml } from "../../src/decode/index.ts";

const KEY = /^[a-z][a-z-]{0,11}$/;
const leaf = fc.oneof(
  fc.string({ maxLength: 30 }).filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text)),
  fc.integer(),
  fc.boolean(),
);
const tree = fc.dictionary(
  fc.stringMatching(KEY),
  fc.oneof(leaf, fc.array(leaf, { maxLength: 4 }), fc.dictionary(fc.stringMatching(KEY), leaf)),
  { minKeys: 1, maxKeys: 6 },
);

describe("the laws of YAML", () => {
  it("gives back what was written down", () => {
    fc.assert(
      fc.property(tree, (value) => {
        const read = decodeYaml(
          stringify(value, { defaultStringType: "QUOTE_DOUBLE" }),
          "x.yaml",
          z.unknown(),
        );
        expect(read.problems).toEqual([]);
        expect(read.ok && read.value.value).toEqual(value);
      }),
      { numRuns: 100 },
    );
  });

  it("refuses a key that is not known, at its own line", () => {
    const schema = z.strictObject({ title: z.string(), cadence: z.string() });
    fc.assert(
      fc.property(fc.stringMatching(KEY), fc.integer({ min: 0, max: 2 }), (key, at) => {
        fc.pre(key !== "title" && key !== "cadence");
        const lines = ["title: a", "cadence: b"];
        lines.splice(at, 0, `${key}: c`);
        const read = decodeYaml(lines.join("\n"), "x.yaml", schema);
        expect(read.ok).toBe(false);
        expect(read.problems.map((each) => each.line)).toEqual([at + 1]);
      }),
    );
  });

  it("never fails on a text, however torn: it answers with a value or with problems", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const read = decodeYaml(text, "x.yaml", z.strictObject({ title: z.string() }));
        expect(read.ok || read.problems.length > 0).toBe(true);
      }),
    );
  });
});
