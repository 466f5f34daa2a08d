import type { Rules, Sources } from "../agents/index.ts";
import { AGENTS, replayer, runAt, runOf } from "../agents/index.ts";
import type { Reader, Replays } from "../facts/index.ts";
import type { AgentRun, Day, Decoded } from "../model/index.ts";
import { problem, releaseOf } from "../model/index.ts";
import type { Library } from "../sources/index.ts";

/** The agents of a report: what they had done by the end of any day, and the proof of it. */
export interface Agents {
  readonly at: (asOf: Day) => AgentRun;
  /** Plays again what a run made, from lines read anew. */
  readonly replays: (read: Reader, dayOn: DayReader) => Replays;
}

/** Reads the day of a row of a series, from the raw bytes. */
export type DayReader = (series: string, line: number) => Day | null;

/** What the agents look at, by its names in the catalogue. */
export function wantedBy(rules: Rules | null): readonly string[] {
  if (rules === null) return [];
  return [rules.bars, rules["short-interest"], rules.sectors].filter((each) => each !== undefined);
}

/** The library with the series that the agents make, and the agents; a name that nothing bears is a problem. */
export function withAgents(
  library: Library,
  rules: Rules,
  file: string,
): Decoded<{ readonly library: Library; readonly agents: Agents }> {
  const bars = library.bars.get(rules.bars);
  const shorts = library.series.get(rules["short-interest"] ?? "") ?? null;
  const group = library.panels.get(rules.sectors ?? "") ?? null;
  const missing = [
    bars === undefined ? `bar file "${rules.bars}"` : null,
    rules["short-interest"] === undefined || shorts !== null
      ? null
      : `series "${rules["short-interest"]}"`,
    rules.sectors === undefined || group !== null ? null : `group "${rules.sectors}"`,
  ].filter((each) => each !== null);
  if (bars === undefined || missing.length > 0) {
    const hint = "correct its name, or leave it out";
    const problems = missing.map((each) =>
      problem("unknown-name", { file }, `there is no ${each} in the catalogue`, hint),
    );
    return { ok: false, problems };
  }
  const sources: Sources = { bars, shorts, group };
  const whole = runOf(sources, rules);
  const series = new Map([...library.series, ...whole.series]);
  const agents: Agents = {
    at: (asOf) => runAt(sources, rules, asOf),
    replays: (read, dayOn) => replayer({ row: rowReader(read, dayOn), released, sources }),
  };
  return { ok: true, value: { library: { ...library, series }, agents }, problems: [] };

  /** Short interest alone comes out on another day than its own. */
  function released(id: string, day: Day): Day {
    if (id !== shorts?.id) return day;
    const point = shorts.points.find((each) => each.day === day);
    return point?.released ?? releaseOf(shorts.release, day);
  }
}

function rowReader(read: Reader, dayOn: DayReader) {
  return (series: string, line: number): { day: Day; value: number } | null => {
    const value = read(series, line);
    const day = value === null ? null : dayOn(series, line);
    return value === null || day === null ? null : { day, value };
  };
}

/** Is it a series that agents make, of whatever report? */
export function isAgents(id: string): boolean {
  return id.startsWith(`${AGENTS}.`);
}
