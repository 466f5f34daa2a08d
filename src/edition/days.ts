import type { Day, Report } from "../model/index.ts";
import { monthOf, releaseOf, weekNumber, yearOf } from "../model/index.ts";
import type { Library } from "../sources/index.ts";

/** The days an edition stands between. */
export interface Days {
  /** The last day whose releases are known. */
  readonly asOf: Day;
  /** The day on the masthead, from which "last week" and "in November" are reckoned. */
  readonly published: Day;
}

/**
 * The newest release day held by the report's required series (by all its series where none is
 * required), or null where they hold nothing.
 */
export function newestRelease(report: Report, library: Library): Day | null {
  const [series, panels] = [[...library.series.values()], [...library.panels.values()]];
  const required = {
    series: series.filter((each) =>
      report.required.some((id) => each.id === id || each.id.startsWith(`${id}.`)),
    ),
    panels: panels.filter((each) =>
      report.required.some((id) => id === each.id || id.startsWith(`${each.id}.`)),
    ),
  };
  const asked = required.series.length + required.panels.length > 0 ? required : { series, panels };
  const days = [
    ...asked.series.flatMap((each) => each.points.map((point) => point.released)),
    ...asked.panels.flatMap((each) => each.days.map((day) => releaseOf(each.release, day))),
  ];
  return days.reduce<Day | null>(
    (last, each) => (last === null || each > last ? each : last),
    null,
  );
}

/** Running number of the edition within its cadence: it turns the wording. */
export function ordinalOf(report: Report, published: Day): number {
  switch (report.cadence) {
    case "week":
      return weekNumber(published);
    case "month":
      return yearOf(published) * 12 + monthOf(published) - 1;
  }
}
