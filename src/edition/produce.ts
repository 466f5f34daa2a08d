import { readFileSync } from "node:fs";
import type { Decoded, Edition, Problem } from "../model/index.ts";
import type { Artefacts, Look, Press } from "../pages/index.ts";
import { makeArtefacts, writeEdition } from "../pages/index.ts";
import type { Materials } from "./load.ts";
import { lookOf } from "./look.ts";
import { namesOf } from "./scene.ts";

/** Where a written edition lies. */
export interface Written {
  /** Relative to the output folder: report and as-of day. */
  readonly place: readonly [string, string];
  readonly files: readonly string[];
}

/** An edition as artefacts, held against the article and written whole, or not at all. */
export async function produce(
  materials: Materials,
  edition: Edition,
  out: string,
  press: Press | null,
  feed = false,
): Promise<Decoded<Written>> {
  const made = await artefactsOf(materials, edition, lookOf(materials), press, feed);
  if (!made.ok) return made;
  const place = [edition.article.report, edition.article.asOf] as const;
  const problems: readonly Problem[] = writeEdition(out, place, made.value);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { place, files: [...made.value.keys()] }, problems: [] };
}

/** An edition as artefacts that say what it says, or where they do not. */
export function artefactsOf(
  materials: Materials,
  edition: Edition,
  look: Look,
  press: Press | null,
  feed = false,
): Promise<Decoded<Artefacts>> {
  const names = [...namesOf(materials), ...titleNames(materials)];
  return makeArtefacts(edition, look, { press, feed, names, versions: versions() });
}

/** A masthead may hold a figure too: "The 2000 Weekly". */
function titleNames({ decoded }: Materials): readonly string[] {
  return /\d/.test(decoded.report.title) ? [decoded.report.title] : [];
}

/** What made the edition, for the ledger: a rebuild years later needs the same. */
function versions(): Readonly<Record<string, string>> {
  const file = new URL("../../package.json", import.meta.url);
  const found: unknown = JSON.parse(readFileSync(file, "utf8"));
  const own =
    typeof found === "object" && found !== null && "version" in found ? found.version : "";
  return { notewright: String(own), node: process.versions.node };
}
