import { describe, expect, it } from "vitest";
import { marksOf } from "../../../src/edition/highlights/picture.ts";
import type { Inline } from "../../../src/model/index.ts";
import { day } from "../../../src/model/index.ts";
import { factMade } from "../../facts/made.ts";

const place = { file: "report.yaml", line: 1, column: 1 };

function figure(fact: string, value: number, text: string): Inline {
  return { kind: "figure", said: { fact, kind: "value", text }, value };
}

const record = factMade("record", { value: 2443, day: day("2021-11-05") });
const prior = factMade("record.prior", { value: 2362, day: day("2021-03-15") });

describe("the marks of a small chart", () => {
  it("are the sentence's levels, and the accent is on the day it happened", () => {
    const line = [figure("record", 2443, "2443"), figure("record.prior", 2362, "2362")];
    const marks = marksOf([record, prior], "index", { line, happened: record.day, place });
    expect(marks.map(({ request }) => [request.facts[0], request.accent])).toEqual([
      ["record", true],
      ["record.prior", false],
    ]);
    expect(marks.map(({ label }) => label)).toEqual([[line[0]], [line[1]]]);
  });

  it("bear no number that the fact only names", () => {
    const line = [figure("record", 21, "21")];
    const [mark] = marksOf([record], "index", { line, happened: record.day, place });
    expect(mark?.label).toBeNull();
  });

  it("leave out what is of another unit", () => {
    const change = factMade("week", { value: -0.035, unit: "ratio" });
    expect(marksOf([change], "index", { line: [], happened: change.day, place })).toEqual([]);
  });
});
