import { createHash } from "node:crypto";
import { readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { Decoded, Place, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import { pathFault } from "./path.ts";

export interface Content {
  /** As a user would type it: the data folder and the file in it. */
  readonly shown: string;
  /** As they lie on the disk. */
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes as they lie on the disk. */
  readonly hash: string;
}

/** A file that was read. The bytes of a group's are not kept: they are many, and its columns hold them. */
export interface FileRead {
  readonly shown: string;
  readonly bytes: Uint8Array | null;
  readonly hash: string;
}

const MEGABYTE = 1024 * 1024;
/** Bytes of the largest file of a series, and of a group of thousands of instruments. */
export const LARGEST = 64 * MEGABYTE;
export const LARGEST_GROUP = 400 * MEGABYTE;

/** A file of the data folder that can be read. */
export interface Found {
  readonly shown: string;
  /** Where it lies, links followed. */
  readonly target: string;
}

/** Finds a file of the data folder; `asked` is where the catalogue names it. */
export function findDataFile(
  folder: string,
  file: string,
  asked: Place,
  largest = LARGEST,
): Decoded<Found> {
  const shown = path.join(folder, file);
  const refuse = (rule: string, message: string, hint: string): Decoded<Found> => ({
    ok: false,
    problems: [problem(rule, asked, message, hint)],
  });
  const fault = pathFault(file);
  if (fault !== null) return refuse("data-path", fault.message, fault.hint);
  try {
    const root = realpathSync(folder);
    const target = realpathSync(path.join(folder, file));
    if (!target.startsWith(root + path.sep)) {
      return refuse(
        "data-path",
        `${shown} is a link out of the data folder`,
        "put the file itself there",
      );
    }
    const about = statSync(target);
    if (!about.isFile()) return refuse("data-file", `${shown} is no file`, "name a file");
    if (about.size > largest) {
      return refuse(
        "data-size",
        `${shown} is larger than ${largest / MEGABYTE} MB`,
        "split the file, or keep the rows that are needed",
      );
    }
    return { ok: true, value: { shown, target }, problems: [] };
  } catch (error) {
    return { ok: false, problems: [unreadable(shown, asked, error)] };
  }
}

/** Reads a file that has been found. */
export function readFound({ shown, target }: Found, asked: Place): Decoded<Content> {
  try {
    const bytes = readFileSync(target);
    return { ok: true, value: { shown, bytes, hash: sha256(bytes) }, problems: [] };
  } catch (error) {
    return { ok: false, problems: [unreadable(shown, asked, error)] };
  }
}

function unreadable(shown: string, asked: Place, error: unknown): Problem {
  const message = `${shown} cannot be read: ${reasonOf(error)}`;
  const hint = "put the file there, or correct file: or --data";
  return problem("data-file", asked, message, hint);
}

/** Finds and reads a file of the data folder. */
export function readDataFile(folder: string, file: string, asked: Place): Decoded<Content> {
  const found = findDataFile(folder, file, asked);
  return found.ok ? readFound(found.value, asked) : found;
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The bytes themselves, or what gzip packed into them where the name ends in .gz. */
export function unpack(
  bytes: Uint8Array,
  file: string,
  shown: string,
  largest = LARGEST,
): Decoded<Uint8Array> {
  if (!file.endsWith(".gz")) return { ok: true, value: bytes, problems: [] };
  try {
    return { ok: true, value: gunzipSync(bytes, { maxOutputLength: largest }), problems: [] };
  } catch (error) {
    const code = codeOf(error);
    const [rule, message, hint] =
      code === "ERR_BUFFER_TOO_LARGE"
        ? [
            "data-size",
            `the file holds more than ${largest / MEGABYTE} MB when unpacked`,
            "split the file",
          ]
        : [
            "data-text",
            "the name ends in .gz, but the file is not whole gzip",
            "pack it again, or take .gz off its name",
          ];
    return { ok: false, problems: [problem(rule, { file: shown }, message, hint)] };
  }
}

function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case "ENOENT":
      return "there is no such file";
    case "EACCES":
      return "reading it is not allowed";
    case "ELOOP":
      return "its links lead in a circle";
    case "ENOTDIR":
      return "a part of its path is no folder";
    case null:
      throw error;
    default:
      return String(codeOf(error));
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : null;
}
