import path from "node:path";
import type { Materials } from "../../../src/edition/index.ts";
import { compose, loadMaterials, nothingKept, occasionOf } from "../../../src/edition/index.ts";
import type { Edition, Fact, Problem } from "../../../src/model/index.ts";
import { day } from "../../../src/model/index.ts";

export const ROOT = path.join(import.meta.dirname, "..", "..", "..");

const kept = nothingKept();

/** A report on the sample data. */
export function sampleMaterials(report = "small-caps"): Materials {
  const data = path.join(ROOT, "data");
  return materialsOn(data, path.join(data, "catalog.yaml"), report);
}

/** A report on the real data. */
export function realMaterials(data: string, report = "small-caps"): Materials {
  return materialsOn(data, path.join(ROOT, "test", "real", "catalog.yaml"), report);
}

export function materialsOn(data: string, catalogue: string, report = "small-caps"): Materials {
  const folder = path.join(ROOT, "reports", report);
  const loaded = loadMaterials({ root: ROOT }, folder, { folder: data, catalogue }, kept);
  if (!loaded.ok) throw new Error(told(loaded.problems));
  return loaded.value;
}

/** The edition of a day; a refusal fails the test with its problems. */
export async function editionOf(
  materials: Materials,
  asOf: string,
  published = asOf,
): Promise<Edition> {
  const occasion = occasionOf(materials, day(asOf), day(published), kept);
  const composed = await compose(materials, occasion);
  if (!composed.ok) throw new Error(`${asOf}: ${told(composed.problems)}`);
  return composed.value;
}

/** A fact of the edition; a withheld one fails the test with its reason. */
export function factOf(edition: Edition, id: string): Fact {
  const found = edition.facts.get(id);
  if (found === undefined) throw new Error(`there is no fact ${id}`);
  if (found.kind === "withheld") throw new Error(`${id} is withheld: ${found.reason}`);
  return found;
}

/** Why a fact is withheld; a fact that is found fails the test. */
export function reasonOf(edition: Edition, id: string): string {
  const found = edition.facts.get(id);
  if (found?.kind !== "withheld") throw new Error(`${id} is not withheld`);
  return found.reason;
}

function told(problems: readonly Problem[]): string {
  const errors = problems.filter((each) => each.severity === "error");
  return errors.map((each) => `${each.file}:${each.line} ${each.message}`).join("\n");
}
