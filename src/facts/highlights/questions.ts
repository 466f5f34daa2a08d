import type { Place, Report, Request } from "../../model/index.ts";
import { statisticNamed } from "../../stats/index.ts";
import type { Ask } from "./ask.ts";
import { ownAsks } from "./asks.ts";
import type { Subject } from "./subject.ts";
import { slugOf } from "./subject.ts";

/** Before the names of facts that no author has asked for. */
export const PREFIX = "highlights.";

/** An ask put to a subject. */
export interface Question {
  readonly ask: Omit<Ask, "of" | "options">;
  readonly subject: Subject;
  readonly slug: string;
  readonly request: Request;
  /** The request and those its answer rests on. */
  readonly needs: readonly Request[];
  /** Is it the report's own fact? */
  readonly own: boolean;
}

const PLACE: Place = { file: "templates/highlights.yaml", line: 1, column: 1 };

/** Every ask to every subject it suits. A statistic the registry does not know is not asked. */
export function questionsFor(
  subjects: readonly Subject[],
  asks: readonly Ask[],
): readonly Question[] {
  return subjects.flatMap((subject) => {
    const slug = slugOf(subject);
    const id = (name: string): string => `${PREFIX}${slug}-${name}`;
    const made = new Map<string, Request>();
    for (const ask of asks) {
      const options = ask.of.includes(subject.kind) ? ask.options(subject) : null;
      if (options === null || statisticNamed(ask.statistic) === null) continue;
      const named = Object.entries(options).map(([key, value]): readonly [string, unknown] => [
        key,
        typeof value === "string" && value.startsWith("@") ? id(value.slice(1)) : value,
      ]);
      const request: Request = {
        id: id(ask.name),
        statistic: ask.statistic,
        options: Object.fromEntries<unknown>(named),
        place: PLACE,
      };
      made.set(ask.name, request);
    }
    return asks.flatMap((ask): readonly Question[] => {
      const request = made.get(ask.name);
      if (request === undefined) return [];
      const needs = [...made.values()].filter(
        (each) => each === request || Object.values(request.options).includes(each.id),
      );
      return [{ ask, subject, slug, request, needs, own: false }];
    });
  });
}

/** The report's own facts of statistics that need an author's judgement. */
export function ownQuestions(report: Report, subjects: readonly Subject[]): readonly Question[] {
  return report.requests.flatMap((request): readonly Question[] => {
    const { series } = request.options;
    const subject = subjects.find(
      (each) => each.series === series && each.kind !== "pair" && each.kind !== "calendar",
    );
    if (subject === undefined) return [];
    const slug = slugOf(subject);
    return ownAsks
      .filter(({ statistic, suits }) => {
        return statistic === request.statistic && (suits?.(request.options) ?? true);
      })
      .map((ask) => ({ ask, subject, slug, request, needs: report.requests, own: true }));
  });
}
