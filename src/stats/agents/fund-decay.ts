import { z } from "zod";
import type { Finding, Recipe } from "../../model/index.ts";
import type { Statistic, Unsaid } from "../statistic.ts";
import { reckon, spanBefore } from "../../model/index.ts";
import { cite, withhold } from "../statistic.ts";
import { newest, own, pointTelling } from "../tools/find.ts";
import { finding } from "../tools/finding.ts";
import { seriesRef, spanOption } from "../tools/options.ts";

const options = z.strictObject({
  fund: seriesRef,
  of: seriesRef,
  times: z
    .number()
    .min(-5)
    .max(5)
    .describe("Leverage of the fund, negative for an inverse one: −2."),
  over: spanOption,
});

/** What daily reset, fee and financing made of a leveraged fund against so many times the change itself. */
export const fundDecay: Statistic<z.infer<typeof options>> = {
  name: "fund-decay",
  summary:
    "How far a fund with daily reset ended from so many times the change of what it follows over the same days.",
  method:
    "The change of the fund over the time less `times` the change of the other series over the very same days, in percentage points. A fund that is reset every day gives so many times each day’s change, and not that of any longer time: after a rise and a fall of ten percent a fund of −2 stands at 0.8 × 1.2, that is 4 percent lower, though what it follows lost 1 percent. Where so many times the change would be a loss of more than all, that and the difference are withheld.",
  definition: "The arithmetic of daily reset; fee and financing as the fund’s own series has them.",
  options,
  parts: {
    "": "The difference in percentage points; the state is ahead or behind.",
    fund: "Change of the fund.",
    change: "Change of what it follows.",
    simple: "So many times that change.",
    times: "The leverage, as it is given.",
  },
  example:
    "worn: { statistic: fund-decay, fund: agents.inverse-2x, of: iwm.close, times: -2, over: 1 year }",
  find: ({ fund: fundId, of, times, over }, context) => {
    const [fund, other] = [context.series(fundId), context.series(of)];
    const to = newest(own(fund)).day;
    const ends = [spanBefore(to, over), to].map((on) => {
      const one = pointTelling(own(fund), on) ?? withhold(`${fund.name} has no figure for ${on}`);
      const two = pointTelling(own(other), one.day);
      if (two?.day !== one.day) withhold(`${other.name} has no figure for ${one.day}`);
      return [cite(fund, one), cite(other, two)] as const;
    });
    const cites = ends.flat();
    const change = (first: number): Recipe => ({
      op: "change",
      from: { op: "value", of: first },
      to: { op: "value", of: first + 2 },
    });
    const simple: Recipe = {
      op: "product",
      of: { op: "given", value: times, how: "leverage" },
      by: change(1),
    };
    const apart: Recipe = {
      op: "product",
      of: { op: "given", value: 100, how: "points" },
      by: { op: "difference", from: simple, to: change(0) },
    };
    const made = (recipe: Recipe, series = fund) =>
      finding({ series, recipe, cites, unit: "ratio", digits: 1 });
    const possible = (make: () => Finding): Finding | Unsaid =>
      reckon(simple, cites) < -1 ? { unsaid: "no more than all of it can be lost" } : make();
    return {
      "": possible(() => {
        const found = finding({ series: fund, recipe: apart, cites, unit: "points", digits: 1 });
        return { ...found, state: found.value < 0 ? "behind" : "ahead" };
      }),
      fund: made(change(0)),
      change: made(change(1), other),
      simple: possible(() => made(simple, other)),
      times: finding({
        series: fund,
        recipe: { op: "given", value: times, how: "leverage" },
        cites,
        unit: "multiple",
        digits: Number.isInteger(times) ? 0 : 1,
      }),
    };
  },
};
