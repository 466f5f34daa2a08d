import { z } from "zod";
import type { Finding, Point } from "../../model/index.ts";
import { countFinding, finding, said } from "../tools/finding.ts";
import { barsRef, count } from "../tools/options.ts";
import { digitsOf } from "../tools/precision.ts";
import { barsOf } from "./asked.ts";
import { amount, apart } from "./apart.ts";
import { testsOf } from "./average-tests.ts";
import type { Crossing, Side } from "./averages.ts";
import {
  averageFrom,
  averagesOf,
  lastCrossing,
  refuseHoleIn,
  refuseShort,
  sideOf,
  windowAt,
} from "./averages.ts";
import { behaviourAt } from "./behaviour.ts";
import type { Prices } from "./prices.ts";
import { trustedPrices } from "./prices.ts";
import type { Statistic, Unsaid } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z.strictObject({
  bars: barsRef,
  of: count
    .min(2)
    .max(400)
    .default(50)
    .describe("Readings averaged: 50 of the 50-day average, 200 of the 200-day."),
  counts: z
    .enum(["close", "clear"])
    .default("close")
    .describe(
      "What counts as a crossing: the first close on the other side, or one that stands clear of it by the rule of a breach (beyond tolerance, or five closes in a row).",
    ),
});

type Options = z.infer<typeof options>;

/** Price against its own moving average. */
export const averageCross: Statistic<Options> = {
  name: "average-cross",
  summary:
    "When the price last reclaimed or lost its moving average, by how much, and how it has been tested since.",
  method:
    "The average is the plain mean of the last `of` closes, the session's own included. A crossing is the first close on the other side of its own session's average, compared at the precision of the source; a close on the average changes no side. With `counts: clear` it must be a breach by decision 4: a close beyond by more than tolerance, or the first of five closes in a row beyond. The margin is slight within tolerance (half the mean true range of the fourteen sessions before), else clear. A test opens when a low (from above) or a high (from below) comes within tolerance of the average, and ends with a close clear of it on the old side or with a breach; only tests after the crossing, on the side it went to, are told. Suspect rows take no part, and a missing session withholds it. The prior close and the sessions away are withheld where one is missing in the average of that day or since.",
  definition:
    "SMA(n) against the close, as in Murphy, Technical Analysis of the Financial Markets; the test by decision 4.",
  options,
  parts: {
    "": "The close that crossed, on its day; its state is reclaimed or lost; it names the readings averaged.",
    average: "The average on that day.",
    now: "The average on the last session; its state tells whether the last close is above, below or at it.",
    margin: "From the average to that close, as a ratio; its state is slight or clear.",
    by: "The same as an amount: dollars of a price, points of an index, basis points of a yield.",
    sessions: "Sessions since the crossing: none where it came on the last one.",
    distance: "From the average now to the last close, as a ratio; its state above, below or at.",
    prior: "The last close on this side before the crossing: it is the first such close since.",
    away: "Sessions closed on the other side or on the average in between.",
    tested:
      "The farthest price of the last test since the crossing; its state is held, gave way or open.",
    came: "From the average on that day to that price, as an amount; its state is clear, or pierced.",
    tests: "Tests since the crossing, a count.",
    "tested-before": "The farthest price of the test before that one, whichever its side.",
  },
  example: "cross: { statistic: average-cross, bars: rut, of: 50 }",
  find: ({ bars: id, of, counts }, context) => {
    const prices = trustedPrices(barsOf(context, id));
    const { close } = prices.bars;
    const points = prices.sessions.map((each) => each.close);
    refuseShort({ ...close, points }, of);
    const latest = points.length - 1;
    const averages = averagesOf(points, of);
    const side = (place: number): Side =>
      sideOf(close, points[place]?.value ?? Number.NaN, averages[place] ?? Number.NaN);
    const behaviour = behaviourAt(prices, ({ place }) => averages[place] ?? Number.NaN);
    const breach = behaviour.breaches.at(-1);
    const crossing =
      counts === "close"
        ? lastCrossing(side, latest, of - 1)
        : breach === undefined
          ? null
          : { place: breach.session.place, side: breach.to };
    if (crossing === null) {
      return withhold(`${close.name} has not crossed its ${of}-day average in the data`);
    }
    refuseHoleIn(close, points, crossing.place - of);
    const told: Told = { prices, points, of, crossing, side, average: averages };
    return {
      "": crossed(told),
      average: averageOn(told, crossing.place),
      now: averageOn(told, latest, side(latest)),
      ...margins(told),
      sessions: since(told),
      distance: distance(told, latest, side(latest)),
      ...before(told),
      ...testsOf(prices, behaviour.tests, crossing, points, of),
    };
  },
};

interface Told {
  readonly prices: Prices;
  readonly points: readonly Point[];
  readonly of: number;
  readonly crossing: Crossing;
  readonly side: (place: number) => Side;
  readonly average: Float64Array;
}

/** Cites the averages of the crossing's day and of the one before. */
function crossed({ prices, points, of, crossing }: Told): Finding {
  const { close } = prices.bars;
  const window = points.slice(Math.max(0, crossing.place - of), crossing.place + 1);
  return finding({
    series: close,
    recipe: { op: "value", of: window.length - 1 },
    cites: window.map((each) => cite(close, each)),
    unit: close.unit,
    digits: digitsOf(close),
    state: crossing.side === "above" ? "reclaimed" : "lost",
    named: { of },
  });
}

function averageOn({ prices, points, of }: Told, place: number, state?: Side): Finding {
  const { close } = prices.bars;
  return finding({
    series: close,
    recipe: averageFrom(0, of),
    cites: windowAt(points, of, place).map((each) => cite(close, each)),
    unit: close.unit,
    digits: digitsOf(close),
    named: { of },
    ...(state === undefined ? {} : { state }),
  });
}

function distance({ prices, points, of, average }: Told, place: number, state: string): Finding {
  const { close } = prices.bars;
  const ends = [averageFrom(0, of), { op: "value", of: of - 1 }] as const;
  return finding({
    series: close,
    ...apart(close, ...ends, average[place] ?? 0),
    cites: windowAt(points, of, place).map((each) => cite(close, each)),
    named: { of },
    state,
  });
}

function margins(told: Told): { readonly margin: Finding; readonly by: Finding } {
  const { prices, points, of, crossing, average } = told;
  const { close } = prices.bars;
  const { place } = crossing;
  const far = Math.abs((points[place]?.value ?? 0) - (average[place] ?? 0));
  const noise = prices.sessions[place]?.noise ?? 0;
  const state = far > noise ? "clear" : "slight";
  return {
    margin: distance(told, place, state),
    by: finding({
      series: close,
      ...amount(close, averageFrom(0, of), { op: "value", of: of - 1 }),
      cites: windowAt(points, of, place).map((each) => cite(close, each)),
      named: { of },
      state,
    }),
  };
}

function since({ prices, points, crossing }: Told): Finding {
  const after = points.slice(crossing.place);
  const how = "sessions after the crossing";
  return countFinding(prices.bars.close, after, how, { first: 1, unit: "sessions" });
}

/** The last close on the new side before, and how long the price was away from it. */
function before(told: Told): Readonly<Record<"prior" | "away", Finding | Unsaid>> {
  const { prices, points, of, crossing, side } = told;
  const { close } = prices.bars;
  let place = crossing.place - 1;
  while (place >= of - 1 && side(place) !== crossing.side) place -= 1;
  const prior = points[place];
  if (place < of - 1 || prior === undefined) {
    const unsaid = `there is no earlier close ${crossing.side} the average in the data`;
    return { prior: { unsaid }, away: { unsaid } };
  }
  const whole = (make: () => Finding): Finding | Unsaid =>
    said(() => {
      refuseHoleIn(close, points.slice(0, crossing.place + 1), place - of + 1);
      return make();
    });
  const between = points.slice(place, crossing.place);
  const how = "sessions between the two closes";
  return {
    prior: whole(() =>
      finding({
        series: close,
        recipe: { op: "value", of: of - 1 },
        cites: windowAt(points, of, place).map((each) => cite(close, each)),
        unit: close.unit,
        digits: digitsOf(close),
        state: crossing.side,
      }),
    ),
    away: whole(() => countFinding(close, between, how, { first: 1, unit: "sessions" })),
  };
}
