import type { AgentRuleName } from "../model/index.ts";
import type { Bounce, Hedge, Scene, Watch } from "./state.ts";
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
  around: { readonly hedge: Hedge | null; readonly watch: Watch | null },
  scene: Scene,
): Bounced {
  return held === null ? entry(whipsaw, around, scene) : onward(held, whipsaw, scene);
}

function entry(
  whipsaw: Whipsaw,
  { hedge, watch }: { readonly hedge: Hedge | null; readonly watch: Watch | null },
  { at, input, signals, rules }: Scene,
): Bounced {
  const nothing = { bounce: null, whipsaw, rule: null, level: null };
  const selling = hedge !== null || (watch !== null && watch.below >= rules.trend.sustained);
  const { oversold } = rules.reversal;
  const turned = valueAt(signals.rsi, at) >= oversold && valueAt(signals.rsi, at - 1) < oversold;
  if (!selling || !turned) return nothing;
  const { within, entries: most, pause } = rules.bull;
  const lately = whipsaw.entries.filter((each) => at - each < within);
  const cooling = whipsaw.lost !== null && at - whipsaw.lost < pause;
  if (lately.length >= most || cooling) return { ...nothing, rule: "held back" };
  const close = valueAt(input.close, at);
  const stop = close - rules.bull.trail * valueAt(signals.atr, at);
  return {
    bounce: { decided: at, entry: null, high: close, stop },
    whipsaw: { ...whipsaw, entries: [...lately, at] },
    rule: "bounce",
    level: stop,
  };
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
