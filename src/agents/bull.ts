import type { AgentRuleName } from "../model/index.ts";
import type { Bounce, Hedge, Scene } from "./state.ts";
import type { Rules } from "./rules.ts";
import { valueAt } from "./state.ts";

/** What limits how often bounces are bought. */
export interface Whipsaw {
  /** Sessions on which bounces were decided. */
  readonly entries: readonly number[];
  /** Session on which the last losing one was closed; null: none was. */
  readonly lost: number | null;
}

export interface Bounced {
  readonly bounce: Bounce | null;
  readonly whipsaw: Whipsaw;
  readonly rule: AgentRuleName | null;
  readonly level: number | null;
}

/** One session of the small position on an oversold bounce. */
export function bounceStep(
  held: Bounce | null,
  whipsaw: Whipsaw,
  hedge: Hedge | null,
  scene: Scene,
): Bounced {
  return held === null ? entry(whipsaw, hedge, scene) : onward(held, whipsaw, scene);
}

/** A bounce too small to be worth its costs is not bought. */
const LEAST = 0.01;

function entry(whipsaw: Whipsaw, hedge: Hedge | null, scene: Scene): Bounced {
  const { at, input, signals, rules } = scene;
  const nothing = { bounce: null, whipsaw, rule: null, level: null };
  const size = Math.min(rules.bull.bounce, roomFor(hedge, rules));
  const { oversold } = rules.reversal;
  const turned = valueAt(signals.rsi, at) >= oversold && valueAt(signals.rsi, at - 1) < oversold;
  if (hedge === null || !turned || size < LEAST) return nothing;
  const { within, entries: most, pause } = rules.bull;
  const lately = whipsaw.entries.filter((each) => at - each < within);
  const cooling = whipsaw.lost !== null && at - whipsaw.lost < pause;
  if (lately.length >= most || cooling) return { ...nothing, rule: "held back" };
  const close = valueAt(input.close, at);
  const stop = close - rules.bull.trail * valueAt(signals.atr, at);
  return {
    bounce: { decided: at, size, entry: null, high: close, stop },
    whipsaw: { ...whipsaw, entries: [...lately, at] },
    rule: "bounce",
    level: stop,
  };
}

/** The long position without a bounce: less while a hedge stands, back in steps as that is cut. */
export function coreWanted(hedge: Hedge | null, { bull, reversal }: Rules): number {
  const engaged = hedge === null ? 0 : 1 - hedge.cuts / reversal.steps;
  return bull.core * (1 - bull.aside * engaged);
}

/** Money that the long position and the hedge leave. */
function roomFor(hedge: Hedge | null, rules: Rules): number {
  return 1 - (hedge?.target ?? 0) / rules.bear.fund - coreWanted(hedge, rules);
}

/** Its stop only rises: with the highest close, and to the entry price once the gain is large enough. */
function onward(held: Bounce, whipsaw: Whipsaw, { at, input, signals, rules }: Scene): Bounced {
  const close = valueAt(input.close, at);
  const entry = held.entry ?? close;
  if (held.entry !== null && close < held.stop) return closed("bounce stop", entry);
  if (at - held.decided >= rules.bull.hold) return closed("bounce over", entry);
  const range = valueAt(signals.atr, at);
  const high = Math.max(held.high, close);
  const locked = high - entry >= rules.bull.lock * range ? entry : held.stop;
  const stop = Math.max(held.stop, locked, high - rules.bull.trail * range);
  return { bounce: { ...held, entry, high, stop }, whipsaw, rule: null, level: null };

  function closed(rule: AgentRuleName, bought: number): Bounced {
    const lost = close < bought ? at : whipsaw.lost;
    return { bounce: null, whipsaw: { ...whipsaw, lost }, rule, level: held.stop };
  }
}
