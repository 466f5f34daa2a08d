import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeEdition } from "../../../src/pages/index.ts";
import { dice } from "../support.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "write-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const PLACE = ["small-caps", "2025-05-23"];
const files = (text: string) =>
  new Map<string, string | Uint8Array>([
    ["index.html", `<p>${text}</p>`],
    ["charts/one.svg", `<svg>${text}</svg>`],
    ["article.pdf", Buffer.from(text)],
  ]);
const read = (...steps: string[]) => readFileSync(path.join(root, ...PLACE, ...steps), "utf8");
const rules = (found: ReturnType<typeof writeEdition>) => found.map((each) => each.rule);

describe("an edition's folder", () => {
  it("holds what was made, in folders that did not exist", () => {
    expect(writeEdition(root, PLACE, files("one"))).toEqual([]);
    expect(read("index.html")).toBe("<p>one</p>");
    expect(read("charts", "one.svg")).toBe("<svg>one</svg>");
    expect(readdirSync(path.join(root, "small-caps"))).toEqual(["2025-05-23"]);
  });

  it("is replaced whole: a file the new edition lacks is gone", () => {
    writeEdition(root, PLACE, files("one"));
    writeEdition(root, PLACE, new Map([["index.html", "two"]]));
    expect(readdirSync(path.join(root, ...PLACE))).toEqual(["index.html"]);
    expect(read("index.html")).toBe("two");
  });

  it("stays as it was when writing fails", () => {
    writeEdition(root, PLACE, files("one"));
    const twice = new Map([
      ["index.html", "two"],
      ["index.html/x", "a file cannot be a folder"],
    ]);
    expect(rules(writeEdition(root, PLACE, twice))).toEqual(["cannot-write"]);
    expect(read("index.html")).toBe("<p>one</p>");
    expect(readdirSync(path.join(root, "small-caps"))).toEqual(["2025-05-23"]);
  });

  it.each([["../up"], ["a/b"], [".."], [""], ["con"], ["-x"], [".hidden"], ["a\u0000b"]])(
    "never has the name %j",
    (name) => {
      const found = writeEdition(root, ["small-caps", name], files("x"));
      expect(rules(found)).toEqual(["cannot-write"]);
      expect(readdirSync(root)).toEqual([]);
    },
  );

  it("is not written through a link that stands in the way", () => {
    const elsewhere = mkdtempSync(path.join(tmpdir(), "elsewhere-"));
    symlinkSync(elsewhere, path.join(root, "small-caps"));
    const found = writeEdition(root, PLACE, files("x"));
    expect(found[0]?.message).toBe("a link or a file stands where a folder should be");
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(path.join(root, "small-caps"));
    mkdirSync(path.join(root, "small-caps"));
    symlinkSync(elsewhere, path.join(root, ...PLACE));
    expect(rules(writeEdition(root, PLACE, files("x")))).toEqual(["cannot-write"]);
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(elsewhere, { recursive: true });
  });

  it("is a problem in plain words where a file stands in its place", () => {
    writeFileSync(path.join(root, "small-caps"), "mine");
    const found = writeEdition(root, PLACE, files("x"));
    expect(found[0]).toMatchObject({ rule: "cannot-write", severity: "error" });
    expect(readFileSync(path.join(root, "small-caps"), "utf8")).toBe("mine");
  });

  it("is a problem where no folder can be made", () => {
    const found = writeEdition("/proc/self/notewright", PLACE, files("x"));
    expect(found[0]).toMatchObject({ rule: "cannot-write", file: "/proc/self/notewright" });
    expect(found[0]?.message).toMatch(/^writing failed \(E[A-Z]+\)$|^it may not be written to$/);
  });

  it("is put back when a killed run had moved it aside, and halves are swept", () => {
    const folder = path.join(root, "small-caps");
    mkdirSync(path.join(folder, ".2025-05-16.former-4194303"), { recursive: true });
    writeFileSync(path.join(folder, ".2025-05-16.former-4194303", "index.html"), "old");
    mkdirSync(path.join(folder, ".2025-05-23.partial-4194303"));
    writeEdition(root, PLACE, files("one"));
    expect(readdirSync(folder).toSorted()).toEqual(["2025-05-16", "2025-05-23"]);
    expect(readFileSync(path.join(folder, "2025-05-16", "index.html"), "utf8")).toBe("old");
  });

  it("is whole after a kill at any moment, forty times", async () => {
    const door = path.join(import.meta.dirname, "../../../src/pages/write/index.ts");
    const script = `import { writeEdition } from ${JSON.stringify(door)};
      for (let n = 0; ; n++) {
        const text = String(n).repeat(20000);
        writeEdition(${JSON.stringify(root)}, ${JSON.stringify(PLACE)}, new Map([["index.html", text], ["charts/a.svg", text], ["article.pdf", text]]));
        if (n === 0) console.log("ready");
      }`;
    const roll = dice(99);
    for (let turn = 0; turn < 40; turn++) {
      const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
      await new Promise((resolve) => child.stdout.once("data", resolve));
      await new Promise((resolve) => setTimeout(resolve, roll() * 12));
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await gone;
      writeEdition(root, ["small-caps", "2025-05-16"], files("neighbour"));
      const texts = ["index.html", "charts/a.svg", "article.pdf"].map((name) => read(name));
      expect(new Set(texts).size).toBe(1);
      expect(texts[0]?.length).toBeGreaterThanOrEqual(20_000);
      expect(readdirSync(path.join(root, "small-caps")).toSorted()).toEqual([
        "2025-05-16",
        "2025-05-23",
      ]);
    }
    expect(existsSync(root)).toBe(true);
  });
});
