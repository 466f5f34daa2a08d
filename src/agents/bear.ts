import type { AgentRuleName } from "../model/index.ts";
import type { Draft, Hedge, Scene } from "./state.ts";
import { valueAt } from "./state.ts";
import type { Break } from "./trend.ts";

export interface Hedged {
  readonly hedge: Hedge | null;
  readonly drafts: readonly Draft[];
}

/** What the tests without a figure leave of a hedge. */
export function trustIn({ shorts, sectors }: Break, { rules }: Scene): number {
  const silent = [shorts, sectors].filter((each) => each === "no figure").length;
  return rules.validation.without ** silent;
}

/**
 * The full hedge: the cap, times how deep the break is for a market that moves so much a day, times
 * how calm it is, times what the tests leave.
 */
export function fullHedge(
  level: number,
  trust: number,
  { at, input, signals, rules }: Scene,
): number {
  const { cap, least, calm } = rules.bear;
  const sigma = valueAt(signals.sigma, at);
  const depth = Math.abs(valueAt(input.close, at) / level - 1) / (rules.bear.break * sigma);
  return cap * trust * Math.min(1, Math.max(least, depth)) * Math.min(1, calm / sigma);
}

/** The first tier, decided at the close that found the break confirmed. */
export function openHedge(found: Break, scene: Scene): Hedged {
  const { at, input, rules } = scene;
  const { level } = found.watch;
  const full = fullHedge(level, trustIn(found, scene), scene);
  const low = valueAt(input.close, at);
  const target = full * (rules.bear.tiers[0]?.share ?? 0);
  const hedge: Hedge = {
    level,
    full,
    low,
    target,
    entered: at,
    tiers: 1,
    lastTier: at,
    cuts: 0,
    lastCut: at - rules.reversal.gap,
    step: 0,
    stop: low + stopDistance(scene),
  };
  return { hedge, drafts: [traded("first tier", 0, target, level)] };
}

/** So many average true ranges, and never within the noise of so many daily deviations. */
export function stopDistance({ at, input, signals, rules }: Scene): number {
  const noise = rules.stop.noise * valueAt(signals.sigma, at) * valueAt(input.close, at);
  return Math.max(rules.stop.atr * valueAt(signals.atr, at), noise);
}

/** One session of a hedge: its stop comes down, or it is stopped, cut or added to. */
export function hedgeStep(held: Hedge, scene: Scene): Hedged {
  const { at, input, rules } = scene;
  const close = valueAt(input.close, at);
  const low = Math.min(held.low, close);
  const stop = Math.min(held.stop, low + stopDistance(scene));
  const hedge = { ...held, low, stop };
  if (close > held.stop) {
    return { hedge: null, drafts: [traded("stop", held.target, 0, held.stop)] };
  }
  const sign = at - held.lastCut >= rules.reversal.gap ? reversalSign(held, scene) : null;
  if (sign !== null) return cut(hedge, sign, scene);
  const tier = rules.bear.tiers[held.tiers];
  const rebound = (close - low) / (held.level - low);
  const due = held.cuts === 0 && at - held.lastTier >= rules.bear.spacing && close < held.level;
  if (tier === undefined || !due || rebound < tier.rebound) return { hedge, drafts: [] };
  const target = held.target + held.full * tier.share;
  const more = { ...hedge, target, tiers: held.tiers + 1, lastTier: at };
  return { hedge: more, drafts: [traded("further tier", held.target, target, held.level)] };
}

/** Signs that the selling abates, the strongest first. */
function reversalSign(held: Hedge, { at, input, signals, rules }: Scene): AgentRuleName | null {
  const close = valueAt(input.close, at);
  const { oversold, fade } = rules.reversal;
  if (close >= held.level) return "back above";
  const faded = valueAt(input.volume, at) < fade * valueAt(signals.volume, at);
  if (close < held.low && faded) return "volume fade";
  const rsi = valueAt(signals.rsi, at);
  return rsi < oversold && valueAt(signals.rsi, at - 1) >= oversold ? "oversold" : null;
}

/** Cut in equal steps of the greatest size; the last one closes it. */
function cut(hedge: Hedge, sign: AgentRuleName, { at, rules }: Scene): Hedged {
  const cuts = hedge.cuts + 1;
  const step = hedge.cuts === 0 ? hedge.target / rules.reversal.steps : hedge.step;
  const target = cuts === rules.reversal.steps ? 0 : hedge.target - step;
  const drafts = [traded(sign, hedge.target, target, hedge.level)];
  if (cuts === rules.reversal.steps) return { hedge: null, drafts };
  return { hedge: { ...hedge, cuts, step, target, lastCut: at }, drafts };
}

/** Exposures of a hedge are short ones. */
function traded(rule: AgentRuleName, from: number, to: number, level: number): Draft {
  const [before, after] = [from === 0 ? 0 : -from, to === 0 ? 0 : -to];
  return { agent: "bear", rule, trade: true, before, after, level };
}
