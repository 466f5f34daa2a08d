import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ledgerText } from "../../src/pages/ledger.ts";
import { editionOf, factOf, ROOT, sampleMaterials } from "../edition/support/make.ts";
import { articleText } from "../edition/support/tell.ts";

const materials = sampleMaterials("double-agents");
const quiet = await editionOf(materials, "2025-05-23", "2025-05-27");
const busy = await editionOf(materials, "2025-03-14");

describe("double-agents", () => {
  it("says on a quiet week that nothing was traded, and why", () => {
    expect(articleText(quiet.article)).toContain("The agents made no trade.");
    expect(articleText(quiet.article)).toContain("Why did they hold still?");
    expect(articleText(quiet.article)).toContain("the tests spoke against it");
  });

  it("tells each event of a busy week with rule, price and size", () => {
    expect(factOf(busy, "bear-week").state).toBe("first tier");
    expect(articleText(busy.article)).toMatch(
      /the Bear agent sold 35\.0 percent of the account short at \$201\.13/,
    );
    expect(articleText(busy.article)).toMatch(
      /to 50\.0 percent of the account at the close of 12 March, to stand aside/,
    );
    expect(articleText(busy.article)).toMatch(/Together they are 15\.0 percent long/);
  });

  it("says that the agents lost against buy-and-hold where they did", () => {
    expect(factOf(quiet, "all").state).toBe("lagged");
    expect(articleText(quiet.article)).toContain("The agents have lost against buy-and-hold");
    expect(articleText(quiet.article)).toMatch(
      /after 194 trades and 1\.8 percent of costs and fees/,
    );
  });

  it("prints every parameter of the rules", () => {
    const rules = materials.agents?.at(quiet.article.asOf).parameters ?? [];
    expect(rules.length).toBeGreaterThan(40);
    const said = new Set(quiet.said.map((each) => each.fact));
    for (const { name } of rules) expect(said, name).toContain(`r.${name}`);
  });

  it("keeps its ledger small: a run is named once, by lines from and to", () => {
    const ledger = ledgerText(busy);
    expect(ledger.length).toBeLessThan(900_000);
    expect(ledger.split('"blocks"')).toHaveLength(2);
    expect(ledger).toContain('"replay": 0');
  });

  it("carries out no promise", () => {
    const note = readFileSync(path.join(ROOT, "reports", "double-agents", "note.md.hbs"), "utf8");
    expect(note).not.toMatch(/\b(?:guarantee|ensures?|will profit|win rate|beat the market)\b/i);
  });
});
