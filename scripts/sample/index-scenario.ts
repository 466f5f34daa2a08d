import type { Day } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";

/**
 * The story that the simulated index tells: dated stops, and walls between them. What piece of the
 * path lies between two stops is chance.
 */
export interface Stop {
  readonly day: Day;
  readonly close: number;
  /** Volatility of the stretch that ends here, in percent a year. */
  readonly volatility: number;
  readonly open?: number;
  readonly high?: number;
  readonly low?: number;
  /** A turning point: nothing in the stretches on either side reaches as far. */
  readonly turn?: "high" | "low";
}

export interface Walls {
  readonly from: Day;
  readonly to: Day;
  /** For highs and lows. */
  readonly under?: number;
  readonly over?: number;
  /** For closes, where those keep narrower bounds. */
  readonly closesUnder?: number;
  readonly closesOver?: number;
}

function at(date: string, close: number, volatility: number): Stop {
  return { day: day(date), close, volatility };
}

function peak(date: string, close: number, volatility: number, high: number): Stop {
  return { day: day(date), close, volatility, high, turn: "high" };
}

function trough(date: string, close: number, volatility: number, low: number): Stop {
  return { day: day(date), close, volatility, low, turn: "low" };
}

type Prices = readonly [open: number, high: number, low: number, close: number];

function whole(date: string, volatility: number, prices: Prices, turn?: "high" | "low"): Stop {
  const [open, high, low, close] = prices;
  return { day: day(date), close, volatility, open, high, low, ...(turn && { turn }) };
}

function walls(from: string, to: string, limits: Omit<Walls, "from" | "to">): Walls {
  return { from: day(from), to: day(to), ...limits };
}

const BEFORE_2018: readonly Stop[] = [
  at("1997-01-02", 361.4, 14),
  at("1997-10-07", 463.2, 14),
  at("1997-10-27", 422.8, 30),
  at("1998-04-21", 489.6, 14),
  at("1998-10-08", 313.5, 28),
  at("1999-07-15", 462.3, 20),
  at("1999-10-18", 417.9, 18),
  at("2000-03-09", 602.7, 24),
  at("2000-05-23", 461.1, 38),
  at("2000-08-31", 538.4, 22),
  at("2000-12-20", 447.2, 28),
  at("2001-05-21", 514.9, 24),
  at("2001-09-21", 381.6, 24),
  at("2002-04-16", 521.8, 20),
  at("2002-10-09", 329.7, 30),
  at("2003-03-12", 348.3, 26),
  at("2004-04-05", 603.9, 18),
  at("2004-08-12", 519.2, 20),
  at("2004-12-31", 649.4, 15),
  at("2005-04-28", 577.3, 16),
  at("2006-05-05", 779.5, 15),
  at("2006-07-21", 674.6, 22),
  at("2007-07-13", 853.1, 16),
  at("2008-03-10", 646.7, 26),
  at("2008-08-15", 751.9, 27),
  at("2008-10-10", 521.3, 42),
  at("2008-11-20", 388.2, 52),
  at("2009-01-06", 511.7, 44),
  at("2009-03-09", 346.9, 40),
  at("2009-10-19", 617.4, 32),
  at("2010-04-23", 739.8, 19),
  at("2010-07-06", 591.5, 30),
  at("2011-05-02", 861.6, 20),
  at("2011-07-22", 839.3, 20),
  at("2011-10-03", 611.8, 34),
  at("2012-03-26", 843.7, 22),
  at("2012-06-04", 739.4, 20),
  at("2013-12-31", 1158.6, 15),
  at("2014-07-03", 1207.8, 16),
  at("2014-10-13", 1051.2, 18),
  at("2015-06-23", 1291.3, 14),
  at("2016-02-11", 958.4, 20),
  at("2016-11-03", 1161.9, 17),
  at("2016-12-09", 1386.1, 16),
  at("2017-08-18", 1358.7, 13),
];

const TO_THE_PANDEMIC: readonly Stop[] = [
  peak("2018-01-23", 1607.8, 9, 1612.44),
  at("2018-02-08", 1471.3, 24),
  peak("2018-06-20", 1647.2, 14, 1652.87),
  at("2018-07-27", 1612.5, 12),
  peak("2018-08-29", 1697.1, 11, 1703.62),
  at("2018-10-29", 1478.6, 20),
  at("2018-11-08", 1573.4, 24),
  trough("2018-12-24", 1271.9, 24, 1266.15),
  at("2019-05-06", 1611.6, 16),
  at("2019-08-27", 1457.4, 17),
  at("2019-12-02", 1612.9, 13),
  peak("2020-01-16", 1692.4, 12, 1698.31),
  at("2020-01-31", 1627.4, 15),
  peak("2020-02-20", 1688.9, 14, 1696.58),
  at("2020-03-09", 1312.6, 46),
  trough("2020-03-19", 1003.7, 44, 974.36),
  at("2020-04-29", 1356.2, 42),
  peak("2020-06-08", 1534.7, 32, 1541.23),
  at("2020-06-26", 1379.1, 36),
  at("2020-08-11", 1592.6, 24),
  at("2020-09-23", 1454.9, 24),
  at("2020-11-09", 1726.3, 26),
];

const HIGHS_OF_2021: readonly Stop[] = [
  at("2020-12-04", 1857.3, 16),
  at("2020-12-31", 1968.2, 16),
  peak("2021-01-20", 2089.4, 16, 2103.26),
  trough("2021-01-29", 2011.7, 20, 1993.15),
  at("2021-02-09", 2271.3, 18),
  peak("2021-03-15", 2347.6, 20, 2361.74),
  trough("2021-03-24", 2121.5, 22, 2091.63),
  at("2021-04-29", 2283.8, 16),
  trough("2021-05-13", 2139.4, 18, 2113.92),
  peak("2021-06-08", 2331.9, 14, 2346.1),
  trough("2021-07-19", 2117.8, 16, 2096.58),
  at("2021-08-06", 2248.2, 15),
  trough("2021-08-19", 2144.7, 16, 2126.3),
  at("2021-09-02", 2292.3, 15),
  at("2021-10-04", 2206.6, 14),
  at("2021-10-29", 2312.5, 14),
  peak("2021-11-08", 2438.6, 13, 2459.18),
  at("2021-11-30", 2324.2, 18),
  trough("2021-12-20", 2129.7, 20, 2104.37),
  peak("2022-01-04", 2264.9, 16, 2279.4),
  at("2022-01-13", 2151.8, 18),
  at("2022-01-18", 2076.2, 18),
  at("2022-01-21", 1972.4, 24),
];

const RANGE_OF_2022_AND_2023: readonly Stop[] = [
  at("2022-01-25", 1879.6, 30),
  trough("2022-02-24", 1713.3, 18, 1693.42),
  peak("2022-03-29", 1891.2, 16, 1905.77),
  trough("2022-05-12", 1716.4, 17, 1700.19),
  peak("2022-06-07", 1882.3, 17, 1896.34),
  trough("2022-06-17", 1703.9, 20, 1686.28),
  trough("2022-07-14", 1717.7, 17, 1703.06),
  peak("2022-08-16", 1892.4, 16, 1909.53),
  trough("2022-09-30", 1706.2, 17, 1688.85),
  peak("2022-11-15", 1884.5, 17, 1897.62),
  trough("2022-12-28", 1718.6, 15, 1704.3),
  peak("2023-02-02", 1893.1, 15, 1910.38),
  trough("2023-03-24", 1713.7, 17, 1697.44),
  peak("2023-04-27", 1879.1, 14, 1892.27),
  trough("2023-05-31", 1717.9, 14, 1702.96),
  peak("2023-07-31", 1895.8, 14, 1908.83),
  trough("2023-10-27", 1704.5, 15, 1690.61),
  at("2023-12-08", 1868.3, 17),
];

const TO_THE_RECORD: readonly Stop[] = [
  at("2023-12-13", 1946.8, 20),
  peak("2023-12-27", 2033.7, 18, 2042.19),
  trough("2024-01-17", 1928.3, 17, 1914.66),
  peak("2024-03-28", 2093.9, 15, 2104.85),
  trough("2024-04-19", 1951.2, 16, 1938.47),
  peak("2024-05-15", 2091.8, 14, 2101.96),
  at("2024-06-17", 2017.6, 14),
  at("2024-07-05", 2071.6, 14),
  at("2024-07-12", 2168.4, 18),
  peak("2024-07-16", 2247.3, 18, 2261.05),
  trough("2024-08-07", 2034.1, 32, 2009.18),
  at("2024-08-30", 2209.7, 20),
  trough("2024-09-11", 2121.4, 19, 2098.73),
  at("2024-09-25", 2203.4, 16),
  trough("2024-10-08", 2117.8, 17, 2103.16),
  at("2024-10-21", 2271.6, 17),
  at("2024-11-04", 2206.3, 15),
  peak("2024-11-25", 2447.9, 18, 2466.31),
];

const FROM_THE_RECORD: readonly Stop[] = [
  at("2024-12-20", 2226.5, 16),
  trough("2025-01-10", 2146.2, 17, 2131.84),
  peak("2025-01-31", 2333.4, 13, 2340.12),
  at("2025-02-10", 2295.2, 8),
  peak("2025-02-20", 2302.6, 7, 2303.41),
  trough("2025-03-05", 2113.6, 17, 2104.29),
  at("2025-03-06", 2068.3, 20),
  at("2025-03-10", 2031.4, 18),
  trough("2025-03-13", 1991.4, 22, 1979.55),
  at("2025-03-19", 2049.5, 22),
  peak("2025-03-25", 2081.7, 22, 2097.88),
  at("2025-03-31", 2018.7, 22),
  whole("2025-04-02", 26, [2006.18, 2049.77, 1991.35, 2037.9]),
  whole("2025-04-03", 40, [1996.27, 2003.94, 1884.58, 1912.4]),
  whole("2025-04-04", 40, [1868.71, 1884.36, 1771.12, 1829.3]),
  whole("2025-04-07", 40, [1781.46, 1911.83, 1739.07, 1811.6]),
  whole("2025-04-08", 40, [1858.93, 1902.75, 1738.29, 1757.1]),
  whole("2025-04-09", 40, [1751.38, 1912.06, 1733.24, 1897.5], "low"),
  at("2025-04-21", 1873.4, 30),
  at("2025-04-30", 1988.3, 24),
  at("2025-05-02", 2021.8, 19),
  at("2025-05-09", 2031.7, 19),
  whole("2025-05-12", 15, [2058.41, 2094.72, 2051.19, 2086.3]),
  whole("2025-05-13", 15, [2088.15, 2112.37, 2079.64, 2108.9]),
  whole("2025-05-14", 15, [2107.52, 2110.8, 2078.27, 2086.1]),
  whole("2025-05-15", 15, [2081.96, 2096.43, 2066.58, 2091.5]),
  whole("2025-05-16", 15, [2092.77, 2114.62, 2090.31, 2113.5], "high"),
  whole("2025-05-19", 15, [2093.05, 2108.94, 2084.13, 2106.2]),
  whole("2025-05-20", 15, [2104.48, 2109.75, 2093.86, 2103.1]),
  whole("2025-05-21", 15, [2089.32, 2091.17, 2051.08, 2056.4]),
  whole("2025-05-22", 15, [2052.26, 2066.9, 2038.61, 2048.7]),
  whole("2025-05-23", 15, [2026.84, 2047.53, 2019.72, 2039.6]),
  whole("2025-05-27", 15, [2061.15, 2091.26, 2058.37, 2087.3]),
];

/** The chance between the stops. Chosen among many so that the levels the story names stand out. */
export const SEED = 144;

/** Stretches that were drawn again for the same reason, by the stop they end at. */
export const DRAWN_ANEW: ReadonlyMap<string, string> = new Map([["2022-07-14", " 7"]]);

export const STOPS: readonly Stop[] = [
  ...BEFORE_2018,
  ...TO_THE_PANDEMIC,
  ...HIGHS_OF_2021,
  ...RANGE_OF_2022_AND_2023,
  ...TO_THE_RECORD,
  ...FROM_THE_RECORD,
];

export const WALLS: readonly Walls[] = [
  walls("1997-01-02", "2018-08-28", { under: 1668 }),
  walls("2018-08-30", "2020-11-05", { under: 1703 }),
  walls("2020-11-09", "2021-01-12", { under: 2068 }),
  walls("2021-02-05", "2022-01-14", { over: 2089, closesOver: 2105 }),
  walls("2021-11-09", "2024-11-22", { under: 2452 }),
  walls("2022-01-25", "2023-12-08", {
    under: 1912,
    over: 1684,
    closesUnder: 1906,
    closesOver: 1696,
  }),
  walls("2024-03-29", "2024-07-05", { under: 2106 }),
  walls("2024-09-12", "2025-03-05", { over: 2103, closesOver: 2114 }),
  walls("2025-03-06", "2025-05-09", { under: 2096 }),
];

/** No high stands over this line after the record: it leads through the highs of both days. */
export const FALLING_LINE = { from: day("2024-11-25"), through: day("2025-02-20") } as const;

/**
 * Between these days the path is lifted or lowered as a whole until the average of the last fifty
 * closes on the day of the note is the published one.
 */
export const AVERAGE = {
  from: day("2025-04-10"),
  to: day("2025-05-08"),
  day: day("2025-05-23"),
  sessions: 50,
  value: 1991.17,
} as const;
