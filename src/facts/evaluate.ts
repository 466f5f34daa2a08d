import { keysAt, meant } from "../decode/index.ts";
import type { Fact, Facts, Finding, Outcome, Place, Problem, Request } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { AnyStatistic, Book, Context, Findings } from "../stats/index.ts";
import { UnknownName, Withholding, statisticNamed, statistics, withhold } from "../stats/index.ts";
import type { Trust } from "./trust.ts";
import { workingOf } from "./working.ts";

/** Finds the place in the report of an option of a request: for problems found while evaluating. */
export type Locate = (id: string, option: readonly (string | number)[]) => Place;

export interface Evaluation {
  readonly facts: Facts;
  readonly problems: readonly Problem[];
}

/**
 * Every request of a report as facts with proofs, or withheld with a reason. A fact may rest on
 * another: they are found in whatever order they need each other.
 */
export function evaluate(
  requests: readonly Request[],
  book: Book,
  trust: Trust,
  locate: Locate,
): Evaluation {
  const problems: Problem[] = [];
  const found = new Map<string, ReadonlyMap<string, Outcome>>();
  const open: string[] = [];
  const byId = new Map(requests.map((each) => [each.id, each]));

  const outcomesOf = (request: Request): ReadonlyMap<string, Outcome> => {
    const held = found.get(request.id);
    if (held !== undefined) return held;
    if (open.includes(request.id)) {
      const chain = [...open.slice(open.indexOf(request.id)), request.id].join(" → ");
      throw new CircularFacts(chain);
    }
    open.push(request.id);
    try {
      const outcomes = evaluateOne(request, { ...book, fact }, trust, locate, problems);
      found.set(request.id, outcomes);
      return outcomes;
    } finally {
      open.pop();
    }
  };

  const fact = (id: string): Finding => {
    const request = requestFor(id, byId);
    if (request === null) throw new UnknownName("fact", id, [...byId.keys()]);
    const outcome = outcomesOf(request).get(id);
    if (outcome === undefined) {
      throw new UnknownName("part", id, [...outcomesOf(request).keys()]);
    }
    if (outcome.kind === "fact") return outcome;
    return withhold(`it rests on ${id}, which is withheld: ${outcome.reason}`);
  };

  for (const request of requests) outcomesOf(request);
  return { facts: new Map([...found.values()].flatMap((each) => [...each])), problems };
}

/** The request whose id, or the longest beginning of whose parts, the name is. */
function requestFor(id: string, byId: ReadonlyMap<string, Request>): Request | null {
  const parts = id.split(".");
  for (let count = parts.length; count > 0; count--) {
    const found = byId.get(parts.slice(0, count).join("."));
    if (found !== undefined) return found;
  }
  return null;
}

class CircularFacts extends Error {
  override readonly name = "CircularFacts";
}

function evaluateOne(
  request: Request,
  context: Context,
  trust: Trust,
  locate: Locate,
  problems: Problem[],
): ReadonlyMap<string, Outcome> {
  const statistic = statisticNamed(request.statistic);
  if (statistic === null) {
    problems.push(unknownStatistic(request, locate));
    return refused(request, statistics);
  }
  const options = statistic.options.safeParse(request.options);
  if (!options.success) {
    for (const issue of options.error.issues) {
      if (issue.code === "unrecognized_keys") {
        problems.push(...unknownOptions(request, statistic, issue.keys, locate));
        continue;
      }
      const path = issue.path.filter((each) => typeof each !== "symbol");
      const text = `${request.id}: ${issue.message}`;
      const hint = `see \`${statistic.name}\` in docs/statistics.md, for example: ${statistic.example}`;
      problems.push(problem("wrong-option", locate(request.id, path), text, hint));
    }
    return refused(request, [statistic]);
  }
  try {
    return outcomes(request, statistic, statistic.find(options.data, context), trust);
  } catch (error) {
    if (error instanceof Withholding) return allWithheld(request, statistic, error.message);
    if (error instanceof UnknownName) {
      problems.push(unknownName(request, error, locate));
      return refused(request, [statistic]);
    }
    if (error instanceof CircularFacts) {
      const text = `these facts rest on each other in a circle: ${error.message}`;
      problems.push(problem("circular-facts", request.place, text, "take one of them out of it"));
      return refused(request, [statistic]);
    }
    throw error;
  }
}

function outcomes(
  request: Request,
  statistic: AnyStatistic,
  findings: Findings,
  trust: Trust,
): ReadonlyMap<string, Outcome> {
  const all = new Map<string, Outcome>();
  for (const part of Object.keys(statistic.parts)) {
    const id = part === "" ? request.id : `${request.id}.${part}`;
    const finding = findings[part];
    if (finding === undefined) {
      all.set(id, withheld(id, statistic, "there is nothing of the kind in these data"));
    } else if ("unsaid" in finding) {
      all.set(id, withheld(id, statistic, finding.unsaid));
    } else {
      const doubt = trust(finding);
      all.set(id, doubt === null ? made(id, statistic, finding) : withheld(id, statistic, doubt));
    }
  }
  return all;
}

/** A statistic that breaks its contract is our own fault, and said loudly. */
function made(id: string, statistic: AnyStatistic, finding: Finding): Fact {
  if (!Number.isFinite(finding.value)) {
    throw new TypeError(`${statistic.name} found ${finding.value} for ${id}`);
  }
  if (finding.cites.length === 0) throw new TypeError(`${statistic.name} cites nothing for ${id}`);
  return { ...finding, kind: "fact", id, statistic: statistic.name, working: workingOf(finding) };
}

/** A request with a fault is told once, and not again by everything that says its facts. */
function refused(
  request: Request,
  possible: readonly AnyStatistic[],
): ReadonlyMap<string, Outcome> {
  const reason = "its entry under facts: has a fault";
  return new Map(possible.flatMap((each) => [...allWithheld(request, each, reason)]));
}

function allWithheld(
  request: Request,
  statistic: AnyStatistic,
  reason: string,
): ReadonlyMap<string, Outcome> {
  const ids = Object.keys(statistic.parts).map((part) =>
    part === "" ? request.id : `${request.id}.${part}`,
  );
  return new Map(ids.map((id) => [id, withheld(id, statistic, reason)]));
}

function withheld(id: string, statistic: AnyStatistic, reason: string): Outcome {
  return { kind: "withheld", id, statistic: statistic.name, reason };
}

function unknownOptions(
  request: Request,
  statistic: AnyStatistic,
  keys: readonly string[],
  locate: Locate,
): readonly Problem[] {
  const choices = keysAt(statistic.options, [], request.options);
  return keys.map((key) => {
    const text = `${request.id}: \`${statistic.name}\` has no option "${key}"`;
    return problem("wrong-option", locate(request.id, [key]), text, meant(key, choices));
  });
}

function unknownStatistic(request: Request, locate: Locate): Problem {
  const names = statistics.map((each) => each.name);
  const hint = meant(request.statistic, names);
  const text = `${request.id}: there is no statistic "${request.statistic}"`;
  return problem("unknown-statistic", locate(request.id, ["statistic"]), text, hint);
}

function unknownName(request: Request, error: UnknownName, locate: Locate): Problem {
  const option = Object.entries(request.options).find(([, value]) =>
    Array.isArray(value) ? value.includes(error.unknown) : value === error.unknown,
  )?.[0];
  const hint = meant(error.unknown, error.choices);
  return problem(
    "unknown-name",
    locate(request.id, option === undefined ? [] : [option]),
    `${request.id}: ${error.message}`,
    hint,
  );
}
