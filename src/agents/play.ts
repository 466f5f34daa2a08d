import type { AgentEvent, AgentSizing } from "../model/index.ts";
import { hedgeStep, openHedge, trustIn } from "./bear.ts";
import type { Whipsaw } from "./bull.ts";
import { bounceStep, coreWanted } from "./bull.ts";
import type { Input } from "./input.ts";
import type { Rules } from "./rules.ts";
import type { Signals } from "./signals.ts";
import type { Bounce, Draft, Hedge, Scene, Watch } from "./state.ts";
import { valueAt } from "./state.ts";
import type { Break } from "./trend.ts";
import { crossings, watchStep } from "./trend.ts";

/** What was decided at each close, and the ledger of it. */
export interface Play {
  /** First session of the account. */
  readonly begin: number;
  /** Hedge, long position and bounce as decided at each close; traded at the next. */
  readonly bear: Float64Array;
  readonly core: Float64Array;
  readonly bounce: Float64Array;
  /** The hedge's stop after each close, and the level that hedge or watch look at; NaN without. */
  readonly stop: Float64Array;
  readonly level: Float64Array;
  readonly events: readonly AgentEvent[];
  readonly sizings: readonly AgentSizing[];
}

interface State {
  readonly watch: Watch | null;
  readonly hedge: Hedge | null;
  /** Session on which the last hedge ended. */
  readonly ended: number | null;
  readonly bounce: Bounce | null;
  readonly whipsaw: Whipsaw;
  readonly core: number;
}

/** The sessions one after another: nothing is decided by what comes later. */
export function play(input: Input, signals: Signals, rules: Rules): Play {
  const begin = firstSession(input, rules);
  const size = input.days.length;
  const column = (): Float64Array => new Float64Array(size).fill(Number.NaN);
  const [bear, core, bounce, stop, level] = [column(), column(), column(), column(), column()];
  const events: AgentEvent[] = [];
  const sizings: AgentSizing[] = [];
  let state: State = {
    watch: null,
    hedge: null,
    ended: null,
    bounce: null,
    whipsaw: { entries: [], lost: null },
    core: rules.bull.core,
  };
  for (let at = begin; at < size; at++) {
    const scene: Scene = { at, input, signals, rules };
    const { next, drafts, found } = session(state, scene);
    if (found !== null && next.hedge !== null) sizings.push(sizingOf(found, next.hedge, scene));
    events.push(...drafts.flatMap((each) => dated(each, at, input)));
    bear[at] = next.hedge?.target ?? 0;
    core[at] = next.core;
    bounce[at] = next.bounce?.size ?? 0;
    if (next.hedge !== null) stop[at] = next.hedge.stop;
    level[at] = lookedAt(state, next);
    state = next;
  }
  return { begin, bear, core, bounce, stop, level, events: events.toSorted(byDay), sizings };
}

/** The level that the session was about: of the hedge, also of one that ends, or of the watch. */
function lookedAt(before: State, after: State): number {
  const held = after.hedge ?? before.hedge ?? after.watch ?? before.watch;
  return held?.level ?? Number.NaN;
}

/** Every average must have a reading, whichever variant of the rules is played. */
function firstSession({ days }: Input, { start, trend, bear, reversal, walk }: Rules): number {
  const warm = Math.max(trend.support, trend.average, bear.volatility, reversal.volume, 15) + 1;
  const from = days.findIndex((each) => each >= start);
  return Math.max(from < 0 ? days.length : from, warm, ...walk.support.map((each) => each + 1));
}

function session(
  state: State,
  scene: Scene,
): { readonly next: State; readonly drafts: readonly Draft[]; readonly found: Break | null } {
  const { at, rules } = scene;
  const drafts = [...crossings(scene)];
  let { watch, hedge, ended } = state;
  let found: Break | null = null;
  if (hedge !== null) {
    const step = hedgeStep(hedge, scene);
    drafts.push(...step.drafts);
    hedge = step.hedge;
    if (hedge === null) ended = at;
  } else if (ended === null || at - ended >= rules.bear.pause) {
    const watched = watchStep(watch, scene);
    drafts.push(...watched.drafts);
    ({ watch, found } = watched);
    if (found !== null) {
      const opened = openHedge(found, scene);
      drafts.push(...opened.drafts);
      hedge = opened.hedge;
    }
  }
  const bounced = bounceStep(state.bounce, state.whipsaw, hedge, scene);
  const { bounce, whipsaw } = bounced;
  const small = bounce?.size ?? 0;
  const core = coreOf(hedge, small, rules);
  const before = state.core + (state.bounce?.size ?? 0);
  const between = state.core + small;
  if (bounced.rule !== null) {
    const trade = bounced.rule !== "held back";
    const draft = { rule: bounced.rule, trade, before, after: between, level: bounced.level };
    drafts.push({ agent: "bull", ...draft });
  }
  if (core !== state.core) {
    const rule = core < state.core ? "stand aside" : "return";
    const draft = { rule, trade: true, before: between, after: core + small, level: null } as const;
    drafts.push({ agent: "bull", ...draft });
  }
  return { next: { watch, hedge, ended, bounce, whipsaw, core }, drafts, found };
}

/** The long position, and never more than there is money for. */
function coreOf(hedge: Hedge | null, bounce: number, rules: Rules): number {
  const room = 1 - (hedge?.target ?? 0) / rules.bear.fund - bounce;
  return Math.min(coreWanted(hedge, rules), room);
}

/** A trade is made at the next close; decided at the last one there is, it is still to come. */
function dated(draft: Draft, at: number, { days, close }: Input): readonly AgentEvent[] {
  const on = draft.trade ? at + 1 : at;
  const [decided, day] = [days[at], days[on]];
  if (decided === undefined || day === undefined) return [];
  return [{ ...draft, day, decided, price: valueAt(close, on) }];
}

function byDay(one: AgentEvent, two: AgentEvent): number {
  return one.day < two.day ? -1 : one.day > two.day ? 1 : 0;
}

function sizingOf(found: Break, { level, full }: Hedge, scene: Scene): AgentSizing {
  const { at, input } = scene;
  const { watch, shorts, sectors } = found;
  const dayAt = (place: number) => input.days[place] ?? null;
  const decided = dayAt(at);
  const fixed = dayAt(watch.opened);
  if (decided === null || fixed === null) throw new RangeError(`no session ${at}`);
  const lowOn = watch.lowAt === null ? null : dayAt(watch.lowAt);
  return { decided, fixed, lowOn, level, full, trust: trustIn(found, scene), shorts, sectors };
}
