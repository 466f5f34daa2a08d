import type { Basis, Finding, Point, Series } from "../../model/index.ts";
import type { Draft } from "../tools/finding.ts";
import { countFinding, finding, pointFinding } from "../tools/finding.ts";
import { cite } from "../statistic.ts";
import { apart } from "./apart.ts";
import type { Prices, Session } from "./prices.ts";
import type { SwingBasis } from "./swings.ts";
import { highOf, lowOf } from "./swings.ts";

/** A price with the series it is quoted from. */
export interface Quote {
  readonly series: Series;
  readonly point: Point;
}

export function highQuote({ bars }: Prices, session: Session, basis: SwingBasis): Quote {
  return { series: basis === "close" ? bars.close : bars.high, point: highOf(session, basis) };
}

export function lowQuote({ bars }: Prices, session: Session, basis: SwingBasis): Quote {
  return { series: basis === "close" ? bars.close : bars.low, point: lowOf(session, basis) };
}

export function closeQuote({ bars }: Prices, session: Session): Quote {
  return { series: bars.close, point: session.close };
}

type More = Pick<Draft, "state" | "named" | "window" | "rank" | "day">;

export function quoted({ series, point }: Quote, more: More = {}): Finding {
  return pointFinding(series, point, more);
}

/** In percent; of yields in basis points. The two ends share one basis; where they do not, the statistic's method says so. */
export function changeBetween(
  from: Quote,
  to: Quote,
  more: More & { readonly basis?: Basis },
): Finding {
  return finding({
    series: to.series,
    ...apart(to.series, ...ENDS, from.point.value),
    cites: [cite(from.series, from.point), cite(to.series, to.point)],
    ...more,
  });
}

const ENDS = [
  { op: "value", of: 0 },
  { op: "value", of: 1 },
] as const;

/** Calendar days from one price to another, each cited from its own series. */
export function daysBetweenQuotes(from: Quote, to: Quote): Finding {
  return finding({
    series: to.series,
    recipe: { op: "days", from: 0, to: 1 },
    cites: [cite(from.series, from.point), cite(to.series, to.point)],
    unit: "days",
    digits: 0,
  });
}

/** How many of the sessions there are, each cited by its close. */
export function sessionCount(
  { bars }: Prices,
  sessions: readonly Session[],
  how: string,
  more: Pick<Draft, "state" | "named"> & { readonly unit?: "sessions" | "weeks" } = {},
): Finding {
  const points = sessions.map((each) => each.close);
  return countFinding(bars.close, points, how, { unit: "sessions", ...more });
}
