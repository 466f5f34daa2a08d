import { describe, expect, it } from "vitest";
import { day } from "../../../src/model/index.ts";
import {
  aboveAverage,
  advances,
  periodEnds,
  priceGrowth,
  volumeGrowth,
} from "../../../src/stats/groups/columns.ts";
import { eventOdds } from "../../../src/stats/groups/event-scan.ts";
import { eventPlaces } from "../../../src/stats/events/scan.ts";
import { tally } from "../../../src/stats/events/odds.ts";
import { trackOf, wholeIn } from "../../../src/stats/events/track.ts";
import { deepFreeze } from "../support.ts";
import { generator } from "../random.ts";
import { contextWith, groupOf, sessionsFrom } from "./made.ts";

// Thursday and Friday, then a week that ends on Friday, then Tuesday after Memorial Day.
const DAYS = ["2025-05-15", "2025-05-16", "2025-05-22", "2025-05-23", "2025-05-27"];

describe("the ends of periods", () => {
  const days = ["2025-03-28", "2025-03-31", "2025-04-01", "2025-04-30", "2025-05-01"].map(day);

  it("are the last days of weeks, months and quarters, and the newest day", () => {
    expect([...periodEnds(days, "week")]).toEqual([0, 2, 4]);
    expect([...periodEnds(days, "month")]).toEqual([1, 3, 4]);
    expect([...periodEnds(days, "quarter")]).toEqual([1, 4]);
    expect([...periodEnds([], "week")]).toEqual([]);
  });
});

describe("the growth of all members", () => {
  const panel = groupOf(DAYS, {
    a: { closes: [1, 10, 1, 12, 9], volumes: [100, 300, 50, 50, 400] },
    b: { closes: [null, null, 4, 5, 6], volumes: [0, 0, 7, 9, 4] },
    c: { closes: [2, 2, 2, 3, 3], volumes: [5, 5, 5, 5, 5], suspect: ["2025-05-23"] },
  });
  const ends = periodEnds(panel.days, "week");

  it("goes from the end of each week to that of the next", () => {
    const { periods, values } = priceGrowth(panel, ends);
    expect(periods).toBe(2);
    // 12 / 10 − 1, 9 / 12 − 1; b begins later, 6 / 5 − 1; c is in doubt on the Friday.
    const found = [...values].map((each) => Math.round(each * 1e12) / 1e12);
    expect(found).toEqual([0.2, -0.25, Number.NaN, 0.2, Number.NaN, Number.NaN]);
  });

  it("compares mean daily volumes of whole weeks", () => {
    // a: 200, 50, 400 a day; b: nothing, 8, 4; c: 5 each, one day left out.
    expect([...volumeGrowth(panel, ends).values]).toEqual([-0.75, 7, Number.NaN, -0.5, 0, 0]);
  });

  it("is none of a group without days", () => {
    expect(priceGrowth(panel, periodEnds([], "week"))).toEqual({
      periods: 0,
      values: new Float64Array(0),
    });
  });
});

describe("breadth by day", () => {
  const days = sessionsFrom("2025-05-19", 4);
  const panel = groupOf(days, {
    a: { closes: [1, 2, 3, 3] },
    b: { closes: [3, 2, null, 1] },
    c: { closes: [5, 5, 5, 5] },
    d: { closes: [1, 2, 4, 8], suspect: [days[1] ?? ""] },
  });

  it("counts who stands above the mean of the last closes, who has that many, none of them in doubt", () => {
    // Means of two. Day 2: a 1.5, b 2.5, c 5. Day 3: a, c. Day 4: a 3, b (2 and 1) 1.5, c 5, d 6.
    const { holds, of } = aboveAverage(panel, 2);
    expect([...holds]).toEqual([0, 1, 1, 1]);
    expect([...of]).toEqual([0, 3, 2, 4]);
  });

  it("counts who rose and fell since the session before, not over a hole", () => {
    const { up, down, of } = advances(panel);
    expect([[...up], [...down], [...of]]).toEqual([
      [0, 1, 1, 1],
      [0, 1, 0, 0],
      [0, 3, 2, 3],
    ]);
  });
});

describe("events of all members", () => {
  const random = generator(5);
  const days = sessionsFrom("2021-01-04", 700);
  const walk = (lacking: number | null): readonly (number | null)[] => {
    let close = 50;
    return days.map((_, at) => {
      close *= 1 + (random() - 0.5) * 0.05;
      return at === lacking ? null : Math.round(close * 100) / 100;
    });
  };
  const panel = groupOf(days, {
    whole: { closes: walk(null) },
    hole: { closes: walk(500) },
    doubt: { closes: walk(null), suspect: [days[410] ?? ""] },
    young: { closes: walk(null).map((each, at) => (at < 480 ? null : each)) },
  });

  it.each(["macd-positive", "rsi-leaves-oversold", "rsi-enters-overbought", "decline"] as const)(
    "%s: are those that are found for each of them alone",
    (name) => {
      const [found] = eventOdds(Object.freeze(panel), [name], 20, 4);
      expect(found?.members.map((each) => each.at)).toEqual([0, 1, 2]);
      for (const member of found?.members ?? []) {
        const id = panel.members[member.at]?.id ?? "";
        const context = contextWith(panel);
        const close = context.series(`g.${id}.close`);
        const bars = { id, name: id, noun: id, open: close, high: close, low: close, close };
        const track = trackOf(deepFreeze({ ...bars, volume: null }));
        const whole = wholeIn(track);
        const run = name === "decline" ? 4 : 1;
        const places = eventPlaces(name, track.columns, 4).filter((at) => whole(at - run, at));
        const direction = name === "rsi-enters-overbought" || name === "decline" ? "fall" : "rise";
        const alone = tally(track.columns.close, places, 20, direction, whole);
        expect(member.tally).toEqual(alone);
        expect(panel.days[member.newest]).toBe(
          track.prices.sessions[places.at(-1) ?? -1]?.day ?? undefined,
        );
      }
      const cases = found?.members.reduce((all, each) => all + each.tally.cases.length, 0);
      expect(found?.cases).toBe(cases);
      expect(cases).toBeGreaterThan(3);
    },
  );
});
