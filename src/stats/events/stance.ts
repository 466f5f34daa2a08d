import { z } from "zod";
import type { Finding } from "../../model/index.ts";
import { barsOf } from "../price/asked.ts";
import { finding, pointFinding } from "../tools/finding.ts";
import { barsRef } from "../tools/options.ts";
import type { Statistic } from "../statistic.ts";
import type { Happening } from "./happening.ts";
import { happenings } from "./happening.ts";
import type { Side } from "./kinds.ts";
import { isSlow } from "./kinds.ts";
import { standingOf } from "./line-up.ts";
import { days, horizon, least } from "./options.ts";
import type { Track } from "./track.ts";
import { closeOf, closesAt, sessionAt, trackOf, warmedUp } from "./track.ts";

const options = z.strictObject({ bars: barsRef, horizon, days, least });

/** Sessions in a week: what came about within them is new, and before them one looks back. */
const WEEK = 5;

/** What the events of the day say together: a headline must not say the opposite. */
export const stance: Statistic<z.infer<typeof options>> = {
  name: "stance",
  summary: "How many indicator events are news, bullish and bearish, and how many have odds.",
  method:
    "Every event of `event` that may be told on the day is counted: it is fresh and nothing has undone it. The state is bullish or bearish where one side has more events, mixed where both have as many, and none where there are none; the states of the other parts are found likewise. `slow` are those of the MACD, of momentum, Aroon and the averages, which are told for ten sessions; `quick` all others, which are told for five. `new` are those of the last five sessions, `before` those that could be told five sessions ago. `backed` counts those whose odds are better than the base rate; all others are told without odds that mean anything. Rules, sides and odds are those of `event`.",
  definition: "A count of events by the side the textbook gives them.",
  options,
  parts: {
    "": "Events that are news, a count; its state is bullish, bearish, mixed or none.",
    bullish: "The bullish ones, a count.",
    bearish: "The bearish ones, a count.",
    slow: "Those of slow indicators, a count with its state.",
    quick: "Those of quick indicators, a count with its state.",
    new: "Those that came about within five sessions, a count with its state; it names the sessions.",
    before: "Events that were news five sessions ago, a count with its state then.",
    "before-bullish": "The bullish ones then, a count.",
    "before-bearish": "The bearish ones then, a count.",
    backed:
      "Those whose odds are better than the base rate, a count; its state is bullish, bearish, mixed or none.",
    newest:
      "The close of the newest event's day, with that day; its state is its side, of several on one day that of the first in the list of `event`.",
  },
  example: "stance: { statistic: stance, bars: rut }",
  find: ({ bars, ...asked }, context) => {
    const track = trackOf(barsOf(context, bars));
    warmedUp(track);
    const here = track.prices.sessions.length - 1;
    const all = happenings(track, asked);
    const before = happenings(track, asked, { at: here - WEEK });
    const [newest] = all.toSorted((one, other) => other.place - one.place);
    const of = (some: readonly Happening[], how: string): Finding =>
      countOf(track, some, how, leaning(some));
    const ofSide = (some: readonly Happening[], side: Side, how: string): Finding =>
      countOf(
        track,
        some.filter((each) => each.kind.side === side),
        how,
      );
    const backed = all.filter((each) => standingOf(track, each, asked)?.verdict === "better");
    return {
      "": of(all, "events that are news"),
      bullish: ofSide(all, "bullish", "bullish events"),
      bearish: ofSide(all, "bearish", "bearish events"),
      slow: of(all.filter(isSlow), "events of slow indicators"),
      quick: of(
        all.filter((each) => !isSlow(each)),
        "events of quick indicators",
      ),
      new: {
        ...of(
          all.filter((each) => here - each.place < WEEK),
          "events of the last five sessions",
        ),
        named: { sessions: WEEK },
      },
      before: of(before, "events that were news five sessions ago"),
      "before-bullish": ofSide(before, "bullish", "bullish events five sessions ago"),
      "before-bearish": ofSide(before, "bearish", "bearish events five sessions ago"),
      backed: of(backed, "events with better odds"),
      newest:
        newest === undefined
          ? { unsaid: "no event is news" }
          : pointFinding(closeOf(track), sessionAt(track, newest.place).close, {
              state: newest.kind.side,
            }),
    };
  },
};

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
