import { describe, expect, it } from "vitest";
import { day } from "../../../src/model/index.ts";
import { contextOf, one, seriesOf, unsaid } from "../support.ts";

describe("release", () => {
  const shorts = seriesOf("si", [["2025-04-30", 106.8e6]], {
    unit: "shares",
    every: "half-month",
    release: { rule: { kind: "sessions after", sessions: 7 }, exceptions: new Map() },
  });
  const asked = { statistic: "release", series: "si" };

  it("comes later today where it comes on the published day", () => {
    // FINRA: settlement of 15 May 2025 came out on 27 May 2025.
    const tuesday = contextOf([shorts], "2025-05-23", { published: "2025-05-27" });
    expect(one(asked, tuesday)).toMatchObject({ value: 0, day: "2025-05-27", unit: "days" });
    expect(one(asked, tuesday, "period").day).toBe("2025-05-15");
    expect(one(asked, tuesday, "known").value).toBe(106.8e6);
  });

  it("passes over what has come out by the published day", () => {
    // Settlement of 30 May 2025, seven sessions later: 10 June.
    const wednesday = contextOf([shorts], "2025-05-23", { published: "2025-05-28" });
    expect(one(asked, wednesday)).toMatchObject({ value: 13, day: "2025-06-10" });
  });

  it("is due where it comes out within a week, or within what is asked for", () => {
    const tuesday = contextOf([shorts], "2025-05-23", { published: "2025-05-27" });
    expect(one(asked, tuesday, "due")).toMatchObject({ value: 0, state: "today" });
    const wednesday = contextOf([shorts], "2025-05-23", { published: "2025-05-28" });
    expect(one(asked, wednesday).state).toBe("later");
    expect(unsaid(asked, wednesday, "due")).toContain("come out on 2025-06-10 only");
    expect(one({ ...asked, within: "2 weeks" }, wednesday, "due").day).toBe("2025-06-10");
    const week = contextOf([shorts], "2025-05-23", { published: "2025-06-03" });
    expect(one(asked, week, "due")).toMatchObject({ value: 7, state: "next week" });
    const monday = contextOf([shorts], "2025-05-23", { published: "2025-06-09" });
    expect(one(asked, monday, "due")).toMatchObject({ value: 1, state: "this week" });
  });

  it("follows the exception, not the rule", () => {
    const put = seriesOf("si", [["2025-04-30", 106.8e6]], {
      unit: "shares",
      every: "half-month",
      release: {
        rule: { kind: "sessions after", sessions: 7 },
        exceptions: new Map([[day("2025-05-15"), day("2025-05-30")]]),
      },
    });
    const tuesday = contextOf([put], "2025-05-23", { published: "2025-05-27" });
    expect(one(asked, tuesday)).toMatchObject({ value: 3, day: "2025-05-30", state: "this week" });
  });
});
