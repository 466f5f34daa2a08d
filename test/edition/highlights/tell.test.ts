import { describe, expect, it } from "vitest";
import { accountsOf, tellHighlights } from "../../../src/edition/index.ts";
import type { Account } from "../../../src/edition/index.ts";
import { asks, highlightsIn } from "../../../src/facts/index.ts";
import type { Fact } from "../../../src/model/index.ts";
import { day } from "../../../src/model/index.ts";
import { parse } from "yaml";
import { factsOf } from "../../../scripts/docs/sample.ts";
import { shelfOf } from "../../../src/edition/load.ts";
import { sampleMaterials } from "../support/make.ts";

const materials = sampleMaterials();

function told(asOf: string, most = 10): readonly Account[] {
  const found = tellHighlights(materials, { asOf: day(asOf), published: day(asOf) });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  expect(found.problems).toEqual([]);
  return accountsOf(found.value, materials, most);
}

const first = told("2025-05-23");

describe("what is worth saying on 23 May 2025", () => {
  it("begins with what a columnist would pick", () => {
    const about = first.slice(0, 5).map((each) => each.fact.name);
    expect(about).toEqual(["rally", "week", "margin-debt-step", "shorts-month", "capex-low"]);
  });

  it("is told in whole sentences, no two of them alike", () => {
    const sentences = first.map((each) => each.sentence);
    expect(new Set(sentences).size).toBe(first.length);
    for (const each of sentences) expect(each).toMatch(/^[A-Z\d].*[a-z\d]\.$/);
  });

  it("says of margin debt what its rows hold", () => {
    const debt = first.find((each) => each.about === "margin-debt");
    expect(debt?.sentence).toMatch(
      /^Margin debt .+ \$29\.8 billion in April, to \$850\.6 billion, a six-month low\./,
    );
  });

  it("proves every figure by rows that were out by then", () => {
    for (const { proof, sentence } of first) {
      expect(proof.length, sentence).toBeGreaterThan(0);
      for (const { rows, printed } of proof) {
        expect(rows.length).toBeGreaterThan(0);
        expect(rows.every((each) => (each.released ?? "9999") <= "2025-05-23")).toBe(true);
        for (const text of printed) expect(sentence).toContain(text);
      }
    }
  });

  it("never tells of an index and of the fund that follows it", () => {
    expect(first.filter((each) => each.about === "iwm")).toEqual([]);
  });

  it("says once what happened to a series on a day", () => {
    const keys = first
      .filter(({ odds }) => odds.what !== "editions")
      .map(({ about, day: on, direction }) => `${about} ${on} ${direction}`);
    expect(keys.length - new Set(keys).size).toBeLessThanOrEqual(1);
  });

  it("gives lines that find the same when they are pasted under facts:", () => {
    for (const { fact, proof, about } of first) {
      const requests = parse(fact.yaml.join("\n")) as Parameters<typeof factsOf>[0];
      const { facts, problems } = factsOf(requests);
      expect(problems, about).toEqual([]);
      const values = [...facts.values()].flatMap((each) =>
        each.kind === "fact" ? [each.value] : [],
      );
      for (const { value } of proof) expect(values, `${fact.name} ${value}`).toContain(value);
    }
  });

  it("names the report's own fact and chart where it has them", () => {
    expect(first[0]).toMatchObject({
      fact: { already: "rally" },
      chart: { id: "index", mark: "bracket" },
    });
    const optimism = first.find((each) => each.about === "nfib.optimism");
    expect(optimism?.chart.id).toBeNull();
    expect(optimism?.chart.entry).toContain("series: nfib.optimism");
  });
});

describe("a week later", () => {
  it("has no news of daily series that is older than the edition before, but for what lingers", () => {
    const lingering = new Set(["rally", "fall"]);
    for (const each of told("2024-08-02", 20)) {
      if (lingering.has(each.fact.name) || !["rut", "iwm"].includes(each.about)) continue;
      expect(each.day > "2024-07-26", each.sentence).toBe(true);
    }
  });

  it("tells a record as one", () => {
    const sentences = told("2021-11-05").map((each) => each.sentence);
    expect(sentences.join("\n")).toContain("set an intraday record of 2443");
  });
});

describe("the questions", () => {
  it("bear different names", () => {
    expect(new Set(asks.map((each) => each.name)).size).toBe(asks.length);
  });

  it("find nothing of which the report's own facts know better", () => {
    const { report } = materials.decoded;
    const asOf = day("2025-05-23");
    const names = [...materials.library.bars.keys(), ...materials.library.series.keys()];
    const search = { report, names, shelf: shelfOf(materials), asOf, published: asOf };
    const { facts } = highlightsIn(search);
    const own = (id: string): Fact => {
      const found = facts.get(id);
      if (found?.kind !== "fact") throw new Error(id);
      return found;
    };
    expect(own("highlights.rut-week").value).toBe(own("week").value);
    expect(own("highlights.rut-rally").value).toBe(own("rally").value);
    expect(own("highlights.nfib-capex-low").value).toBe(own("capex-low").value);
  });

  it("do not know what came out later", () => {
    const asOf = day("2024-08-02");
    const cut = (days: string): typeof materials => {
      const series = new Map(
        [...materials.library.series].map(([id, each]) => {
          const points = each.points.filter((point) => point.released <= days && point.day <= days);
          return [id, { ...each, points }] as const;
        }),
      );
      const bars = new Map(
        [...materials.library.bars].map(([id, each]) => {
          const column = (of: string) => series.get(`${id}.${of}`) ?? each.close;
          const columns = { open: column("open"), high: column("high"), low: column("low") };
          const volume = each.volume === null ? null : column("volume");
          return [id, { ...each, ...columns, close: column("close"), volume }] as const;
        }),
      );
      return { ...materials, library: { ...materials.library, series, bars } };
    };
    const sentences = (from: typeof materials): readonly string[] => {
      const found = tellHighlights(from, { asOf, published: asOf });
      if (!found.ok) throw new Error(JSON.stringify(found.problems));
      return accountsOf(found.value, from, 20).map((each) => `${each.score} ${each.sentence}`);
    };
    expect(sentences(cut("2024-08-02"))).toEqual(sentences(materials));
  });
});
