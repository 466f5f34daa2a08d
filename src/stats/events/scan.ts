import type { PriceColumns } from "../../model/index.ts";
import { WARM_UP } from "../../model/index.ts";
import type { Scratch } from "./conditions.ts";
import { FAILS, HOLDS, fillCondition, scratchFor } from "./conditions.ts";
import type { EventName, Kind } from "./kinds.ts";
import { EVENT_KINDS } from "./kinds.ts";

/**
 * Places at which the events of a kind came about, ascending, none before place 250. `days` is the
 * length of an advance or a decline; `scratch` spares the memory where many instruments are scanned.
 */
export function eventPlaces(
  name: EventName,
  prices: PriceColumns,
  days: number,
  scratch: Scratch = scratchFor(prices.close.length),
): readonly number[] {
  const kind = EVENT_KINDS[name];
  const held = new Int8Array(prices.close.length);
  fillCondition(kind.condition, prices, days, scratch, held);
  return edges(held, kind.edge);
}

/** Places at which a condition begins or ends to hold, as the days before it tell. */
export function edges(held: Int8Array, edge: Kind["edge"]): readonly number[] {
  const [from, to] = edge === "begins" ? [FAILS, HOLDS] : [HOLDS, FAILS];
  const found: number[] = [];
  let side = -1;
  for (let place = 0; place < held.length; place++) {
    const here = held[place] ?? -1;
    if (here < 0) continue;
    if (here === to && side === from && place >= WARM_UP) found.push(place);
    side = here;
  }
  return found;
}
