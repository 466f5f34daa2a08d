import { existsSync, mkdirSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../../model/index.ts";
import type { Artefacts } from "../artefacts.ts";
import {
  flush,
  isOwnFolder,
  linked,
  makeFolder,
  refusal,
  takePlace,
  unwritten,
  writeNew,
} from "./disk.ts";
import { leftoverName, safeName } from "./names.ts";
import { sweep } from "./sweep.ts";

export { safeName } from "./names.ts";

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

function replace(parent: string, name: string, artefacts: Artefacts): readonly Problem[] {
  const home = path.join(parent, name);
  if (existsSync(home) && !isOwnFolder(home)) return [linked(home)];
  const partial = path.join(parent, leftoverName(name, "partial"));
  const former = path.join(parent, leftoverName(name, "former"));
  try {
    writeAll(partial, artefacts);
    takePlace(home, { partial, former });
    return [];
  } catch (error) {
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
    writeNew(target, content);
  }
  for (const each of folders) flush(each);
}
