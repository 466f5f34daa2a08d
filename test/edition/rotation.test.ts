import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../src/model/index.ts";
import type { Voice } from "../../src/words/index.ts";
import { editionOf, ROOT, sampleMaterials } from "./support/make.ts";
import { factVerbs, sentenceForms } from "./support/phrases.ts";

const WEEKS = 12;
/** Nothing that an edition says of a fact comes back in the four that follow. */
const APART = 4;

const materials = sampleMaterials();
const note = readFileSync(path.join(ROOT, "reports", "small-caps", "note.md.hbs"), "utf8");
/** Facts whose verbs the house chooses; other verbs stand in the sentence forms. */
const moving = new Set([...note.matchAll(/\{\{moved ([\w.-]+)/g)].map((each) => each[1] ?? ""));

interface Week {
  readonly forms: ReadonlySet<string>;
  /** The house's verb of each fact. */
  readonly verbs: ReadonlyMap<string, string>;
}

async function weeksFrom(first: string): Promise<readonly Week[]> {
  const weeks: Week[] = [];
  for (let week = 0; week < WEEKS; week++) {
    const { article } = await editionOf(materials, addDays(day(first), 7 * week));
    const told = [...factVerbs(article, materials.voice)].map((each) => each.split(": "));
    const verbs = told.flatMap(([fact = "", verb = ""]) =>
      moving.has(fact) ? [[fact, verb] as const] : [],
    );
    weeks.push({ forms: sentenceForms(article), verbs: new Map(verbs) });
  }
  return weeks;
}

/** Every edition with each of those in which nothing of it may return. */
function pairs(weeks: readonly Week[]): readonly (readonly [Week, Week])[] {
  return weeks.flatMap((one, index) =>
    weeks.slice(index + 1, index + 1 + APART).map((other) => [one, other] as const),
  );
}

/** The list of the house that a verb stands in. */
function listOf(verb: string, { verbs }: Voice): string {
  for (const side of ["up", "down"] as const) {
    for (const [band, list] of Object.entries(verbs[side])) {
      const words = list.flatMap((each) => [each.past, each.participle, each.noun]);
      if (words.includes(verb)) return `${side} ${band}`;
    }
  }
  return verb;
}

/** Two facts with verbs of one list: the second had to leave its turn to the first. */
function crowded(week: Week, verb: string): boolean {
  const lists = [...week.verbs.values()].map((each) => listOf(each, materials.voice));
  return lists.filter((each) => each === listOf(verb, materials.voice)).length > 1;
}

describe.each(["2020-01-31", "2021-10-01", "2025-03-07"])(
  "twelve editions from %s on",
  async (first) => {
    const weeks = await weeksFrom(first);

    it("say no sentence of the same facts in the same words within four editions", () => {
      const returned = pairs(weeks).flatMap(([one, other]) =>
        [...one.forms].filter((each) => other.forms.has(each)),
      );
      expect(returned).toEqual([]);
    });

    it("give no fact the same verb within four editions, unless another fact took its turn", () => {
      const returned = pairs(weeks).flatMap(([one, other]) =>
        [...one.verbs].filter(
          ([fact, verb]) =>
            other.verbs.get(fact) === verb && !crowded(one, verb) && !crowded(other, verb),
        ),
      );
      expect(returned).toEqual([]);
    });

    it("let no house verb stand twice in one note", () => {
      for (const { verbs } of weeks) expect(new Set(verbs.values()).size).toBe(verbs.size);
    });

    it("have verbs and sentences to look at", () => {
      expect(weeks.every((each) => each.forms.size > 10)).toBe(true);
      expect(weeks.filter((each) => each.verbs.size > 2).length).toBeGreaterThan(8);
    });
  },
);
