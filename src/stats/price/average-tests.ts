import type { Citation, Finding, Point } from "../../model/index.ts";
import { finding } from "../tools/finding.ts";
import { amount } from "./apart.ts";
import type { Crossing } from "./averages.ts";
import { averageAt, averageFrom, windowAt } from "./averages.ts";
import type { Test } from "./behaviour.ts";
import type { Prices } from "./prices.ts";
import type { Quote } from "./told.ts";
import { closeQuote, highQuote, lowQuote, quoted } from "./told.ts";
import type { Unsaid } from "../statistic.ts";
import { cite } from "../statistic.ts";

type Part = "tested" | "came" | "tests" | "tested-before";

/** How the average has been tested since the price crossed it. */
export function testsOf(
  prices: Prices,
  tests: readonly Test[],
  crossing: Crossing,
  points: readonly Point[],
  of: number,
): Readonly<Record<Part, Finding | Unsaid>> {
  const since = tests.filter(
    (each) => each.side === crossing.side && each.from.place > crossing.place,
  );
  const last = since.at(-1);
  const counted = testCount(prices, since, crossing);
  if (last === undefined) {
    const none = { unsaid: "the average has not been tested since" };
    return { tested: none, came: none, tests: counted, "tested-before": none };
  }
  const earlier = tests[tests.indexOf(last) - 1];
  return {
    tested: quoted(farthest(prices, last), { state: last.outcome }),
    came: came(prices, last, points, of),
    tests: counted,
    "tested-before":
      earlier === undefined
        ? { unsaid: "no earlier test of the average is in the data" }
        : quoted(farthest(prices, earlier), { state: earlier.outcome }),
  };
}

function farthest(prices: Prices, { side, farthest: session }: Test): Quote {
  return side === "above"
    ? lowQuote(prices, session, "intraday")
    : highQuote(prices, session, "intraday");
}

/** From the average of the farthest price's own day to that price. */
function came(prices: Prices, test: Test, points: readonly Point[], of: number): Finding {
  const { close } = prices.bars;
  const { series, point } = farthest(prices, test);
  const { place } = test.farthest;
  const past = point.value - averageAt(points, of, place);
  return finding({
    series,
    ...amount(close, averageFrom(0, of), { op: "value", of }),
    cites: [...windowAt(points, of, place).map((each) => cite(close, each)), cite(series, point)],
    state: (test.side === "above" ? past < 0 : past > 0) ? "pierced" : "clear",
    named: { of },
  });
}

/** Each test by its farthest price; none is proved by the closes since the crossing. */
function testCount(prices: Prices, tests: readonly Test[], crossing: Crossing): Finding {
  const first = prices.sessions[crossing.place] ?? prices.last;
  const from = closeQuote(prices, first);
  const quotes = tests.length === 0 ? [from] : tests.map((each) => farthest(prices, each));
  const cites = quotes.map(({ series, point }): Citation => cite(series, point));
  return finding({
    series: prices.bars.close,
    recipe: { op: "count", first: 0, last: tests.length - 1, how: "tests since the crossing" },
    cites,
    unit: "count",
    digits: 0,
    day: prices.last.day,
    window: { from: first.day, to: prices.last.day },
  });
}
