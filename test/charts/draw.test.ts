import { describe, expect, it } from "vitest";
import type { ChartInput, ChartMark, ChartSet } from "../../src/charts/index.ts";
import { chartCss, decodeTheme, draw, standalone } from "../../src/charts/index.ts";
import type { Chart, Unit } from "../../src/model/index.ts";
import { addDays, day } from "../../src/model/index.ts";
import { index, marginDebt, shortInterest, survey } from "./support/cases.ts";
import { fact, input, mark, readTheme, specOf } from "./support/make.ts";
import { months } from "./support/walk.ts";

const theme = Object.freeze(readTheme());

async function drawn(chart: ChartInput): Promise<Chart> {
  const found = await draw(chart, theme);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

async function refused(chart: ChartInput): Promise<readonly string[]> {
  const found = await draw(chart, theme);
  return found.ok ? [] : found.problems.map((each) => each.rule);
}

function lineOf(
  values: readonly number[],
  marks: readonly ChartMark[] = [],
  more: { readonly mark?: string; readonly scale?: string; readonly unit?: Unit } = {},
): ChartInput {
  const days = months("2020-01-01", "2025-04-30").slice(-values.length);
  const spec = specOf(
    `data: { name: a }
mark: ${more.mark ?? "line"}
encoding: { x: { field: day, type: temporal }, y: { field: value, type: quantitative, scale: { ${more.scale ?? "zero: false"} } } }`,
    [{ name: "a", shape: "line" }],
  );
  const set: ChartSet = {
    name: "a",
    label: "A",
    unit: more.unit ?? "index",
    every: "month",
    digits: 1,
    points: values.map((value, place) => ({ day: days[place] ?? day("2025-04-30"), value })),
  };
  return input("line", spec, [set], marks);
}

const series = (svg: string): readonly string[] =>
  [...svg.matchAll(/<path class="s-primary"[^>]* d="([^"]+)"/g)].map(([, path = ""]) => path);

describe("a drawing", () => {
  it("points wedges up and down at events, and leaves out those before the window", async () => {
    const values = [10, 12, 11, 14, 13, 15, 12, 16];
    const at = (id: string, on: string, value: number, state: string) => ({
      ...fact({ id, value, day: on }),
      state,
    });
    const events = [
      at("early", "2019-05-31", 99, "bullish"),
      at("up", "2024-11-30", 11, "bullish"),
      at("down", "2025-02-28", 15, "sold"),
    ];
    const { wide, table } = await drawn(lineOf(values, [mark("events", events, "")]));
    const wedges = [...wide.matchAll(/class="dot f-(rise|fall)" d="([^"]+)"/g)];
    // A wedge that points up begins at its tip and goes down, with y growing downwards.
    expect(
      wedges.map(([, colour, path = ""]) => [colour, /l3\.6,(-?)7\.2h/.exec(path)?.[1]]),
    ).toEqual([
      ["rise", ""],
      ["fall", "-"],
    ]);
    expect(table.rows.filter((row) => row.at(-1) === "marked")).toHaveLength(2);
  });

  it.each([
    shortInterest(false),
    index("2021-05-23", "index"),
    survey(),
    marginDebt("1997-01-01", "m"),
  ])("bears no role, id, link, script or colour of its own", async (chart) => {
    const { wide, narrow } = await drawn(chart);
    for (const svg of [wide, narrow]) {
      expect(svg).not.toMatch(
        /role=|aria-| id=|href|<script|<image|<style|url\(|#[0-9a-f]{6}|NaN|undefined/,
      );
      expect(svg).toMatch(
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" class="nw-chart" viewBox=/,
      );
    }
  });

  it("comes out the same every time, alone or among others", async () => {
    const chart = index("2021-05-23", "index");
    const first = await drawn(chart);
    await drawn(survey());
    const kept = new Map();
    const second = await draw(chart, theme, kept);
    const third = await draw(chart, theme, kept);
    expect(second).toMatchObject({ ok: true, value: first });
    expect(third).toEqual(second);
  });

  it("draws many candles as few paths", async () => {
    const { wide } = await drawn(index("2021-05-23", "index"));
    expect(wide.match(/<path/g)?.length).toBeLessThan(30);
    expect(wide.length).toBeLessThan(25_000);
    expect(wide).toContain("weekly candles");
  });

  it("draws daily candles where the window is short", async () => {
    const { wide, narrow } = await drawn(index("2025-01-02", "index"));
    expect(wide).toContain("daily candles");
    expect(narrow).toContain("daily candles");
  });

  it("wraps each figure of a label with the fact it comes from", async () => {
    const { wide, narrow, says } = await drawn(marginDebt("1997-01-01", "m"));
    for (const svg of [wide, narrow]) {
      expect(svg).toContain('<tspan data-fact="debt.record">$937.3bn</tspan>,');
    }
    expect(says.map((each) => each.text)).toEqual(["$937.3bn", "$935.9bn", "$850.6bn"]);
  });

  it("prints letters of a label as letters", async () => {
    const point = fact({ id: "a", value: 12, day: "2025-04-30" });
    const words = '[<b onload="x">] & "co"';
    const { wide } = await drawn(lineOf([10, 11, 12], [mark("point", [point], words)]));
    expect(wide).toContain("&lt;b onload=&quot;x&quot;&gt;");
    expect(wide).not.toContain("<b ");
  });

  it("breaks a line at a hole and shows a lone point as a dot", async () => {
    const whole = await drawn(lineOf([10, 12, 11, 13, 12, 14]));
    expect(series(whole.wide)).toHaveLength(1);
    expect(series(whole.wide)[0]?.match(/M/g)).toHaveLength(1);
    const holed = await drawn(lineOf([10, 12, Number.NaN, 13, Number.NaN, 14, 12]));
    expect(series(holed.wide)[0]?.match(/M/g)).toHaveLength(2);
    expect(holed.wide).toMatch(/<path class="f-primary" d="M[\d. ]+a2\.2/);
  });

  it("shows isolated settlements as bars at their days, with nothing across", async () => {
    const { wide } = await drawn(shortInterest(true));
    const bars = /<path class="f-bar" d="([^"]+)"/.exec(wide)?.[1] ?? "";
    expect(bars.match(/M/g)).toHaveLength(10);
  });

  it("stands bars on zero", async () => {
    const { wide } = await drawn(lineOf([80, 90, 100], [], { mark: "bar", scale: "zero: true" }));
    const heights = [...wide.matchAll(/M[\d. -]+h[\d.]+v([\d.]+)h-/g)].map(([, each]) =>
      Number(each),
    );
    expect(heights).toHaveLength(3);
    expect((heights[0] ?? 0) / (heights[2] ?? 1)).toBeCloseTo(80 / 100, 2);
  });

  it("paints the bar that a sentence is about, instead of a dot", async () => {
    const { wide } = await drawn(shortInterest(false));
    expect(wide.match(/<path class="f-accent"/g)).toHaveLength(2);
  });

  it("widens the axis for a level near the data", async () => {
    const level = fact({ id: "l", value: 15, day: "2025-04-30", from: "2025-01-31" });
    const without = await drawn(lineOf([10, 12, 14]));
    const withIt = await drawn(lineOf([10, 12, 14], [mark("level", [level], "[15]")]));
    expect(without.wide).not.toContain(">15<");
    expect(withIt.wide).toMatch(/>15<\/text>/);
    expect(withIt.wide).toContain('data-fact="l"');
  });

  it("leaves out what lies far off, and says so", async () => {
    const level = fact({ id: "l", value: 60, day: "2025-04-30", from: "2025-01-31" });
    const found = await draw(lineOf([10, 12, 14], [mark("level", [level], "[60]")]), theme);
    expect(found.problems).toMatchObject([{ rule: "chart-mark-far", severity: "warning" }]);
    expect(found.ok && found.value.says).toEqual([]);
  });

  it("tells of no mark before its window", async () => {
    const old = fact({ id: "o", value: 12, day: "2001-01-31" });
    const found = await drawn(lineOf([10, 12, 14], [mark("point", [old], "[12]")]));
    expect(found.says).toEqual([]);
    expect(found.wide).not.toContain("data-fact");
  });
});

describe("a chart is refused", () => {
  it("without data", async () => {
    expect(await refused(lineOf([]))).toEqual(["chart-empty"]);
    expect(await refused(lineOf([Number.NaN, Number.NaN]))).toEqual(["chart-empty"]);
  });

  it("with a value of nothing on a logarithmic axis", async () => {
    expect(await refused(lineOf([0, 1, 10], [], { scale: "type: log" }))).toEqual([
      "chart-log-zero",
    ]);
    expect(await refused(lineOf([1, 10, 100], [], { scale: "type: log" }))).toEqual([]);
  });

  it("with more rows than can be drawn", async () => {
    const chart = lineOf([1, 2]);
    const points = Array.from({ length: 50_001 }, (_, place) => ({
      day: addDays(day("1900-01-01"), place),
      value: place,
    }));
    expect(
      await refused({ ...chart, data: chart.data.map((each) => ({ ...each, points })) }),
    ).toEqual(["chart-size"]);
  });

  it("with a mark on a panel that is not there", async () => {
    const point = fact({ id: "a", value: 12, day: "2025-04-30" });
    expect(await refused(lineOf([10, 12], [mark("point", [point], "", { panel: 1 })]))).toEqual([
      "chart-mark",
    ]);
  });

  it("with a label that fits nowhere", async () => {
    const point = fact({ id: "a", value: 12, day: "2025-04-30" });
    const words = `[${"very-long-".repeat(12)}]`;
    expect(await refused(lineOf([10, 12], [mark("point", [point], words)]))).toContain(
      "chart-label",
    );
  });
});

describe("the table behind a picture", () => {
  it("shows the last periods, and older ones that are marked", async () => {
    const { table } = await drawn(survey());
    expect(table.columns).toEqual(["Day", "Plan to invest", "Plan to hire", "Last 16 and marked"]);
    expect(table.rows).toHaveLength(17);
    expect(table.rows[0]).toEqual(["2020-04-30", "18.0", "1.0", "marked"]);
    expect(table.rows.at(-1)?.[0]).toBe("2025-04-30");
  });

  it("is whole where the series is short, and rounds as the house does", async () => {
    const { table } = await drawn(lineOf([28.15, 1.25]));
    expect(table.columns).toEqual(["Day", "A", ""]);
    expect(table.rows.map((each) => each[1])).toEqual(["28.2", "1.3"]);
  });
});

describe("the style sheet", () => {
  it("names every colour for light and dark, and keeps dark off paper", () => {
    const css = chartCss(theme);
    expect(css).toContain("--chart-accent:#c2402a");
    expect(css).toMatch(
      /@media screen and \(prefers-color-scheme:dark\)\{\.nw-chart\{[^}]*--chart-accent:#ff8266/,
    );
  });

  it("goes into a drawing that stands alone, with its fonts and size", async () => {
    const { wide } = await drawn(survey());
    const alone = standalone(wide, theme, [{ weight: 400, data: "QUJD" }]);
    expect(alone).toMatch(/^<svg [^>]*viewBox="0 0 660 ([\d.]+)" width="660" height="\1"><style>/);
    expect(alone).toContain("url(data:font/woff2;base64,QUJD)");
    expect(alone).toContain(".nw-chart .f-accent{fill:#c2402a}");
    expect(alone).not.toContain("var(");
  });

  it("gives words enough contrast on their paper", () => {
    const words = ["ink", "mute", "accent", "primary", "secondary", "average"] as const;
    for (const shade of ["light", "dark"] as const) {
      for (const each of words) {
        const found = contrast(theme.colours[each][shade], theme.colours.paper[shade]);
        expect(found, `${each}, ${shade}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

describe("the theme", () => {
  it("is refused words too small to read", () => {
    const found = decodeTheme("wide: { axis: 8 }", "theme.yaml");
    expect(found.ok).toBe(false);
    expect(found.problems.find((each) => each.message.includes("wide.axis"))).toMatchObject({
      file: "theme.yaml",
      line: 1,
    });
  });
});

/** WCAG 2.2: relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const light = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((from) => {
      const share = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [light(one), light(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
