import { round } from "../../src/model/index.ts";
import type { Pin, Wandering } from "./monthly.ts";
import { months, wander } from "./monthly.ts";

export interface SurveyRow {
  readonly month: string;
  readonly optimism: number;
  readonly capex: number;
  readonly hiring: number;
}

function pins(...given: readonly (readonly [period: string, value: number])[]): readonly Pin[] {
  return given.map(([period, value]) => ({ period, value }));
}

const OPTIMISM: Wandering = {
  name: "optimism",
  scale: 1.1,
  walls: [
    { from: "2024-03", to: "2024-10", under: 97 },
    { from: "2022-02", to: "2024-02", under: 96 },
  ],
  pins: pins(
    ["1997-01", 100.4],
    ["1999-12", 102.6],
    ["2001-10", 95.3],
    ["2004-11", 106.4],
    ["2007-12", 94.9],
    ["2009-03", 81.7],
    ["2012-11", 88.2],
    ["2014-12", 99.6],
    ["2016-10", 95.2],
    ["2016-12", 105.1],
    ["2018-08", 107.9],
    ["2019-03", 101.3],
    ["2020-02", 103.8],
    ["2020-04", 91.6],
    ["2020-09", 103.1],
    ["2021-01", 95.7],
    ["2021-06", 101.6],
    ["2022-06", 90.3],
    ["2024-03", 89.1],
    ["2024-10", 94.3],
    ["2024-11", 101.2],
    ["2024-12", 104.4],
    ["2025-01", 103.3],
    ["2025-02", 100.9],
    ["2025-03", 97.4],
    ["2025-04", 95.8],
  ),
};

const CAPEX: Wandering = {
  name: "capex",
  scale: 1.3,
  walls: [{ from: "2020-05", to: "2025-02", over: 19.6 }],
  pins: pins(
    ["1997-01", 34],
    ["2000-01", 36],
    ["2003-01", 26],
    ["2006-01", 31],
    ["2009-03", 17],
    ["2010-09", 17],
    ["2014-12", 28],
    ["2018-08", 33],
    ["2020-02", 26],
    ["2020-03", 22],
    ["2020-04", 18],
    ["2020-05", 21],
    ["2021-08", 29],
    ["2023-04", 21],
    ["2024-03", 22],
    ["2024-12", 26],
    ["2025-01", 23],
    ["2025-02", 20],
    ["2025-03", 21],
    ["2025-04", 18],
  ),
};

const HIRING: Wandering = {
  name: "hiring",
  scale: 1.5,
  walls: [{ from: "2020-06", to: "2025-02", over: 8 }],
  pins: pins(
    ["1997-01", 15],
    ["1999-12", 18],
    ["2002-01", 6],
    ["2005-12", 17],
    ["2009-03", -9],
    ["2012-11", 4],
    ["2014-12", 14],
    ["2018-08", 25],
    ["2020-02", 20],
    ["2020-03", 10],
    ["2020-04", 2],
    ["2020-05", 7],
    ["2020-09", 22],
    ["2021-08", 30],
    ["2023-03", 16],
    ["2024-03", 10],
    ["2024-12", 19],
    ["2025-02", 15],
    ["2025-03", 12],
    ["2025-04", 13],
  ),
};

/** Optimism to a tenth, the share that plans to invest and the balance that plans to hire in whole percent. */
export function survey(): readonly SurveyRow[] {
  const periods = months("1997-01", "2025-04");
  const optimism = wander(periods, OPTIMISM);
  const capex = wander(periods, CAPEX);
  const hiring = wander(periods, HIRING);
  return periods.map((month, index) => ({
    month,
    optimism: round(optimism[index] ?? Number.NaN, 1),
    capex: round(capex[index] ?? Number.NaN, 0),
    hiring: round(hiring[index] ?? Number.NaN, 0),
  }));
}
