import { homedir, tmpdir } from "node:os";
import path from "node:path";

/** What the search for a browser may know of the machine; given by hand in tests. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly home: string;
  /** Folders searched for programs, in order. */
  readonly programs: readonly string[];
  /** Our own folder for what is unpacked once. */
  readonly cache: string;
  /** Where profiles of running browsers lie. */
  readonly temporary: string;
  /** Where Puppeteer keeps its downloads. */
  readonly puppeteer: string;
  /** A browser named in the environment. */
  readonly named: string | null;
  readonly root: boolean;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** This machine, as the environment tells it. */
export function surroundings(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Surroundings {
  const home = variables["HOME"] ?? homedir();
  const caches = variables["XDG_CACHE_HOME"] ?? path.join(home, ".cache");
  return {
    platform: process.platform,
    arch: process.arch,
    home,
    programs: (variables["PATH"] ?? "").split(path.delimiter).filter((each) => each !== ""),
    cache: variables["NOTEWRIGHT_CACHE"] ?? path.join(caches, "notewright"),
    temporary: tmpdir(),
    puppeteer: variables["PUPPETEER_CACHE_DIR"] ?? path.join(home, ".cache", "puppeteer"),
    named: variables["NOTEWRIGHT_BROWSER"] ?? null,
    root: process.platform === "linux" && process.getuid?.() === 0,
    variables,
  };
}
