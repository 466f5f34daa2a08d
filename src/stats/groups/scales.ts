import type { Finding } from "../../model/index.ts";
import type { Over } from "../tools/base.ts";
import { finding } from "../tools/finding.ts";
import { earningsYield, multipleGrowth, salesMarginReturn } from "./fundamentals.ts";
import type { Gauge, Measured, Told } from "./gauge.ts";
import { alone, CHANGE, DISTANCE, measuredBy, RESTLESSNESS, REWARD } from "./gauge.ts";
import type { Group } from "./group.ts";
import { memberAs } from "./group.ts";
import { GROWTH, windowOfVolume } from "./growth.ts";
import { common } from "./summary.ts";
import type { Window } from "./window.ts";
import { windowOfSessions, windowOver } from "./window.ts";

/** By what members can be rated. */
export const SCALES = [
  "growth",
  "volume",
  "calm",
  "trend",
  "profit-risk",
  "valuation",
  "pe-growth",
  "smr",
] as const;

/** A way to rate: every member's figure, how it is told, and which end is the better. */
export interface Scale {
  readonly measured: Measured;
  readonly told: Told;
  /** One member's figure, proved by rows of its own where it rests on no others. */
  readonly measure: (place: number) => Finding;
  /** 1: the greatest is best; −1: the least. */
  readonly better: 1 | -1;
}

export interface ScaleAsked {
  readonly by: (typeof SCALES)[number];
  readonly over?: Over | undefined;
  readonly sessions?: number | undefined;
}

const QUARTER: Over = { kind: "span", span: { count: 3, unit: "month" } };

export function scaleOf({ by, over = QUARTER, sessions }: ScaleAsked, group: Group): Scale {
  switch (by) {
    case "growth":
      return gauged(windowOver(group, over), CHANGE);
    case "volume":
      return gauged(windowOfVolume(group, over), GROWTH);
    case "calm":
      return gauged(changesIn(group, sessions ?? 60), RESTLESSNESS, -1);
    case "trend":
      return gauged(windowOfSessions(group, sessions ?? 50), DISTANCE);
    case "profit-risk":
      return gauged(changesIn(group, sessions ?? 252), REWARD);
    case "valuation":
      return told(earningsYield(group), { unit: "ratio", digits: 1 });
    case "pe-growth":
      return told(multipleGrowth(group), { unit: "ratio", digits: 1 });
    case "smr":
      return told(salesMarginReturn(group), { unit: "score", digits: 2, basis: "reported" });
  }
}

/** So many daily changes have one close more. */
function changesIn(group: Group, called: number): Window {
  return { ...windowOfSessions(group, called + 1), called };
}

function gauged(window: Window, gauge: Gauge, better: 1 | -1 = 1): Scale {
  const measured = measuredBy(window, gauge);
  return { measured, told: gauge, measure: (place) => alone(window, gauge, place), better };
}

function told(measured: Measured, how: Told): Scale {
  const { window, cites, each } = measured;
  const measure = (place: number): Finding => {
    const recipe = each[place];
    const at = window.takers[place]?.at;
    if (recipe === undefined || at === undefined) throw new RangeError(`no member ${place}`);
    return finding({ ...common(window, how), series: memberAs(window.group, at), recipe, cites });
  };
  return { measured, told: how, measure, better: 1 };
}
