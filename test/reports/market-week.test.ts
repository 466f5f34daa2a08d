import { beforeAll, describe, expect, it } from "vitest";
import type { Edition } from "../../src/model/index.ts";
import { editionOf, factOf, sampleMaterials } from "../edition/support/make.ts";
import { articleText } from "../edition/support/tell.ts";

const materials = sampleMaterials("market-week");
const DAYS = ["2020-03-20", "2021-11-05", "2025-05-21", "2025-05-23"];
const editions = new Map<string, Edition>();

beforeAll(async () => {
  for (const day of DAYS) editions.set(day, await editionOf(materials, day));
}, 60_000);

/** The statements of the fixed list, in their order. */
const ORDER: readonly RegExp[] = [
  /^(?:(?:Up|Down) [\d,]+ points?, or .* on the week|Unchanged on the week)/,
  /^The largest weekly (?:gain|loss)/,
  /^(?:Up|Down) (?:for .*weeks?|after .* weeks of)/,
  /^(?:Up|Down|Unchanged).* over four weeks/,
  /^The largest four-week/,
  /^Up in .* weeks/,
  /^(?:(?:Up|Down) [\d,]+ points?, or [\d.]+ percent,|Unchanged) on \d+ \w+/,
  /^(?:Up|Down) (?:for .*sessions?|after .* sessions of)/,
  /^(?:Up|Down|Unchanged).* over three sessions/,
  /^The largest three-day/,
  /^The longest daily run/,
  /^Up in .* sessions/,
  /^(?:A record close|Off .* from the record close)/,
  /the presidential election\.$/,
  /the inauguration\.$/,
  /after the close\.$/,
  /^(?:The highest|The lowest|Level with the) close/,
  /(?:closing high|the highest close of 52 weeks)/,
  /(?:since the 52-week low|closing low)/,
  /from 52 weeks before/,
  /owest close of \d{4}/,
  /month to date\.$/,
  /year to date\.$/,
];

describe("market-week", () => {
  it("keeps its statements in the fixed order, each at most once", () => {
    for (const [day, edition] of editions) {
      const places = statementsOf(edition).map((line) =>
        ORDER.findIndex((each) => each.test(line)),
      );
      expect(places.includes(-1), `${day}: ${statementsOf(edition).join("\n")}`).toBe(false);
      expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
      expect(places.length).toBeGreaterThan(13);
    }
  });

  it("has no distance from a record on the day of a record", () => {
    const edition = editionAt("2021-11-05");
    expect(factOf(edition, "record").state).toBe("at-record");
    expect(statementsOf(edition)).toContain("A record close.");
    expect(textOf(edition)).not.toContain("Off ");
    expect(textOf(edition)).toMatch(/^# .*(?:Record|Never Closed Higher)/m);
  });

  it("holds no part of a week against whole weeks", () => {
    const edition = editionAt("2025-05-21");
    expect(factOf(edition, "week").state).toBe("to-date");
    const text = statementsOf(edition).join("\n");
    expect(text).toContain("on the week so far");
    expect(text).not.toMatch(/largest weekly|largest four-week|straight week|weeks in a row/);
  });

  it("calls one week no run", () => {
    const edition = editionAt("2025-05-23");
    expect(factOf(edition, "falling-weeks").value).toBe(1);
    expect(statementsOf(edition)).toContain("Down after four weeks of gains.");
  });

  it("tells the days that each row of the table is measured between", () => {
    const text = textOf(editionAt("2025-05-23"));
    expect(text).toMatch(
      /\| 10-year Treasury yield \| 4\.73% \| .*\+6bp \| −17bp \| 16 May \| 23 May \|/,
    );
    expect(text).toContain("Price changes, not total return");
  });
});

function editionAt(day: string): Edition {
  const found = editions.get(day);
  if (found === undefined) throw new Error(`no edition of ${day}`);
  return found;
}

/** With plain spaces, wherever a line may not break. */
function textOf(edition: Edition): string {
  return articleText(edition.article).replaceAll(/\p{Zs}/gu, " ");
}

function statementsOf(edition: Edition): readonly string[] {
  const text = textOf(edition);
  const part = text.slice(text.indexOf("## By the numbers"), text.indexOf("## The week ahead"));
  return part.split("\n").flatMap((line) => (line.startsWith("- ") ? [line.slice(2)] : []));
}
