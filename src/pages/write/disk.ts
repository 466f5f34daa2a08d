import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { Problem } from "../../model/index.ts";
import { problem } from "../../model/index.ts";

/** Step by step: where a system refuses strangely (/proc), Node's own recursion never ends. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // another build was faster
  }
}

export function isOwnFolder(folder: string): boolean {
  return lstatSync(folder).isDirectory();
}

/** Writes a new file, through to the disk. */
export function writeNew(target: string, content: string | Uint8Array): void {
  const handle = openSync(target, "wx");
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A finished folder takes the place of the old one, by renaming; when that fails, the old one is back. */
export function takePlace(
  home: string,
  { partial, former }: { readonly partial: string; readonly former: string },
): void {
  try {
    if (existsSync(home)) renameSync(home, former);
    renameSync(partial, home);
    flush(path.dirname(home));
    rmSync(former, { recursive: true, force: true });
  } catch (error) {
    if (existsSync(former) && !existsSync(home)) renameSync(former, home);
    throw error;
  }
}

/** A folder's names reach the disk too; Windows cannot flush folders and need not. */
export function flush(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export function unwritten(place: string, error: unknown): Problem {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "") throw error;
  const reasons: Readonly<Record<string, readonly [string, string]>> = {
    ENOSPC: ["the disk is full", "free some space and build again"],
    EDQUOT: ["the quota of the disk is used up", "free some space and build again"],
    EACCES: [
      "it may not be written to",
      "give yourself the right to write there, or name another folder with --out",
    ],
    EPERM: [
      "it may not be written to",
      "give yourself the right to write there, or name another folder with --out",
    ],
    EROFS: ["the disk can only be read", "name another folder with --out"],
    ENOTDIR: [
      "a file stands where a folder should be",
      "move the file away, or name another folder with --out",
    ],
    EEXIST: [
      "a file stands where a folder should be",
      "move the file away, or name another folder with --out",
    ],
    ENAMETOOLONG: ["the name is too long", "name another folder with --out"],
  };
  const [message, hint] = reasons[code] ?? [
    `writing failed (${code})`,
    "see to the folder and build again",
  ];
  return refusal(place, message, hint);
}

export function linked(folder: string): Problem {
  return refusal(
    folder,
    "a link or a file stands where a folder should be",
    "move it away, or name another folder with --out",
  );
}

export function refusal(place: string, message: string, hint: string): Problem {
  return problem("cannot-write", { file: place }, message, hint);
}
