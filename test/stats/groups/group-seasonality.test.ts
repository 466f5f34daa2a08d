import { describe, expect, it } from "vitest";
import { day, endOfMonth, sessionOnOrBefore } from "../../../src/model/index.ts";
import { one } from "../support.ts";
import { contextWith, groupOf } from "./made.ts";

const ENDS = Array.from({ length: 12 * 12 + 5 }, (_, at) => {
  const [year, month] = [2013 + Math.floor(at / 12), (at % 12) + 1];
  return sessionOnOrBefore(endOfMonth(day(`${year}-${String(month).padStart(2, "0")}-01`)));
});

/** June rises in the first so many years and falls in the others. */
function closes(rises: number): readonly number[] {
  let value = 100;
  return ENDS.map((each) => {
    const june = each.slice(5, 7) === "06";
    value *= june ? (Number(each.slice(0, 4)) < 2013 + rises ? 1.1 : 0.9) : 1;
    return value;
  });
}
const made = groupOf(ENDS, {
  a: { closes: closes(12) },
  b: { closes: closes(6) },
  c: { closes: closes(0) },
});
const context = contextWith(made, ENDS.at(-1));
const asked = { statistic: "group-seasonality", group: "g" };

describe("group-seasonality", () => {
  it("scores each member from −100 to +100", () => {
    // 12, 6 and none of 12 Junes rose.
    expect(one(asked, context)).toMatchObject({ series: "g.a.close", value: 100 });
    expect(one({ ...asked, member: "b" }, context).value).toBeCloseTo(0, 10);
    expect(one({ ...asked, place: -1 }, context)).toMatchObject({
      series: "g.c.close",
      value: -100,
    });
    expect(one({ ...asked, member: "b" }, context, "rose").value).toBe(6);
    expect(one(asked, context, "mean").value).toBeCloseTo(0, 10);
    expect(one(asked, context, "ahead").day).toBe("2025-06-01");
  });

  it("needs ten years", () => {
    const few = groupOf(ENDS.slice(60), {
      a: { closes: closes(12).slice(60) },
      b: { closes: closes(6).slice(60) },
      c: { closes: closes(0).slice(60) },
    });
    expect(() => one(asked, contextWith(few, ENDS.at(-1)))).toThrow("The group has too few years");
  });
});
