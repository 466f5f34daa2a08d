import type { Problem } from "../../model/index.ts";
import { plain } from "../../pages/index.ts";
import type { Excerpt } from "./excerpt.ts";
import { excerptOf } from "./excerpt.ts";
import type { View } from "./studio.ts";

/** What the desk in the browser is told of an edition. */
export interface Told {
  readonly report: string;
  readonly reports: readonly string[];
  readonly revision: number;
  /** The attempt that the note on show came of; null: there is none yet. */
  readonly noteRevision: number | null;
  /** When it was made, in milliseconds since 1970. */
  readonly noteAt: number | null;
  readonly fresh: boolean;
  readonly took: number;
  readonly headline: string;
  readonly asOf: string | null;
  readonly published: string | null;
  readonly cadence: "week" | "month" | null;
  readonly problems: readonly ToldProblem[];
  readonly withheld: readonly { readonly id: string; readonly reason: string }[];
  readonly fallen: readonly {
    readonly what: string;
    readonly text: string;
    readonly reason: string;
  }[];
}

export interface ToldProblem extends Problem {
  readonly place: string;
  readonly excerpt: Excerpt | null;
}

/** More than anybody reads at once. */
const MOST_PROBLEMS = 60;

export function tell(view: View, reports: readonly string[]): Told {
  const { good, wish } = view;
  const note = good?.note ?? null;
  const article = note?.edition.article ?? null;
  return {
    report: wish.report,
    reports,
    revision: view.revision,
    noteRevision: good?.revision ?? null,
    noteAt: good?.at ?? null,
    fresh: view.fresh,
    took: Math.round(view.took),
    headline: article === null ? "" : plain(article.headline),
    asOf: article?.asOf ?? wish.asOf,
    published: article?.published ?? wish.published,
    cadence: note?.materials.decoded.report.cadence ?? null,
    problems: view.problems.slice(0, MOST_PROBLEMS).map(toldProblem),
    withheld: (note?.edition.withheld ?? []).map(({ id, reason }) => ({ id, reason })),
    fallen: (note?.edition.fallen ?? []).map(({ what, text, reason }) => ({
      what,
      text: text.trim(),
      reason,
    })),
  };
}

function toldProblem(each: Problem): ToldProblem {
  const place = [each.file, each.line, each.column].filter((part) => part !== null).join(":");
  return { ...each, place, excerpt: excerptOf(each) };
}
