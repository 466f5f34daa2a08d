import type { Panel } from "../../model/index.ts";
import { round } from "../../model/index.ts";
import type { Context } from "../statistic.ts";
import { UnknownName, withhold } from "../statistic.ts";
import type { Taker } from "./window.ts";

/** Places from the greatest value to the least; equal ones by their members' names in the file. */
export function descending(
  panel: Panel,
  takers: readonly Taker[],
  values: readonly number[],
): readonly number[] {
  const id = (place: number): string => panel.members[takers[place]?.at ?? -1]?.id ?? "";
  return takers
    .map((_, place) => place)
    .toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || (id(a) < id(b) ? -1 : 1));
}

/** The first is 1 and the last is −1. Withheld where there are not so many. */
export function atPlace(order: readonly number[], place: number, noun: string): number {
  const found = order.at(place > 0 ? place - 1 : place);
  if (found !== undefined) return found;
  return withhold(`there are only ${order.length} ${noun}`);
}

/** Its neighbour in the order whose figure prints the same; null where there is none. */
export function tiedWith(
  order: readonly number[],
  values: readonly number[],
  of: number,
  digits: number,
): number | null {
  const at = order.indexOf(of);
  const printed = (place: number): number => round(100 * (values[place] ?? 0), digits);
  const beside = [order[at - 1], order[at + 1]];
  return beside.find((each) => each !== undefined && printed(each) === printed(of)) ?? null;
}

/** "up", "down" or "unchanged", as the figure is printed in percent. */
export function sideOf(change: number, digits: number): string {
  const printed = round(100 * change, digits);
  return printed > 0 ? "up" : printed < 0 ? "down" : "unchanged";
}

/** Place of the member of that name among the takers. */
export function memberPlace(panel: Panel, takers: readonly Taker[], member: string): number {
  const id = member.toLowerCase();
  const at = panel.members.findIndex((each) => each.id === id);
  if (at < 0) {
    throw new UnknownName(
      "member",
      member,
      panel.members.map((each) => each.id),
    );
  }
  const found = takers.findIndex((each) => each.at === at);
  return found < 0 ? withhold(`${panel.members[at]?.name ?? id} lacks sound figures`) : found;
}

/** The member that is named, or that another fact is about, maybe as one of another group. */
export function memberAsked(
  { member, of }: { readonly member?: string | undefined; readonly of?: string | undefined },
  panel: Panel,
  context: Context,
): string | undefined {
  if (of === undefined) return member;
  const { series } = context.fact(of);
  const found = panel.members.find((each) => series.endsWith(`.${each.id}.close`));
  return found?.id ?? withhold(`"${of}" is about no member of ${panel.name}`);
}
