import type { z } from "zod";
import { average } from "./average.ts";
import { change } from "./change.ts";
import { confluence } from "./confluence.ts";
import { correlation } from "./correlation.ts";
import { crossings } from "./crossings.ts";
import { difference } from "./difference.ts";
import { drawdown } from "./drawdown.ts";
import { elapsed } from "./elapsed.ts";
import { last } from "./last.ts";
import { leadLag } from "./lead-lag.ts";
import { level } from "./level.ts";
import { momentumFade } from "./momentum-fade.ts";
import { nearLevel } from "./near-level.ts";
import { place } from "./place.ts";
import { rally } from "./rally.ts";
import { range } from "./range.ts";
import { ratioOf } from "./ratio-of.ts";
import { record } from "./record.ts";
import { release } from "./release.ts";
import { streak } from "./streak.ts";
import { superlative } from "./superlative.ts";
import { swingHigh } from "./swing-high.ts";
import { swingLow } from "./swing-low.ts";
import { trendLine } from "./trend-line.ts";
import { turningPoint } from "./turning-point.ts";
import { verdict } from "./verdict.ts";
import type { Context, Findings, Statistic } from "./statistic.ts";

export * from "./statistic.ts";

/** A statistic with its options' type forgotten, as the registry hands it out. */
export interface AnyStatistic extends Omit<Statistic, "options" | "find"> {
  readonly options: z.ZodType;
  /** Takes what `options` has read, and nothing else. */
  readonly find: (options: unknown, context: Context) => Findings;
}

/** Every statistic, by name: the one list behind YAML, the manual and the desk's catalogue. */
export const statistics: readonly AnyStatistic[] = [
  entry(average),
  entry(change),
  entry(confluence),
  entry(correlation),
  entry(crossings),
  entry(difference),
  entry(drawdown),
  entry(elapsed),
  entry(last),
  entry(leadLag),
  entry(level),
  entry(momentumFade),
  entry(nearLevel),
  entry(place),
  entry(rally),
  entry(range),
  entry(ratioOf),
  entry(record),
  entry(release),
  entry(streak),
  entry(superlative),
  entry(swingHigh),
  entry(swingLow),
  entry(trendLine),
  entry(turningPoint),
  entry(verdict),
];

export function statisticNamed(name: string): AnyStatistic | null {
  return statistics.find((each) => each.name === name) ?? null;
}

/** Forgets the type of the options; `options` and `find` still belong together. */
export function entry<Options>(statistic: Statistic<Options>): AnyStatistic {
  return {
    ...statistic,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `options` read is of its type
    find: (options, context) => statistic.find(options as Options, context),
  };
}
