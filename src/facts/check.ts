import type { Day, Fact, Facts, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Objection } from "./check-series.ts";
import { DATA, withinSeries } from "./check-series.ts";
import { partFaults } from "./check-parts.ts";
import { acrossStates } from "./check-states.ts";
import type { Locate } from "./evaluate.ts";

/**
 * The guard over the facts: they are held against each other and against what their units allow,
 * before a word is written. It can only object.
 */
export function checkFacts(facts: Facts, asOf: Day, locate: Locate): readonly Problem[] {
  const said = [...facts.values()].filter((each) => each.kind === "fact");
  const found = said.flatMap((fact) => [
    ...withinUnit(fact),
    ...withinTime(fact, asOf),
    ...withinParts(fact, facts),
    ...(requestOf(fact, facts) === fact.id ? withinSeries(fact, facts) : []),
  ]);
  return [...found, ...acrossFacts(said), ...acrossStates(said, facts)].map((each) =>
    problem("contradiction", locate(requestOf(each.fact, facts), []), each.text, each.mend),
  );
}

/** Limits that no value of the unit can pass. */
function withinUnit(fact: Fact): readonly Objection[] {
  const out = (limit: string): readonly Objection[] => [
    { fact, text: `${fact.id} is ${fact.value}, which ${limit}`, mend: DATA },
  ];
  switch (fact.unit) {
    case "correlation":
      return Math.abs(fact.value) > 1 ? out("no correlation can be") : [];
    case "percentile":
      return fact.value < 0 || fact.value > 1 ? out("no share of values can be") : [];
    case "ratio":
      if (fact.recipe.op !== "change") return [];
      if (fact.value < -1) return out("is a fall of more than all");
      return fact.value > 10 ? out("is more than 1,000 percent: a base this small misleads") : [];
    case "index":
    case "price":
      if (fact.recipe.op === "difference") return [];
      return fact.value <= 0 ? out("no price can be") : [];
    case "shares":
      return fact.value < 0 && fact.recipe.op === "value" ? out("no number of shares can be") : [];
    case "count":
    case "sessions":
      return fact.value < 0 || !Number.isInteger(fact.value) ? out("no count can be") : [];
    case "money":
    case "contracts":
    case "score":
    case "net percent":
    case "points":
    case "multiple":
    case "yield":
    case "basis points":
    case "days":
    case "weeks":
    case "months":
      return [];
  }
}

/** Nothing known only later, and nothing outside its own window. */
function withinTime(fact: Fact, asOf: Day): readonly Objection[] {
  const found: Objection[] = [];
  for (const each of fact.cites) {
    if (each.day > asOf) {
      const text = `${fact.id} cites ${each.file}:${each.line} of ${each.day}, after the as-of day ${asOf}`;
      found.push({ fact, text, mend: "this is a fault of the statistic; please report it" });
    }
  }
  if (fact.window.from > fact.window.to) {
    const text = `${fact.id} has a window from ${fact.window.from} back to ${fact.window.to}`;
    found.push({ fact, text, mend: "give its days in the order of time" });
  }
  return found;
}

/** A part against its whole: a fall must fall, a record must lie above what it passed. */
function withinParts(fact: Fact, facts: Facts): readonly Objection[] {
  const part = (name: string): Fact | null => {
    const found = facts.get(`${fact.id}.${name}`);
    return found?.kind === "fact" ? found : null;
  };
  const from = part("from");
  const to = part("to");
  const found: Objection[] = [];
  const object = (text: string): void => void found.push({ fact, text, mend: DATA });
  if (from !== null && to !== null && from.unit === to.unit && from.unit !== "days") {
    const moved = Math.sign(to.value - from.value);
    if (from.value > 0 && Math.sign(fact.value) !== moved && fact.statistic === "change") {
      object(`${fact.id} is ${fact.value} although it goes from ${from.value} to ${to.value}`);
    }
    if (fact.statistic === "change" && from.day > to.day) {
      object(`${fact.id} starts on ${from.day}, after its end on ${to.day}`);
    }
  }
  const prior = part("prior");
  if (fact.statistic === "record" && prior !== null && prior.day >= fact.day) {
    object(`${fact.id} of ${fact.day} cannot pass a record of ${prior.day}`);
  }
  const crossings = fact.statistic === "crossings";
  const closes = crossings ? part("closes") : null;
  const sessions = crossings ? part("sessions") : null;
  if (closes !== null && closes.value > fact.value) {
    object(`${fact.id}: ${closes.value} closes among ${fact.value} crossings`);
  }
  if (sessions !== null && fact.value > sessions.value) {
    object(`${fact.id}: ${fact.value} crossings in ${sessions.value} sessions`);
  }
  const low = part("low");
  const high = part("high") ?? part("peak");
  if (low !== null && high !== null && low.unit === high.unit && low.value > high.value) {
    object(`${fact.id}: its low ${low.value} lies above its high ${high.value}`);
  }
  const whole = requestOf(fact, facts) === fact.id;
  for (const text of whole ? partFaults(fact, part) : []) object(text);
  return found;
}

/** Facts about the same series that cannot both be true. */
function acrossFacts(facts: readonly Fact[]): readonly Objection[] {
  const found: Objection[] = [];
  for (const record of facts.filter((each) => each.statistic === "record")) {
    const prior = facts.find((each) => each.id === `${record.id}.prior`);
    if (prior === undefined) continue;
    const side = Math.sign(record.value - prior.value);
    for (const other of facts) {
      const same = kinOf(other) === kinOf(record) && other.unit === record.unit;
      const level = same && other.recipe.op === "value" && other.day <= record.window.to;
      if (!level || other.basis !== record.basis) continue;
      if ((other.value - record.value) * side > 0) {
        const text = `${other.id} (${other.value} on ${other.day}) lies beyond the record ${record.id} (${record.value})`;
        found.push({ fact: other, text, mend: DATA });
      }
    }
  }
  return found;
}

/** The columns of a bar file belong together; any other series stands alone. */
function kinOf({ series }: Fact): string {
  return series.replace(/\.(open|high|low|close)$/, "");
}

/** The request a fact came from: its own id, or the id it is a part of. */
function requestOf(fact: Fact, facts: Facts): string {
  const parts = fact.id.split(".");
  for (let count = 1; count < parts.length; count++) {
    const id = parts.slice(0, count).join(".");
    if (facts.has(id)) return id;
  }
  return fact.id;
}
