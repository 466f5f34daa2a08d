import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compose, openReport, projectAround, reportFolder } from "../src/edition/index.ts";
import { lookOf } from "../src/edition/look.ts";
import { printPage, surroundings } from "../src/pages/index.ts";
import { coldPrint } from "./lib/cold-print.ts";
import { inTurn } from "./lib/figures.ts";
import { floorCharts } from "./lib/floor-charts.ts";
import { CHOICE, DAYS, REPORT } from "./lib/newsroom.ts";
import { node, ROOT } from "./lib/process.ts";
import type { Benchmark, Row } from "./lib/row.ts";

const ROUNDS = 7;
const WARM = 2;
const MAIN = path.join("src", "cli", "main.ts");
const PEAK = `--import=data:text/javascript,process.on(%22exit%22,()=>console.log(%22peak%22,process.resourceUsage().maxRSS))`;

interface Bench {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly charts: string;
  readonly page: string;
}

/** A folder with what the floors need, and caches of its own, so that earlier runs do not count. */
async function onBench<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "notewright-bench-"));
  try {
    const project = projectAround(ROOT);
    const opened = openReport(project, reportFolder(project, REPORT) ?? "", CHOICE);
    if (!opened.ok) throw new Error("the sample report does not open");
    const { materials, occasion } = opened.value;
    const composed = await compose(materials, occasion);
    if (!composed.ok) throw new Error("the sample report is refused");
    const charts = path.join(folder, "charts.json");
    writeFileSync(charts, JSON.stringify(floorCharts(opened.value)));
    const page = printPage(composed.value, lookOf(materials));
    const cache = path.join(folder, "cache");
    shareBrowser(cache);
    const env = { NODE_COMPILE_CACHE: path.join(folder, "compiled"), NOTEWRIGHT_CACHE: cache };
    return await work({ folder, env, charts, page });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The browser that was unpacked once on this machine is not unpacked again. */
function shareBrowser(cache: string): void {
  mkdirSync(cache, { recursive: true });
  const own = surroundings().cache;
  cpSync(own, cache, {
    recursive: true,
    filter: (file) => file === own || file.includes(`${path.sep}chromium-`),
  });
}

function build(bench: Bench, ...flags: readonly string[]): readonly string[] {
  const out = path.join(bench.folder, "out");
  return [MAIN, "build", REPORT, ...DAYS, "--force", "--out", out, ...flags];
}

const timeOf = async (args: readonly string[], env: Bench["env"]): Promise<number> =>
  (await node(args, env)).time;

async function html(): Promise<readonly Row[]> {
  return onBench(async (bench) => {
    let fresh = 0;
    const found = await inTurn(
      {
        ours: () => timeOf(build(bench, "--format", "html"), bench.env),
        first: () => {
          fresh += 1;
          const cache = path.join(bench.folder, `fresh-${fresh}`);
          return timeOf(build(bench, "--format", "html"), {
            ...bench.env,
            NOTEWRIGHT_CACHE: cache,
          });
        },
        floor: () => timeOf([path.join("bench", "floors", "charts.ts"), bench.charts], bench.env),
      },
      ROUNDS,
      WARM,
    );
    const floor = {
      what: "Node start, loading and first rendering of the same four charts",
      figures: found.floor,
    };
    const mark = { ratio: 1.5 };
    return [
      { what: "one note cold, HTML", unit: "ms", ours: found.ours, floor, mark },
      {
        what: "the same, its charts never compiled before",
        unit: "ms",
        ours: found.first,
        floor,
        mark,
      },
    ];
  });
}

async function pdf(): Promise<readonly Row[]> {
  return onBench(async (bench) => {
    const found = await inTurn(
      {
        ours: () => timeOf(build(bench, "--format", "html,pdf"), bench.env),
        floor: () => coldPrint(bench.page),
      },
      ROUNDS,
      WARM,
    );
    const floor = {
      what: "the browser's own cold print of the finished page",
      figures: found.floor,
    };
    const mark = { ratio: 1.6 };
    return [{ what: "one note cold, HTML and PDF", unit: "ms", ours: found.ours, floor, mark }];
  });
}

async function memory(): Promise<readonly Row[]> {
  return onBench(async (bench) => {
    const peak = async (format: string): Promise<number> => {
      const { stdout } = await node([PEAK, ...build(bench, "--format", format)], bench.env);
      return Number(/peak (\d+)/.exec(stdout)?.[1] ?? Number.NaN) / 1024;
    };
    const found = await inTurn({ html: () => peak("html"), pdf: () => peak("html,pdf") }, 5, 1);
    const mark = { most: 250 };
    return [
      { what: "peak memory of Node, HTML", unit: "MiB", ours: found.html, floor: null, mark },
      {
        what: "peak memory of Node, HTML and PDF",
        unit: "MiB",
        ours: found.pdf,
        floor: null,
        mark,
      },
    ];
  });
}

export const COLD: readonly Benchmark[] = [
  { name: "cold-html", about: "one note from nothing to HTML", run: html },
  { name: "cold-pdf", about: "one note from nothing to HTML and PDF", run: pdf },
  { name: "memory", about: "peak memory of one note", run: memory },
];
