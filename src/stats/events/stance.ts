import { z } from "zod";
import type { Finding } from "../../model/index.ts";
import { finding, pointFinding } from "../tools/finding.ts";
import { barsRef } from "../tools/options.ts";
import type { Statistic } from "../statistic.ts";
import { Withholding } from "../statistic.ts";
import type { Happening, Question } from "./happening.ts";
import { baseOf, directionOf, newestOf, tallyOf } from "./happening.ts";
import type { Side } from "./kinds.ts";
import { EVENT_NAMES } from "./kinds.ts";
import { intervalOf, verdictOn } from "./odds.ts";
import { days, horizon, least } from "./options.ts";
import type { Track } from "./track.ts";
import { closeOf, closesAt, sessionAt, trackOf, warmedUp } from "./track.ts";

const options = z.strictObject({ bars: barsRef, horizon, days, least });

/** What the events of the day say together: a headline must not say the opposite. */
export const stance: Statistic<z.infer<typeof options>> = {
  name: "stance",
  summary: "How many indicator events are news, bullish and bearish, and how many have odds.",
  method:
    "Every event of `event` that may be told on the day is counted: it is fresh and nothing has undone it. The state is bullish or bearish where one side has more events, mixed where both have as many, and none where there are none; that of `backed` likewise. `backed` counts those among them whose odds are better than the base rate; all others are told without odds that mean anything. Rules, sides and odds are those of `event`.",
  definition: "A count of events by the side the textbook gives them.",
  options,
  parts: {
    "": "Events that are news, a count; its state is bullish, bearish, mixed or none.",
    bullish: "The bullish ones, a count.",
    bearish: "The bearish ones, a count.",
    backed:
      "Those whose odds are better than the base rate, a count; its state is bullish, bearish, mixed or none.",
    newest:
      "The close of the newest event's day, with that day; its state is its side, of several on one day that of the first in the list of `event`.",
  },
  example: "stance: { statistic: stance, bars: rut }",
  find: ({ bars, ...asked }, context) => {
    const track = trackOf(context.bars(bars));
    warmedUp(track);
    const all = happenings(track, asked);
    const bullish = all.filter((each) => each.kind.side === "bullish");
    const bearish = all.filter((each) => each.kind.side === "bearish");
    const backed = all.filter((each) => isBacked(track, each, asked));
    const [newest] = all.toSorted((one, other) => other.place - one.place);
    return {
      "": countOf(track, all, "events that are news", leaning(all)),
      bullish: countOf(track, bullish, "bullish events"),
      bearish: countOf(track, bearish, "bearish events"),
      backed: countOf(track, backed, "events with better odds", leaning(backed)),
      newest:
        newest === undefined
          ? { unsaid: "no event is news" }
          : pointFinding(closeOf(track), sessionAt(track, newest.place).close, {
              state: newest.kind.side,
            }),
    };
  },
};

/** Every event that may be told, in the order of the kinds. */
function happenings(track: Track, asked: Question): readonly Happening[] {
  return EVENT_NAMES.flatMap((name) => {
    try {
      return [newestOf(track, name, asked)];
    } catch (error) {
      if (error instanceof Withholding) return [];
      throw error;
    }
  });
}

function isBacked(
  track: Track,
  happening: Happening,
  asked: Question & { readonly least: number },
): boolean {
  const found = tallyOf(track, happening, asked);
  if (found.cases.length < asked.least) return false;
  const base = baseOf(track, directionOf(happening.kind), asked);
  return verdictOn(intervalOf(found), base.followed / base.days) === "better";
}

function leaning(all: readonly Happening[]): Side | "mixed" | "none" {
  const up = all.filter((each) => each.kind.side === "bullish").length;
  const down = all.length - up;
  if (all.length === 0) return "none";
  return up === down ? "mixed" : up > down ? "bullish" : "bearish";
}

/** Counted by the closes of their days; where there are none, the last close is shown. */
function countOf(track: Track, all: readonly Happening[], how: string, state?: string): Finding {
  const places = all.map((each) => each.place);
  const shown = places.length === 0 ? [track.prices.sessions.length - 1] : places;
  return finding({
    series: closeOf(track),
    recipe: { op: "count", first: 0, last: places.length - 1, how },
    cites: closesAt(track, shown),
    unit: "count",
    digits: 0,
    day: track.prices.last.day,
    window: {
      from: sessionAt(track, Math.min(...shown)).day,
      to: track.prices.last.day,
    },
    ...(state === undefined ? {} : { state }),
  });
}
