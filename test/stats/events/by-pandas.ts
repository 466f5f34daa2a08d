import type { EventName } from "../../../src/stats/events/kinds.ts";

/** One kind of event over 1,500 made bars, as another program finds it. */
export interface Expected {
  /** Place of the last event, which is the one told: all else is known on that day. */
  readonly last: number;
  /** Events from place 250 on. */
  readonly count: number;
  readonly cases: number;
  readonly followed: number;
  readonly independent: number;
  /** Of how many days how many were followed so. */
  readonly base: readonly [followed: number, days: number];
  readonly low: number;
  readonly high: number;
}

/**
 * Indicators by pandas 1.5.3 as in the tests of src/model/indicators, events and cases by loops over
 * them in Python, with a horizon of 21 sessions.
 */
const ROWS: readonly (readonly [
  EventName,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
])[] = [
  ["advance", 1472, 80, 77, 45, 38, 706, 1202, 0.4271384931, 0.7261923084],
  ["aroon-down", 1491, 22, 21, 9, 17, 504, 1221, 0.2288697561, 0.6546042632],
  ["aroon-up", 1476, 35, 34, 18, 24, 710, 1206, 0.3399050957, 0.7108021864],
  ["averages-cross-down", 1484, 20, 19, 9, 18, 498, 1214, 0.2688623116, 0.6877629107],
  ["averages-cross-up", 1475, 19, 18, 11, 15, 709, 1205, 0.3671726677, 0.8097421543],
  ["back-above-lower-band", 1456, 26, 24, 14, 18, 700, 1186, 0.3614009769, 0.7759524858],
  ["back-below-upper-band", 1473, 45, 44, 19, 25, 495, 1203, 0.2598984946, 0.6219004487],
  ["breaks-lower-band", 1455, 25, 23, 13, 17, 700, 1185, 0.3400298769, 0.7663634098],
  ["breaks-upper-band", 1471, 45, 44, 20, 24, 495, 1201, 0.2757541112, 0.6458800892],
  ["decline", 1492, 83, 81, 37, 39, 505, 1222, 0.311452323, 0.6098769113],
  ["macd-line-negative", 1482, 24, 23, 7, 19, 497, 1212, 0.1457070101, 0.5287979037],
  ["macd-line-positive", 1472, 24, 23, 15, 17, 706, 1202, 0.4177326462, 0.8305183561],
  ["macd-negative", 1481, 54, 53, 16, 34, 496, 1211, 0.1743540771, 0.4696422557],
  ["macd-positive", 1458, 54, 52, 31, 35, 700, 1188, 0.4320437233, 0.7412445474],
  ["momentum-negative", 1481, 91, 89, 29, 38, 496, 1211, 0.1989213738, 0.4847427376],
  ["momentum-positive", 1467, 91, 89, 53, 36, 702, 1197, 0.433621007, 0.7389731875],
  ["price-above-average", 1480, 54, 51, 34, 26, 714, 1210, 0.4747221505, 0.8157015422],
  ["price-below-average", 1481, 54, 51, 13, 25, 496, 1211, 0.1251817774, 0.4499124633],
  ["rsi-enters-overbought", 1306, 15, 14, 9, 9, 411, 1036, 0.3345895731, 0.8656546988],
  ["rsi-enters-oversold", 1455, 18, 17, 9, 9, 700, 1185, 0.2474744096, 0.7937523523],
  ["rsi-leaves-overbought", 1309, 15, 14, 7, 9, 411, 1039, 0.2265292299, 0.7734707701],
  ["rsi-leaves-oversold", 1456, 18, 17, 8, 9, 700, 1186, 0.2062476477, 0.7525255904],
  ["stochastic-enters-overbought", 1470, 59, 58, 24, 30, 495, 1200, 0.2573544418, 0.5898030398],
  ["stochastic-enters-oversold", 1483, 36, 35, 22, 25, 715, 1213, 0.4342756936, 0.7886177275],
  ["stochastic-leaves-overbought", 1475, 59, 58, 23, 32, 495, 1205, 0.247106523, 0.5681719318],
  ["stochastic-leaves-oversold", 1487, 37, 36, 23, 26, 716, 1217, 0.4477508378, 0.7942689061],
];

export const BY_PANDAS: readonly (readonly [EventName, Expected])[] = ROWS.map(
  ([name, last, count, cases, followed, independent, risen, days, low, high]) => [
    name,
    { last, count, cases, followed, independent, base: [risen, days], low, high },
  ],
);
