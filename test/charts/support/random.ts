import type { ChartInput, ChartMark, ChartPoint, ChartSet } from "../../../src/charts/index.ts";
import type { Day, Fact } from "../../../src/model/index.ts";
import { addDays, day } from "../../../src/model/index.ts";
import { fact, input, mark, specOf } from "./make.ts";
import { candlesOf, chance, months, sessions } from "./walk.ts";

const WORDS =
  "level record low support since October 2021 resistance average held closes 1733 +22%".split(" ");

/** A chart of random shape: one or two panels, any window, up to nine marks with words of any length. */
export function randomChart(seed: number): ChartInput {
  const random = chance(seed * 7919 + 1);
  const pick = (most: number): number => Math.floor(random() * most);
  const kind = (["line", "candles", "bars", "area"] as const)[pick(4)] ?? "line";
  const monthly = kind !== "candles" && random() < 0.5;
  const to = addDays(day("2025-05-23"), -pick(2000));
  const from = addDays(to, -(60 + pick(monthly ? 9000 : 2600)));
  const days = monthly ? months(from, to) : sessions(from, to);
  const top = walk(days, random);
  const low = walk(days, random);
  const position = (field: string, zero: boolean): string =>
    `{ field: ${field}, type: quantitative, scale: { zero: ${zero} } }`;
  const solid = kind === "bars" || kind === "area";
  const upper =
    kind === "candles"
      ? `layer:
      - { mark: rule, encoding: { y: ${position("low", false)}, y2: { field: high } } }
      - { mark: bar, encoding: { y: ${position("open", false)}, y2: { field: close } } }`
      : `layer:
      - { mark: ${kind === "bars" ? "bar" : kind}, encoding: { y: ${position("value", solid)} } }`;
  const two = random() < 0.5;
  const spec = specOf(
    `vconcat:
  - ${random() < 0.5 ? "title: A panel\n    " : ""}height: ${100 + pick(200)}
    data: { name: top }
    encoding: { x: { field: day, type: temporal } }
    ${upper}
${two ? `  - height: ${70 + pick(80)}\n    data: { name: low }\n    mark: line\n    encoding: { x: { field: day, type: temporal }, y: { field: value, type: quantitative, title: Second line, scale: { zero: false } } }` : ""}`,
    [
      { name: "top", shape: kind === "candles" ? "candles" : "line" },
      { name: "low", shape: "line" },
    ],
  );
  const set = (name: string, points: ChartSet["points"]): ChartSet => ({
    name,
    label: name,
    unit: "index",
    every: monthly ? "month" : "day",
    digits: 1,
    points,
  });
  const data = [
    set("top", kind === "candles" ? candlesOf(top, seed) : top),
    ...(two ? [set("low", low)] : []),
  ];
  const marks = Array.from({ length: pick(10) }, (_, index) =>
    randomMark(index, two && random() < 0.3 ? low : top, random, pick),
  );
  return input(`random-${seed}`, spec, data, two ? marks : marks.map(onFirst));
}

function onFirst(each: ChartMark): ChartMark {
  return { ...each, request: { ...each.request, panel: 0 } };
}

function randomMark(
  index: number,
  points: readonly ChartPoint[],
  random: () => number,
  pick: (most: number) => number,
): ChartMark {
  const some = (): ChartPoint =>
    points[pick(points.length)] ?? { day: day("2025-01-02"), value: 1 };
  const made = (name: string, point: ChartPoint, from?: Day): Fact =>
    fact({
      id: `${name}.${index}`,
      value: point.value,
      day: point.day,
      ...(from === undefined ? {} : { from }),
    });
  const [a, b] = [some(), some()].toSorted((x, y) => (x.day < y.day ? -1 : 1));
  const [one, two] = [made("one", a ?? some()), made("two", b ?? some())];
  const words = Array.from({ length: 1 + pick(9) }, () => WORDS[pick(WORDS.length)] ?? "").join(
    " ",
  );
  const kind =
    (["point", "point", "point", "level", "range", "line", "bracket"] as const)[pick(7)] ?? "point";
  const range = { ...one, window: { from: one.day, to: two.day } };
  const facts =
    kind === "point" || kind === "level" ? [one] : kind === "range" ? [range, two] : [one, two];
  return mark(kind, facts, words.replace(/^\S+/, "[$&]"), { accent: random() < 0.2 });
}

function walk(days: readonly Day[], random: () => number): readonly ChartPoint[] {
  let value = 100 + random() * 3000;
  const wild = 0.005 + random() * 0.03;
  return days.map((each) => {
    value *= 1 + (random() - 0.5) * wild * 2;
    return { day: each, value };
  });
}
