import { readFileSync } from "node:fs";
import type { Decoded } from "../model/index.ts";
import { problem } from "../model/index.ts";
import { decodeCatalog } from "./catalog.ts";
import type { Catalog } from "./entry.ts";
import { sha256 } from "./file.ts";

export interface LoadedCatalog {
  readonly catalog: Catalog;
  /** SHA-256 of the file's bytes. */
  readonly hash: string;
}

/** The catalogue that lies at the path the user named. */
export function loadCatalog(file: string): Decoded<LoadedCatalog> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const why = error.code === "ENOENT" ? "there is no such file" : String(error.code);
    const message = `the catalogue cannot be read: ${why}`;
    const hint =
      "give the folder of the series with --data, or the catalogue itself with --catalog";
    return { ok: false, problems: [problem("catalog-file", { file }, message, hint)] };
  }
  const decoded = decodeCatalog(new TextDecoder().decode(bytes), file);
  if (!decoded.ok) return decoded;
  const value = { catalog: decoded.value, hash: sha256(bytes) };
  return { ok: true, value, problems: decoded.problems };
}
