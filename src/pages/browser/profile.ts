import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";

const PREFIX = "notewright-";

/** A fresh folder for one browser's profile, after those of dead processes have been swept. */
export function makeProfile(temporary: string): string {
  const root = path.join(temporary, `${PREFIX}browsers`);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  for (const each of readdirSync(root)) {
    const owner = Number(/^(\d+)-/.exec(each)?.[1] ?? Number.NaN);
    if (Number.isInteger(owner) && !alive(owner)) dropProfile(path.join(root, each));
  }
  return mkdtempSync(path.join(root, `${process.pid}-`));
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
