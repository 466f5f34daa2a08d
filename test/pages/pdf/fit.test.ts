import { describe, expect, it } from "vitest";
import { waste } from "../../../src/pages/pdf/fit.ts";

const HEIGHT = 792;
const full = { height: HEIGHT, lowest: 60 };
const half = { height: HEIGHT, lowest: 400 };
const line = { height: HEIGHT, lowest: 730 };

describe("the waste of a printed note", () => {
  it("is none where pages are full and the last one is well begun", () => {
    expect(waste([full, full, half])).toBe(0);
  });

  it("grows with a hole on a page that is not the last", () => {
    // white from 51 to 400 of 695.6 usable points: 0.5017, of which 0.18 goes unnoticed
    expect(waste([half, full, half])).toBeCloseTo(0.3217, 3);
  });

  it("counts a last page with next to nothing on it", () => {
    // filled 1 − 679 / 695.6 = 0.0239, where 0.4 is the least
    expect(waste([full, line])).toBeCloseTo(0.3761, 3);
  });

  it("asks nothing of a note of one page", () => {
    expect(waste([line])).toBe(0);
  });
});
