import type { Fact, Facts } from "../model/index.ts";
import type { EventName } from "../stats/index.ts";
import { EVENT_KINDS, isEventName, verdictOn } from "../stats/index.ts";
import type { Objection } from "./check-series.ts";
import { DATA } from "./check-series.ts";

/**
 * Events and states held against each other: what cannot be true, or cannot be news, on one day. Each
 * fact may be right by itself; it is the company that is wrong.
 */
export function acrossStates(said: readonly Fact[], facts: Facts): readonly Objection[] {
  const events = said.flatMap((fact): readonly Event[] => {
    const name = facts.get(`${fact.id}.since`);
    if (fact.statistic !== "event" || name?.kind !== "fact") return [];
    return name.state !== undefined && isEventName(name.state) ? [{ fact, name: name.state }] : [];
  });
  const states = said.flatMap((fact): readonly State[] => {
    const about = aboutOf(fact);
    return about === null || fact.state === undefined ? [] : [{ fact, about, state: fact.state }];
  });
  return [
    ...events.flatMap((each) => besideItsUndoing(each, events)),
    ...events.flatMap((each) => states.flatMap((state) => againstState(each, state))),
    ...states.flatMap((one) => states.flatMap((other) => impossible(one, other))),
    ...events.flatMap((each) => oddsOf(each, facts)),
    ...copies(events, facts),
    ...lopsided(events, facts),
  ];
}

interface Event {
  readonly fact: Fact;
  readonly name: EventName;
}

interface State {
  readonly fact: Fact;
  /** Whose state it is: "RSI", "Bollinger %b"; "average": of the price beside its 50-day average. */
  readonly about: string;
  readonly state: string;
}

const REPORTED = "this is a fault of the statistic; please report it";
const ONE_OF_THEM = "take one of the two facts out of the report, or look at the rows they cite";

/** Which state a fact tells, or null. A fact of an indicator names it in its own recipe. */
function aboutOf({ statistic, recipe, named }: Fact): string | null {
  if (statistic === "average") return named?.["of"] === 50 ? "average" : null;
  if (statistic !== "indicator") return null;
  if (recipe.op === "indicator") return recipe.name;
  if (recipe.op !== "difference") return null;
  return recipe.to.op === "indicator" ? "Aroon" : "momentum";
}

/** An advance and a decline, a zone entered and left: one of the two is over. */
function besideItsUndoing({ fact, name }: Event, events: readonly Event[]): readonly Objection[] {
  return events.flatMap((other) => {
    if (other.fact.series !== fact.series) return [];
    if (EVENT_KINDS[name].undoneBy !== other.name || name > other.name) return [];
    const [earlier, later] = fact.day <= other.fact.day ? [fact, other.fact] : [other.fact, fact];
    const text = `${earlier.id} of ${earlier.day} and ${later.id} of ${later.day} cannot both be news: the later undoes the earlier`;
    return [{ fact: earlier, text, mend: ONE_OF_THEM }];
  });
}

/** States that an event rules out while it is news. */
const RULED_OUT: Readonly<Partial<Record<EventName, readonly [about: string, ...string[]]>>> = {
  "macd-positive": ["MACD histogram", "negative"],
  "macd-negative": ["MACD histogram", "positive"],
  "rsi-enters-overbought": ["RSI", "neutral", "oversold"],
  "rsi-leaves-overbought": ["RSI", "overbought"],
  "rsi-enters-oversold": ["RSI", "neutral", "overbought"],
  "rsi-leaves-oversold": ["RSI", "oversold"],
  "stochastic-enters-overbought": ["stochastic %D", "neutral", "oversold"],
  "stochastic-leaves-overbought": ["stochastic %D", "overbought"],
  "stochastic-enters-oversold": ["stochastic %D", "neutral", "overbought"],
  "stochastic-leaves-oversold": ["stochastic %D", "oversold"],
  "momentum-positive": ["momentum", "negative"],
  "momentum-negative": ["momentum", "positive"],
  "breaks-lower-band": ["Bollinger %b", "between the bands", "above the bands"],
  "back-above-lower-band": ["Bollinger %b", "below the bands"],
  "breaks-upper-band": ["Bollinger %b", "between the bands", "below the bands"],
  "back-below-upper-band": ["Bollinger %b", "above the bands"],
  "price-above-average": ["average", "below"],
  "price-below-average": ["average", "above"],
  "aroon-up": ["Aroon", "downtrend"],
  "aroon-down": ["Aroon", "uptrend"],
};

function againstState({ fact, name }: Event, state: State): readonly Objection[] {
  const [about, ...out] = RULED_OUT[name] ?? [""];
  if (state.fact.series !== fact.series || state.about !== about) return [];
  if (!out.includes(state.state) || state.fact.day < fact.day) return [];
  const text = `${fact.id} of ${fact.day} is no news any more: ${state.fact.id} is ${state.state} on ${state.fact.day}`;
  return [{ fact, text, mend: ONE_OF_THEM }];
}

/**
 * A close under the lower band lies low among twenty closes, one that keeps the stochastic overbought
 * lies high in a range of fourteen days. Only a wild intraday price lets both be.
 */
const IMPOSSIBLE: readonly (readonly [string, string])[] = [
  ["below the bands", "overbought"],
  ["above the bands", "oversold"],
];

function impossible(one: State, other: State): readonly Objection[] {
  if (one.about !== "Bollinger %b" || other.about !== "stochastic %D") return [];
  if (one.fact.series !== other.fact.series || one.fact.day !== other.fact.day) return [];
  if (!IMPOSSIBLE.some(([band, zone]) => band === one.state && zone === other.state)) return [];
  const text = `${one.fact.id} is ${one.state} while ${other.fact.id} is ${other.state}, both on ${one.fact.day}`;
  return [{ fact: one.fact, text, mend: DATA }];
}

/** No event is news for longer, in sessions: a month. */
const NEWS = 21;

/** k of n, its interval and its verdict, held against each other as they are printed. */
function oddsOf({ fact }: Event, facts: Facts): readonly Objection[] {
  const part = (name: string): Fact | null => {
    const found = facts.get(`${fact.id}.${name}`);
    return found?.kind === "fact" ? found : null;
  };
  const [cases, followed, odds] = [part("cases"), part("followed"), part("odds")];
  const [low, high, base] = [part("low"), part("high"), part("base")];
  const found: Objection[] = [];
  const object = (text: string): void => void found.push({ fact, text, mend: REPORTED });
  const since = part("since");
  if (since !== null && since.value > NEWS) {
    object(`${fact.id} of ${fact.day} is told as news ${since.value} sessions later`);
  }
  if (cases !== null && followed !== null && followed.value > cases.value) {
    object(`${fact.id}: ${followed.value} of ${cases.value} cases`);
  }
  if (odds === null) return found;
  if (odds.value < 0 || odds.value > 1) object(`${fact.id}: odds of ${odds.value}`);
  if (low === null || high === null) return found;
  if (low.value > odds.value + 1e-9 || high.value < odds.value - 1e-9) {
    object(`${fact.id}: odds of ${odds.value} lie outside ${low.value} to ${high.value}`);
  }
  if (base === null) return found;
  const verdict = verdictOn({ low: low.value, high: high.value }, base.value);
  if (odds.state !== verdict) {
    object(`${fact.id}: odds called ${odds.state ?? "nothing"} are ${verdict} than ${base.value}`);
  }
  return found;
}

/** So many instruments do not have the very same counts by chance. */
const SAME = 3;
const MANY = 30;

interface Counted extends Event {
  readonly cases: number;
  readonly followed: number | null;
}

function copies(events: readonly Event[], facts: Facts): readonly Objection[] {
  const counted = events.flatMap((each): readonly Counted[] => {
    const cases = facts.get(`${each.fact.id}.cases`);
    const followed = facts.get(`${each.fact.id}.followed`);
    if (cases?.kind !== "fact") return [];
    return [{ ...each, cases: cases.value, followed: valueOf(followed) }];
  });
  return counted.flatMap((each) => copied(each, counted));
}

function valueOf(outcome: ReturnType<Facts["get"]>): number | null {
  return outcome?.kind === "fact" ? outcome.value : null;
}

function copied(each: Counted, counted: readonly Counted[]): readonly Objection[] {
  const alike = counted.filter(
    ({ name, cases, followed }) =>
      name === each.name && cases === each.cases && followed === each.followed,
  );
  const names = [...new Set(alike.map(({ fact }) => fact.series))];
  if (each.cases < MANY || names.length < SAME || alike[0] !== each) return [];
  const text = `${names.join(", ")} all have ${each.cases} cases of ${each.name}, as if one figure had been copied`;
  return [{ fact: each.fact, text, mend: DATA }];
}

/**
 * Rises and falls of a few sessions come about as often as each other, but for the drift: where one
 * day in two goes up, so does one run of three in eight. Three times as many of one kind would need
 * rises on 63 days of a hundred.
 */
const LOPSIDED = 3;

function lopsided(events: readonly Event[], facts: Facts): readonly Objection[] {
  const counts = events.flatMap((each): readonly (Event & { readonly cases: number })[] => {
    const cases = facts.get(`${each.fact.id}.cases`);
    return cases?.kind === "fact" ? [{ ...each, cases: cases.value }] : [];
  });
  const declines = counts.filter(({ name }) => name === "decline");
  return counts
    .filter(({ name }) => name === "advance")
    .flatMap((rise) =>
      declines.flatMap((fall): readonly Objection[] => {
        const same =
          rise.fact.series === fall.fact.series &&
          rise.fact.named?.["days"] === fall.fact.named?.["days"];
        const [few, many] = [Math.min(rise.cases, fall.cases), Math.max(rise.cases, fall.cases)];
        if (!same || many < MANY * LOPSIDED || many <= few * LOPSIDED) return [];
        const text = `${rise.cases} advances stand against ${fall.cases} declines of the same length, which no market shows`;
        return [{ fact: rise.fact, text, mend: DATA }];
      }),
    );
}
