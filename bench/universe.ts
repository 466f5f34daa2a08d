import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inTurn } from "./lib/figures.ts";
import { node } from "./lib/process.ts";
import type { Benchmark, Row } from "./lib/row.ts";
import { makeUniverse, UNIVERSE } from "./lib/universe.ts";

const ROUNDS = 7;
const WARM = 1;

/** 2,000 tickers with 1,250 days each, read and reckoned with; each time in a process of its own. */
async function universe(): Promise<readonly Row[]> {
  makeUniverse();
  const file = path.join(UNIVERSE, "universe.csv");
  const folder = mkdtempSync(path.join(tmpdir(), "notewright-universe-"));
  const kept = path.join(folder, "kept");
  const script = (name: string): string => path.join("bench", "floors", `${name}.ts`);
  const inside = async (...args: readonly string[]): Promise<number> =>
    Number((await node(args, {})).stdout.split(" ")[0]);
  try {
    // Twice: a stamp counts once the file has been at rest for a while.
    await inside(script("universe-job"), UNIVERSE, kept);
    const found = await inTurn(
      {
        floor: () => inside(script("universe"), file),
        cold: async () => {
          const fresh = path.join(folder, "fresh");
          rmSync(fresh, { recursive: true, force: true });
          return inside(script("universe-job"), UNIVERSE, fresh);
        },
        kept: () => inside(script("universe-job"), UNIVERSE, kept),
        parser: () => inside(script("universe-csv"), file),
      },
      ROUNDS,
      WARM,
    );
    const floor = {
      what: "reading the file, one column as numbers, plain loops",
      figures: found.floor,
    };
    const work = "2,000 tickers, 2.5 million rows: growth, breadth, RSI and MACD events with odds";
    return [
      { what: `${work}, from CSV`, unit: "ms", ours: found.cold, floor, mark: { most: 1000 } },
      {
        what: "the same from the column cache",
        unit: "ms",
        ours: found.kept,
        floor,
        mark: { most: 200 },
      },
      {
        what: "the same file through csv-parse, nothing reckoned",
        unit: "ms",
        ours: found.parser,
        floor,
        mark: {},
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const UNIVERSES: readonly Benchmark[] = [
  { name: "universe", about: "2,000 tickers with five years of days each", run: universe },
];
