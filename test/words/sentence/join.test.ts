import { describe, expect, it } from "vitest";
import { figure, listed, respectively, textOf, words } from "../../../src/words/index.ts";
import { voice } from "../house.ts";
import { fact, speech } from "./speech.ts";

const items = (...texts: readonly string[]) => texts.map((each) => words(each));

describe("a list", () => {
  it.each([
    [["rates"], "rates"],
    [["rates", "gold"], "rates and gold"],
    [["rates", "gold", "oil"], "rates, gold and oil"],
  ])("of %j is said %s", (texts, said) => {
    expect(textOf(listed(items(...texts), speech()))).toBe(said);
  });

  it("takes a comma before the last of three where the pack wants it, and never before one of two", () => {
    const serial = { voice: { ...voice, sentences: { ...voice.sentences, serialComma: true } } };
    expect(textOf(listed(items("rates", "gold", "oil"), serial, "or"))).toBe("rates, gold, or oil");
    expect(textOf(listed(items("rates", "gold"), serial))).toBe("rates and gold");
  });
});

describe("figures in the order of their subjects", () => {
  const say = (...values: readonly number[]): string => {
    const spoken = speech();
    return textOf(
      respectively(
        values.map((each, at) => figure(fact(`f${at}`, each), spoken)),
        spoken,
      ),
    );
  };

  it("say their unit once", () => {
    expect(say(0.012, 0.034)).toBe("1.2 and 3.4 percent, respectively");
    expect(say(0.012, 0.034, 0.05)).toBe("1.2, 3.4 and 5.0 percent, respectively");
  });

  it("say nothing about their order where there is one", () => {
    expect(say(0.012)).toBe("1.2 percent");
  });

  it("keep a currency, and units that differ", () => {
    const spoken = speech();
    const debt = fact("debt", 850.6e9, { unit: "money", digits: 1 });
    const week = fact("week", 29.8e9, { unit: "money", digits: 1 });
    const pair = [figure(debt, spoken), figure(week, spoken)];
    expect(textOf(respectively(pair, spoken))).toBe(
      "$850.6 billion and $29.8 billion, respectively",
    );
    const point = fact("point", 1, { unit: "points", digits: 0 });
    const points = fact("points", 3, { unit: "points", digits: 0 });
    expect(textOf(respectively([figure(point, spoken), figure(points, spoken)], spoken))).toBe(
      "a point and three points, respectively",
    );
  });
});
