import { z } from "zod";
import type { Finding, Point, Series } from "../../model/index.ts";
import { mean } from "../../model/index.ts";
import { newest, own, refuseHoles, unbroken } from "../tools/find.ts";
import { finding } from "../tools/finding.ts";
import { count, seriesRef } from "../tools/options.ts";
import { digitsOf } from "../tools/precision.ts";
import type { Findings, Statistic, Unsaid } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z.strictObject({
  series: seriesRef,
  of: count.max(400).default(50).describe("Readings averaged: 50 of the 50-day average."),
});

/** The slope is taken over this many readings, and called flat under this ratio. */
const SLOPE_OVER = 10;
const FLAT = 0.002;

/** How far back a crossing is looked for, in readings. */
const LOOK_BACK = 260;

/** A simple moving average of closes. */
export const average: Statistic<z.infer<typeof options>> = {
  name: "average",
  summary: "The simple moving average of a series, where it points, and when it was last crossed.",
  method:
    "The plain mean of the latest `of` readings, all weighted alike, the latest included; none of them may be missing. The slope is the change of the average over ten readings, flat under 0.2 percent. Distance and slope, being percentages, are withheld where they would start at an average of zero or less or end below zero. A crossing is the first reading on the other side of its own day's average; a reading exactly on it changes no side. Crossings are looked for over the last 260 readings, back to the newest missing one.",
  definition: "SMA(n): sum of the last n closes divided by n.",
  options,
  parts: {
    "": "The average, in the unit of the series; its state tells whether the latest reading is above, below or at it.",
    distance: "From the average to the latest reading, a ratio; state above, below or at.",
    slope: "Change of the average over ten readings, a ratio; state rising, falling or flat.",
    crossed:
      "The reading that last crossed the average, on its day; state above or below: the side it went to.",
  },
  example: "average: { statistic: average, series: rut.close, of: 50 }",
  find: ({ series: id, of }, context) => {
    const series = context.series(id);
    const latest = newest(own(series));
    const { points } = series;
    if (points.length < of) {
      withhold(`${series.name} has ${points.length} readings, too few for an average of ${of}`);
    }
    const window = points.slice(-of);
    refuseHoles(series, window, series.every);
    const middle = mean(window.map((each) => each.value));
    const side = sideOf(latest.value, middle);
    const named = { of };
    return {
      "": finding({
        series,
        recipe: { op: "mean", first: 0, last: of - 1 },
        cites: window.map((each) => cite(series, each)),
        unit: series.unit,
        digits: digitsOf(series),
        state: side,
        named,
      }),
      distance:
        percentOf(middle, latest.value) ??
        finding({
          series,
          recipe: {
            op: "change",
            from: { op: "mean", first: 0, last: of - 1 },
            to: { op: "value", of: of - 1 },
          },
          cites: window.map((each) => cite(series, each)),
          unit: "ratio",
          digits: 1,
          state: side,
          named,
        }),
      slope: slope(series, of),
      crossed: crossing(series, of),
    } satisfies Findings;
  },
};

function sideOf(value: number, middle: number): "above" | "below" | "at" {
  if (value === middle) return "at";
  return value > middle ? "above" : "below";
}

/** A percentage neither starts at an average of zero or less nor ends below zero; null: it may be told. */
function percentOf(base: number, value: number): Unsaid | null {
  const fair = base > 0 && value >= 0;
  return fair ? null : { unsaid: "no percentage starts at zero or less, or ends below zero" };
}

function slope(series: Series, of: number): Finding | Unsaid {
  const window = unbroken(series.points, series.every).slice(-of - SLOPE_OVER);
  if (window.length < of + SLOPE_OVER) return { unsaid: "too few readings for a slope" };
  const values = window.map((each) => each.value);
  const unfair = percentOf(mean(values.slice(0, of)), mean(values.slice(SLOPE_OVER)));
  if (unfair !== null) return unfair;
  const found = finding({
    series,
    recipe: {
      op: "change",
      from: { op: "mean", first: 0, last: of - 1 },
      to: { op: "mean", first: SLOPE_OVER, last: of + SLOPE_OVER - 1 },
    },
    cites: window.map((each) => cite(series, each)),
    unit: "ratio",
    digits: 1,
    named: { of },
  });
  const direction = found.value > 0 ? "rising" : "falling";
  return { ...found, state: Math.abs(found.value) < FLAT ? "flat" : direction };
}

function crossing(series: Series, of: number): Finding | Unsaid {
  // An average across missing readings is none, so neither is its crossing.
  const points = unbroken(series.points, series.every);
  const latest = points.length - 1;
  const side = (place: number): "above" | "below" | "at" => {
    const window = points.slice(place - of + 1, place + 1).map((each) => each.value);
    return sideOf(points[place]?.value ?? Number.NaN, mean(window));
  };
  const here = lastSide(latest, of, side);
  if (here === null) return { unsaid: "every reading lies on the average" };
  const first = Math.max(of - 1, latest - LOOK_BACK);
  let since = here.place;
  for (let place = here.place; place >= first; place--) {
    const found = side(place);
    if (found === "at") continue;
    if (found !== here.side)
      return crossed(series, points.slice(place - of + 1, since + 1), here.side);
    since = place;
  }
  return { unsaid: `it has not been crossed in the last ${latest - first + 1} readings` };
}

/** The newest reading that lies off the average. */
function lastSide(
  latest: number,
  of: number,
  side: (place: number) => "above" | "below" | "at",
): { readonly place: number; readonly side: "above" | "below" } | null {
  for (let place = latest; place >= of - 1; place--) {
    const found = side(place);
    if (found !== "at") return { place, side: found };
  }
  return null;
}

function crossed(series: Series, window: readonly Point[], side: "above" | "below"): Finding {
  return finding({
    series,
    recipe: { op: "value", of: window.length - 1 },
    cites: window.map((each) => cite(series, each)),
    unit: series.unit,
    digits: digitsOf(series),
    state: side,
  });
}
