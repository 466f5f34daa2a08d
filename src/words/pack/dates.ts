import { z } from "zod";
import { word } from "./base.ts";

const said = (words: string, what: string) => word.default(words).describe(what);

/** How days are said, as the published day sees them. */
export const dates = z
  .strictObject({
    order: z
      .enum(["day first", "month first"])
      .default("day first")
      .describe('"9 April 2025" or "April 9, 2025".'),
    months: z
      .array(word)
      .length(12, "twelve months, January first")
      .default(
        (
          "January February March April May June July August September October November " +
          "December"
        ).split(" "),
      )
      .describe("Names of the months, January first."),
    weekdays: z
      .array(word)
      .length(7, "seven days, Monday first")
      .default("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" "))
      .describe("Names of the days, Monday first."),
    today: said("later today", "A release that comes on the published day."),
    tomorrow: said("tomorrow", "The day after the published day."),
    on: said("on", "Before a day or a date."),
    in: said("in", "Before a month or a period."),
    next: said("next", "Before a day of next week."),
    last: said("last", 'Before a month or a week gone by: "last November".'),
    thisWeek: said("this week", "The week of the published day."),
    lastYear: said("last year", "After a date of the year before."),
    middle: said("mid-", 'Before a month, for its middle: "mid-April".'),
    end: said("end-", 'Before a month, for its end: "end-April".'),
    endOf: said("at the end of", "Before a month, with its preposition."),
    week: said("the week to", "Before the day that ends a week."),
  })
  .prefault({})
  .describe("How days are said, as the published day sees them.");

/** How lengths of time are said. */
export const spans = z
  .strictObject({
    none: said("less than a day", "No time at all."),
    over: said("just over", "A little more than a round length."),
    almost: said("almost", "A little less than a round length."),
    more: said("more than", "Clearly more than a round length, and less than the next."),
    half: said("and a half", 'Half a unit more: "two and a half months".'),
  })
  .prefault({})
  .describe("How lengths of time are said.");
