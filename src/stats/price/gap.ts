import { z } from "zod";
import type { Finding, Point, Series } from "../../model/index.ts";
import { sessionsBetween } from "../../model/index.ts";
import { refuseHoles } from "../tools/find.ts";
import { countFinding } from "../tools/finding.ts";
import { barsRef } from "../tools/options.ts";
import { fullBarsOf } from "./asked.ts";
import type { Prices, Session } from "./prices.ts";
import { most, trustedPrices, within } from "./prices.ts";
import type { Quote } from "./told.ts";
import { changeBetween, highQuote, lowQuote, quoted } from "./told.ts";
import type { Statistic, Unsaid } from "../statistic.ts";
import { withhold } from "../statistic.ts";

const options = z.strictObject({
  bars: barsRef,
  direction: z.enum(["either", "up", "down"]).default("either").describe("Which gaps count."),
  by: z
    .enum(["range", "open"])
    .default("range")
    .describe(
      "`range`: the whole session stayed beyond the high or low before; `open`: its opening price did, whatever came later that day.",
    ),
  least: z
    .number()
    .min(0)
    .max(0.9)
    .optional()
    .describe(
      "Least size as a ratio: 0.01 is one percent. Left out: a quarter of the mean true range of the fourteen sessions before.",
    ),
  unfilled: z.boolean().default(false).describe("Only gaps that no later price has filled."),
});

type Options = z.infer<typeof options>;

interface Gap {
  readonly side: "up" | "down";
  readonly before: Session;
  readonly session: Session;
  readonly from: Quote;
  readonly to: Quote;
}

/** The last gap in the prices. */
export const gap: Statistic<Options> = {
  name: "gap",
  summary: "The last gap up or down: its edges, its size, and whether it has been filled.",
  method:
    "A gap up lies between the high of one session and the low of the next (or its open, `by: open`), a gap down between a low and the next high. The sessions must follow each other by the calendar of the exchange. A gap smaller than `least`, or where that is left out than a quarter of the mean true range of the fourteen sessions before, is none. It is filled by the first price that reaches its far edge, the high or low before it; partly filled where prices have entered it; else open. A gap by the open can be filled on its own day. A session missing since the gap may have filled it, and withholds it. Suspect rows take no part.",
  definition: "Gaps after Edwards and Magee, Technical Analysis of Stock Trends.",
  options,
  parts: {
    "": "The size from edge to edge, as a ratio, negative for a gap down; its state is open, partly filled or filled.",
    from: "The edge before: the high or low of the session before; its state is up or down.",
    to: "The edge after: the low, high or open of the session that gapped, with its day.",
    farthest: "The price that came back farthest since; withheld where no later one is known.",
    filled: "The price that filled it, with its day.",
    sessions: "Sessions since the gap.",
  },
  example: "jump: { statistic: gap, bars: rut, least: 0.001 }",
  find: (chosen, context) => {
    const prices = trustedPrices(fullBarsOf(context, chosen.bars));
    const opens = new Map(prices.bars.open.points.map((each) => [each.day, each]));
    for (let place = prices.last.place; place > 0; place--) {
      const found = gapAt(prices, place, chosen, opens);
      if (found === null) continue;
      const since = within(prices, place + (chosen.by === "open" ? 0 : 1), prices.last.place);
      const filling = since.find((each) => reach(found, each) <= 0) ?? null;
      if (chosen.unfilled && filling !== null) continue;
      refuseHoles(
        prices.bars.close,
        within(prices, place, prices.last.place).map((each) => each.close),
        "day",
      );
      return told(prices, found, since, filling);
    }
    const kind = chosen.unfilled ? "unfilled gap" : "gap";
    return withhold(`there is no ${kind} of that size in the data of ${prices.bars.name}`);
  },
};

function gapAt(
  prices: Prices,
  place: number,
  { direction, by, least }: Options,
  opens: ReadonlyMap<string, Point>,
): Gap | null {
  const before = prices.sessions[place - 1];
  const session = prices.sessions[place];
  if (before === undefined || session === undefined) return null;
  if (sessionsBetween(before.day, session.day) !== 1) return null;
  const open = opens.get(session.day);
  if (by === "open" && (open === undefined || open.suspect !== undefined)) return null;
  const at = (own: Quote): Quote =>
    by === "open" && open !== undefined ? { series: prices.bars.open, point: open } : own;
  for (const side of ["up", "down"] as const) {
    if (direction !== "either" && direction !== side) continue;
    const up = side === "up";
    const from = up ? highQuote(prices, before, "intraday") : lowQuote(prices, before, "intraday");
    const to = at(
      up ? lowQuote(prices, session, "intraday") : highQuote(prices, session, "intraday"),
    );
    const size = (to.point.value - from.point.value) * (up ? 1 : -1);
    const enough = least === undefined ? session.noise / 2 : least * from.point.value;
    if (size > 0 && size >= enough) return { side, before, session, from, to };
  }
  return null;
}

/** How far a session stayed from the far edge: zero or less fills the gap. */
function reach({ side, from }: Gap, session: Session): number {
  const edge = from.point.value;
  return side === "up" ? session.low.value - edge : edge - session.high.value;
}

function told(
  prices: Prices,
  found: Gap,
  since: readonly Session[],
  filling: Session | null,
): Readonly<Record<string, Finding | Unsaid>> {
  const { side, from, to, session } = found;
  const nearest = most(since, (each) => -reach(found, each));
  const back = (each: Session): Quote =>
    side === "up" ? lowQuote(prices, each, "intraday") : highQuote(prices, each, "intraday");
  const width = Math.abs(to.point.value - from.point.value);
  const entered = nearest !== null && reach(found, nearest) < width;
  const state = filling !== null ? "filled" : entered ? "partly filled" : "open";
  const close: Series = prices.bars.close;
  const after = within(prices, session.place, prices.last.place).map((each) => each.close);
  return {
    "": changeBetween(from, to, { state, basis: from.series.basis }),
    from: quoted(from, { state: side }),
    to: quoted(to, { state: side }),
    farthest:
      nearest === null ? { unsaid: "no session is known since the gap" } : quoted(back(nearest)),
    filled: filling === null ? { unsaid: "the gap has not been filled" } : quoted(back(filling)),
    sessions: countFinding(close, after, "sessions since the gap", {
      first: 1,
      unit: "sessions",
    }),
  };
}
