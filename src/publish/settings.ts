import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { decodeYaml } from "../decode/index.ts";
import type { Project } from "../edition/index.ts";
import { shown } from "../edition/index.ts";
import type { Decoded } from "../model/index.ts";
import { problem } from "../model/index.ts";

export const siteSchema = z.strictObject({
  title: z.string().min(1).describe("Name of the blog, on every page and in its feeds."),
  address: z
    .url({ protocol: /^https?$/ })
    .refine((text) => !/[?#]/.test(text), "an address without ? and #")
    .describe("Address under which the blog will stand; feeds and pictures are named by it."),
  description: z.string().default("").describe("One sentence on what readers get."),
  language: z.enum(["en-US", "en-GB"]).default("en-US").describe("Language of the lists."),
  footer: z.string().default("").describe("A line at the foot of every page."),
  proofs: z
    .boolean()
    .default(false)
    .describe("Put each edition's ledger on the site, with the rows its figures rest on."),
});

/** The blog as its owner describes it. The address ends in a slash. */
export type Site = Readonly<z.infer<typeof siteSchema>>;

const FILE = "site.yaml";

/** `site.yaml` of the newsroom; without it there is no blog. */
export function readSite({ root }: Project): Decoded<Site> {
  const file = path.join(root, FILE);
  if (existsSync(file)) return decodeSite(readFileSync(file, "utf8"), shown(file));
  const text = "the blog is not described yet";
  const hint = `write ${FILE} with title: and address: (docs/site.md), or let notewright new write one`;
  return { ok: false, problems: [problem("no-site", { file: shown(file) }, text, hint)] };
}

export function decodeSite(text: string, file: string): Decoded<Site> {
  const found = decodeYaml(text, file, siteSchema);
  if (!found.ok) return found;
  const { value } = found.value;
  const address = value.address.endsWith("/") ? value.address : `${value.address}/`;
  return { ok: true, value: { ...value, address }, problems: found.problems };
}

/** JSON Schema for editors' completion, written to docs/schema/site.schema.json. */
export function siteJsonSchema(): unknown {
  return z.toJSONSchema(siteSchema, { io: "input", target: "draft-7" });
}
