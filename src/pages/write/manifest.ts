import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Decoded } from "../../model/index.ts";
import { problem } from "../../model/index.ts";

/** The list of files in a site's folder that are ours, each with its SHA-256. */
export type Manifest = ReadonlyMap<string, string>;

export const MANIFEST = ".notewright-site.json";

/** A folder without a list holds nothing of ours. */
export function readManifest(folder: string): Decoded<Manifest> {
  const file = path.join(folder, MANIFEST);
  if (!existsSync(file)) return { ok: true, value: new Map(), problems: [] };
  const entries = entriesIn(readFileSync(file, "utf8"));
  if (entries !== null) return { ok: true, value: new Map(entries), problems: [] };
  const text = "the list of the files that publish wrote cannot be read";
  const hint = "remove the site's own files and this list, and publish again";
  return { ok: false, problems: [problem("site-list", { file }, text, hint)] };
}

export function manifestText(files: Manifest): string {
  const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ "made-by": "notewright publish", files: Object.fromEntries(sorted) }, null, 1)}\n`;
}

function entriesIn(text: string): readonly (readonly [string, string])[] | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("files" in value)) return null;
    const { files } = value;
    if (typeof files !== "object" || files === null) return null;
    return Object.entries(files).map(([name, hash]) => [name, String(hash)] as const);
  } catch {
    return null;
  }
}
