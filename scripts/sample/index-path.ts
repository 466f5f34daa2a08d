import type { Day } from "../../src/model/index.ts";
import { addDays, lineAt } from "../../src/model/index.ts";
import { bridge, fold } from "./bridge.ts";
import type { Stop, Walls } from "./index-scenario.ts";
import { AVERAGE, DRAWN_ANEW, FALLING_LINE, SEED, STOPS, WALLS } from "./index-scenario.ts";
import { stream } from "./random.ts";
import { sessions } from "./sessions.ts";

export interface PathDay {
  readonly day: Day;
  readonly close: number;
  /** Standard deviation of the day's move. */
  readonly scale: number;
  /** The day's high and low stay within. */
  readonly walls: { readonly under: number; readonly over: number };
  /** The stop of the story that falls on the day. */
  readonly stop: Stop | null;
}

/** Closes keep this share of their value away from a wall, so that highs and lows find room. */
const ROOM = 0.0012;

/** Where no wall stands. */
const FAR = 1e5;

/** The simulated closes of the index, through every stop of the story. */
export function indexPath(drawn = DRAWN_ANEW): readonly PathDay[] {
  const first = STOPS[0];
  if (first === undefined) throw new RangeError("a story without a stop");
  const days: PathDay[] = [
    {
      day: first.day,
      close: first.close,
      scale: 0.008,
      walls: wallsOn(first.day, []),
      stop: first,
    },
  ];
  STOPS.slice(1).forEach((stop, index) =>
    days.push(...stretch(STOPS[index] ?? first, stop, drawn)),
  );
  return averaged(days);
}

function stretch(from: Stop, to: Stop, drawn: typeof DRAWN_ANEW): readonly PathDay[] {
  const days = sessions(addDays(from.day, 1), to.day);
  if (days.at(-1) !== to.day) throw new RangeError(`no session: ${to.day}`);
  const random = stream(`index ${SEED} ${to.day}${drawn.get(to.day) ?? ""}`);
  const scale = to.volatility / 100 / Math.sqrt(252);
  const steps = bridge(
    {
      from: Math.log(from.close),
      to: Math.log(to.close),
      steps: days.length,
      scale,
      memory: 0.94,
    },
    random,
  );
  return days.map((day, index) => {
    const step = steps[index] ?? { value: Math.log(to.close), scale };
    if (day === to.day) {
      return { day, close: to.close, scale: step.scale, walls: wallsOn(day, []), stop: to };
    }
    const walls = wallsOn(day, [from, to]);
    const standing = standingOn(day);
    const low = Math.max(walls.over * (1 + ROOM), ...standing.map((each) => each.closesOver ?? 0));
    const high = Math.min(
      walls.under * (1 - ROOM),
      ...standing.map((each) => each.closesUnder ?? FAR),
    );
    const close = fold(Math.exp(step.value), low, high);
    return { day, close, scale: step.scale, walls, stop: null };
  });
}

function standingOn(day: Day): readonly Walls[] {
  return WALLS.filter((each) => each.from <= day && day <= each.to);
}

function wallsOn(day: Day, ends: readonly Stop[]): { under: number; over: number } {
  const standing: readonly Pick<Walls, "under" | "over">[] = [
    ...standingOn(day),
    ...ends.map((each) => ({
      ...(each.turn === "high" && each.high !== undefined ? { under: each.high } : {}),
      ...(each.turn === "low" && each.low !== undefined ? { over: each.low } : {}),
    })),
  ];
  return {
    under: Math.min(fallingLine(day), ...standing.map((each) => each.under ?? FAR)),
    over: Math.max(...standing.map((each) => each.over ?? 0), 1),
  };
}

/** Two thousandths under the line, so that only the highs that the story tells reach it. */
function fallingLine(day: Day): number {
  if (day <= FALLING_LINE.from) return FAR;
  const point = (on: Day): { day: Day; value: number } => ({
    day: on,
    value: STOPS.find((each) => each.day === on)?.high ?? Number.NaN,
  });
  return lineAt(point(FALLING_LINE.from), point(FALLING_LINE.through), day) * 0.998;
}

/** The path lifted or lowered in an arc until the average of the last closes is the published one. */
function averaged(days: readonly PathDay[]): readonly PathDay[] {
  const last = days.findIndex((each) => each.day === AVERAGE.day);
  const window = days.slice(last - AVERAGE.sessions + 1, last + 1);
  const first = days.findIndex((each) => each.day >= AVERAGE.from);
  const end = days.findIndex((each) => each.day > AVERAGE.to);
  const arc = (index: number): number =>
    index < first || index >= end
      ? 0
      : Math.sin((Math.PI * (index - first + 1)) / (end - first + 1));
  const closes = window.reduce((total, each) => total + each.close, 0);
  const arcs = window.reduce((total, _, index) => total + arc(last - window.length + 1 + index), 0);
  const lift = (AVERAGE.value * AVERAGE.sessions - closes) / arcs;
  return days.map((each, index) => ({ ...each, close: each.close + lift * arc(index) }));
}
