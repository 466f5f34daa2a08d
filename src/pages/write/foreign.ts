import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import path from "node:path";

/** Everything in the folder and below by its path in it; of folders only those that are empty. */
export function filesIn(folder: string, within = ""): readonly string[] {
  const found = lstatSync(path.join(folder, within), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [within];
  const names = readdirSync(path.join(folder, within)).toSorted();
  if (names.length === 0 && within !== "") return [within];
  return names.flatMap((each) => filesIn(folder, within === "" ? each : `${within}/${each}`));
}

/**
 * The same file in another folder of the same disk: not a copy, so that neither its bytes nor its
 * times change. Where a disk knows no such links it is copied, with its times.
 */
export function carry(from: string, to: string, name: string): void {
  const [source, target] = [path.join(from, name), path.join(to, name)];
  const found = lstatSync(source);
  mkdirSync(path.dirname(target), { recursive: true });
  if (found.isDirectory()) mkdirSync(target, { recursive: true });
  else if (found.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
  else {
    try {
      linkSync(source, target);
    } catch {
      copyFileSync(source, target);
      utimesSync(target, found.atime, found.mtime);
    }
  }
}
