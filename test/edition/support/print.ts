import { createHash } from "node:crypto";
import { artefactsOf, lookOf } from "../../../src/edition/index.ts";
import { editionOf, sampleMaterials } from "./make.ts";

/** A print of every artefact of a sample edition but the PDF. */
export async function printOf(asOf: string, published: string): Promise<string> {
  const materials = sampleMaterials();
  const edition = await editionOf(materials, asOf, published);
  const made = await artefactsOf(materials, edition, lookOf(materials), null);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const hash = createHash("sha256");
  for (const [name, content] of made.value) hash.update(name).update(content);
  return `${[...made.value.keys()].join(" ")} ${hash.digest("hex")}`;
}

const [, script = "", asOf, published] = process.argv;
if (script === import.meta.filename && asOf !== undefined && published !== undefined) {
  process.stdout.write(`${await printOf(asOf, published)}\n`);
}
