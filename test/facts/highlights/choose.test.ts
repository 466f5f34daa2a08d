import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ranked } from "../../../src/facts/highlights/choose.ts";
import { chosen, FIRST } from "../../../src/facts/highlights/choose.ts";
import { day } from "../../../src/model/index.ts";

function one(id: string, score: number, more: Partial<Ranked> = {}): Ranked {
  const usual = { ask: id, theme: "move", family: "rut", day: day("2025-05-23") };
  return { id, score, direction: -1, ...usual, ...more };
}

const ids = (found: readonly Ranked[]) => chosen(found).map((each) => each.chosen.id);

describe("the choice", () => {
  it("takes the best first", () => {
    const found = [
      one("a", 1, { family: "x" }),
      one("b", 3, { family: "y" }),
      one("c", 2, { family: "z" }),
    ];
    expect(ids(found)).toEqual(["b", "c", "a"]);
  });

  it("says once what several tell of the same subject, day and direction", () => {
    const found = [one("week", 5), one("low", 7), one("run", 3)];
    const [first, ...rest] = chosen(found);
    expect(rest).toEqual([]);
    expect(first?.chosen.id).toBe("low");
    expect(first?.also.map((each) => each.id)).toEqual(["week", "run"]);
  });

  it("says twice what goes two ways, happened on two days, or is of two kinds", () => {
    const found = [
      one("week", 5),
      one("month", 4, { direction: 1 }),
      one("peak", 3, { day: day("2025-05-16") }),
      one("crossings", 2, { theme: "level" }),
    ];
    expect(ids(found)).toEqual(["week", "month", "peak", "crossings"]);
  });

  it("tells of one indicator, though others spoke on other days", () => {
    const found = [
      one("macd", 5, { theme: "indicator" }),
      one("rsi", 4, { theme: "indicator", day: day("2025-05-20") }),
      one("bands", 3, { theme: "indicator", day: day("2025-05-21"), direction: 1 }),
    ];
    expect(ids(found)).toEqual(["macd", "bands"]);
  });

  it("answers the same question of an index and its fund once", () => {
    const found = [
      one("rut-cross", 5, { ask: "average" }),
      one("iwm-cross", 4, { ask: "average" }),
    ];
    expect(ids(found)).toEqual(["rut-cross"]);
  });

  it("lets one subject take no more than its share of the first lines", () => {
    const days = Array.from({ length: 8 }, (_, place) => day(`2025-05-0${place + 1}`));
    const many = days.map((on, place) => one(`rut-${place}`, 20 - place, { day: on }));
    const others = Array.from({ length: 8 }, (_, place) =>
      one(`other-${place}`, 5 - place / 10, { family: `family-${place}` }),
    );
    const first = ids([...many, ...others]).slice(0, FIRST.lines);
    expect(first.filter((each) => each.startsWith("rut"))).toHaveLength(FIRST.ofOne);
  });

  it("loses nothing and does not depend on the order it is given", () => {
    const ranked = fc.record({
      id: fc.uuid(),
      ask: fc.constantFrom("week", "low", "run", "rally"),
      theme: fc.constantFrom("move", "level"),
      family: fc.constantFrom("rut", "spx", "debt"),
      day: fc.constantFrom(day("2025-05-16"), day("2025-05-23")),
      direction: fc.constantFrom(-1 as const, 0 as const, 1 as const),
      score: fc.integer({ min: 1, max: 50 }),
    });
    const lists = fc.uniqueArray(ranked, { selector: (each) => each.id, maxLength: 25 });
    fc.assert(
      fc.property(lists, (found) => {
        const once = chosen(found);
        const all = once.flatMap((each) => [each.chosen.id, ...each.also.map(({ id }) => id)]);
        expect(all.toSorted()).toEqual(found.map(({ id }) => id).toSorted());
        expect(chosen(found.toReversed())).toEqual(once);
      }),
    );
  });
});
