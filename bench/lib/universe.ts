import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import type { Day } from "../../src/model/index.ts";
import { dayOf, nextSession } from "../../src/model/index.ts";
import { stream } from "../../scripts/sample/random.ts";
import { ROOT } from "./process.ts";

export const TICKERS = 2000;
export const SESSIONS = 1250;

/** Folder of a universe that is made once and holds nothing real. */
export const UNIVERSE = path.join(ROOT, ".cache", "bench", "universe-1");

const CATALOGUE = `series: {}
groups:
  universe:
    name: Stocks that do not exist
    noun: stocks
    instrument: stock
    file: universe.csv
    columns: { member: ticker, day: date, open: open, high: high, low: low, close: close, volume: volume }
    precision: 4
    publisher: Nobody
    sample: true
`;

/** Writes 2,000 tickers with five years of days each, about 120 MB, where they do not lie yet. */
export function makeUniverse(): void {
  const file = path.join(UNIVERSE, "universe.csv");
  if (existsSync(file)) return;
  mkdirSync(UNIVERSE, { recursive: true });
  writeFileSync(path.join(UNIVERSE, "catalog.yaml"), CATALOGUE);
  const days = sessions();
  const partial = `${file}.${process.pid}`;
  const target = openSync(partial, "w");
  writeSync(target, "ticker,date,open,high,low,close,volume\n");
  for (let at = 0; at < TICKERS; at++) writeSync(target, ticker(at, days));
  closeSync(target);
  renameSync(partial, file);
}

function sessions(): readonly Day[] {
  const days = [dayOf(2020, 6, 1)];
  for (let day = dayOf(2020, 6, 1); days.length < SESSIONS;) {
    day = nextSession(day);
    days.push(day);
  }
  return days;
}

/** All rows of one ticker: a walk with a turn of its own, most prices in cents, some finer. */
function ticker(at: number, days: readonly Day[]): string {
  const { uniform, normal } = stream(`ticker ${at}`);
  const name = [17_576, 676, 26, 1]
    .map((each) => letter(Math.floor((at * 7) / each) % 26))
    .join("");
  const fine = at % 5 === 0 ? 4 : 2;
  let close = 5 + uniform() * 200;
  let text = "";
  for (const day of days) {
    const open = Math.max(close * (1 + normal() * 0.008), 0.5);
    close = Math.max(open * (1 + normal() * 0.02 + 0.0002), 0.5);
    const high = Math.max(open, close) * (1 + uniform() * 0.01);
    const low = Math.min(open, close) * (1 - uniform() * 0.01);
    const volume = Math.round(200_000 * Math.exp(normal() * 0.6)) + 100;
    const prices = [open, high, low, close].map((each) => each.toFixed(fine)).join(",");
    text += `${name},${day},${prices},${volume}\n`;
  }
  return text;
}

function letter(at: number): string {
  return String.fromCharCode(65 + at);
}
