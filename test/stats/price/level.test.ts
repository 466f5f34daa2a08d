import { describe, expect, it } from "vitest";
import { one, run, unsaid } from "../support.ts";
import type { Bar } from "./made.ts";
import { flat, leg, made, nth } from "./made.ts";

const peak = [...leg(100, 109, 6), ...leg(109, 100, 6)];
/** Three turns at 110 from below, then through it, a test from above, and lost again. */
const story: readonly Bar[] = [
  ...flat(100, 15),
  ...peak,
  ...peak,
  ...peak,
  ...flat(120, 10), // places 51 to 60
  [121, 109, 119], // 61
  ...flat(120, 10), // 62 to 71
  ...flat(100, 10), // 72 to 81
];
const pinned = { statistic: "level", bars: "x", at: 110 };

describe("level", () => {
  it("finds the round number above that the market turned at", () => {
    const found = one({ statistic: "level", bars: "x", side: "above" }, made(story.slice(0, 51)));
    expect(found).toMatchObject({ value: 110, state: "resistance", basis: "intraday" });
    expect(found.recipe).toEqual({
      op: "given",
      value: 110,
      how: "a round number, with 3 turns at it",
    });
    // The three highs of 110, six sessions up from places 15, 27 and 39.
    expect(found.cites.map((each) => [each.series, each.day, each.value])).toEqual([
      ["x.high", nth(20), 110],
      ["x.high", nth(32), 110],
      ["x.high", nth(44), 110],
    ]);
  });

  it("tells how old the level is and how often the market turned there", () => {
    expect(one(pinned, made(story), "first").day).toBe(nth(20));
    // The three highs; the low of 109 at place 61 lies within noise of it too.
    expect(one(pinned, made(story), "touches").value).toBe(4);
  });

  it("tells breach, role and age of the breach up to the published day", () => {
    const context = made(story, { published: "2020-05-15" });
    expect(one(pinned, context, "breach")).toMatchObject({
      value: 100,
      day: nth(72),
      state: "down",
    });
    expect(one(pinned, context, "role").state).toBe("support turned resistance");
    // Place 72 is 16 April 2020; to 15 May are 29 days.
    expect(nth(72)).toBe("2020-04-16");
    expect(one(pinned, context, "elapsed")).toMatchObject({ value: 29, unit: "days" });
  });

  it("tells the last test from above that held", () => {
    expect(one(pinned, made(story), "defended")).toMatchObject({
      value: 109,
      day: nth(61),
      state: "pierced",
    });
  });

  it("tells how the last test ended", () => {
    expect(one(pinned, made(story), "held").state).toBe("gave way");
    expect(one(pinned, made(story.slice(0, 72)), "held")).toMatchObject({
      value: 109,
      state: "held",
    });
  });

  it("counts a test that is not over as held while the close is on the old side", () => {
    const near: readonly Bar[] = [...flat(100, 15), [111, 100, 109.5]];
    expect(one(pinned, made(near), "held")).toMatchObject({ value: 111, state: "held" });
    const over: readonly Bar[] = [...flat(100, 15), [111, 100, 110.5]];
    expect(one(pinned, made(over), "held").state).toBe("open");
  });

  it("says what it cannot know", () => {
    const context = made(flat(100, 20));
    expect(unsaid(pinned, context, "breach")).toContain("not been breached");
    expect(unsaid(pinned, context, "elapsed")).toContain("not been breached");
    expect(unsaid(pinned, context, "defended")).toContain("no test");
    expect(unsaid(pinned, context, "held")).toContain("not been tested");
    expect(unsaid(pinned, context, "first")).toContain("did not trade there first");
    expect(one(pinned, context, "touches").value).toBe(0);
  });

  it("takes the level that most of the last ten sessions traded at as the one in play", () => {
    const bars = [...story.slice(0, 51), ...flat(109.5, 10)];
    expect(one({ statistic: "level", bars: "x" }, made(bars)).value).toBe(110);
  });

  it("withholds where no level lies on the side, or none is in play", () => {
    const context = made([...story.slice(0, 51), ...leg(100, 130, 30), ...flat(130, 11)]);
    expect(() => run({ statistic: "level", bars: "x", side: "above" }, context)).toThrow(
      "turned at no level above",
    );
    expect(() => run({ statistic: "level", bars: "x" }, context)).toThrow("lately");
  });

  it("speaks about a level that is another fact", () => {
    const facts = { floor: { statistic: "swing-low", bars: "x", on: nth(61) } };
    const found = one({ ...pinned, at: "floor" }, made(story, { facts }));
    expect(found).toMatchObject({ value: 109, state: "support turned resistance" });
    expect(found.cites).toHaveLength(1);
  });

  it("takes the level that another fact turned at, or else the nearest", () => {
    const near = (place: number) => {
      const facts = { top: { statistic: "swing-high", bars: "x", on: nth(place) } };
      const found = { statistic: "level", bars: "x", near: "top" };
      return one(found, made(story.slice(0, 51), { facts })).value;
    };
    expect(near(20)).toBe(110);
    // The high of 101 on the fourth day is no turn: the only level of these prices is the nearest.
    expect(near(3)).toBe(110);
  });

  it("refuses a pinned level together with a side", () => {
    expect(() => run({ ...pinned, side: "above" }, made(story))).toThrow("give one of");
  });

  it("lets a suspect row make no breach", () => {
    const bars: readonly Bar[] = [...flat(100, 15), [131, 99, 130], ...flat(100, 5)];
    expect(one(pinned, made(bars), "breach").day).toBe(nth(16));
    expect(unsaid(pinned, made(bars, { suspect: [nth(15)] }), "breach")).toContain("not been");
  });
});
