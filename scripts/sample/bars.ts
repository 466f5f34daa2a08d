import type { Day } from "../../src/model/index.ts";
import { round } from "../../src/model/index.ts";
import { fold } from "./bridge.ts";
import type { PathDay } from "./index-path.ts";
import { stream } from "./random.ts";

export interface Bar {
  readonly day: Day;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** The day around a path of closes: open, high and low between the walls, in cents. */
export function barsOf(path: readonly PathDay[]): readonly Bar[] {
  const random = stream("index bars");
  let before = path[0]?.close ?? Number.NaN;
  return path.map((each) => {
    const { close, scale, walls, stop } = each;
    const gap = 0.22 * Math.log(close / before) + 0.18 * scale * random.normal();
    const over = stop?.low ?? walls.over;
    const under = stop?.high ?? walls.under;
    const simulated = fold(before * Math.exp(gap), over, under);
    const open = stop?.open ?? simulated;
    const top = Math.max(open, close);
    const bottom = Math.min(open, close);
    const up = top * Math.exp(0.5 * scale * Math.abs(random.normal()));
    const down = bottom * Math.exp(-0.5 * scale * Math.abs(random.normal()));
    const share = 0.2 + 0.6 * random.uniform();
    before = close;
    return {
      day: each.day,
      open: round(open, 2),
      high: round(stop?.high ?? (up > walls.under ? top + share * (walls.under - top) : up), 2),
      low: round(
        stop?.low ?? (down < walls.over ? bottom - share * (bottom - walls.over) : down),
        2,
      ),
      close: round(close, 2),
    };
  });
}
