import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import type { Finding, Point, Series } from "../../src/model/index.ts";
import { addDays, day, reckon } from "../../src/model/index.ts";
import type { AnyStatistic, Findings } from "../../src/stats/index.ts";
import { Withholding, statistics } from "../../src/stats/index.ts";
import type { Request } from "./support.ts";
import { contextOf, deepFreeze, run } from "./support.ts";
import { world } from "./world.ts";

/** Every example of the registry, as one report. */
const report: Readonly<Record<string, Request>> = Object.assign(
  {},
  ...statistics.map((each): unknown => parse(each.example)),
  // The index of this world is nine years old, too young for a season.
  { season: { statistic: "seasonality", series: "stock-history.m1.close" } },
);

const ASOF = ["2025-05-23", "2024-12-31", "2020-03-23", "2022-07-04", "2019-03-01", "2019-01-05"];
const series = world(7);
const ids = Object.keys(report);

/** What every example finds on a day; a fact that is withheld finds nothing. */
function all(from: readonly Series[], asOf: string): ReadonlyMap<string, Findings | string> {
  const context = contextOf(from, asOf, { facts: report });
  return new Map(
    ids.map((id) => [id, attempt(() => run(report[id] ?? { statistic: "" }, context))]),
  );
}

function attempt(find: () => Findings): Findings | string {
  try {
    return find();
  } catch (error) {
    if (error instanceof Withholding) return error.message;
    throw error;
  }
}

function findingsOf(
  found: ReadonlyMap<string, Findings | string>,
): readonly (readonly [string, Finding])[] {
  return [...found].flatMap(([id, each]) =>
    typeof each === "string"
      ? []
      : Object.entries(each).flatMap(([part, one]) =>
          "unsaid" in one ? [] : [[`${id}.${part}`, one] as const],
        ),
  );
}

const everywhere = ASOF.flatMap((asOf) => findingsOf(all(series, asOf)));

describe("every statistic", () => {
  it.each([...statistics])("$name tells what it is", (statistic: AnyStatistic) => {
    expect(statistic.name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(Object.keys(statistic.parts)[0]).toBe("");
    for (const text of [statistic.summary, statistic.method, statistic.definition]) {
      expect(text).toMatch(/^[A-Z].*[.]$/s);
    }
    for (const text of Object.values(statistic.parts)) expect(text).toMatch(/[.]$/);
  });

  it.each([...statistics])("$name has an example that names it", (statistic: AnyStatistic) => {
    const found = Object.values(parse(statistic.example) as Record<string, Request>);
    expect(found.map((each) => each.statistic)).toEqual([statistic.name]);
  });

  it.each([...statistics])(
    "$name refuses an option it does not know",
    (statistic: AnyStatistic) => {
      const [example] = Object.values(parse(statistic.example) as Record<string, Request>);
      const { statistic: _, ...options } = example ?? { statistic: "" };
      expect(statistic.options.safeParse(options).success).toBe(true);
      expect(statistic.options.safeParse({ ...options, colour: "red" }).success).toBe(false);
    },
  );

  it.each([...statistics])("$name tells an editor its options", (statistic: AnyStatistic) => {
    const schema = z.toJSONSchema(statistic.options, { io: "input" });
    expect(Object.keys(schema.properties ?? {}).length).toBeGreaterThan(0);
  });

  it.each([...statistics])(
    "$name finds something on at least one day",
    (statistic: AnyStatistic) => {
      const [id = ""] = Object.keys(parse(statistic.example) as object);
      const said = everywhere.filter(([name]) => name === `${id}.`);
      expect(said, "is withheld on every day of the test").not.toEqual([]);
    },
  );

  it("finds only the parts it declares", () => {
    const found = all(series, "2025-05-23");
    for (const statistic of statistics) {
      const [id = ""] = Object.keys(parse(statistic.example) as object);
      const findings = found.get(id) ?? {};
      if (typeof findings === "string") continue;
      for (const part of Object.keys(findings))
        expect(Object.keys(statistic.parts)).toContain(part);
    }
  });

  it("finds the value that its recipe makes of its citations", () => {
    for (const [id, each] of everywhere) {
      expect(reckon(each.recipe, each.cites), id).toBe(each.value);
      expect(Number.isFinite(each.value), id).toBe(true);
    }
  });

  it("cites rows that stand in the source, inside its window", () => {
    const byId = new Map(series.map((each) => [each.id, each]));
    for (const [id, each] of everywhere) {
      expect(each.cites.length, id).toBeGreaterThan(0);
      for (const cited of each.cites) {
        // What agents made stands in no row: it is played again from blocks of them (test/agents).
        if (cited.made !== undefined && "replay" in cited.made) continue;
        const point = byId.get(cited.series)?.points[cited.line - 2];
        expect(point, id).toMatchObject({ day: cited.day, value: cited.value });
        expect(cited.day >= each.window.from && cited.day <= each.window.to, id).toBe(true);
      }
    }
  });

  it("sets digits, ranks and named options that can be printed", () => {
    for (const [id, each] of everywhere) {
      expect(Number.isInteger(each.digits) && each.digits >= 0 && each.digits <= 9, id).toBe(true);
      expect(each.rank === null || (each.rank > 0 && each.rank < 1), id).toBe(true);
      expect(each.ranked, id).toBeGreaterThanOrEqual(0);
      for (const value of Object.values(each.named ?? {}))
        expect(Number.isFinite(value)).toBe(true);
      if (each.state !== undefined) expect(each.state, id).toMatch(/^[a-z]+([ -][a-z]+)*$/);
    }
  });

  it("gives the same answer to the same question", () => {
    expect(all(series, "2025-05-23")).toEqual(all(series, "2025-05-23"));
  });

  it.each(ASOF)("knows nothing on %s of what is dated or came out later", (asOf) => {
    const later = series.map((each) => withLater(each, asOf));
    expect(all(later, asOf)).toEqual(all(series, asOf));
  });

  it.each([0, 1, 2, 3, 5, 8, 13, 30])("withholds or is finite with %d points a series", (count) => {
    const short = series.map((each) =>
      deepFreeze({ ...each, points: each.points.slice(0, count) }),
    );
    for (const [id, each] of findingsOf(all(short, "2025-05-23"))) {
      expect(Number.isFinite(each.value), id).toBe(true);
    }
  });

  it("finds nothing at all in empty series", () => {
    const empty = series.map((each) => deepFreeze({ ...each, points: [] }));
    const found = [...all(empty, "2025-05-23").values()];
    expect(found.filter((each) => typeof each !== "string")).toEqual([]);
  });

  it("withholds rather than fails where readings are missing", () => {
    for (let drop = 2; drop < 8; drop++) {
      const holed = series.map((each) => without(each, drop));
      for (const [id, each] of findingsOf(all(holed, "2025-05-23"))) {
        expect(reckon(each.recipe, each.cites), id).toBe(each.value);
      }
    }
  });
});

/** Absurd points after the as-of day, and known points that a revision after it changed. */
function withLater(each: Series, asOf: string): Series {
  const end = day(asOf);
  const points = each.points.map((point): Point => {
    const unknown = point.released > end || point.day > end;
    return unknown ? { ...point, value: point.value * 97 } : point;
  });
  const after = addDays(points.at(-1)?.day ?? end, 400);
  const more: Point = { day: after, value: 1e9, released: after, line: points.length + 2 };
  return deepFreeze({ ...each, points: [...points, more] });
}

/** Every nth of the newest fifty points is missing. */
function without(each: Series, drop: number): Series {
  const start = each.points.length - 50;
  const points = each.points.filter((_, index) => index < start || (index - start) % drop !== 1);
  return deepFreeze({ ...each, points });
}
