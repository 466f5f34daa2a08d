import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeCheck } from "../../src/desk/doctor.ts";
import type { Check, House } from "../../src/desk/index.ts";
import { lookOver } from "../../src/desk/index.ts";
import { surroundings } from "../../src/pages/index.ts";
import type { Newsroom } from "./support.ts";
import { newsroom } from "./support.ts";

let room: Newsroom;
beforeEach(() => {
  room = newsroom();
});
afterEach(() => room.remove());

function house(changes: Partial<House> = {}): House {
  return {
    project: { root: room.root },
    data: null,
    catalogue: null,
    out: null,
    browser: null,
    surroundings: surroundings(),
    node: "24.15.0",
    ...changes,
  };
}

function named(checks: readonly Check[], name: string): Check | undefined {
  return checks.find((each) => each.name === name);
}

describe("the doctor", () => {
  it("finds the sample newsroom whole", () => {
    const checks = lookOver(house());
    expect(checks.map((each) => each.name)).toEqual([
      "Node",
      "browser",
      "fonts",
      "catalogue",
      "data",
      "reports",
      "output",
    ]);
    expect(checks.filter((each) => !each.ok)).toEqual([]);
    expect(checks.every((each) => each.mend === "")).toBe(true);
  });

  it.each([
    ["24.15.0", ">=24.15", true],
    ["24.15.3", ">=24.15", true],
    ["24.14.9", ">=24.15", false],
    ["25.0.0", ">=24.15", true],
    ["20.20.2", ">=24.15", false],
    ["100.0.0", ">=24.15", true],
  ])("holds Node %s against %s", (running, needed, ok) => {
    expect(nodeCheck(running, needed).ok).toBe(ok);
  });

  it("names a browser that cannot run, and how to get one", () => {
    const check = named(lookOver(house({ browser: "/nowhere/chrome" })), "browser");
    expect(check).toMatchObject({ ok: false });
    expect(check?.mend).toContain("/nowhere/chrome");
  });

  it("names the data files that are not there", () => {
    rmSync(room.file("data", "margin-debt.csv"));
    const check = named(lookOver(house()), "data");
    expect(check).toMatchObject({ ok: false, found: "not there: margin-debt.csv" });
    expect(check?.mend).toContain("--data");
  });

  it("tells where the catalogue is broken", () => {
    writeFileSync(room.file("data", "catalog.yaml"), "series:\n  rut: { kind: bras }\n");
    const check = named(lookOver(house()), "catalogue");
    expect(check?.ok).toBe(false);
    expect(check?.found).toMatch(/catalog\.yaml:2: /);
  });

  it("misses reports where there are none", () => {
    rmSync(room.file("reports"), { recursive: true });
    expect(named(lookOver(house()), "reports")?.mend).toContain("notewright new");
  });

  it("sees an output folder that cannot be one", () => {
    writeFileSync(room.file("taken"), "");
    expect(named(lookOver(house({ out: room.file("taken") })), "output")?.ok).toBe(false);
    if (process.getuid?.() === 0) return;
    mkdirSync(room.file("locked"));
    chmodSync(room.file("locked"), 0o500);
    expect(named(lookOver(house({ out: room.file("locked", "in") })), "output")?.ok).toBe(false);
  });
});
