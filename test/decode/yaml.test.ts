import { describe, expect, it } from "vitest";
import { z } from "zod";
import { decodeYaml } from "../../src/decode/index.ts";

const schema = z.strictObject({
  template: z.string().optional(),
  ticker: z.string().optional(),
  every: z.enum(["day", "week", "month"]).optional(),
  size: z.int().min(2).max(9).optional(),
  list: z.array(z.string()).min(1).optional(),
  entry: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("bars"), scale: z.number() }),
      z.strictObject({ kind: z.literal("value"), column: z.string() }),
    ])
    .optional(),
  release: z
    .union([z.literal("same day"), z.strictObject({ rule: z.string(), sessions: z.number() })])
    .optional(),
  splits: z.record(z.string().regex(/^\d{4}$/, "a year is wanted"), z.number()).optional(),
});

function told(text: string): readonly string[] {
  const found = decodeYaml(text, "a.yaml", schema);
  return found.problems.map(
    (each) => `${each.line}:${each.column} ${each.rule}: ${each.message} -> ${each.hint}`,
  );
}

function refused(text: string): string {
  const found = decodeYaml(text, "a.yaml", schema);
  expect(found.ok).toBe(false);
  return told(text).join("\n");
}

describe("decodeYaml", () => {
  it("gives the value and the place of every path", () => {
    const found = decodeYaml("template: up\nlist:\n  - one\n  - two\n", "a.yaml", schema);
    if (!found.ok) throw new Error("refused");
    expect(found.value.value).toEqual({ template: "up", list: ["one", "two"] });
    expect(found.value.place(["template"])).toEqual({ file: "a.yaml", line: 1, column: 11 });
    expect(found.value.place(["list"])).toEqual({ file: "a.yaml", line: 2, column: 1 });
    expect(found.value.place(["list", 1])).toEqual({ file: "a.yaml", line: 4, column: 5 });
    expect(found.value.place(["list", 7, "x"])).toEqual({ file: "a.yaml", line: 2, column: 1 });
    expect(found.value.place(["nowhere"])).toEqual({ file: "a.yaml", line: 1, column: 1 });
  });

  it("counts lines after a byte order mark and with CRLF", () => {
    const found = decodeYaml("\uFEFFtemplate: up\r\nsize: 3\r\n", "a.yaml", schema);
    if (!found.ok) throw new Error("refused");
    expect(found.value.place(["size"])).toEqual({ file: "a.yaml", line: 2, column: 7 });
  });

  it("names both lines of a duplicate key", () => {
    const text = refused("template: a\nsize: 3\ntemplate: b\n");
    expect(text).toBe(
      '3:1 yaml-duplicate-key: "template" stands twice: on line 1 and on line 3 -> take one of the two out',
    );
  });

  it("names the line of a tab", () => {
    expect(refused("entry:\n\tkind: bars\n")).toMatch(/^2:1 yaml-tab: .* -> use spaces/);
  });

  it("proposes quotes for a second colon", () => {
    expect(refused("template: Gold: up 5%\n")).toMatch(
      /^1:11 yaml-colon: .* -> put the whole text in quotes: template: 'Gold: up 5%'$/,
    );
  });

  it.each(["%d up", "@x", "`x`"])(
    "proposes quotes for a text that begins with a sign: %s",
    (text) => {
      expect(refused(`template: ${text}\n`)).toContain(`template: '${text}'`);
    },
  );

  it("proposes quotes for a bare template expression", () => {
    expect(refused("template: {{name}} rose\n")).toMatch(/^1:\d+ yaml-/);
  });

  it("warns of a text cut off by a comment sign, not of a comment", () => {
    expect(told("template: up #1 today\n")).toEqual([
      '1:13 yaml-comment: the text ends before "#1 today": what follows " #" is a comment -> if it belongs to the text, put all of it in quotes: "up #1 today"; if not, write a space after #',
    ]);
    expect(told("every: day   # day | week\n")).toEqual([]);
    expect(told("#1 is a comment\nevery: day\n")).toEqual([]);
  });

  it.each(["NULL", "TRUE", ".nan", "1E5", "007", "1.10", "~"])(
    "asks for quotes around %s",
    (text) => {
      expect(refused(`ticker: ${text}\n`)).toMatch(
        new RegExp(
          `^1:9 yaml-quote: ticker is ${text.replace(".", "\\.")}, .* -> write "${text}" in quotes$`,
        ),
      );
    },
  );

  it.each(["NO", "on", "off", "1:30", "2024-03-31"])("keeps %s as a text", (text) => {
    const found = decodeYaml(`ticker: ${text}\n`, "a.yaml", schema);
    expect(found.ok && found.value.value.ticker).toBe(text);
  });

  it("asks what an unknown key was meant to be", () => {
    expect(refused("tempalte: a\n")).toBe(
      '1:1 unknown-key: unknown key "tempalte" in the file -> did you mean "template"?',
    );
    expect(refused("entry:\n  kind: value\n  column: c\n  scael: 3\n")).toContain(
      '4:3 unknown-key: unknown key "scael" in entry -> choose one of: kind, column',
    );
  });

  it("names path, expected and found for a wrong type", () => {
    expect(refused("size: many\n")).toBe(
      '1:7 wrong-type: size is "many", but must be a number -> write a number',
    );
    expect(refused("size: 3.5\n")).toContain("size is 3.5, but must be a whole number");
    expect(refused("size: 12\n")).toContain("size is 12, but must be at most 9");
    expect(refused("list: []\n")).toContain("list is a list, but must be at least 1 entries");
    expect(refused("list: [a, 2]\n")).toContain("1:11 yaml-quote: list.1 is 2");
    expect(refused("size: .inf\n")).toContain("1:7 wrong-type: size is .inf, but must be a number");
  });

  it("names the choices of a wrong word", () => {
    expect(refused("every: dya\n")).toBe(
      '1:8 wrong-value: every is "dya", but must be one of: day, week, month -> did you mean "day"?',
    );
  });

  it("judges a tagged mapping by its tag", () => {
    expect(refused("entry:\n  kind: bras\n")).toContain('2:9 wrong-value: entry.kind is "bras"');
    expect(refused("entry:\n  kind: bars\n")).toBe(
      '1:1 missing-key: entry lacks "scale" -> add "scale: …" (a number)',
    );
    expect(refused("entry: {}\n")).toContain('entry lacks "kind"');
  });

  it("judges alternatives by the one that fits best", () => {
    expect(refused("release: {rule: x}\n")).toContain('release lacks "sessions"');
    expect(refused("release: [1]\n")).toContain("release is a list, but must be");
  });

  it("says why a name cannot stand", () => {
    expect(refused("splits: {x: 3}\n")).toBe(
      '1:10 wrong-key: "x" cannot be a name here: a year is wanted -> rename it: a year is wanted',
    );
  });

  it("tells all problems at once, in the order of the file", () => {
    expect(told("size: x\nevery: y\nfoo: 1\n").map((each) => each.split(" ")[0])).toEqual([
      "1:7",
      "2:8",
      "3:1",
    ]);
  });

  it("refuses what YAML allows and we do not", () => {
    expect(refused("entry: &x {kind: value}\nlist:\n  <<: *x\n")).toContain(
      '3:3 yaml-merge-key: the merge key "<<"',
    );
    expect(refused("template: !!js/function 'x'\n")).toMatch(/^1:11 yaml-tag/);
    expect(refused("template: a\n---\nsize: 3\n")).toMatch(/^2:1 yaml-documents/);
    expect(refused("size: 1234567890123456789\n")).toMatch(
      /^1:7 yaml-number: .*1234567890123456789/,
    );
    expect(refused("template: *bold\n")).toMatch(/^1:11 yaml-alias/);
    expect(refused("__proto__: {size: 3}\n")).toContain('unknown key "__proto__"');
    expect(refused('template: "\\q"\n')).toMatch(/^1:12 yaml-escape/);
    expect(refused('template: "abc\nsize: 3\n')).toMatch(/yaml-syntax/);
    expect(refused("? [a]\n: b\n")).toMatch(/^1:3 yaml-key/);
  });

  it.each(["", "# nothing\n", "\n\n", "---\n"])("calls %j empty", (text) => {
    expect(refused(text)).toContain("1:1 yaml-empty: the file is empty");
  });

  it("refuses bombs within a second", () => {
    const start = performance.now();
    const levels = "abcdefghij".split("").map((name, index, all) =>
      index === 0
        ? `${name}: &${name} [x, x]`
        : `${name}: &${name} [${Array(10)
            .fill(`*${all[index - 1]}`)
            .join(", ")}]`,
    );
    expect(refused(`${levels.join("\n")}\n`)).toContain("yaml-alias");
    expect(refused(`list: ${"[".repeat(20_000)}\n`)).toContain("yaml-nesting");
    expect(refused(`list: ${"[".repeat(100)}${"]".repeat(100)}\n`)).toContain("yaml-nesting");
    expect(refused(`list:\n  ${"- ".repeat(5000)}x\n`)).toContain("yaml-nesting");
    expect(refused(`template: ${"x".repeat(1_000_001)}\n`)).toContain("yaml-size");
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
