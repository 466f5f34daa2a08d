import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Shape } from "../support.ts";
import { contextOf, one, seriesOf, unsaid } from "../support.ts";

const SHAPE: Shape = { unit: "contracts", every: "week", basis: "reported", precision: 0 };
const TUESDAYS = ["2025-04-22", "2025-04-29", "2025-05-06", "2025-05-13", "2025-05-20"];
const net = (...values: readonly number[]) =>
  contextOf(
    [
      seriesOf(
        "net",
        values.map((each, at) => [TUESDAYS[at] ?? "", each] as const),
        SHAPE,
      ),
    ],
    "2025-05-23",
  );
const asked = { statistic: "position", series: "net" };

describe("position", () => {
  it("tells the week without a report, of the latest thirteen", () => {
    const gone = (missing: string) =>
      contextOf(
        [
          seriesOf(
            "net",
            TUESDAYS.filter((each) => each !== missing).map(
              (each, at) => [each, 100 + at] as const,
            ),
            SHAPE,
          ),
        ],
        "2025-05-23",
      );
    // From 29 April to the report that should have come for 6 May are seven days.
    expect(one(asked, gone("2025-05-06"), "hole")).toMatchObject({ value: 7, day: "2025-05-06" });
    expect(unsaid(asked, gone(""), "hole")).toContain("lacks no report");
  });

  it("is told by its side and its size, without a sign", () => {
    expect(one(asked, net(500, -300, -250, -400, -450))).toMatchObject({
      value: 450,
      state: "short",
      unit: "contracts",
      day: "2025-05-20",
    });
    expect(one(asked, net(-500, 300))).toMatchObject({ value: 300, state: "long" });
    expect(one(asked, net(-500, 0))).toMatchObject({ value: 0, state: "flat" });
  });

  it("rises where a net short grows, and falls where it shrinks", () => {
    const grown = net(500, -300, -250, -400, -450);
    expect(one(asked, grown, "change")).toMatchObject({ value: 50, state: "more" });
    expect(one(asked, grown, "before")).toMatchObject({ value: 400, state: "short" });
    expect(one(asked, net(-450, -400), "change")).toMatchObject({ value: -50, state: "less" });
    expect(one(asked, net(400, 450), "change")).toMatchObject({ value: 50, state: "more" });
    expect(one(asked, net(-450, -450), "change")).toMatchObject({ value: 0, state: "unchanged" });
    expect(one(asked, net(-450, 0), "change")).toMatchObject({ value: -450, state: "less" });
  });

  it("swings where the side changed, and is then no more and no less", () => {
    const turned = net(500, 450, 300, 120, -80);
    expect(one(asked, turned, "swing")).toMatchObject({ value: 200, state: "to short" });
    expect(unsaid(asked, turned, "change")).toBe("net went from long to short");
    expect(unsaid(asked, net(500, 450), "swing")).toContain("did not change its side");
  });

  it("has been on its side since the day it turned", () => {
    const turned = net(500, -300, -250, -400, -450);
    expect(one(asked, turned, "run")).toMatchObject({ value: 4, unit: "weeks", state: "short" });
    expect(one(asked, turned, "since")).toMatchObject({ value: 300, day: "2025-04-29" });
    expect(one(asked, turned, "previous")).toMatchObject({ value: 500, state: "long" });
    expect(unsaid(asked, net(-500, -450), "run")).toContain("short in all the data");
  });

  it("does not count over a missing week", () => {
    const rows = [500, -300, -250, -400, -450].map(
      (each, at) => [TUESDAYS[at] ?? "", each] as const,
    );
    const series = seriesOf(
      "net",
      rows.filter((_, at) => at !== 2),
      SHAPE,
    );
    const context = contextOf([series], "2025-05-23");
    expect(unsaid(asked, context, "run")).toContain("no figures between 2025-04-29 and 2025-05-13");
    expect(unsaid({ ...asked, over: "2 weeks" }, context, "change")).toContain("2 weeks before");
    expect(one({ ...asked, over: "1 week" }, context, "change").value).toBe(50);
  });

  it("meets weeks by the calendar where a report was taken on a Monday", () => {
    // 2023-07-03: the Tuesday was Independence Day.
    const series = seriesOf(
      "net",
      [
        ["2023-06-27", -10],
        ["2023-07-03", -30],
        ["2023-07-11", -20],
      ],
      SHAPE,
    );
    const context = contextOf([series], "2023-07-14");
    expect(one(asked, context, "change")).toMatchObject({ value: -10, state: "less" });
  });

  it("is the most net short since: a superlative of the net position itself", () => {
    const found = { statistic: "superlative", series: "net", side: "low", least: 2 };
    const context = net(-460, -300, -250, -400, -450);
    expect(one(found, context)).toMatchObject({ value: -450, state: "low" });
    expect(one(found, context, "since")).toMatchObject({ value: -460, day: "2025-04-22" });
    expect(one(found, context, "periods").value).toBe(4);
  });

  it("always has a size at or over zero, and a change or a swing, never both", () => {
    const value = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const context = net(a, b);
        expect(one(asked, context).value).toBe(Math.abs(b));
        const flips = a * b < 0;
        const part = flips ? "swing" : "change";
        expect(one(asked, context, part).value).toBe(
          flips ? Math.abs(b - a) : Math.abs(b) - Math.abs(a),
        );
        expect(unsaid(asked, context, flips ? "change" : "swing")).not.toBe("");
      }),
    );
  });
});
