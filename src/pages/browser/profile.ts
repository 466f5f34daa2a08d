import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";

const NAME = /^notewright-browser-(\d+)-/;

/**
 * A fresh folder for one browser's profile, after those of dead processes have been swept. It lies in
 * the temporary folder itself: a folder shared with other users of the machine would be the first one's.
 */
export function makeProfile(temporary: string): string {
  for (const each of readdirSync(temporary)) {
    const owner = Number(NAME.exec(each)?.[1] ?? Number.NaN);
    if (Number.isInteger(owner) && !alive(owner)) sweep(path.join(temporary, each));
  }
  return mkdtempSync(path.join(temporary, `notewright-browser-${process.pid}-`));
}

/** That of another user is theirs to sweep. */
function sweep(folder: string): void {
  try {
    dropProfile(folder);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
  }
}

export function dropProfile(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
}

/** Is there a process of that number? One of another user counts as alive. */
export function alive(owner: number): boolean {
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
