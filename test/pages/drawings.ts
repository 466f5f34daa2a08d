/** Plain drawings in the style of the house: enough to judge a page by, no more. */
const style = `<style>
.paper{fill:#ffffff}.ink{fill:#1b2430}.axis{fill:#5d6772}.grid{stroke:#e7eaed}.accent{fill:#b83a25}
.line{fill:none;stroke:#17456e}.second{fill:none;stroke:#4f7aa3}.bar{fill:#9fb3c8}.area{fill:#e3eaf1}.mark{stroke:#b83a25;fill:none}
@media (prefers-color-scheme: dark){.ink{fill:#e8ebee}.axis{fill:#a3adb7}.grid{stroke:#272e36}.accent{fill:#ff8266}
.line{stroke:#8fbde6}.second{stroke:#6f93b5}.bar{fill:#4d6680}.area{fill:#22303d}.mark{stroke:#ff8266}}
@media print{.ink{fill:#1b2430}.axis{fill:#5d6772}.grid{stroke:#e7eaed}.accent{fill:#b83a25}.line{stroke:#17456e}.second{stroke:#4f7aa3}.bar{fill:#9fb3c8}.area{fill:#e3eaf1}.mark{stroke:#b83a25}}
</style>`;

interface Frame {
  readonly width: number;
  readonly height: number;
}

function frame(narrow: boolean, wideHeight: number, narrowHeight: number): Frame {
  return narrow ? { width: 340, height: narrowHeight } : { width: 660, height: wideHeight };
}

function svg({ width, height }: Frame, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Inter" font-size="12">${style}${body}</svg>`;
}

/** Pseudo-random walk from a fixed seed: the drawing is the same in every run. */
function walk(seed: number, count: number, drift = 0): readonly number[] {
  let state = seed;
  let level = 0;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    level += state / 2_147_483_648 - 0.5 + drift;
    return level;
  });
}

function scaled(values: readonly number[], top: number, bottom: number): readonly number[] {
  const least = Math.min(...values);
  const most = Math.max(...values);
  return values.map((each) => bottom - ((each - least) / (most - least)) * (bottom - top));
}

const n = (value: number): string => String(Math.round(value * 10) / 10);

function path(ys: readonly number[], right: number, kind = "line"): string {
  const step = right / (ys.length - 1);
  const points = ys.map((y, index) => `${n(index * step)},${n(y)}`);
  return `<polyline class="${kind}" stroke-width="1.6" points="${points.join(" ")}"/>`;
}

function grid(ticks: readonly [number, string][], right: number, width: number): string {
  return ticks
    .map(
      ([y, label]) =>
        `<line class="grid" x1="0" x2="${right}" y1="${y}" y2="${y}"/><text class="axis" x="${width}" y="${y + 4}" text-anchor="end">${label}</text>`,
    )
    .join("");
}

function years(labels: readonly string[], right: number, y: number): string {
  return labels
    .map(
      (label, index) =>
        `<text class="axis" x="${n(((index + 0.5) / labels.length) * right)}" y="${y}" text-anchor="middle">${label}</text>`,
    )
    .join("");
}

function label(x: number, y: number, text: string, kind = "ink", anchor = "end"): string {
  return `<text class="${kind}" x="${n(x)}" y="${n(y)}" font-weight="600" text-anchor="${anchor}">${text}</text>`;
}

export function bars(narrow: boolean): string {
  const own = frame(narrow, 300, 280);
  const right = own.width - 40;
  const heights = scaled(walk(3, 120), 60, 120);
  const step = right / 120;
  const columns = heights.map((y, index) => {
    const last = index > 117;
    return `<rect class="${last ? "accent" : "bar"}" x="${n(index * step)}" y="${n(last ? 44 : y)}" width="${n(step * 0.72)}" height="${n(180 - (last ? 44 : y))}"/>`;
  });
  const price = path(scaled(walk(9, 260), 205, 262), right);
  return svg(
    own,
    grid(
      [
        [40, "120m"],
        [87, "80"],
        [133, "40"],
        [180, "0"],
      ],
      right,
      own.width,
    ) +
      columns.join("") +
      grid(
        [
          [210, "$220"],
          [250, "160"],
        ],
        right,
        own.width,
      ) +
      price +
      years(
        narrow ? ["2021", "2023", "2025"] : ["2020", "2021", "2022", "2023", "2024", "2025"],
        right,
        own.height - 4,
      ) +
      label(right - 4, 34, "107.4m, mid-April", "accent") +
      label(right - 14, 76, "77.6m"),
  );
}

export function candles(narrow: boolean): string {
  const own = frame(narrow, 340, 300);
  const right = own.width - 40;
  const count = narrow ? 90 : 200;
  const ys = scaled(walk(21, count), 50, own.height - 50);
  const step = right / count;
  const bodies = ys.map((y, index) => {
    const before = ys[index - 1] ?? y;
    const x = index * step;
    const top = Math.min(y, before);
    const height = Math.max(Math.abs(y - before), 1);
    return `<line class="second" x1="${n(x + step / 2)}" x2="${n(x + step / 2)}" y1="${n(top - 5)}" y2="${n(top + height + 5)}"/><rect class="${y < before ? "bar" : "second"}" x="${n(x)}" y="${n(top)}" width="${n(step * 0.7)}" height="${n(height)}"/>`;
  });
  return svg(
    own,
    grid(
      [
        [60, "2400"],
        [120, "2200"],
        [180, "2000"],
        [240, "1800"],
      ],
      right,
      own.width,
    ) +
      bodies.join("") +
      `<line class="mark" x1="0" x2="${right}" y1="150" y2="150" stroke-width="1.3"/>` +
      years(
        narrow ? ["2022", "2024"] : ["2021", "2022", "2023", "2024", "2025"],
        right,
        own.height - 4,
      ) +
      label(right * 0.8, 34, "Record 2466, 25 Nov.") +
      label(right * 0.9, own.height - 36, "1733") +
      label(4, 144, "2100, support then ceiling", "ink", "start") +
      label(right, 172, "+22%", "accent"),
  );
}

export function twoLines(narrow: boolean): string {
  const own = frame(narrow, 250, 240);
  const right = own.width - 40;
  return svg(
    own,
    grid(
      [
        [40, "30%"],
        [110, "20"],
        [180, "10"],
      ],
      right,
      own.width,
    ) +
      path(scaled(walk(5, 90), 40, 110), right) +
      path(scaled(walk(8, 90), 90, 200), right, "second") +
      years(
        narrow
          ? ["2019", "2022", "2025"]
          : ["2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025"],
        right,
        own.height - 4,
      ) +
      label(right, 34, "Investing, 18") +
      label(right, 215, "Hiring, 13"),
  );
}

export function twoPanels(narrow: boolean): string {
  const own = frame(narrow, 320, 300);
  const right = own.width - 40;
  return svg(
    own,
    grid(
      [
        [45, "$900bn"],
        [100, "450"],
        [155, "0"],
      ],
      right - 12,
      own.width,
    ) +
      path(scaled(walk(13, 340, 0.05), 45, 140), right) +
      grid(
        [
          [190, "2400"],
          [250, "800"],
        ],
        right,
        own.width,
      ) +
      path(scaled(walk(17, 340, 0.06), 185, 270), right, "second") +
      years(
        narrow ? ["2005", "2015", "2025"] : ["2000", "2005", "2010", "2015", "2020", "2025"],
        right,
        own.height - 4,
      ) +
      label(right, 34, "$937.3bn", "accent"),
  );
}
