import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { decodeRules, runAt } from "../../src/agents/index.ts";
import { day } from "../../src/model/index.ts";
import { loadCatalog, readSeries } from "../../src/sources/index.ts";
import { describeReal, realCatalog } from "../real/data.ts";
import { pythonWithPandas } from "./python.ts";

const python = pythonWithPandas();
const ROOT = path.join(import.meta.dirname, "..", "..");
const AS_OF = "2025-05-23";

interface Answer {
  readonly ledger: readonly (readonly [
    string,
    string,
    string,
    string,
    boolean,
    number,
    number,
    number,
  ])[];
  readonly columns: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly years: readonly (readonly [number, number])[];
}

/** The same rules over the same files, by a program that shares no code with the house. */
function asked(program: string, data: string, catalogue: string): Answer {
  const folder = mkdtempSync(path.join(tmpdir(), "notewright-agents-"));
  try {
    const { series, groups } = parse(readFileSync(catalogue, "utf8")) as Record<string, unknown>;
    const question = JSON.stringify({ data, series, groups, asOf: AS_OF });
    writeFileSync(path.join(folder, "agents.json"), question);
    execFileSync(program, [path.join(import.meta.dirname, "agents.py"), folder]);
    return JSON.parse(readFileSync(path.join(folder, "agents-result.json"), "utf8")) as Answer;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ours(data: string, catalogue: string) {
  const loaded = loadCatalog(catalogue);
  if (!loaded.ok) throw new Error("the catalogue is refused");
  const names = ["iwm", "iwm.short-interest", "sectors"];
  const library = readSeries(loaded.value.catalog, data, names);
  const rules = decodeRules("short-interest: iwm.short-interest\nsectors: sectors", "agents.yaml");
  const bars = library.ok ? library.value.bars.get("iwm") : undefined;
  if (!library.ok || !rules.ok || bars === undefined) throw new Error("the data are refused");
  const shorts = library.value.series.get("iwm.short-interest") ?? null;
  const group = library.value.panels.get("sectors") ?? null;
  return runAt({ bars, shorts, group }, rules.value, day(AS_OF));
}

function agrees(program: string, data: string, catalogue: string): void {
  const theirs = asked(program, data, catalogue);
  const run = ours(data, catalogue);
  expect(
    run.events.map((each) => [each.day, each.decided, each.agent, each.rule, each.trade]),
  ).toEqual(theirs.ledger.map((each) => each.slice(0, 5)));
  run.events.forEach(({ price, before, after }, at) => {
    const [, , , , , wanted, from, to] = theirs.ledger[at] ?? [];
    expect(price).toBeCloseTo(wanted ?? Number.NaN, 9);
    expect(before).toBeCloseTo(from ?? Number.NaN, 9);
    expect(after).toBeCloseTo(to ?? Number.NaN, 9);
  });
  expect(run.years.map((each) => [each.year, each.variant])).toEqual(theirs.years);
  for (const [name, column] of Object.entries(theirs.columns)) {
    const points = run.series.get(`agents.${name}`)?.points ?? [];
    expect(points.map((each) => each.day)).toEqual(Object.keys(column));
    for (const each of points) expect(each.value).toBeCloseTo(column[each.day] ?? Number.NaN, 7);
  }
}

if (python === null) {
  // The oracle is a Python program: where pandas is not to be had, nobody can ask it. CI brings it.
  it.skip("oracle: python3 with pandas is not on this machine", () => undefined);
} else {
  const program = python;
  describe("the agents, played by another program", () => {
    it("come to the same ledger and account on the sample data", { timeout: 120_000 }, () => {
      const data = path.join(ROOT, "data");
      agrees(program, data, path.join(data, "catalog.yaml"));
    });
  });
  describeReal("the agents, played by another program", (data) => {
    it("come to the same on the real data", { timeout: 120_000 }, () => {
      agrees(program, data, realCatalog);
    });
  });
}
