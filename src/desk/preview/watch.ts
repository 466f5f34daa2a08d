import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { watch } from "chokidar";

export interface Watch {
  /** Watches these too; those watched already stay so. */
  readonly add: (files: readonly string[]) => void;
  /** Resolves when every change from now on is seen. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

/** A burst of events is one change: an editor that saves by renaming causes four. */
const PAUSE = 25;
/** A steady stream of events is told every so often nevertheless. */
const LONGEST_BURST = 250;
/** A file that is empty or gone for the moment is mostly about to be written. */
const GRACE = 120;

/** Tells of every saved file below the folders, and of the single files added. */
export function watchFiles(
  folders: readonly string[],
  changed: () => void,
  trouble: (reason: string) => void,
): Watch {
  const added = new Set<string>();
  const touched = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let begun = 0;
  let graced = false;

  const tell = (): void => {
    timer = null;
    if (!graced && [...touched].some(isUnfinished)) {
      graced = true;
      timer = setTimeout(tell, GRACE);
      return;
    }
    graced = false;
    touched.clear();
    changed();
  };
  const note = (file: string): void => {
    const now = performance.now();
    if (touched.size === 0) begun = now;
    touched.add(file);
    if (timer !== null && now - begun > LONGEST_BURST && !graced) return;
    if (timer !== null) clearTimeout(timer);
    graced = false;
    timer = setTimeout(tell, PAUSE);
  };

  const watcher = watch(
    folders.filter((each) => existsSync(each)),
    {
      ignoreInitial: true,
      atomic: false,
      ignored: isByTheWay,
    },
  );
  watcher.on("all", (_event, file) => note(path.resolve(file)));
  watcher.on("error", (error) => trouble(error instanceof Error ? error.message : String(error)));
  const ready = new Promise<void>((resolve) => {
    watcher.once("ready", () => resolve());
  });
  return {
    ready,
    add(files) {
      const more = files.filter((each) => !added.has(each));
      for (const each of more) added.add(each);
      if (more.length > 0) watcher.add(more);
    },
    async close() {
      if (timer !== null) clearTimeout(timer);
      await watcher.close();
    },
  };
}

function isUnfinished(file: string): boolean {
  const about = statSync(file, { throwIfNoEntry: false });
  return about === undefined || (about.isFile() && about.size === 0);
}

/** Files that editors and version control put down beside the real ones. */
function isByTheWay(file: string): boolean {
  const name = path.basename(file);
  return /^\.|^#.*#$|^4913$|~$|\.(?:sw[a-z]|tmp|bak|part|crdownload)$/.test(name);
}
