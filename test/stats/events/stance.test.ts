import { describe, expect, it } from "vitest";
import { Withholding } from "../../../src/stats/index.ts";
import { EVENT_NAMES, EVENT_KINDS } from "../../../src/stats/events/kinds.ts";
import { madeBars } from "../../model/indicators/made.ts";
import { contextOf, one, unsaid } from "../support.ts";
import { barSeries, flatBars, sessionDays } from "./made.ts";

const days = sessionDays(700);
const series = barSeries(madeBars(700));
const asked = { statistic: "stance", bars: "x" };

/** Events of a day, asked for one by one. */
function tellable(asOf: string): readonly (keyof typeof EVENT_KINDS)[] {
  const context = contextOf(series, asOf);
  return EVENT_NAMES.filter((of) => {
    try {
      return one({ statistic: "event", bars: "x", of }, context).cites.length > 0;
    } catch (error) {
      if (error instanceof Withholding) return false;
      throw error;
    }
  });
}

describe("the stance", () => {
  it.each([400, 450, 520, 610, 699])("on day %d counts the events that may be told", (place) => {
    const asOf = days[place] ?? "";
    const context = contextOf(series, asOf);
    const told = tellable(asOf);
    const bullish = told.filter((each) => EVENT_KINDS[each].side === "bullish").length;
    const bearish = told.length - bullish;
    const found = one(asked, context);
    expect(found.value).toBe(told.length);
    expect(one(asked, context, "bullish").value).toBe(bullish);
    expect(one(asked, context, "bearish").value).toBe(bearish);
    const [more, less] = bullish > bearish ? ["bullish", "bearish"] : ["bearish", "bullish"];
    expect(found.state).toBe(bullish === bearish ? "mixed" : more);
    expect(found.state).not.toBe(less);
    expect(one(asked, context, "backed").value).toBeLessThanOrEqual(found.value);
  });

  it.each([450, 520, 610, 699])(
    "on day %d looks a week back, and tells slow from quick",
    (place) => {
      const asOf = days[place] ?? "";
      const context = contextOf(series, asOf);
      const told = tellable(asOf);
      const earlier = tellable(days[place - 5] ?? "");
      const value = (part: string): number => one(asked, context, part).value;
      expect(value("before")).toBe(earlier.length);
      expect(value("before-bullish")).toBe(
        earlier.filter((each) => EVENT_KINDS[each].side === "bullish").length,
      );
      expect(value("before-bullish") + value("before-bearish")).toBe(value("before"));
      expect(value("slow")).toBe(told.filter((each) => EVENT_KINDS[each].fresh === 10).length);
      expect(value("slow") + value("quick")).toBe(told.length);
      const fresh = told.filter(
        (of) => one({ statistic: "event", bars: "x", of }, context, "since").value < 5,
      );
      expect(one(asked, context, "new")).toMatchObject({
        value: fresh.length,
        named: { sessions: 5 },
      });
    },
  );

  it("is none where nothing has come about", () => {
    const still = contextOf(
      barSeries(flatBars(Array.from({ length: 300 }, () => 5))),
      days[299] ?? "",
    );
    expect(one(asked, still)).toMatchObject({ value: 0, state: "none" });
    expect(one(asked, still, "backed")).toMatchObject({ value: 0, state: "none" });
    expect(unsaid(asked, still, "newest")).toBe("no event is news");
  });

  it("is withheld before the indicators can be told", () => {
    expect(() => one(asked, contextOf(series, days[200] ?? ""))).toThrow("too few for indicators");
  });
});
