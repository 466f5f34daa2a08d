import type { Ask, OwnAsk } from "./ask.ts";
import { eventAsks } from "./asks-events.ts";
import { groupAsks } from "./asks-groups.ts";
import { moveAsks } from "./asks-moves.ts";
import { pairAsks } from "./asks-pairs.ts";
import { priceAsks } from "./asks-prices.ts";
import { standAsks } from "./asks-stands.ts";

/**
 * What is asked. A new statistic is one more entry in one of these tables: its name, whom it suits,
 * its options, how seldom it is reckoned, its worth; and a line of templates/highlights.yaml that says it.
 */
export const asks: readonly Ask[] = [
  ...moveAsks,
  ...standAsks,
  ...priceAsks,
  ...eventAsks,
  ...pairAsks,
  ...groupAsks,
];

const held = {
  statistic: "streak",
  seldom: "runs",
  worth: 0.8,
  least: 3,
  theme: "held",
  states: ["running"],
} as const;
const often = { statistic: "tally", seldom: "editions", worth: 0.7, theme: "held" } as const;
const again = { statistic: "first-since", seldom: "editions", worth: 1, theme: "held" } as const;

/** Of the report's own facts: statistics whose options only an author can know, such as a threshold. */
export const ownAsks: readonly OwnAsk[] = [
  { name: "held-above", ...held, suits: against("above") },
  { name: "held-below", ...held, suits: against("below") },
  { name: "often-above", ...often, states: ["with latest"], suits: against("above") },
  { name: "often-below", ...often, states: ["with latest"], suits: against("below") },
  { name: "again-above", ...again, alike: true, suits: against("above") },
  { name: "again-below", ...again, alike: true, suits: against("below") },
];

/** Held against a threshold, from this side. */
function against(side: "above" | "below"): NonNullable<OwnAsk["suits"]> {
  return ({ of, threshold }) => of === side && threshold !== undefined;
}
