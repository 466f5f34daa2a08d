import { z } from "zod";
import type { Citation, Finding } from "../../model/index.ts";
import { finding } from "../tools/finding.ts";
import { refuseHoles } from "../tools/find.ts";
import { barsRef, count } from "../tools/options.ts";
import { barsOf } from "./asked.ts";
import { tradesAt } from "./behaviour.ts";
import { levelOrFact } from "./options.ts";
import type { Prices, Session } from "./prices.ts";
import { trustedPrices } from "./prices.ts";
import { closeQuote, quoted, sessionCount } from "./told.ts";
import type { Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z.strictObject({
  bars: barsRef,
  level: levelOrFact,
  sessions: count.default(10).describe("How many sessions to look back, the last one included."),
});

/** How often the price has crossed a level lately. */
export const crossings: Statistic<z.infer<typeof options>> = {
  name: "crossings",
  summary:
    "On how many of the last sessions the price crossed a level, and how often it closed above.",
  method:
    "A session crosses the level when its range from low to high contains it, the ends included. `closes` counts, among these sessions alone, the closes above the level; a close on the level is not above it. A close above on a session that never came down to the level is no crossing and is not counted. `outcome` says where the last session of all closed.",
  definition: "Counts of daily ranges and closes.",
  options,
  parts: {
    "": "Sessions whose range contained the level, a count; it names the sessions looked at.",
    closes: "Closes above the level among them, a count.",
    sessions: "How many sessions were looked at.",
    outcome: "The last close; its state is above, below or at.",
  },
  example: "crossings: { statistic: crossings, bars: rut, level: 2100, sessions: 10 }",
  find: ({ bars: id, level, sessions: wanted }, context) => {
    const prices = trustedPrices(barsOf(context, id));
    const given = typeof level === "string" ? context.fact(level) : null;
    const value = given?.value ?? Number(level);
    const lately = prices.sessions.slice(-wanted);
    if (lately.length < wanted) withhold(`only ${lately.length} sessions are known`);
    refuseHoles(
      prices.bars.close,
      lately.map((each) => each.close),
      "day",
    );
    const crossed = lately.filter((each) => tradesAt(each, value));
    const above = crossed.filter((each) => each.close.value > value);
    const last = prices.last.close.value;
    const state = last > value ? "above" : last < value ? "below" : "at";
    const more = given?.cites ?? [];
    return {
      "": crossingCount(prices, crossed, lately, more),
      closes: closeCount(prices, above, lately, more),
      sessions: sessionCount(prices, lately, "sessions looked at"),
      outcome: quoted(closeQuote(prices, prices.last), { state }),
    };
  },
};

/** Highs of the crossing sessions are counted; their lows, and the level's own rows, stand after them. */
function crossingCount(
  prices: Prices,
  crossed: readonly Session[],
  lately: readonly Session[],
  level: readonly Citation[],
): Finding {
  const { high, low, close } = prices.bars;
  const shown = crossed.length === 0 ? lately : crossed;
  return finding({
    series: close,
    recipe: {
      op: "count",
      first: 0,
      last: crossed.length - 1,
      how: "sessions whose range contained the level",
    },
    cites: [
      ...shown.map((each) => cite(high, each.high)),
      ...shown.map((each) => cite(low, each.low)),
      ...level,
    ],
    unit: "count",
    digits: 0,
    day: prices.last.day,
    basis: high.basis,
    window: windowOf(lately, prices.last, level),
    named: { sessions: lately.length },
  });
}

function closeCount(
  prices: Prices,
  above: readonly Session[],
  lately: readonly Session[],
  level: readonly Citation[],
): Finding {
  const shown = above.length === 0 ? lately : above;
  return finding({
    series: prices.bars.close,
    recipe: {
      op: "count",
      first: 0,
      last: above.length - 1,
      how: "crossing sessions that closed above the level",
    },
    cites: [...shown.map((each) => cite(prices.bars.close, each.close)), ...level],
    unit: "count",
    digits: 0,
    day: prices.last.day,
    window: windowOf(lately, prices.last, level),
    named: { sessions: lately.length },
  });
}

/** The sessions looked at, and the rows that the level itself rests on. */
function windowOf(
  lately: readonly Session[],
  last: Session,
  level: readonly Citation[],
): Finding["window"] {
  const days = [...lately, ...level].map((each) => each.day).toSorted();
  return { from: days[0] ?? last.day, to: last.day };
}
