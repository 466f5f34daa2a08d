import { describe, expect, it } from "vitest";
import { explainFact } from "../../src/edition/index.ts";
import { editionWith, merged } from "../docs/newsroom.ts";

const facts = {
  "energy-week": { statistic: "change", series: "sectors.energy.close", over: "1 week" },
  "energy-volume": { statistic: "last", series: "sectors.energy.volume" },
  "energy-fall": { statistic: "drawdown", bars: "sectors.energy" },
};

describe("a report on a member of a group", () => {
  it("has its facts, proved by its own lines of the long file", async () => {
    const { edition, materials, problems } = await editionWith({
      report: (base) => merged(base, { facts }),
      note: (text) =>
        `${text}\n\n## Here\n\n{{name energy-week}} {{moved energy-week}} {{size energy-week}}.`,
    });
    if (edition === null || materials === null) throw new Error(JSON.stringify(problems));
    const fact = edition.facts.get("energy-week");
    if (fact?.kind !== "fact") throw new Error(JSON.stringify(fact));
    // data/sectors.csv: ENERGY on 16 and 23 May 2025.
    const told = fact.cites.map((each) => `${each.series} ${each.file} ${each.day}`);
    expect(told).toEqual([
      "sectors.energy.close sectors.csv 2025-05-16",
      "sectors.energy.close sectors.csv 2025-05-23",
    ]);
    expect(fact.value).toBeCloseTo(
      (fact.cites[1]?.value ?? 0) / (fact.cites[0]?.value ?? 1) - 1,
      12,
    );
    expect(edition.facts.get("energy-fall.low")).toMatchObject({ kind: "fact" });
    expect(edition.inputs.get("sectors.csv")).toMatch(/^[0-9a-f]{64}$/);
    const lines = edition.article.sources.filter((each) => each.name.includes("sectors"));
    expect(lines).toMatchObject([{ to: "2025-05-23", released: "2025-05-23", remark: null }]);
    expect(explainFact(materials, edition, "energy-week")?.found).toMatchObject({
      about: "Energy",
      rows: [{ released: "2025-05-16" }, { released: "2025-05-23" }],
      sources: [{ name: "Energy", column: "close" }],
    });
  });

  it("is asked what was meant where there is no such member", async () => {
    const { problems } = await editionWith({
      report: (base) =>
        merged(base, {
          facts: { x: { statistic: "last", series: "sectors.enrgy.close" } },
        }),
    });
    const told = problems.filter((each) => each.severity === "error");
    expect(told).toMatchObject([
      {
        rule: "unknown-name",
        message: 'x: there is no series "sectors.enrgy.close"',
        hint: 'did you mean "sectors.energy.close"?',
      },
    ]);
    expect(told[0]?.file).toContain("report.yaml");
  });
});
