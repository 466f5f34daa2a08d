import { z } from "zod";
import type { Finding, MoneyScale, Recipe } from "../../model/index.ts";
import { median, MONEY_SCALES, reckon } from "../../model/index.ts";
import { digitsFor } from "../tools/precision.ts";
import type { Statistic, Unsaid } from "../statistic.ts";
import { withhold } from "../statistic.ts";
import { taking, TAKING } from "./changes.ts";
import type { Measured, Told } from "./gauge.ts";
import { groupAsked, groupShape } from "./group.ts";
import { descending } from "./order.ts";
import { given } from "./rows.ts";
import { shareDigits, sizesOf, wholeOf } from "./sizes.ts";
import { ofEnd, ofGroup } from "./summary.ts";

const options = z.strictObject({
  ...groupShape,
  in: z
    .enum([...MONEY_SCALES, "listed"])
    .optional()
    .describe(
      "Where the weights of the members are market values: what they are counted in, or `listed`: as the catalogue says of the list (`market-values`), and otherwise not at all. Left out, weights are only proportions, and each member's share of the whole is told.",
    ),
});

type Options = z.infer<typeof options>;

const POWERS = { dollars: 0, thousands: 3, millions: 6, billions: 9 } as const;

/** How large the members of a group are. */
export const groupSize: Statistic<Options> = {
  name: "group-size",
  summary: "Mean, median, smallest and largest size of the members of a group, with their names.",
  method:
    "Sizes are the weights of the list of members, cited by its lines, or those of the catalogue, which are given. With `in` they are market values and told as money; without it they are proportions, and each member's share of the sum is told. Looked at are members that have a row without doubt on the group's latest day and a weight. `listed` carries the day of the list where that is another one. A smallest member under a thousandth of the median, or under a hundredth of it and a fifth of the next smallest, is likelier an error of unit than a company: what rests on it is withheld, and the same holds for a largest one on the other side. What a fund holds of a company is not its market value: the list must say which it is.",
  definition:
    "Arithmetic mean, median, least and greatest. The test for an error of unit is a convention: wrong units are wrong by ten, a hundred or a thousand.",
  options,
  parts: {
    "": "The mean size, in money or as a share of the whole.",
    median: "The median size.",
    smallest: "The smallest size, under its member's name.",
    largest: "The largest size, under its member's name.",
    sum: "All sizes together, in money.",
    list: "How many members the list names, with figures or without, a count.",
    ...TAKING,
  },
  example: "caps: { statistic: group-size, group: stocks, in: millions }",
  find: (chosen, context) => {
    const sizes = sizesOf(groupAsked(chosen, context));
    const { each } = sizes;
    const { small, large } = doubts(sizes);
    const { scaled, told } = scaleOf(chosen, sizes);
    const all = (take: "mean" | "median" | "sum"): Finding => {
      const recipe = scaled({ op: "of all", take, each });
      return ofGroup(sizes, recipe, told(reckon(recipe, sizes.cites)));
    };
    const end = (take: "least" | "greatest"): Finding =>
      ofEnd(sizes, take, told(reckon(scaled({ op: "of all", take, each }), sizes.cites)), scaled);
    const sum: Unsaid = { unsaid: "the weights of the members are no market values" };
    return {
      "": large ?? all("mean"),
      median: all("median"),
      smallest: small ?? end("least"),
      largest: large ?? end("greatest"),
      sum: chosen.in === undefined ? sum : (large ?? all("sum")),
      list: listedIn(sizes),
      ...taking(sizes.window),
    };
  },
};

/** How many the list names, which may be more than have prices. */
function listedIn(sizes: Measured): Finding | Unsaid {
  const { listed } = sizes.window.group.panel;
  if (listed === undefined) return { unsaid: "no file lists the members" };
  return ofGroup(sizes, given(listed, "rows of the list"), { unit: "count", digits: 0 });
}

interface Scale {
  readonly scaled: (recipe: Recipe) => Recipe;
  readonly told: (value: number) => Told;
}

/** Weights as money, or each as a share of all. */
function scaleOf({ in: unit }: Options, sizes: Measured): Scale {
  const basis = "reported";
  if (unit === undefined) {
    const by = wholeOf(sizes);
    return {
      scaled: (of) => ({ op: "quotient", of, by }),
      told: (value) => ({ unit: "ratio", digits: shareDigits(value), basis }),
    };
  }
  const power = POWERS[unit === "listed" ? scaleListed(sizes) : unit];
  const by = given(10 ** power, `one of the ${unit}`);
  const digits = digitsFor("money", decimalsOf(sizes.values) - power);
  return {
    scaled: (of) => (power === 0 ? of : { op: "product", of, by }),
    told: () => ({ unit: "money", digits, basis }),
  };
}

function scaleListed({ window }: Measured): MoneyScale {
  const { panel, series } = window.group;
  return (
    panel.marketValues ??
    withhold(`the list tells the weights of ${series.name} and not what the companies are worth`)
  );
}

/** Decimals that the list writes, two at most. */
function decimalsOf(values: readonly number[]): number {
  return [0, 1].find((digits) => values.every((each) => isWhole(each * 10 ** digits))) ?? 2;
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}

/** So far from the median nobody is, or so far where no one else comes near. */
const FAR = 1000;
const ALONE = { far: 100, apart: 5 } as const;

function doubts({ window, values }: Measured): {
  readonly small: Unsaid | null;
  readonly large: Unsaid | null;
} {
  const order = descending(window.group.panel, window.takers, values);
  const size = (at: number): number => values[order.at(at) ?? -1] ?? Number.NaN;
  const name = (at: number): string =>
    window.group.panel.members[window.takers[order.at(at) ?? -1]?.at ?? -1]?.name ?? "";
  const middle = median(values);
  const odd = (far: number, apart: number): boolean =>
    far > FAR || (far > ALONE.far && apart > ALONE.apart);
  const say = (at: number, side: string): Unsaid => ({
    unsaid: `the size of ${name(at)} lies so far ${side} all others that an error of unit is likelier`,
  });
  return {
    small: odd(middle / size(-1), size(-2) / size(-1)) ? say(-1, "below") : null,
    large: odd(size(0) / middle, size(0) / size(1)) ? say(0, "above") : null,
  };
}
