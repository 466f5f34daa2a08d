import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { Problem } from "../../model/index.ts";
import { problem } from "../../model/index.ts";
import type { Artefacts } from "../artefacts.ts";
import { leftoverName, safeName } from "./names.ts";
import { sweep } from "./sweep.ts";

/**
 * Writes an edition's folder, `root/<report>/<as-of>`: whole or not at all. Everything is written
 * beside the old folder and flushed to the disk, then takes its place by renaming. What goes wrong
 * on the way is a problem, and the last good edition stays.
 */
export function writeEdition(
  root: string,
  place: readonly string[],
  artefacts: Artefacts,
): readonly Problem[] {
  const unsafe = [...place, ...[...artefacts.keys()].flatMap((each) => each.split("/"))].find(
    (each) => !safeName(each),
  );
  if (unsafe !== undefined) {
    return [
      refusal(
        root,
        `“${unsafe}” is no name for a folder or file`,
        "use letters, digits and hyphens",
      ),
    ];
  }
  try {
    makeFolder(path.resolve(root));
    const parent = walkDown(realpathSync(root), place.slice(0, -1));
    if (typeof parent !== "string") return [parent];
    sweep(parent);
    return replace(parent, place.at(-1) ?? "", artefacts);
  } catch (error) {
    return [unwritten(root, error)];
  }
}

/** Step by step: where a system refuses strangely (/proc), Node's own recursion never ends. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // another build was faster
  }
}

/** Makes the folders on the way; one that is a link could lead anywhere and is refused. */
function walkDown(root: string, steps: readonly string[]): string | Problem {
  let folder = root;
  for (const step of steps) {
    folder = path.join(folder, step);
    mkdirSync(folder, { recursive: true });
    if (!isOwnFolder(folder)) return linked(folder);
  }
  return folder;
}

function isOwnFolder(folder: string): boolean {
  return lstatSync(folder).isDirectory();
}

function replace(parent: string, name: string, artefacts: Artefacts): readonly Problem[] {
  const home = path.join(parent, name);
  if (existsSync(home) && !isOwnFolder(home)) return [linked(home)];
  const partial = path.join(parent, leftoverName(name, "partial"));
  const former = path.join(parent, leftoverName(name, "former"));
  try {
    writeAll(partial, artefacts);
    if (existsSync(home)) renameSync(home, former);
    renameSync(partial, home);
    flush(parent);
    rmSync(former, { recursive: true, force: true });
    return [];
  } catch (error) {
    if (existsSync(former) && !existsSync(home)) renameSync(former, home);
    rmSync(partial, { recursive: true, force: true });
    return [unwritten(home, error)];
  }
}

function writeAll(folder: string, artefacts: Artefacts): void {
  rmSync(folder, { recursive: true, force: true });
  const folders = new Set([folder]);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of artefacts) {
    const target = path.join(folder, ...name.split("/"));
    mkdirSync(path.dirname(target), { recursive: true });
    folders.add(path.dirname(target));
    const handle = openSync(target, "wx");
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
  for (const each of folders) flush(each);
}

/** A folder's names reach the disk too; Windows cannot flush folders and need not. */
function flush(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function unwritten(place: string, error: unknown): Problem {
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

function linked(folder: string): Problem {
  return refusal(
    folder,
    "a link or a file stands where a folder should be",
    "move it away, or name another folder with --out",
  );
}

function refusal(place: string, message: string, hint: string): Problem {
  return problem("cannot-write", { file: place }, message, hint);
}
