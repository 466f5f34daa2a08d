import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { alive } from "../browser/profile.ts";
import { parseLeftover } from "./names.ts";

/**
 * Clears what a killed run left beside the editions: halves are removed, and an edition that was
 * moved aside without its successor taking the place is put back.
 */
export function sweep(folder: string): void {
  for (const name of names(folder)) {
    const leftover = parseLeftover(name);
    if (leftover === null || (leftover.process !== process.pid && alive(leftover.process)))
      continue;
    const place = path.join(folder, name);
    const home = path.join(folder, leftover.of);
    if (leftover.kind === "former" && !existsSync(home)) renameSync(place, home);
    else rmSync(place, { recursive: true, force: true });
  }
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
