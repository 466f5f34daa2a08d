import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { compose, nothingKept, occasionOf } from "../../src/edition/index.ts";
import type { Article } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { plainText } from "../../src/narrative/index.ts";
import type { Voice } from "../../src/words/index.ts";
import { decodeVoice, objections } from "../../src/words/index.ts";
import { ROOT, sampleMaterials } from "./support/make.ts";

const FILE = path.join(ROOT, "templates", "voice", "newsletter.yaml");
const newsletter = voiceOf(FILE);
const house = sampleMaterials();
const chatty = { ...house, voice: newsletter };
const kept = nothingKept();

function voiceOf(file: string): Voice {
  const decoded = decodeVoice(readFileSync(file, "utf8"), file);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));
  return decoded.value;
}

async function made(
  materials: typeof house,
  asOf: string,
): Promise<{ readonly article: Article; readonly told: readonly string[] }> {
  const occasion = occasionOf(materials, day(asOf), day(asOf), kept);
  const composed = await compose(materials, occasion);
  if (!composed.ok) throw new Error(`${asOf}: ${JSON.stringify(composed.problems)}`);
  const told = composed.problems.map(({ severity, rule, message }) => [severity, rule, message]);
  return { article: composed.value.article, told: told.map((each) => each.join(" ")) };
}

function bodyOf({ blocks }: Article): string {
  return blocks
    .flatMap((each) => (each.kind === "paragraph" && !each.voice ? [plainText(each.children)] : []))
    .join("\n");
}

describe.each(["2020-03-20", "2021-11-05", "2022-08-12", "2025-03-07", "2025-05-23"])(
  "the small-caps note of %s in the newsletter's voice",
  async (asOf) => {
    const [plain, spoken] = [await made(house, asOf), await made(chatty, asOf)];
    const text = bodyOf(spoken.article);

    it("passes every guard that it passes in the house's voice", () => {
      expect(spoken.told.filter((each) => !plain.told.includes(each))).toEqual([]);
    });

    it("writes %, puts the month first and never says percent", () => {
      expect(text).toMatch(/\d%/);
      expect(text).not.toMatch(/percent\b|\d %/);
      expect(text).not.toMatch(/\b\d{1,2} (?:January|April|May|March|November)\b/);
    });

    it("speaks in short forms, and leaves the author's words alone", () => {
      expect(text).not.toMatch(/\b(?:does|did|is|was|were|could|has|have) not \p{L}/u);
      const byHand = spoken.article.blocks.filter(
        (each) => each.kind === "paragraph" && each.voice,
      );
      expect(byHand).toEqual(
        plain.article.blocks.filter((each) => each.kind === "paragraph" && each.voice),
      );
    });

    it("says the same facts in the same order", () => {
      const factsOf = (article: Article): readonly string[] =>
        article.blocks.flatMap((each) =>
          each.kind === "paragraph"
            ? each.children.flatMap((one) =>
                one.kind === "figure" || one.kind === "date" ? [one.said.fact] : [],
              )
            : [],
        );
      expect(factsOf(spoken.article)).toEqual(factsOf(plain.article));
    });

    it("uses no banned word", () => {
      expect(objections(text, newsletter).filter((each) => each.banned)).toEqual([]);
    });
  },
);
