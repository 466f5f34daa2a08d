import type { Verdict } from "../model/index.ts";
import { sectorsVerdict, shortsVerdict } from "./signals.ts";
import type { Draft, Scene, Watch } from "./state.ts";
import { seen, valueAt } from "./state.ts";

/** A break that lasted, with what the tests said of it. */
export interface Break {
  readonly watch: Watch;
  readonly shorts: Verdict;
  readonly sectors: Verdict;
}

export interface Watched {
  readonly watch: Watch | null;
  /** Set where the break has lasted and nothing speaks against it. */
  readonly found: Break | null;
  readonly drafts: readonly Draft[];
}

/** What the close says of support and average, whatever the agents hold. */
export function crossings({ at, input, signals }: Scene): readonly Draft[] {
  const [close, before] = [valueAt(input.close, at), valueAt(input.close, at - 1)];
  const [average, earlier] = [valueAt(signals.average, at), valueAt(signals.average, at - 1)];
  const drafts: Draft[] = [];
  if (isBreach(at, { input, signals }) && !isBreach(at - 1, { input, signals })) {
    drafts.push(seen("trend", "support breached", valueAt(signals.support, at)));
  }
  if (close < average && before >= earlier) drafts.push(seen("trend", "average lost", average));
  if (close >= average && before < earlier) drafts.push(seen("trend", "average regained", average));
  return drafts;
}

function isBreach(at: number, { input, signals }: Pick<Scene, "input" | "signals">): boolean {
  return valueAt(input.close, at) < valueAt(signals.support, at);
}

/** One session of the watch over a lost level: opened, failed, sustained, tested, lapsed. */
export function watchStep(held: Watch | null, scene: Scene): Watched {
  const { at, input, rules } = scene;
  const close = valueAt(input.close, at);
  const drafts: Draft[] = [];
  let watch = held === null ? null : { ...held, below: held.below + 1 };
  if (watch !== null && close >= watch.level) {
    drafts.push(seen("trend", "undone", watch.level));
    watch = null;
  }
  watch = opened(watch, scene);
  if (watch === null || watch.below < rules.trend.sustained) return { watch, found: null, drafts };
  if (watch.below === rules.trend.sustained) drafts.push(seen("trend", "sustained", watch.level));
  const shorts = shortsVerdict(scene.signals, at);
  const sectors = sectorsVerdict(scene.signals, at, rules);
  if (shorts !== "no" && sectors !== "no") {
    const bare = shorts === "no figure" && sectors === "no figure";
    drafts.push(seen("trend", bare ? "not validated" : "confirmed", watch.level));
    return { watch: null, found: { watch, shorts, sectors }, drafts };
  }
  if (!watch.refused) {
    drafts.push(seen("trend", "not confirmed", watch.level));
    watch = { ...watch, refused: true };
  }
  if (at - watch.opened >= rules.trend.patience) {
    drafts.push(seen("trend", "lapsed", watch.level));
    watch = null;
  }
  return { watch, found: null, drafts };
}

/** A breach of support takes over from a lost average: it is the deeper level. */
function opened(watch: Watch | null, { at, input, signals }: Scene): Watch | null {
  const close = valueAt(input.close, at);
  const base = { opened: at, below: 1, refused: false };
  if ((watch === null || watch.by === "average") && isBreach(at, { input, signals })) {
    const level = valueAt(signals.support, at);
    return { ...base, level, by: "support", lowAt: signals.lowAt[at] ?? null };
  }
  const average = valueAt(signals.average, at);
  const lost = close < average && valueAt(input.close, at - 1) >= valueAt(signals.average, at - 1);
  return watch === null && lost ? { ...base, level: average, by: "average", lowAt: null } : watch;
}
