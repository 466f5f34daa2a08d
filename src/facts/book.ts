import type { AgentRun, Bars, Day, MemberColumn, Panel, Series } from "../model/index.ts";
import { known, knownPanel, memberFinder, memberNames } from "../model/index.ts";
import type { Book } from "../stats/index.ts";
import { UnknownName, withhold } from "../stats/index.ts";

/** The series a report asks for, whole: nothing is cut yet. */
export interface Shelf {
  readonly series: ReadonlyMap<string, Series>;
  readonly bars: ReadonlyMap<string, Bars>;
  readonly panels: ReadonlyMap<string, Panel>;
  /** What the report's agents had done by the end of a day; left out where it has none. */
  readonly agents?: (asOf: Day) => AgentRun;
  /** Every name the catalogue knows, also of series that were not read: for "did you mean". */
  readonly names: readonly string[];
  /** Why the data lack a series that the catalogue calls absent; null: it does not. */
  readonly absence?: (id: string) => string | null;
}

/** A book that also knows where the rows of a group's member stand, without making its series. */
export interface FactBook extends Book {
  /** The rows behind "sectors.xlf.close", cut at the as-of day; null for all other series. */
  readonly member: (id: string) => MemberColumn | null;
  /** Is it the size of a group's member, or a figure of it? Neither is late as prices are. */
  readonly isReported: (id: string) => boolean;
}

/** What the shelf holds at the end of a day. Each series is cut once, when first asked for. */
export function bookAt(shelf: Shelf, asOf: Day, published: Day): FactBook {
  const finder = memberFinder(shelf.panels);
  const cut = new Map<string, Series>();
  const run = shelf.agents?.(asOf);
  const series = (id: string): Series => {
    const held = run?.series.get(id) ?? cut.get(id);
    if (held !== undefined) return held;
    const whole = shelf.series.get(id);
    if (whole === undefined) throw missing(shelf, "series", id, namesNear(shelf, id));
    const found = known(whole, asOf);
    cut.set(id, found);
    return found;
  };
  const cutBars = new Map<string, Bars>();
  const bars = (id: string): Bars => {
    const held = cutBars.get(id);
    if (held !== undefined) return held;
    const whole = shelf.bars.get(id);
    if (whole === undefined) throw missing(shelf, "bar file", id, [...shelf.bars.keys()]);
    const found = {
      ...whole,
      open: series(whole.open.id),
      high: series(whole.high.id),
      low: series(whole.low.id),
      close: series(whole.close.id),
      volume: whole.volume === null ? null : series(whole.volume.id),
    };
    cutBars.set(id, found);
    return found;
  };
  const cutPanels = new Map<string, Panel>();
  const panel = (id: string): Panel => {
    const held = cutPanels.get(id);
    if (held !== undefined) return held;
    const whole = shelf.panels.get(id);
    if (whole === undefined) throw missing(shelf, "group", id, [...shelf.panels.keys()]);
    const found = knownPanel(whole, asOf);
    cutPanels.set(id, found);
    return found;
  };
  const member = (id: string): MemberColumn | null => {
    const found = finder.column(id);
    return found === null ? null : { ...found, panel: panel(found.panel.id) };
  };
  const isReported = (id: string): boolean =>
    finder.weight(id) !== null || finder.figure(id) !== null;
  const agents = run === undefined ? {} : { agents: () => run };
  return { asOf, published, series, bars, panel, member, isReported, ...agents };
}

/** What the catalogue calls absent is withheld with its reason; any other name is a mistake. */
function missing(shelf: Shelf, what: string, id: string, choices: readonly string[]): UnknownName {
  const reason = shelf.absence?.(id) ?? null;
  return reason === null
    ? new UnknownName(what, id, choices)
    : withhold(`there is no ${id}: ${reason}`);
}

/** The names of the catalogue; for a name under a group also those of its members. */
function namesNear({ names, panels }: Shelf, id: string): readonly string[] {
  const group = [...panels.values()].find((each) => id.startsWith(`${each.id}.`));
  return group === undefined ? names : [...names, ...memberNames(group)];
}
