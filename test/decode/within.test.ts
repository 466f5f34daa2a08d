import { describe, expect, it } from "vitest";
import { z } from "zod";
import { decodeYaml } from "../../src/decode/index.ts";

const schema = z.strictObject({ text: z.string(), other: z.string().optional() });

describe("a place within a text", () => {
  it.each([
    ["plain", "text: one {{two}} three\n", [1, 11]],
    ["in single quotes, one of them doubled", "text: 'it''s {{two}} three'\n", [1, 14]],
    ["in double quotes, with escapes", 'text: "a \\"b\\" {{two}} c"\n', [1, 16]],
    ["folded", "text: >-\n  one\n  three {{two}}\n", [3, 9]],
    ["in lines as they are", "text: |\n  one\n\n  {{two}}\n", [4, 3]],
    ["after the same word", "text: '{{two}x {{two}} three'\n", [1, 16]],
  ])("is found in a value that is %s", (_, source, [line, column]) => {
    const decoded = decodeYaml(source, "a.yaml", schema);
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));
    const { value, within } = decoded.value;
    const at = value.text.indexOf("{{two}}");
    expect(within(["text"], at)).toEqual({ file: "a.yaml", line, column });
  });

  it("is found by its turn where the word stands more than once", () => {
    const decoded = decodeYaml("text: 'ab ab ab'\n", "a.yaml", schema);
    if (!decoded.ok) throw new Error("refused");
    expect([0, 3, 6].map((at) => decoded.value.within(["text"], at).column)).toEqual([8, 11, 14]);
  });

  it.each([
    ["an escape", 'text: "a\\tb"\n', ["text"], 1],
    ["its end", "text: 'a'\n", ["text"], 1],
    ["a value that is not there", "text: a\n", ["other"], 0],
  ])("is the value's own at %s", (_, source, path, at) => {
    const decoded = decodeYaml(source, "a.yaml", schema);
    if (!decoded.ok) throw new Error("refused");
    expect(decoded.value.within(path, at)).toEqual(decoded.value.place(path));
  });
});
