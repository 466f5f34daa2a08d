import type { Ask } from "./ask.ts";
import { ask, happening } from "./ask.ts";
import type { Subject } from "./subject.ts";

const GROUPS: Ask["of"] = ["group"];
const counted =
  (of: string, over?: string) =>
  ({ id }: Subject) => ({ group: id, of, ...(over === undefined ? {} : { over }) });
const ranked =
  (place: number) =>
  ({ id }: Subject) => ({ group: id, by: "change", over: "1 week", place });
const over =
  (span: string) =>
  ({ id }: Subject) => ({ group: id, over: span });
const bySector = ({ id }: Subject) => ({ group: id, over: "1 week", by: "sector", place: -1 });

const breadth: Partial<Ask> = { ...happening("breadth"), states: ["all", "most"] };
const extremes: Partial<Ask> = { ...happening("extremes"), least: 2 };

/** What the members of a group did together, and who stood out. */
export const groupAsks: readonly Ask[] = [
  ask("group-week", "group-change", GROUPS, over("1 week"), "editions", 0.9, {
    ...happening("group"),
    leastBits: 2.5,
  }),
  ask("rose", "breadth", GROUPS, counted("rose", "1 week"), "editions", 0.9, breadth),
  ask("fell", "breadth", GROUPS, counted("fell", "1 week"), "editions", 0.9, breadth),
  ask("over-average", "breadth", GROUPS, counted("above-average"), "editions", 0.6, breadth),
  ask("under-average", "breadth", GROUPS, counted("below-average"), "editions", 0.6, breadth),
  ask("new-highs", "breadth", GROUPS, counted("new-high"), "editions", 0.7, extremes),
  ask("new-lows", "breadth", GROUPS, counted("new-low"), "editions", 0.7, extremes),
  ask("leader", "ranking", GROUPS, ranked(1), "editions", 0.6, {
    ...happening("leader"),
    states: ["up"],
  }),
  ask("laggard", "ranking", GROUPS, ranked(-1), "editions", 0.6, {
    ...happening("laggard"),
    states: ["down"],
  }),
  ask("busier", "group-volume", GROUPS, over("1 month"), "editions", 0.6, {
    ...happening("group volume"),
    least: 0.15,
  }),
  ask("weighed-down", "contribution", GROUPS, bySector, "editions", 0.6, {
    ...happening("contribution"),
    states: ["down"],
  }),
];
