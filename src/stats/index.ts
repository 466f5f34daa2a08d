import { agentEvent } from "./agents/agent-event.ts";
import { agentRecord } from "./agents/agent-record.ts";
import { agentRule } from "./agents/agent-rule.ts";
import { fundDecay } from "./agents/fund-decay.ts";
import type { z } from "zod";
import { againstAverage } from "./series/against-average.ts";
import { average } from "./series/average.ts";
import { averageCross } from "./price/average-cross.ts";
import { averageSlope } from "./price/average-slope.ts";
import { averagesCross } from "./price/averages-cross.ts";
import { band } from "./facts/band.ts";
import { beta } from "./pairs/beta.ts";
import { breadth } from "./groups/breadth.ts";
import { candle } from "./price/candle.ts";
import { change } from "./series/change.ts";
import { changeRank } from "./series/change-rank.ts";
import { channel } from "./price/channel.ts";
import { confluence } from "./price/confluence.ts";
import { concentration } from "./groups/concentration.ts";
import { contribution } from "./groups/contribution.ts";
import { correlation } from "./pairs/correlation.ts";
import { crossings } from "./price/crossings.ts";
import { daysToCover } from "./positions/days-to-cover.ts";
import { decisiveClose } from "./price/decisive-close.ts";
import { difference } from "./facts/difference.ts";
import { distance } from "./facts/distance.ts";
import { divergence } from "./pairs/divergence.ts";
import { doubleBottom } from "./price/double-bottom.ts";
import { doubleTop } from "./price/double-top.ts";
import { drawdown } from "./price/drawdown.ts";
import { elapsed } from "./facts/elapsed.ts";
import { event } from "./events/event.ts";
import { indicator } from "./events/indicator.ts";
import { firstSince } from "./series/first-since.ts";
import { gap } from "./price/gap.ts";
import { groupChange } from "./groups/group-change.ts";
import { groupSize } from "./groups/group-size.ts";
import { groupSeasonality } from "./groups/group-seasonality.ts";
import { groupTurnover } from "./groups/group-turnover.ts";
import { groupVolume } from "./groups/group-volume.ts";
import { horizons } from "./series/horizons.ts";
import { last } from "./series/last.ts";
import { leadLag } from "./pairs/lead-lag.ts";
import { level } from "./price/level.ts";
import { momentumFade } from "./price/momentum-fade.ts";
import { nearExtreme } from "./series/near-extreme.ts";
import { nearLevel } from "./price/near-level.ts";
import { peakRank } from "./series/peak-rank.ts";
import { place } from "./series/place.ts";
import { position } from "./positions/position.ts";
import { rally } from "./price/rally.ts";
import { range } from "./price/range.ts";
import { ranking } from "./groups/ranking.ts";
import { rating } from "./groups/rating.ts";
import { ratioOf } from "./facts/ratio-of.ts";
import { record } from "./series/record.ts";
import { relativePerformance } from "./pairs/relative-performance.ts";
import { release } from "./series/release.ts";
import { reversal } from "./price/reversal.ts";
import { revision } from "./pairs/revision.ts";
import { rollingCorrelation } from "./pairs/rolling-correlation.ts";
import { shortWeek } from "./calendar/short-week.ts";
import { stance } from "./events/stance.ts";
import { seasonality } from "./series/seasonality.ts";
import { streak } from "./series/streak.ts";
import { superlative } from "./series/superlative.ts";
import { swingHigh } from "./price/swing-high.ts";
import { swingLow } from "./price/swing-low.ts";
import { tally } from "./series/tally.ts";
import { termStructure } from "./positions/term-structure.ts";
import { totalReturn } from "./series/total-return.ts";
import { trendLine } from "./price/trend-line.ts";
import { turningPoint } from "./series/turning-point.ts";
import { verdict } from "./pairs/verdict.ts";
import { yearRange } from "./series/year-range.ts";
import type { Context, Findings, Statistic } from "./statistic.ts";

export * from "./statistic.ts";
export { EVENT_KINDS, isEventName } from "./events/kinds.ts";
export type { EventName } from "./events/kinds.ts";
export { verdictOn } from "./events/odds.ts";

/** A statistic with its options' type forgotten, as the registry hands it out. */
export interface AnyStatistic extends Omit<Statistic, "options" | "find"> {
  readonly options: z.ZodType;
  /** Takes what `options` has read, and nothing else. */
  readonly find: (options: unknown, context: Context) => Findings;
}

/** Every statistic, by name: the one list behind YAML, the manual and the desk's catalogue. */
export const statistics: readonly AnyStatistic[] = [
  entry(againstAverage),
  entry(agentEvent),
  entry(agentRecord),
  entry(agentRule),
  entry(average),
  entry(averageCross),
  entry(averageSlope),
  entry(averagesCross),
  entry(band),
  entry(beta),
  entry(breadth),
  entry(candle),
  entry(change),
  entry(changeRank),
  entry(channel),
  entry(confluence),
  entry(concentration),
  entry(contribution),
  entry(correlation),
  entry(crossings),
  entry(daysToCover),
  entry(decisiveClose),
  entry(difference),
  entry(distance),
  entry(divergence),
  entry(doubleBottom),
  entry(doubleTop),
  entry(drawdown),
  entry(elapsed),
  entry(event),
  entry(firstSince),
  entry(fundDecay),
  entry(gap),
  entry(groupChange),
  entry(groupSize),
  entry(groupSeasonality),
  entry(groupTurnover),
  entry(groupVolume),
  entry(horizons),
  entry(indicator),
  entry(last),
  entry(leadLag),
  entry(level),
  entry(momentumFade),
  entry(nearExtreme),
  entry(nearLevel),
  entry(peakRank),
  entry(place),
  entry(position),
  entry(rally),
  entry(range),
  entry(ranking),
  entry(rating),
  entry(ratioOf),
  entry(record),
  entry(relativePerformance),
  entry(release),
  entry(reversal),
  entry(revision),
  entry(rollingCorrelation),
  entry(shortWeek),
  entry(stance),
  entry(seasonality),
  entry(streak),
  entry(superlative),
  entry(swingHigh),
  entry(swingLow),
  entry(tally),
  entry(termStructure),
  entry(totalReturn),
  entry(trendLine),
  entry(turningPoint),
  entry(verdict),
  entry(yearRange),
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
