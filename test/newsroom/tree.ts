import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Files larger than this are told by their size. */
const LARGE = 1_000_000;

/** Every file under a folder with its bytes' hash: two trees are the same where this is. */
export function treeOf(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((each) => !each.isDirectory())
    .map((each) => path.join(each.parentPath, each.name))
    .toSorted()
    .map((file) => `${path.relative(root, file)} ${contentOf(file)}`);
}

function contentOf(file: string): string {
  const { size } = statSync(file);
  if (size > LARGE) return String(size);
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

/** An edition from an earlier run, as it must be found again after a run that is refused. */
export function layLastGood(root: string, report: string, asOf: string): void {
  const folder = path.join(root, "build", report, asOf);
  mkdirSync(path.join(folder, "charts"), { recursive: true });
  writeFileSync(path.join(folder, "index.html"), "<p>The last good edition.</p>\n");
  writeFileSync(path.join(folder, "ledger.json"), "{}\n");
  writeFileSync(path.join(folder, "charts", "port.svg"), "<svg/>\n");
}
