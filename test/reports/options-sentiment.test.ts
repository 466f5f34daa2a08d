import { beforeAll, describe, expect, it } from "vitest";
import type { Edition } from "../../src/model/index.ts";
import { editionOf, factOf, sampleMaterials } from "../edition/support/make.ts";
import { articleText } from "../edition/support/tell.ts";

const materials = sampleMaterials("options-sentiment");

/** What each band says in one of its wordings, in the verdict's own paragraph. */
const SAID: Readonly<Record<string, RegExp>> = {
  lowest: /danger/i,
  low: /high|plentiful|very hopeful|few traders look for cover/i,
  lowish: /not dangerously so|without being reckless|no excess of it|within reason|do not overdo/,
  middle: /no side|in balance|neutral|upper hand|say little/,
  highish: /cautious|wary|caution|hedge somewhat more|more care than hope/i,
  high: /fear|dark|in demand|look for cover/i,
  highest: /seldom|rarely|nearly everyone|rare kind|hardly ever/i,
};

const DAYS = ["2020-03-20", "2021-02-12", "2022-08-12", "2024-08-09", "2025-05-23"];
const editions = new Map<string, Edition>();
beforeAll(async () => {
  for (const day of DAYS) editions.set(day, await editionOf(materials, day));
}, 60_000);

describe("options-sentiment", () => {
  it("speaks of the mood as its rule has it, whatever the week", () => {
    const bands = new Set<string>();
    for (const [day, edition] of editions) {
      const { state = "", value } = factOf(edition, "mood");
      const printed = Math.min(Math.max(Math.round(100 * value), 1), 99);
      expect(bandOf(printed)).toBe(state);
      expect(verdictOf(articleText(edition.article)), `${day}: ${state}`).toMatch(
        SAID[state] ?? /^$/,
      );
      bands.add(state);
    }
    expect(bands.size).toBeGreaterThan(3);
  });

  it("prints the ends of the rule that it goes by", () => {
    const text = textOf("2025-05-23");
    expect(text).toContain("Up to percentile 5 it is called dangerous, up to 20 high, up to 40");
    expect(text).toContain("from 60 on the mood is called cautious, from 80 fearful, from 95");
  });

  it("puts volatility first where it is very high and the curve inverted", () => {
    expect(textOf("2020-03-20")).toMatch(
      /the curve is (?:in backwardation|inverted)|it is inverted/,
    );
    expect(textOf("2020-03-20")).toMatch(/# .*VIX.*68\.9/);
  });
});

function textOf(day: string): string {
  const edition = editions.get(day);
  return edition === undefined ? "" : articleText(edition.article);
}

function bandOf(percentile: number): string {
  if (percentile <= 5) return "lowest";
  if (percentile <= 20) return "low";
  if (percentile <= 40) return "lowish";
  if (percentile >= 95) return "highest";
  if (percentile >= 80) return "high";
  return percentile >= 60 ? "highish" : "middle";
}

function verdictOf(text: string): string {
  return /## The verdict\n\n(?<verdict>[^\n]*)/.exec(text)?.groups?.["verdict"] ?? "";
}
