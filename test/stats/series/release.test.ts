import { describe, expect, it } from "vitest";
import { contextOf, one, seriesOf } from "../support.ts";

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
});
