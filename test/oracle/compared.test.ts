import { describe, expect, it } from "vitest";
import { describeReal } from "../real/data.ts";
import type { Answer } from "./ask.ts";
import { askSample, askStatistics, told } from "./ask.ts";
import { COMPARED } from "./cases.ts";
import { pythonWithPandas } from "./python.ts";

const python = pythonWithPandas();
const ABSENT = "oracle: python3 with pandas is not on this machine";

/** NOTEWRIGHT_ORACLE=all asks on more days than there is time for in every run. */
const whole = process.env["NOTEWRIGHT_ORACLE"] === "all";
const MORE = [
  "2018-03-29",
  "2018-09-28",
  "2019-01-04",
  "2019-05-31",
  "2019-11-29",
  "2020-02-28",
  "2020-06-30",
  "2021-01-29",
  "2021-07-02",
  "2022-03-31",
  "2022-11-25",
  "2023-05-26",
  "2023-09-29",
  "2024-05-31",
  "2024-07-05",
  "2025-01-10",
  "2025-04-17",
];
const more = whole ? MORE : [];
const TIME = whole ? 1_800_000 : 600_000;

function compared({ counts }: Answer): number {
  return Object.values(counts).reduce((sum, each) => sum + (each["compared"] ?? 0), 0);
}

describeReal("the oracle", (data) => {
  if (python === null) {
    // The oracle is a Python program: where pandas is not to be had, nobody can ask it. CI brings it.
    it.skip(ABSENT, () => undefined);
    return;
  }

  it(
    "reckons changes, counts, pairs, positions and holidays alike",
    { timeout: TIME },
    async () => {
      const answer = await askStatistics(python, data, more, COMPARED);
      expect(told(answer.differences)).toEqual([]);
      expect(answer.missing).toEqual([]);
      expect(compared(answer)).toBeGreaterThan(350_000);
    },
  );
});

describe("the oracle", () => {
  if (python === null) {
    // The oracle is a Python program: where pandas is not to be had, nobody can ask it. CI brings it.
    it.skip(ABSENT, () => undefined);
    return;
  }

  it(
    "reckons total returns, revisions and yields of the sample alike",
    { timeout: TIME },
    async () => {
      const answer = await askSample(python, more);
      expect(told(answer.differences)).toEqual([]);
      expect(answer.missing).toEqual([]);
      expect(compared(answer)).toBeGreaterThan(150_000);
    },
  );
});
