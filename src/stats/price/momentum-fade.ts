import { z } from "zod";
import type { Recipe } from "../../model/index.ts";
import { finding } from "../tools/finding.ts";
import { barsRef, count, dayOrFact } from "../tools/options.ts";
import { barsOf } from "./asked.ts";
import { reversal } from "./options.ts";
import { pricesOf, sessionOn, within } from "./prices.ts";
import { lastSwing, swings } from "./swings.ts";
import { changeBetween, closeQuote } from "./told.ts";
import type { Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import { dayFor } from "../tools/when.ts";

const options = z.strictObject({
  bars: barsRef,
  sessions: count.min(2).default(10).describe("How many of the rally's last sessions to compare."),
  reversal,
  to: dayOrFact.optional().describe("The day up to which to look; the last session if left out."),
});

/** Is a rally losing pace? */
export const momentumFade: Statistic<z.infer<typeof options>> = {
  name: "momentum-fade",
  summary: "The pace of a rally in its last sessions against its pace before.",
  method:
    "On closes alone. From the last confirmed swing low (zigzag on closes) the rally is cut into its last `sessions` (ten) and all before them. Each part's change, divided by its number of sessions, is its pace. Under half the earlier pace the rally is fading, otherwise holding. Withheld where the earlier part is shorter than the later one or did not rise, or where the rally is over because a swing high has been confirmed since. Only what was known on the day `to` is looked at.",
  definition: "Ratio of two mean changes per session.",
  options,
  parts: {
    "": "The late pace over the early one, as a ratio; negative where the price has fallen lately; its state is fading or holding.",
    late: "The change over the last sessions, as a ratio; it names the sessions.",
    early: "The change from the low up to them, as a ratio; it names the sessions.",
  },
  example: "pace: { statistic: momentum-fade, bars: rut }",
  find: ({ bars: id, sessions: wanted, reversal: size, to }, context) => {
    const prices = pricesOf(barsOf(context, id));
    const end = to === undefined ? prices.last : sessionOn(prices, dayFor(to, context));
    const all = swings(within(prices, 0, end.place), size, "close");
    const swing = all.at(-1);
    const low = lastSwing(all, "low") ?? withhold(`${prices.bars.name} has made no swing low`);
    if (swing !== low) withhold(`${prices.bars.name} is in no rally`);
    const middle = prices.sessions[end.place - wanted];
    if (middle === undefined || middle.place - low.session.place < wanted) {
      return withhold("the rally is too young to compare its pace");
    }
    const before = middle.place - low.session.place;
    if (middle.close.value <= low.point.value) withhold("the rally had not risen before");
    const closes = [low.session, middle, end].map((each) => cite(prices.bars.close, each.close));
    const pace = finding({
      series: prices.bars.close,
      recipe: { op: "quotient", of: paceOf(1, 2, wanted), by: paceOf(0, 1, before) },
      cites: closes,
      unit: "ratio",
      digits: 0,
    });
    const [from, over, until] = [low.session, middle, end].map((each) => closeQuote(prices, each));
    if (from === undefined || over === undefined || until === undefined) return {};
    return {
      "": { ...pace, state: pace.value < 0.5 ? "fading" : "holding" },
      late: changeBetween(over, until, { named: { sessions: wanted } }),
      early: changeBetween(from, over, { named: { sessions: before } }),
    };
  },
};

/** Change per session between two citations. */
function paceOf(from: number, to: number, sessions: number): Recipe {
  return {
    op: "quotient",
    of: { op: "change", from: { op: "value", of: from }, to: { op: "value", of: to } },
    by: { op: "given", value: sessions, how: "sessions" },
  };
}
