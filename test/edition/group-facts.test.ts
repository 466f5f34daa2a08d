import { describe, expect, it } from "vitest";
import type { Edition, Fact } from "../../src/model/index.ts";
import { explainFact } from "../../src/edition/index.ts";
import { ledgerText } from "../../src/pages/index.ts";
import type { Made } from "../docs/newsroom.ts";
import { editionWith, merged, textOf } from "../docs/newsroom.ts";

const facts = {
  sectors: { statistic: "breadth", group: "sectors", of: "rose", over: "1 week" },
  mean: {
    statistic: "group-change",
    group: "stocks",
    over: "1 month",
    weighting: "size",
    against: "rut.close",
  },
  worst: { statistic: "ranking", group: "sectors", over: "1 week", place: -1 },
  caps: { statistic: "group-size", group: "stocks", in: "millions" },
  health: { statistic: "breadth", group: "stocks", sector: "Health care", over: "1 month" },
  carried: { statistic: "contribution", group: "stocks", over: "1 month", by: "sector" },
  high: { statistic: "breadth", group: "stocks", of: "new-high", sessions: 252 },
};

const note = `
## Groups

{{of sectors sectors.members noun="sectors"}} rose on the week, as {{name worst}} {{moved worst}} {{size worst}}. In
a month {{name mean}} {{moved mean}} {{size mean}} on average, {{state mean}} by the list of {{full mean.listed}}. Fully
{{of health health.members noun="stocks"}} of {{name health}} rose. {{name carried}} added {{figure carried}}. The
smallest, {{name caps.smallest}}, is worth {{figure caps.smallest}}.
`;

function factIn({ facts: all }: Edition, id: string): Fact {
  const found = all.get(id);
  if (found?.kind !== "fact") throw new Error(JSON.stringify(found));
  return found;
}

async function made(): Promise<Made & { readonly edition: Edition }> {
  const { edition, materials, problems } = await editionWith({
    report: (base) => merged(base, { facts }),
    note: (text) => `${text}\n${note}`,
  });
  if (edition === null) throw new Error(JSON.stringify(problems));
  return { edition, materials, problems };
}

describe("a report on groups", () => {
  it("says what they did, under their own names", async () => {
    const { edition } = await made();
    const text = textOf(edition.article).split("## Groups\n")[1];
    expect(text).toMatch(
      /^One \w+(?: \w+)? 11 sectors rose on the week, as Consumer discretionary .+ 5.9 percent\./,
    );
    expect(text).toMatch(
      /the stocks of the sample [a-z ]+ 8\.1 percent on average, weighted by size/i,
    );
    expect(text).toContain("by the list of 27 May 2025");
    expect(text).toMatch(/Fully three .*four stocks of Health care rose/);
    expect(text).toContain("Norva Biologics, is worth $540 million");
  });

  it("is proved by the rows of the members and of their list", async () => {
    // The edition stands: every cited line was read again and every value reckoned again from it.
    const { edition, materials } = await made();
    const mean = factIn(edition, "mean");
    const rows = mean.cites.filter((each) => each.file === "stock-list.csv");
    expect(rows).toHaveLength(30);
    // data/stock-list.csv, line 2: ALDR,Alder Bancorp,Financials,4100
    expect(rows[0]).toMatchObject({ series: "stocks.aldr.weight", line: 2, value: 4100 });
    const ledger = ledgerText(edition);
    expect(ledger).toContain('"weighted mean"');
    expect(ledger).toContain('"stocks.aldr.weight"');
    if (materials === null) return expect.fail();
    const told = explainFact(materials, edition, "mean");
    expect(told?.found).toMatchObject({ about: "the stocks of the sample" });
    expect(told?.found?.sources).toMatchObject([
      { name: "the stocks of the sample", column: "close" },
      { name: "the stocks of the sample", column: "market_value_millions" },
    ]);
    expect(told?.found?.rows.at(-1)).toMatchObject({ released: "2025-05-27" });
    expect(explainFact(materials, edition, "carried")?.found?.about).not.toContain("#");
    const lines = edition.article.sources.filter((each) => /stocks|sectors/.test(each.name));
    expect(lines).toMatchObject([{ remark: null }, { remark: null }]);
  });

  it("is asked what was meant where there is no such group, sector or member", async () => {
    const wrong = {
      a: { statistic: "breadth", group: "sector" },
      b: { statistic: "breadth", group: "stocks", sector: "Healthcare" },
      c: { statistic: "rating", group: "stocks", member: "fen" },
      d: { statistic: "ranking", group: "sectors" },
      e: { statistic: "ranking", group: "sectors", over: "1 week", places: 1 },
    };
    const { problems } = await editionWith({ report: (base) => merged(base, { facts: wrong }) });
    const told = problems.filter((each) => each.severity === "error");
    expect(told.map(({ message, hint }) => `${message} -> ${hint}`)).toEqual([
      'a: there is no group "sector" -> did you mean "sectors"?',
      'b: there is no sector "Healthcare" -> did you mean "Health care"?',
      'c: there is no member "fen" -> did you mean "fenn"?',
      expect.stringContaining("d: say over what time"),
      'e: `ranking` has no option "places" -> did you mean "place"?',
    ]);
    expect(told.every((each) => each.line !== null)).toBe(true);
  });
});
