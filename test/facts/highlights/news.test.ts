import { describe, expect, it } from "vitest";
import type { Ask } from "../../../src/facts/highlights/ask.ts";
import type { Known } from "../../../src/facts/highlights/desk.ts";
import { earlierNews, newsIn } from "../../../src/facts/highlights/news.ts";
import type { Question } from "../../../src/facts/highlights/questions.ts";
import type { Day, Fact } from "../../../src/model/index.ts";
import { addDays, day } from "../../../src/model/index.ts";
import type { Book } from "../../../src/stats/index.ts";
import { seriesOf } from "../../stats/support.ts";
import { factMade, factsMade } from "../made.ts";

const FRIDAY = day("2025-05-23");
const EVE = addDays(FRIDAY, -7);

/** Figures of a month, out on the days of this list. */
const OUT = ["2025-03-14", "2025-04-15", "2025-05-20"].map((each) => day(each));
const monthly = seriesOf("x.close", [
  ["2025-02-28", 0],
  ["2025-03-28", 1],
  ["2025-04-28", 2],
]);
const points = monthly.points.map((each, index) => ({ ...each, released: OUT[index] ?? each.day }));

function bookAt(asOf: Day): Book {
  const never = (): never => {
    throw new Error("not asked");
  };
  const series = { ...monthly, points: points.filter((each) => each.released <= asOf) };
  return { asOf, published: asOf, series: () => series, bars: never, panel: never };
}

function question(more: Partial<Ask>, every: "day" | "month" = "day"): Question {
  const ask = { name: "it", statistic: "last", seldom: "editions", worth: 1, ...more } as const;
  const place = { file: "report.yaml", line: 1, column: 1 };
  const request = { id: "it", statistic: ask.statistic, options: {}, place };
  const subject = {
    id: "x",
    kind: every === "day" ? "price" : "reading",
    series: "x.close",
    bars: null,
    with: null,
    every,
    unit: "index",
    instrument: null,
    required: false,
    kin: { volume: null, longer: null, first: null },
  } as const;
  return { ask, subject, slug: "x", request, needs: [request], own: false };
}

function known(asOf: Day, more: Partial<Fact>): Known {
  return { book: bookAt(asOf), facts: factsMade(factMade("it", more)) };
}

const before = (more: Partial<Fact>) => (): Known => known(EVE, { day: EVE, ...more });
const none = (): Known => ({ book: bookAt(EVE), facts: new Map() });

describe("news of a daily series", () => {
  it("is what came about since the edition before", () => {
    expect(newsIn(question({}), known(FRIDAY, {}), none, "week")?.age).toBe(0);
    const old = known(FRIDAY, { day: day("2025-05-15") });
    expect(newsIn(question({}), old, none, "week")).toBeNull();
  });

  it("lingers where the question says so", () => {
    const old = known(FRIDAY, { day: day("2025-05-15") });
    expect(newsIn(question({ lingers: 1 }), old, none, "week")?.age).toBe(1);
  });

  it("is told in the states that are news alone", () => {
    const it = question({ states: ["above", "below"] });
    expect(newsIn(it, known(FRIDAY, { state: "inside" }), none, "week")).toBeNull();
    expect(newsIn(it, known(FRIDAY, { state: "above" }), none, "week")?.direction).toBe(1);
  });

  it("needs the part that points the way", () => {
    const it = question({ by: "since" });
    expect(newsIn(it, known(FRIDAY, {}), none, "week")).toBeNull();
    const facts = factsMade(factMade("it"), factMade("it.since", { state: "low" }));
    const told = newsIn(it, { book: bookAt(FRIDAY), facts }, none, "week");
    expect(told?.direction).toBe(-1);
  });

  it("may lie ahead", () => {
    const holiday = known(FRIDAY, { day: day("2025-05-26") });
    expect(newsIn(question({ coming: true }), holiday, none, "week")?.age).toBe(0);
  });
});

describe("what arises", () => {
  const turned = question({ arises: "day" });
  const left = question({ arises: "state", states: ["above", "below"] });

  it("is news though its day is long past", () => {
    const turn = known(FRIDAY, { day: day("2025-01-31") });
    expect(newsIn(turned, turn, before({ day: day("2024-08-30") }), "week")?.age).toBe(0);
    expect(newsIn(turned, turn, none, "week")?.age).toBe(0);
  });

  it("is none where the edition before told the same", () => {
    const turn = known(FRIDAY, { day: day("2025-01-31") });
    expect(newsIn(turned, turn, before({ day: day("2025-01-31") }), "week")).toBeNull();
    const above = known(FRIDAY, { state: "above" });
    expect(newsIn(left, above, before({ state: "above" }), "week")).toBeNull();
    expect(newsIn(left, above, before({ state: "upper half" }), "week")?.direction).toBe(1);
  });
});

describe("news of earlier editions", () => {
  it("is asked of a slower series in editions with a new reading only", () => {
    const days: Day[] = [];
    const desk = {
      at: (asOf: Day) => known(asOf, {}),
      again: (_: Question, asOf: Day) => {
        days.push(asOf);
        return known(asOf, { day: bookAt(asOf).series("x").points.at(-1)?.day ?? asOf });
      },
    };
    const found = earlierNews(question({}, "month"), desk, day("2025-05-30"), "week");
    // Fridays after the releases of 14 March, 15 April and 20 May.
    expect(days).toEqual(["2025-05-23", "2025-04-18", "2025-03-14"]);
    expect(found).toHaveLength(3);
  });
});

describe("the way of a change", () => {
  it("is its sign, whatever it is reckoned by", () => {
    const points = { statistic: "change", value: -2, unit: "points" } as const;
    const recipe = {
      op: "quotient",
      of: { op: "value", of: 0 },
      by: { op: "value", of: 0 },
    } as const;
    const told = newsIn(question({}), known(FRIDAY, { ...points, recipe }), none, "week");
    expect(told?.direction).toBe(-1);
  });
});
