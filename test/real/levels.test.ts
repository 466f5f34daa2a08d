import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import type { Series } from "../../src/model/index.ts";
import { loadCatalog, readSeries } from "../../src/sources/index.ts";
import type { Request } from "../stats/support.ts";
import { contextOf, one, run, unsaid } from "../stats/support.ts";
import { describeReal, realCatalog } from "./data.ts";

const value = z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]);
const cases = z
  .array(
    z
      .object({ id: z.string(), series: z.string(), "as-of": z.string(), by: z.string() })
      .catchall(z.union([z.string(), z.record(z.string(), value)])),
  )
  .parse(parse(readFileSync(path.join(import.meta.dirname, "levels-by-hand.yaml"), "utf8")));

/** What the hand gave and where the statistic has it; the rest of an answer are its options. */
const PARTS: Readonly<Record<string, readonly [part: string, of: "value" | "day" | "state"]>> = {
  value: ["", "value"],
  day: ["", "day"],
  high: ["high", "value"],
  peak: ["peak", "value"],
  days: ["days", "value"],
  weeks: ["weeks", "value"],
  anchor: ["anchor", "day"],
  second: ["second", "day"],
  touches: ["touches", "value"],
  closes: ["closes", "value"],
  outcome: ["outcome", "state"],
  first: ["first", "day"],
  breach: ["breach", "day"],
  role: ["role", "state"],
  low: ["low", "value"],
  from: ["from", "day"],
  exit: ["exit", "day"],
  state: ["", "state"],
};

/** The VIX swings wider than an index: its reports set the reversal themselves. */
const OPTIONS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "vix-2024": { reversal: 0.4 },
};

/** Where the rule and the eye differ: docs/statistics/price.md weighs each of them. */
const DIFFERENCES: Readonly<Record<string, string | number>> = {
  "spx-2022-rally swing-high day": "2022-03-29",
  "spx-2022-rally swing-high value": 4637.3,
  "xlf-range range from": "2022-03-07",
  "xlf-range range exit": "2023-11-17",
  "gspc-2015-range range low": 2068.116,
};

interface Answer {
  readonly name: string;
  readonly request: Request;
  readonly series: string;
  readonly asOf: string;
  readonly part: string;
  readonly of: "value" | "day" | "state";
  readonly hand: z.infer<typeof value>;
}

const answers = cases.flatMap(({ id, series, "as-of": asOf, ...statistics }) =>
  Object.entries(statistics).flatMap(([statistic, told]): readonly Answer[] => {
    if (typeof told === "string") return [];
    const given = Object.entries(told).filter(([key]) => PARTS[key] === undefined);
    const request = { statistic, bars: series, ...Object.fromEntries(given), ...OPTIONS[id] };
    return Object.entries(told).flatMap(([key, hand]) => {
      const [part, of] = PARTS[key] ?? [];
      if (part === undefined || of === undefined) return [];
      return [{ name: `${id} ${statistic} ${key}`, request, series, asOf, part, of, hand }];
    });
  }),
);

describeReal("levels on real prices", (folder) => {
  const shelf = new Map<string, readonly Series[]>();
  const bars = (id: string): readonly Series[] => {
    const held = shelf.get(id) ?? read(folder, id);
    shelf.set(id, held);
    return held;
  };

  it.each(answers)("find what the eye found: $name", ({ name, request, series, asOf, ...rest }) => {
    const found = one(request, contextOf(bars(series), asOf), rest.part)[rest.of];
    const differs = DIFFERENCES[name];
    if (differs !== undefined) expectSame(found, differs);
    if (differs === undefined) expectSame(found, rest.hand);
    else expect(() => expectSame(found, rest.hand)).toThrow();
  });

  it("know of no rally from a low that the price has since fallen under", () => {
    // With a reversal of one half the VIX low of 14.46 in August stands; December saw 12.70.
    const context = contextOf(bars("vix"), "2024-12-31");
    const low = { statistic: "swing-low", bars: "vix", reversal: 0.5 };
    expect(one(low, context).day).toBe("2024-08-19");
    expect(() => run({ ...low, statistic: "rally" }, context)).toThrow("fallen under the low");
  });

  describe("on the Russell 2000 of 23 May 2025", () => {
    const facts = {
      level: { statistic: "level", bars: "rut", at: 2100 },
      line: { statistic: "trend-line", bars: "rut" },
      average: { statistic: "average", series: "rut.close", of: 50 },
    };
    const tell = (request: Omit<Request, "bars"> & { readonly statistic: string }, part = "") =>
      one(
        { bars: "rut", ...request },
        contextOf(bars("rut"), "2025-05-23", { published: "2025-05-27", facts }),
        part,
      );

    it("rallied 22.0 percent in 37 days, the six weeks begun to 16 May", () => {
      // 2114.95 / 1732.99 − 1
      const rally = { statistic: "rally" };
      expect(tell(rally)).toMatchObject({ day: "2025-05-16", state: "running" });
      expect(tell(rally).value).toBeCloseTo(0.220405, 6);
      expect(tell(rally, "days").value).toBe(37);
      expect(tell(rally, "weeks").value).toBe(6);
    });

    it("had fallen 29.7 percent from its record", () => {
      // 1732.99 / 2466.49 − 1
      const fall = { statistic: "drawdown" };
      expect(tell(fall).value).toBeCloseTo(-0.297386, 6);
      expect(tell(fall, "peak")).toMatchObject({ value: 2466.49, day: "2024-11-25" });
    });

    it("finds 2100 in play: once support, lost in early March, held as resistance", () => {
      const level = { statistic: "level" };
      expect(tell(level)).toMatchObject({ value: 2100, state: "support turned resistance" });
      expect(tell(level, "first").day).toBe("2021-01-08");
      expect(tell(level, "breach")).toMatchObject({ day: "2025-03-04", state: "down" });
      expect(tell(level, "elapsed").value).toBe(84);
      expect(tell(level, "held")).toMatchObject({ value: 2114.95, state: "held" });
    });

    it("crossed 2100 on five of ten sessions and closed above it on four of these", () => {
      const crossings = { statistic: "crossings", level: 2100 };
      expect(tell(crossings).value).toBe(5);
      expect(tell(crossings, "closes").value).toBe(4);
      expect(tell(crossings, "outcome").state).toBe("below");
    });

    it("was defended in April at 1700, which it first reached in June 2018", () => {
      const level = { statistic: "level", near: "low" };
      const context = contextOf(bars("rut"), "2025-05-23", {
        facts: { low: { statistic: "swing-low", bars: "rut" } },
      });
      const pinned = { statistic: "level", at: 1700 };
      expect(tell(pinned, "defended")).toMatchObject({ value: 1732.99, day: "2025-04-09" });
      expect(tell(pinned, "first").day).toBe("2018-06-20");
      expect(one({ bars: "rut", ...level }, context).value).toBe(1700);
    });

    it("has a line from the record just above 2100, which meets the level", () => {
      const line = tell({ statistic: "trend-line" });
      // 6 February is 73 days after the record: 2466.49 − (2466.49 − 2326.95) / 73 × 179
      expect(line.value).toBeCloseTo(2124.33, 2);
      expect(tell({ statistic: "trend-line" }, "second").day).toBe("2025-02-06");
      const meeting = { statistic: "confluence", of: ["level", "line"] };
      expect(tell(meeting)).toMatchObject({ state: "resistance", day: "2025-05-23" });
    });

    it("has the 50-day average as the next level below", () => {
      const near = { statistic: "near-level", of: ["average", "line"], side: "below" };
      expect(tell(near).state).toBe("average");
      expect(tell(near).value).toBeCloseTo(1991.02, 2);
    });

    it("kept between 1700 and 1900 from April 2022 to December 2023, with 321 of 411 closes", () => {
      const range = { statistic: "range", between: [1700, 1900] };
      expect(tell(range, "from").day).toBe("2022-04-26");
      expect(tell(range, "exit")).toMatchObject({ day: "2023-12-13", state: "up" });
      expect(tell(range, "inside").named).toEqual({ inside: 321, closes: 411 });
    });

    it("finds nearly the same range by itself among the last three years", () => {
      const range = { statistic: "range", over: "3 years" };
      expect(tell(range, "high").value).toBe(1900);
      expect(tell(range, "low").value).toBeCloseTo(1730, 0);
      expect(tell(range, "from").day).toBe("2022-04-26");
      expect(tell(range, "to").day).toBe("2023-12-12");
    });

    it("rose in its last ten sessions at an eighth of the pace before", () => {
      const pace = tell({ statistic: "momentum-fade" });
      expect(pace.state).toBe("fading");
      expect(pace.value).toBeCloseTo(0.12, 2);
    });
  });

  it("do not change a level that is found again a week later", () => {
    const at = (asOf: string) =>
      one({ statistic: "level", bars: "rut", at: 2100 }, contextOf(bars("rut"), asOf), "breach");
    expect(at("2025-05-16").day).toBe("2025-03-04");
    expect(at("2025-05-23").day).toBe("2025-03-04");
  });

  it("say what cannot be said of a market at its record", () => {
    const context = contextOf(bars("gspc"), "2024-12-06");
    const request = { statistic: "level", bars: "gspc", at: 7000 };
    expect(unsaid(request, context, "first")).toContain("did not trade there");
  });
});

function read(folder: string, id: string): readonly Series[] {
  const loaded = loadCatalog(realCatalog);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const found = readSeries(loaded.value.catalog, folder, [id]);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return [...found.value.series.values()];
}

/** A number is as close as its decimals, a pair of values a range. */
function expectSame(found: unknown, hand: z.infer<typeof value>): void {
  if (Array.isArray(hand)) {
    const [low = "", high = ""] = hand;
    const inside =
      typeof found === "number"
        ? found >= Number(low) && found <= Number(high)
        : String(found) >= String(low) && String(found) <= String(high);
    expect(inside, `${String(found)} lies between ${low} and ${high}`).toBe(true);
    return;
  }
  if (typeof hand === "string") expect(found).toBe(hand);
  else expect(found).toBeCloseTo(hand, Math.abs(hand) < 1 ? 5 : hand < 200 ? 2 : 1);
}
