import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { decodeRules } from "../../src/agents/index.ts";
import { parametersTold } from "../../src/agents/rules.ts";
import { ROOT, rulesOf } from "./support.ts";

function problem(text: string): unknown {
  const decoded = decodeRules(text, "agents.yaml");
  return decoded.ok ? null : decoded.problems[0];
}

describe("the rules", () => {
  it("are all usual where nothing is said, and the report says what is usual", () => {
    const file = path.join(ROOT, "reports", "double-agents", "agents.yaml");
    const named = { "short-interest": "iwm.short-interest", sectors: "sectors" };
    expect(rulesOf(readFileSync(file, "utf8"))).toEqual({ ...rulesOf(), ...named });
  });

  it("tell unit and meaning of every parameter", () => {
    expect(parametersTold().size).toBeGreaterThan(35);
    for (const { meaning } of parametersTold().values()) expect(meaning).toMatch(/^[a-zA-Z]/);
  });

  it("refuse an unknown key with its place", () => {
    expect(problem("bear:\n  cup: 0.5\n")).toMatchObject({ line: 2, column: 3 });
  });

  it("refuse a share of more than one, and tiers that are more than a hedge", () => {
    expect(problem("bear: { cap: 1.2 }")).toMatchObject({ line: 1 });
    const tiers = "bear:\n  tiers:\n    - { share: 0.8 }\n    - { rebound: 0.4, share: 0.3 }\n";
    expect(problem(tiers)).toMatchObject({ line: 2 });
  });

  it("refuse a later tier that waits for less", () => {
    const tiers =
      "bear:\n  tiers:\n    - { rebound: 0.5, share: 0.4 }\n    - { rebound: 0.4, share: 0.3 }\n";
    expect(problem(tiers)).toMatchObject({ line: 4 });
  });

  // 0.5 long, 0.35 in the fund and 0.4 on a bounce are more than the account.
  it("refuse positions that need more money than there is", () => {
    expect(problem("bull: { bounce: 0.4 }")).not.toBeNull();
  });
});
