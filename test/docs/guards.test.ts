import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { FACTS, COMPANY } from "../defects/facts.ts";
import { HOUSE } from "../defects/house.ts";
import { TEXT } from "../defects/text.ts";
import { PAGES, ROOT } from "./manual.ts";

const PAGE = PAGES.get("docs/guards.md") ?? "";
const rows = [...PAGE.matchAll(/^\| (`[^|]+`) +\| ([a-z ]+?) +\|/gm)];
const severities = new Map(
  rows.flatMap(([, names = "", severity = ""]) =>
    [...names.matchAll(/`([a-z-]+)`/g)].map(([, name = ""]) => [name, severity] as const),
  ),
);

const IN = ["src/narrative/proofread", "src/facts"];
const FILES = [
  ...IN.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder))
      .filter((each) => /^(?!evaluate|index|book|trust).*\.ts$/.test(each) || each === "index.ts")
      .map((each) => path.join(folder, each)),
  ),
  "src/narrative/traps.ts",
  "src/narrative/prose.ts",
  "src/archive/agree.ts",
  "src/edition/requests.ts",
  "src/edition/accept.ts",
];

/** Rules by their names in the source. */
function rulesIn(file: string): readonly string[] {
  const source = readFileSync(path.join(ROOT, file), "utf8");
  const named =
    /(?:\b(?:problem|objection|tell|never|inSentences|plainly|warn|find)\(\s*(?:\w+, )?|rule: |MARKDOWN = )"([a-z]+(?:-[a-z]+)*)"/g;
  return [...source.matchAll(named)].map(([, name = ""]) => name);
}

const rules = new Set(FILES.flatMap(rulesIn));

describe("docs/guards.md", () => {
  it("tells of every rule that guards have, and of no other", () => {
    expect([...severities.keys()].toSorted()).toEqual([...rules].toSorted());
  });

  it("gives each rule the severity that it has", () => {
    for (const { rule, severity, says } of [...TEXT, ...FACTS, ...HOUSE, ...COMPANY]) {
      expect(severities.get(rule), `${rule}: ${says}`).toContain(severity);
    }
  });

  it("tells of each defect which rules catch it", () => {
    const told = new Map(
      [...PAGE.matchAll(/^\| (D\d+) +\|[^|]+\| ([^|]+)\|$/gm)].map(([, number = "", by = ""]) => [
        number,
        by,
      ]),
    );
    expect(told.size).toBe(38);
    for (const { number, rule } of [...TEXT, ...FACTS, ...HOUSE, ...COMPANY]) {
      if (number !== "E") expect(told.get(number), number).toContain(`\`${rule}\``);
    }
  });
});
