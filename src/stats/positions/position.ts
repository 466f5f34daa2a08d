import { z } from "zod";
import type { Citation, Finding, Point, Recipe, Series } from "../../model/index.ts";
import { addDays, slotOf } from "../../model/index.ts";
import type { Over } from "../tools/base.ts";
import { baseOf, overText } from "../tools/base.ts";
import { newest, own } from "../tools/find.ts";
import { countFinding, daysFinding, finding } from "../tools/finding.ts";
import { overOption, seriesRef } from "../tools/options.ts";
import { comparePrinted, digitsOf } from "../tools/precision.ts";
import type { Statistic, Unsaid } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z.strictObject({
  series: seriesRef,
  over: overOption.optional().describe("How far back the change reaches; left out: one reading."),
});

/** A net position as a note speaks of it: which side, how large, how much more or less of it. */
export const position: Statistic<z.infer<typeof options>> = {
  name: "position",
  summary:
    "A net position with its side, its change on that side, and since when it has been on it.",
  method:
    "Above zero the position is long, below it short, at zero flat, as printed. Its size is told without the sign. The change is that of the size: more where the position on its side grew, less where it shrank, so that a net short that grows rises. Where the side changed from long to short, or back, there is no more or less, while from or to a flat position there is: the swing is told instead, the distance from the one position to the other. The run counts the readings in a row on the present side; where one is missing, or the side never changed in the data, its length is unknown. A hole is looked for in the latest thirteen weeks; nothing is told across it.",
  definition: "Longs less shorts, as the Commitments of Traders reports have them.",
  options,
  parts: {
    "": "Size of the position, in the unit of the series; state long, short or flat.",
    change:
      "How much it grew on its side since the base, negative where it shrank; state more, less or unchanged. Withheld where the side changed.",
    swing: "Distance between the two positions where the side changed; state to long or to short.",
    before: "Size of the position at the base; state its side.",
    run: "Readings in a row on the present side: weeks of a weekly series, otherwise a count.",
    since: "Size at the first reading on the present side, on its day; state the side.",
    previous: "Size at the last reading on another side; state that side.",
    hole: "Of a weekly series: days from the last report before the newest hole to the first missing one, a week later.",
  },
  example: "specs: { statistic: position, series: cot.russell.net }",
  find: ({ series: id, over }, context) => {
    const series = context.series(id);
    const readings = own(series);
    const latest = newest(readings);
    const back: Over = over ?? { kind: "period" };
    const side = sideOf(series, latest);
    const base = baseOf(readings, latest, back);
    const run = runOf(series, side);
    const hole = holeIn(series);
    const none: Unsaid = {
      unsaid: `${series.name} has no figure for ${overText(back)} ${latest.day}`,
    };
    return {
      "": sized(series, latest, side),
      change: base === null ? none : changeOf(series, base, latest),
      swing: base === null ? none : swingOf(series, base, latest),
      before: base === null ? none : sized(series, base, sideOf(series, base)),
      run:
        typeof run === "string"
          ? { unsaid: run }
          : countFinding(series, run.points, `readings in a row, ${side}`, {
              state: side,
              unit: series.every === "week" ? "weeks" : "count",
            }),
      since:
        typeof run === "string" ? { unsaid: run } : sized(series, run.points[0] ?? latest, side),
      previous:
        typeof run === "string"
          ? { unsaid: run }
          : sized(series, run.before, sideOf(series, run.before)),
      hole:
        hole === null
          ? { unsaid: `${series.name} lacks no report of the latest ${LATELY} weeks` }
          : daysFinding(series, hole, addDays(hole.day, 7)),
    };
  },
};

/** Weeks in which a missing report is still worth a word. */
const LATELY = 13;

/** The last report before the newest hole. */
function holeIn({ points, every }: Series): Point | null {
  if (every !== "week") return null;
  const lately = points.slice(-LATELY);
  const at = lately.findLastIndex((each, index) => {
    const next = lately[index + 1];
    return next !== undefined && slotOf(next.day, every) - slotOf(each.day, every) > 1;
  });
  return lately[at] ?? null;
}

type Held = "long" | "short" | "flat";

function sideOf(series: Series, { value }: Point): Held {
  const sign = comparePrinted(series, value, 0);
  if (sign === 0) return "flat";
  return sign > 0 ? "long" : "short";
}

const size = (of: number): Recipe => ({ op: "size", of: { op: "value", of } });

function sized(series: Series, point: Point, state: Held): Finding {
  return told(series, size(0), [cite(series, point)], state);
}

function told(series: Series, recipe: Recipe, cites: readonly Citation[], state: string): Finding {
  return finding({ series, recipe, cites, unit: series.unit, digits: digitsOf(series), state });
}

function flipped(series: Series, from: Point, to: Point): boolean {
  const sides = [sideOf(series, from), sideOf(series, to)];
  return sides.includes("long") && sides.includes("short");
}

function changeOf(series: Series, from: Point, to: Point): Finding | Unsaid {
  if (flipped(series, from, to)) {
    return { unsaid: `${series.name} went from ${sideOf(series, from)} to ${sideOf(series, to)}` };
  }
  const moved = comparePrinted(series, Math.abs(to.value), Math.abs(from.value));
  const recipe: Recipe = { op: "difference", from: size(0), to: size(1) };
  const state = moved > 0 ? "more" : "less";
  return told(
    series,
    recipe,
    [cite(series, from), cite(series, to)],
    moved === 0 ? "unchanged" : state,
  );
}

function swingOf(series: Series, from: Point, to: Point): Finding | Unsaid {
  if (!flipped(series, from, to)) return { unsaid: `${series.name} did not change its side` };
  const apart: Recipe = {
    op: "difference",
    from: { op: "value", of: 0 },
    to: { op: "value", of: 1 },
  };
  return told(
    series,
    { op: "size", of: apart },
    [cite(series, from), cite(series, to)],
    `to ${sideOf(series, to)}`,
  );
}

interface Run {
  readonly points: readonly Point[];
  /** The last reading on another side. */
  readonly before: Point;
}

/** The readings in a row on the present side, or why nobody can say how many there are. */
function runOf(series: Series, side: Held): Run | string {
  const { points, every } = series;
  const place = points.findLastIndex((each) => sideOf(series, each) !== side);
  const before = points[place];
  if (before === undefined) return `${series.name} has been ${side} in all the data`;
  const run = points.slice(place + 1);
  for (const [index, each] of run.entries()) {
    const last = run[index - 1] ?? before;
    if (slotOf(each.day, every) - slotOf(last.day, every) > 1) {
      return `${series.name} has no figures between ${last.day} and ${each.day}`;
    }
  }
  return run.length === 0
    ? withhold(`nothing of ${series.name} is known yet`)
    : { points: run, before };
}
