import { z } from "zod";
import type { Finding, Indicator, Recipe } from "../../model/index.ts";
import { BLOCKS, LENGTHS, RESTS_ON } from "../../model/index.ts";
import { countFinding, finding, pointFinding, said } from "../tools/finding.ts";
import { barsRef } from "../tools/options.ts";
import { barsOf, fullBarsOf } from "../price/asked.ts";
import type { Findings, Statistic, Unsaid } from "../statistic.ts";
import { basisOf, readingAt } from "./reading.ts";
import type { IndicatorName, State } from "./states.ts";
import { INDICATOR_NAMES, stateOf } from "./states.ts";
import type { Track } from "./track.ts";
import { citesUpTo, closeOf, sessionAt, trackOf, warmedUp } from "./track.ts";

const options = z.strictObject({
  bars: barsRef,
  of: z.enum(INDICATOR_NAMES).describe("The indicator, with its usual lengths."),
});

/** Indicators of highs and lows: of a series of daily values there are none. */
const READS_RANGES: ReadonlySet<IndicatorName> = new Set(["stochastic", "aroon", "atr"]);

/** Where an indicator stands, and since when. */
export const indicator: Statistic<z.infer<typeof options>> = {
  name: "indicator",
  summary: "Where an indicator stands, in which zone, and for how many sessions.",
  method: [
    "Each indicator with the lengths that charts show unasked.",
    "`rsi`: relative strength index of 14 sessions, both averages after Wilder, seeded with the plain mean of the first 14 changes (50 where nothing moved); overbought above 70, oversold under 30.",
    "`macd`: the exponential average of 12 closes less that of 26 (each seeded with the first close), the signal an exponential average of 9 of it, the fact itself the histogram, MACD less signal.",
    "`stochastic`: the place of the close between the lowest low and the highest high of 14 sessions (%K), and the plain mean of three of them (%D), which is the fact itself; overbought above 80, oversold under 20.",
    "`bollinger`: the plain average of 20 closes and two standard deviations (divisor n) on each side; the fact itself is %b, the place of the close between the bands, 0 on the lower and 1 on the upper.",
    "`aroon`: within 25 sessions, how lately the highest high (up) and the lowest low (down) were made, 100 today and 0 25 sessions ago, the later at a tie; the fact itself is up less down. An uptrend: up above 70 and down under 30 for three sessions; a downtrend the other way round.",
    "`atr`: average true range of 14 sessions after Wilder, seeded like the RSI, its first range from the second session on.",
    "`momentum`: the close less that of 14 sessions before.",
    "RSI, MACD and ATR are read from the last 250 sessions, which is as good as all of them: what came before moves an RSI by less than 0.0001. With fewer sessions, or where one of them is missing, the fact is withheld.",
    "A reading exactly on its line is in neither zone. Where only daily values are known, the stochastic, Aroon and the true range are withheld. Suspect rows take no part.",
  ].join(" "),
  definition:
    "Wilder, New Concepts in Technical Trading Systems, 1978 (RSI, ATR); Appel (MACD); Lane (stochastic); Bollinger; Chande 1995 (Aroon).",
  options,
  parts: {
    "": "The reading: a score of 0 to 100 (RSI, %D; Aroon −100 to 100), points (histogram, momentum, true range; the range of a price is in its dollars), or a ratio (%b). Its state is overbought, oversold or neutral; positive or negative; above the bands, below the bands or between them; uptrend, downtrend or no trend.",
    run: "How many sessions in a row it has been in that state. Withheld for `atr`, and where a session is missing or the first 250 are reached.",
    from: "The close of the day on which it came into that state.",
    line: "`macd`: the MACD itself, in points.",
    signal: "`macd`: its signal, in points.",
    k: "`stochastic`: %K, a score.",
    lower: "`bollinger`: the lower band.",
    upper: "`bollinger`: the upper band.",
    up: "`aroon`: the up line, a score.",
    down: "`aroon`: the down line, a score.",
    share:
      "`atr`: the range over the close; `momentum`: the change over 14 sessions; ratios. Momentum names its sessions.",
  },
  example: "rsi: { statistic: indicator, bars: rut, of: rsi }",
  find: ({ bars, of }, context) => {
    const track = trackOf(READS_RANGES.has(of) ? fullBarsOf(context, bars) : barsOf(context, bars));
    const here = track.prices.sessions.length - 1;
    warmedUp(track);
    const state = stateOf(track, of);
    return { ...readings(track, of, here, state), ...stay(track, of, here, state) };
  },
};

function readings(track: Track, of: IndicatorName, here: number, state: State | null): Findings {
  const more = state === null ? {} : { state: state.now };
  const read = (name: Indicator): Finding | Unsaid => said(() => readingAt(track, name, here));
  switch (of) {
    case "rsi":
      return { "": readingAt(track, "RSI", here, more) };
    case "macd":
      return {
        "": readingAt(track, "MACD histogram", here, more),
        line: read("MACD"),
        signal: read("MACD signal"),
      };
    case "stochastic":
      return { "": readingAt(track, "stochastic %D", here, more), k: read("stochastic %K") };
    case "bollinger":
      return {
        "": readingAt(track, "Bollinger %b", here, more),
        lower: read("lower Bollinger band"),
        upper: read("upper Bollinger band"),
      };
    case "aroon":
      return {
        "": aroonBetween(track, here, more),
        up: read("Aroon up"),
        down: read("Aroon down"),
      };
    case "atr":
      return { "": readingAt(track, "ATR", here), share: rangeShare(track, here) };
    case "momentum":
      return momentumOf(track, here, more);
  }
}

interface Told {
  readonly state?: string;
}

/** Up less down, from one list of highs and lows. */
function aroonBetween(track: Track, here: number, more: Told): Finding {
  const sessions = RESTS_ON["Aroon up"];
  const line = (name: "Aroon up" | "Aroon down"): Recipe => ({
    op: "indicator",
    name,
    first: 0,
    sessions,
  });
  return finding({
    series: closeOf(track),
    recipe: { op: "difference", from: line("Aroon down"), to: line("Aroon up") },
    cites: citesUpTo(track, here, sessions, BLOCKS["Aroon up"]),
    unit: "score",
    digits: 0,
    basis: "intraday",
    ...more,
  });
}

/** The true range over the last close, which is the last row it rests on. */
function rangeShare(track: Track, here: number): Finding {
  const sessions = RESTS_ON.ATR;
  const cites = citesUpTo(track, here, sessions, BLOCKS.ATR);
  return finding({
    series: closeOf(track),
    recipe: {
      op: "quotient",
      of: { op: "indicator", name: "ATR", first: 0, sessions },
      by: { op: "value", of: cites.length - 1 },
    },
    cites,
    unit: "ratio",
    digits: 1,
    basis: basisOf("ATR"),
  });
}

/** From the close 14 sessions before to the last one, in points and as a ratio. */
function momentumOf(track: Track, here: number, more: Told): Findings {
  const window = citesUpTo(track, here, LENGTHS.momentum + 1, ["close"]);
  const shared = {
    series: closeOf(track),
    cites: [...window.slice(0, 1), ...window.slice(-1)],
    named: { sessions: LENGTHS.momentum },
    ...more,
  };
  const ends = { from: { op: "value", of: 0 }, to: { op: "value", of: 1 } } as const;
  return {
    "": finding({ ...shared, recipe: { op: "difference", ...ends }, unit: "points", digits: 2 }),
    share: finding({ ...shared, recipe: { op: "change", ...ends }, unit: "ratio", digits: 1 }),
  };
}

/** How long it has been where it is. */
function stay(track: Track, of: IndicatorName, here: number, state: State | null): Findings {
  if (state === null) return {};
  const { now, from } = state;
  if (from === null) {
    const unsaid = `since when the ${of} has been ${now} cannot be told`;
    return { run: { unsaid }, from: { unsaid } };
  }
  const series = closeOf(track);
  const points = track.prices.sessions.slice(from, here + 1).map((each) => each.close);
  return {
    run: countFinding(series, points, `sessions in a row, ${of} ${now}`, {
      unit: "sessions",
      state: now,
    }),
    from: pointFinding(series, sessionAt(track, from).close, { state: now }),
  };
}
