import { z } from "zod";
import type { Day, Finding } from "../../model/index.ts";
import {
  addDays,
  earlyCloseOn,
  holidayOn,
  isSession,
  sessionsBetween,
  weekdayOf,
} from "../../model/index.ts";
import { newest, own } from "../tools/find.ts";
import { daysFinding, finding } from "../tools/finding.ts";
import { seriesRef } from "../tools/options.ts";
import type { Statistic, Unsaid } from "../statistic.ts";
import { cite } from "../statistic.ts";

const options = z.strictObject({
  series: seriesRef,
  week: z
    .enum(["this", "next"])
    .default("this")
    .describe("The calendar week of the newest reading, or the one after it."),
});

/** A week with fewer sessions than five, and the day the exchange was closed. */
export const shortWeek: Statistic<z.infer<typeof options>> = {
  name: "short-week",
  summary:
    "How many sessions a week has, the holiday that shortens it, and a session that ends early.",
  method:
    "The sessions of the New York Stock Exchange from Monday to Friday of the calendar week in which the newest reading of the series lies, or of the week after it, by the exchange's rules and its closures out of turn; the prices themselves are not asked. A week is short with fewer than five. The holiday is the first weekday on which the exchange is closed. Early closes are those at 13:00 in New York; they do not shorten the week.",
  definition: "NYSE Rule 7.2, holidays, and the exchange's table of closures.",
  options,
  parts: {
    "": "Sessions in the week; its day is the Friday; state short or whole.",
    holiday:
      "Days from the newest reading to the first closed weekday, negative where it lies before; its day is that day, its state the holiday: memorial day.",
    early: "The same for the first session that ends early.",
  },
  example: "holidays: { statistic: short-week, series: rut.close, week: next }",
  find: ({ series: id, week }, context) => {
    const series = context.series(id);
    const latest = newest(own(series));
    const monday = addDays(latest.day, 1 - weekdayOf(latest.day) + (week === "next" ? 7 : 0));
    const days = [0, 1, 2, 3, 4].map((each) => addDays(monday, each));
    const sessions = sessionsBetween(addDays(monday, -1), addDays(monday, 4));
    const friday = addDays(monday, 4);
    const part = (day: Day | undefined, why: (day: Day) => string | null): Finding | Unsaid =>
      day === undefined
        ? { unsaid: `there is none in the week of ${monday}` }
        : { ...daysFinding(series, latest, day), state: plain(why(day) ?? "closed") };
    return {
      "": finding({
        series,
        recipe: { op: "given", value: sessions, how: `sessions from ${monday} to ${friday}` },
        cites: [cite(series, latest)],
        unit: "sessions",
        digits: 0,
        day: friday,
        window: {
          from: latest.day < monday ? latest.day : monday,
          to: latest.day > friday ? latest.day : friday,
        },
        state: sessions < days.length ? "short" : "whole",
      }),
      holiday: part(
        days.find((each) => !isSession(each)),
        holidayOn,
      ),
      early: part(
        days.find((each) => earlyCloseOn(each) !== null),
        earlyCloseOn,
      ),
    };
  },
};

/** As templates ask for it: "memorial day", "washingtons birthday". */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z -]/g, "");
}
