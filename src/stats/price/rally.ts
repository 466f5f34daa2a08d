import { z } from "zod";
import { addDays, daysBetween } from "../../model/index.ts";
import { countFinding, finding } from "../tools/finding.ts";
import { rankAmong } from "../tools/measure.ts";
import { barsRef, dayOrFact } from "../tools/options.ts";
import { barsOf } from "./asked.ts";
import { basis, reversal } from "./options.ts";
import type { Prices, Session } from "./prices.ts";
import { most, pricesOf, sessionOn, within } from "./prices.ts";
import type { Leg, SwingBasis } from "./swings.ts";
import { highOf, lastSwing, lowOf, swings, upLegs } from "./swings.ts";
import {
  changeBetween,
  closeQuote,
  daysBetweenQuotes,
  highQuote,
  lowQuote,
  quoted,
  sessionCount,
} from "./told.ts";
import type { Findings, Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import { dayFor } from "../tools/when.ts";

const options = z.strictObject({
  bars: barsRef,
  reversal,
  basis,
  from: dayOrFact
    .optional()
    .describe("The day of the low, instead of the last major swing low that the rule finds."),
});

/** From the last major low to the highest high since. */
export const rally: Statistic<z.infer<typeof options>> = {
  name: "rally",
  summary: "The rise from the last major swing low to the highest price since.",
  method:
    "From the last confirmed swing low (see swing-low) to the highest high after its day, both intraday, or both on closes. Withheld where the low has been undercut since, and where the rise is smaller than `reversal`. `weeks` counts the weeks of seven days begun from the low to the high, so that 37 days make a six-week rally; each is dated by the close known when it began. `back` compares the last close with the highest close since the low, that of the low's own day included, on closes alone, whatever the basis of the rally. `episodes` counts earlier rises of the zigzag that were at least as large, since the data begin; the rank is the rally's place among all of them.",
  definition: "Simple change, high / low − 1, between a swing low and the highest high after it.",
  options,
  parts: {
    "": "The rise, as a ratio; its day is that of the high; its state is running, or over once a swing high is confirmed.",
    low: "The low it starts from.",
    high: "The high it reached.",
    days: "Calendar days from the low to the high.",
    weeks: "Weeks of seven days begun from the low to the high.",
    sessions: "Sessions after the low, up to the high.",
    back: "The last close against the highest close since the low, as a ratio: zero or negative.",
    episodes: "How many earlier rallies were at least as large, a count.",
    "earlier-low": "The low from which the last one of these started.",
    "earlier-high": "The high at which it ended.",
  },
  example: "rally: { statistic: rally, bars: rut }",
  find: ({ bars: id, reversal: size, basis: on, from }, context) => {
    const prices = pricesOf(barsOf(context, id));
    const all = swings(prices.sessions, size, on);
    const start =
      from === undefined
        ? (lastSwing(all, "low")?.session ??
          withhold(`${prices.bars.name} has made no low that a later rise confirmed`))
        : sessionOn(prices, dayFor(from, context));
    const later = within(prices, start.place + 1, prices.last.place);
    const top =
      most(later, (each) => highOf(each, on).value) ??
      withhold(`nothing of ${prices.bars.name} is known after ${start.day}`);
    if (later.some((each) => lowOf(each, on).value < lowOf(start, on).value)) {
      withhold(`${prices.bars.name} has since fallen under the low of ${start.day}`);
    }
    const value = highOf(top, on).value / lowOf(start, on).value - 1;
    if (value < size) {
      withhold(`the rise from the low of ${start.day} is smaller than the reversal of a swing`);
    }
    const earlier = upLegs(all).filter((each) => each.high.session.place <= start.place);
    const low = lowQuote(prices, start, on);
    const high = highQuote(prices, top, on);
    const over = all.some((each) => each.kind === "high" && each.session === top);
    const sizes = earlier.map((each) => each.size);
    return {
      "": changeBetween(low, high, {
        state: over ? "over" : "running",
        rank: rankAmong(value, sizes),
      }),
      low: quoted(low, { state: "low" }),
      high: quoted(high, { state: "high" }),
      days: daysBetweenQuotes(low, high),
      weeks: weeks(prices, start, top),
      sessions: sessionCount(
        prices,
        within(prices, start.place + 1, top.place),
        "sessions after the low, up to the high",
      ),
      back: back(prices, [start, ...later]),
      ...episodes(
        prices,
        on,
        earlier.filter((each) => each.size >= value),
        [start, top],
      ),
    };
  },
};

/** One close is cited for each week of seven days begun: the last one known when it began. */
function weeks(prices: Prices, start: Session, top: Session): ReturnType<typeof sessionCount> {
  const begun = Math.ceil(daysBetween(start.day, top.day) / 7);
  const firsts = Array.from({ length: begun }, (_, week) => {
    const opening = addDays(start.day, 7 * week);
    return prices.sessions.findLast((each) => each.day <= opening) ?? start;
  });
  const how = "weeks of seven days begun, each by the close known when it began";
  return sessionCount(prices, firsts, how, { unit: "weeks" });
}

function back(prices: Prices, later: readonly Session[]): ReturnType<typeof changeBetween> {
  const highest = most(later, (each) => each.close.value) ?? prices.last;
  return changeBetween(closeQuote(prices, highest), closeQuote(prices, prices.last), {});
}

/** The count cites the highs first; where there is none, what they were measured against. */
function episodes(
  prices: Prices,
  on: SwingBasis,
  earlier: readonly Leg[],
  [start, top]: readonly [Session, Session],
): Findings {
  const how = "rallies at least as large that ended before this one began";
  const { series } = highQuote(prices, top, on);
  const last = earlier.at(-1);
  if (last === undefined) {
    const none = "no earlier rally in the data was as large";
    const cites = [start, top].map((each) => {
      const quote = each === top ? highQuote(prices, each, on) : lowQuote(prices, each, on);
      return cite(quote.series, quote.point);
    });
    const recipe = { op: "count", first: 0, last: -1, how } as const;
    return {
      episodes: finding({ series, recipe, cites, unit: "count", digits: 0, day: top.day }),
      "earlier-low": { unsaid: none },
      "earlier-high": { unsaid: none },
    };
  }
  const highs = earlier.map((each) => each.high.point);
  return {
    episodes: countFinding(series, highs, how, {}),
    "earlier-low": quoted(lowQuote(prices, last.low.session, on), { state: "low" }),
    "earlier-high": quoted(highQuote(prices, last.high.session, on), { state: "high" }),
  };
}
