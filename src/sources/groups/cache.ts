import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writevSync,
} from "node:fs";
import path from "node:path";
import { crc32 } from "node:zlib";
import type { GroupEntry } from "./entry.ts";
import type { Kept } from "./held-file.ts";
import { headerOf, heldFrom, readHeader } from "./held-file.ts";
import type { Stamps } from "./stamps.ts";
import { stampsIn } from "./stamps.ts";

/** Columns of groups, kept in a folder from one run to the next, each under what they were made of. */
export interface ColumnCache extends Stamps {
  readonly load: (key: string) => Kept | null;
  readonly save: (key: string, kept: Kept) => void;
}

/** To be counted on whenever groups are read, arranged or doubted in another way. */
const VERSION = 3;
/** Bytes that all files together may take; beyond them the oldest go. */
const ROOM = 1024 * 1024 * 1024;
const MAGIC = "NWCOLS\n\0";
/** The mark, then the length of the header and the checksum of all that follows. */
const PREAMBLE = 16;

/** What decides what comes of reading a group: its entry, and the fingerprints of its files. */
export function keyOf(entry: GroupEntry, folder: string, hashes: readonly string[]): string {
  const plain = (_: string, value: unknown): unknown =>
    value instanceof Map || value instanceof Set ? [...value] : value;
  const { place: _, ...form } = entry;
  const text = JSON.stringify([VERSION, form, folder, hashes], plain);
  return createHash("sha256").update(text).digest("hex");
}

/**
 * What is lost here only costs time: a file appears whole or not at all, one that is damaged or of
 * another version counts as none, and a folder that cannot be written to stays empty.
 */
export function columnsIn(folder: string): ColumnCache {
  const fileOf = (key: string): string => path.join(folder, `${key}.columns`);
  return {
    ...stampsIn(folder),
    load: (key) => {
      try {
        return unpacked(readFileSync(fileOf(key)));
      } catch {
        return null;
      }
    },
    save: (key, kept) => {
      const file = fileOf(key);
      const partial = `${file}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        write(partial, packed(kept));
        renameSync(partial, file);
        sweep(folder);
      } catch {
        if (existsSync(partial)) rmSync(partial, { force: true });
      }
    },
  };
}

/** The file in parts, as they lie in memory. */
function packed({ held, problems }: Kept): readonly Uint8Array[] {
  const header = Buffer.from(headerOf(held, problems));
  const padded = Buffer.concat([header, Buffer.alloc((8 - (header.length % 8)) % 8, " ")]);
  const arrays = [...held.values, held.day, held.line].map(
    (each) => new Uint8Array(each.buffer, each.byteOffset, each.byteLength),
  );
  const parts = [padded, ...arrays];
  const preamble = Buffer.alloc(PREAMBLE);
  preamble.write(MAGIC, "latin1");
  preamble.writeUInt32LE(padded.length, 8);
  preamble.writeUInt32LE(checksum(parts), 12);
  return [preamble, ...parts];
}

function checksum(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, each) => crc32(each, sum), 0);
}

function unpacked(bytes: Buffer): Kept | null {
  if (bytes.length < PREAMBLE || bytes.toString("latin1", 0, 8) !== MAGIC) return null;
  if (checksum([bytes.subarray(PREAMBLE)]) !== bytes.readUInt32LE(12)) return null;
  const start = PREAMBLE + bytes.readUInt32LE(8);
  const header = readHeader(bytes.toString("utf8", PREAMBLE, start));
  return header === null ? null : heldFrom(header, bytes, start);
}

function write(file: string, parts: readonly Uint8Array[]): void {
  const target = openSync(file, "w", 0o600);
  try {
    for (const part of parts) {
      for (let done = 0; done < part.length;) done += writevSync(target, [part.subarray(done)]);
    }
  } finally {
    closeSync(target);
  }
}

function sweep(folder: string): void {
  const files = readdirSync(folder)
    .filter((each) => each.endsWith(".columns"))
    .map((each) => path.join(folder, each))
    .map((file) => ({ file, about: statSync(file) }))
    .toSorted((one, two) => two.about.mtimeMs - one.about.mtimeMs);
  let room = ROOM;
  for (const { file, about } of files) {
    room -= about.size;
    if (room < 0) rmSync(file, { force: true });
  }
}
