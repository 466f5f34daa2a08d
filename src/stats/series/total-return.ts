import { z } from "zod";
import type { Finding, Recipe, Series } from "../../model/index.ts";
import { between, newest, own } from "../tools/find.ts";
import { finding, said } from "../tools/finding.ts";
import { pointsOf } from "../tools/measure.ts";
import { dayOrFact, overOption, seriesRef } from "../tools/options.ts";
import type { Context, Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import { pointAt } from "../tools/when.ts";
import type { Move } from "./moves.ts";
import { moveBetween, moveOver, pointOn, told } from "./moves.ts";

const options = z
  .strictObject({
    series: seriesRef,
    total: seriesRef.describe("The total-return series of the same index or fund."),
    over: overOption.optional(),
    from: dayOrFact.optional(),
    to: dayOrFact.optional(),
  })
  .refine((each) => (each.over === undefined) !== (each.from === undefined), {
    message: "give either `over` or `from`",
    path: ["over"],
  });

type Options = z.infer<typeof options>;

/** A total return below the price return by more than this is no matter of rounding. */
const ROUNDING = 0.0005;

/** With and without dividends, over one window. */
export const totalReturn: Statistic<Options> = {
  name: "total-return",
  summary: "The return of a series with dividends against that of its price alone.",
  method:
    "Both changes go from the same day to the same day: from the base that `change` would take of the price series, to the newest day that both series have told. The part `price` names the span and says, of a week, whether it is whole; the total return is the plain figure. It is withheld where one of the two has no figure for one of those days, and where the total return lies more than 0.05 points below the price return: dividends cannot be negative, so one of the two series is wrong.",
  definition: "Total-return index, to / from − 1, dividends reinvested by the publisher.",
  options,
  parts: {
    "": "The total return, a ratio; its day is the last one of the window.",
    price: "The change of the price alone, a ratio.",
    difference: "The total return less the price return, in percentage points.",
  },
  example:
    "spx-return: { statistic: total-return, series: spx.close, total: spx-total, over: year to date }",
  find: (chosen, context) => {
    const series = context.series(chosen.series);
    const total = context.series(chosen.total);
    const price = moveOf(chosen, series, total, context);
    const whole = moveBetween(own(total), pointOn(total, price.from), pointOn(total, price.to));
    const earned = told(whole, "percent");
    const moved = said(() => told(price, "percent"));
    if (!("unsaid" in moved) && earned.value < moved.value - ROUNDING) {
      withhold(`${total.name} has gained less than ${series.name}, which no dividend explains`);
    }
    return { "": earned, price: moved, difference: said(() => differenceOf(price, whole)) };
  },
};

function moveOf(chosen: Options, series: Series, total: Series, context: Context): Move {
  const readings = own(series);
  const latest = newest(own(total));
  const shared = between(series.points, series.points[0]?.day ?? latest.day, latest.day).at(-1);
  const to =
    chosen.to === undefined
      ? (shared ?? withhold(`${series.name} and ${total.name} share no day`))
      : pointAt(series, chosen.to, context);
  if (chosen.over !== undefined) return moveOver(readings, to, chosen.over);
  if (chosen.from === undefined) return withhold("it names no window");
  return moveBetween(readings, pointAt(series, chosen.from, context), to);
}

function differenceOf(price: Move, whole: Move): Finding {
  const one = price.readings.series;
  const two = whole.readings.series;
  const change = (first: number): Recipe => ({
    op: "change",
    from: { op: "value", of: first },
    to: { op: "value", of: first + 1 },
  });
  return finding({
    series: two,
    ...pointsOf("ratio", { op: "difference", from: change(0), to: change(2) }, 1),
    cites: [cite(one, price.from), cite(one, price.to), cite(two, whole.from), cite(two, whole.to)],
  });
}
