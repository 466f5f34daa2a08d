import { z } from "zod";
import type { Finding } from "../../model/index.ts";
import { moved } from "../tools/combine.ts";
import { refuseHoles } from "../tools/find.ts";
import { finding } from "../tools/finding.ts";
import { barsRef, count } from "../tools/options.ts";
import { barsOf } from "./asked.ts";
import { apart } from "./apart.ts";
import type { Side } from "./averages.ts";
import { sideOf } from "./averages.ts";
import { levelFinding } from "./level-told.ts";
import { pinnedLevel } from "./levels.ts";
import { levelOrFact } from "./options.ts";
import type { Prices, Session } from "./prices.ts";
import { trustedPrices } from "./prices.ts";
import { closeQuote, quoted, sessionCount } from "./told.ts";
import type { Statistic } from "../statistic.ts";
import { cite } from "../statistic.ts";

const options = z.strictObject({
  bars: barsRef,
  level: levelOrFact,
  margin: z
    .number()
    .min(0)
    .max(0.5)
    .optional()
    .describe(
      "How far beyond the level a close must stand, as a ratio: 0.01 is one percent. Left out: the tolerance, half the mean true range of the fourteen sessions before.",
    ),
  closes: count.max(60).default(2).describe("How many closes in a row must stand so far beyond."),
});

/** Has the price closed decisively beyond a level? */
export const decisiveClose: Statistic<z.infer<typeof options>> = {
  name: "decisive-close",
  summary: "Whether the closes stand decisively above or below a level, by a margin and a count.",
  method:
    "The closes in a row, up to the last one, on the last close's side of the level are its run; a close on the level, at the precision of the source, belongs to neither side, and closes on it are a run of their own. The run is decisive from the close on by which `closes` (two) in a row stood beyond the level by more than the margin: a ratio of the level, or where none is given each session's tolerance. It stays so until a close on the other side. A filter by distance and one by time together: one alone is easily met by chance. Suspect rows take no part; a missing session within the run withholds it.",
  definition:
    "Penetration by a margin after Edwards and Magee, Technical Analysis of Stock Trends, and the rule of two days after Murphy, Technical Analysis of the Financial Markets.",
  options,
  parts: {
    "": "From the level to the last close, as a ratio; its state is decisively above, above, at, below or decisively below; it names the closes asked for.",
    level:
      "The level; its state is the last close's side: above, below or at. A number is told on the day of the last turn that touched it.",
    first:
      "The first close of the run, with its day; its state, like that of the counts, is the side.",
    closes: "Closes of the run in a row, a count of sessions.",
    beyond: "Closes in a row, up to the last, beyond the margin, a count of sessions.",
    decided: "The close that made the run decisive, with its day; withheld where none did.",
  },
  example: "decisive: { statistic: decisive-close, bars: rut, level: 2000 }",
  find: ({ bars: id, level, margin, closes }, context) => {
    const prices = trustedPrices(barsOf(context, id));
    const at =
      typeof level === "string"
        ? context.fact(level)
        : levelFinding(prices, pinnedLevel(prices, level));
    const sideAt = (each: Session): Side => sideOf(prices.bars.close, each.close.value, at.value);
    const side = sideAt(prices.last);
    const way = side === "at" ? 0 : side === "above" ? 1 : -1;
    const run = lastWhile(prices, (each) => sideAt(each) === side);
    const points = run.map((each) => each.close);
    refuseHoles(prices.bars.close, points, "day");
    const isBeyond = (each: Session): boolean =>
      way !== 0 &&
      way * (each.close.value - at.value) > (margin === undefined ? each.noise : margin * at.value);
    const beyond = lastWhile(prices, isBeyond);
    const decision = decided(run, isBeyond, closes);
    const count = (sessions: readonly Session[], how: string): Finding =>
      sessions.length === 0
        ? none(prices, how)
        : sessionCount(prices, sessions, how, { state: side });
    return {
      "": far(prices, at, decision === null ? side : `decisively ${side}`, closes),
      level: { ...at, state: side },
      first: quoted(closeQuote(prices, run[0] ?? prices.last), { state: side }),
      closes: count(run, `closes in a row ${side} the level`),
      beyond: count(beyond, `closes in a row ${side} the level by more than the margin`),
      decided:
        decision === null
          ? { unsaid: "the closes beyond the level are not decisive" }
          : quoted(closeQuote(prices, decision)),
    };
  },
};

/** The last sessions in a row of which it holds. */
function lastWhile(prices: Prices, holds: (session: Session) => boolean): readonly Session[] {
  const { sessions } = prices;
  return sessions.slice(sessions.findLastIndex((each) => !holds(each)) + 1);
}

function far(prices: Prices, level: Finding, state: string, closes: number): Finding {
  const { close } = prices.bars;
  const last = cite(close, prices.last.close);
  const from = moved(level.recipe, 1);
  return finding({
    series: close,
    ...apart(close, from, { op: "value", of: 0 }, level.value),
    cites: [last, ...level.cites],
    day: prices.last.day,
    basis: close.basis,
    state,
    named: { closes },
  });
}

function none(prices: Prices, how: string): Finding {
  const { close } = prices.bars;
  return finding({
    series: close,
    recipe: { op: "count", first: 1, last: 0, how },
    cites: [cite(close, prices.last.close)],
    unit: "sessions",
    digits: 0,
  });
}

/** The first close of the run by which so many in a row stood beyond the margin; null where none did. */
function decided(
  run: readonly Session[],
  isBeyond: (session: Session) => boolean,
  closes: number,
): Session | null {
  let count = 0;
  for (const each of run) {
    count = isBeyond(each) ? count + 1 : 0;
    if (count >= closes) return each;
  }
  return null;
}
