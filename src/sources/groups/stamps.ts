import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { z } from "zod";

/**
 * Fingerprints of large files, remembered with what the disk says of the file: while size, times and
 * number are the same, its bytes are, and need not be read to know their fingerprint.
 */
export interface Stamps {
  /** The SHA-256 of the file's bytes; null where it is not known, or the file may have been written to. */
  readonly known: (target: string) => string | null;
  /** What the disk says of the file now: to be taken before it is read. */
  readonly stamp: (target: string) => string;
  /** Remembers the fingerprint, if the file is still what it was when the stamp was taken. */
  readonly learn: (target: string, stamp: string, hash: string) => void;
}

/** A file written to within so many milliseconds of its stamp could have been written to again unseen. */
const RACY = 2000;

const note = z.object({ stamp: z.string(), hash: z.string().regex(/^[0-9a-f]{64}$/) });

export function stampsIn(folder: string): Stamps {
  const noteOf = (target: string): string => {
    const name = createHash("sha256").update(path.resolve(target)).digest("hex").slice(0, 32);
    return path.join(folder, `${name}.stamp`);
  };
  const stamp = (target: string): string => {
    const { dev, ino, size, mtimeNs, ctimeNs } = statSync(target, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join(" ");
  };
  return {
    stamp,
    known: (target) => {
      try {
        const written = statSync(noteOf(target)).mtimeMs;
        if (written - statSync(target).ctimeMs < RACY) return null;
        const held = note.safeParse(JSON.parse(readFileSync(noteOf(target), "utf8")));
        return held.success && held.data.stamp === stamp(target) ? held.data.hash : null;
      } catch {
        return null;
      }
    },
    learn: (target, before, hash) => {
      const file = noteOf(target);
      const partial = `${file}.${process.pid}`;
      try {
        if (stamp(target) !== before) return;
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(partial, JSON.stringify({ stamp: before, hash }), { mode: 0o600 });
        renameSync(partial, file);
      } catch {
        if (existsSync(partial)) rmSync(partial, { force: true });
      }
    },
  };
}
