import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Decoded, Problem } from "../../model/index.ts";
import { problem } from "../../model/index.ts";
import { flush, linked, makeFolder, refusal, takePlace, unwritten, writeNew } from "./disk.ts";
import { carry, filesIn } from "./foreign.ts";
import type { Manifest } from "./manifest.ts";
import { MANIFEST, manifestText, readManifest } from "./manifest.ts";
import { leftoverName, safeName } from "./names.ts";
import { sweep } from "./sweep.ts";

/** The content of a file, or a file to copy, which must still hold the bytes of this SHA-256. */
export type SiteFile = string | Uint8Array | { readonly from: string; readonly hash: string };

/** One file of a site, with what was found wrong while it was made. */
export interface SitePart {
  readonly path: string;
  readonly content: SiteFile;
  readonly problems: readonly Problem[];
}

/** A site written beside the old one, which is as it was until the new one takes its place. */
export interface Draft {
  /** Files that are new or other than before. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly settle: () => readonly Problem[];
  readonly drop: () => void;
}

/**
 * Writes a site's files beside the folder. Files of ours are replaced or removed, by the list that
 * the folder holds; all others are carried over. What has not changed is the same file as before,
 * and where nothing has changed nothing is written at all.
 */
export function draftSite(folder: string, parts: Iterable<SitePart>): Decoded<Draft> {
  const home = path.resolve(folder);
  try {
    const manifest = standing(home);
    if (!manifest.ok) return manifest;
    return new SiteDraft(home, manifest.value).fill(parts);
  } catch (error) {
    return { ok: false, problems: [unwritten(home, error)] };
  }
}

/** What the folder holds of ours; a folder that is not there holds nothing. */
function standing(home: string): Decoded<Manifest> {
  makeFolder(path.dirname(home));
  sweep(path.dirname(home));
  if (!existsSync(home)) return { ok: true, value: new Map(), problems: [] };
  return lstatSync(home).isDirectory()
    ? readManifest(home)
    : { ok: false, problems: [linked(home)] };
}

class SiteDraft {
  readonly #home: string;
  readonly #partial: string;
  readonly #former: string;
  readonly #before: Manifest;
  readonly #now = new Map<string, string>();
  readonly #same: string[] = [];
  readonly #changed: string[] = [];
  readonly #problems: Problem[] = [];
  #begun = false;

  constructor(home: string, before: Manifest) {
    const [parent, name] = [path.dirname(home), path.basename(home)];
    this.#home = home;
    this.#before = before;
    this.#partial = path.join(parent, leftoverName(name, "partial"));
    this.#former = path.join(parent, leftoverName(name, "former"));
  }

  fill(parts: Iterable<SitePart>): Decoded<Draft> {
    try {
      for (const each of parts) this.#take(each);
      const removed = [...this.#before.keys()].filter((each) => !this.#now.has(each));
      const complete = existsSync(path.join(this.#home, MANIFEST));
      if (this.#problems.some((each) => each.severity === "error")) {
        this.#drop();
        return { ok: false, problems: this.#problems };
      }
      if (this.#begun || removed.length > 0 || !complete) this.#finish();
      const draft = {
        changed: this.#changed,
        removed,
        settle: () => this.#settle(),
        drop: () => this.#drop(),
      };
      return { ok: true, value: draft, problems: this.#problems };
    } catch (error) {
      this.#drop();
      return { ok: false, problems: [...this.#problems, unwritten(this.#home, error)] };
    }
  }

  #take(part: SitePart): void {
    this.#problems.push(...part.problems);
    const obstacle = this.#obstacle(part.path);
    const content = contentOf(part.content);
    if (obstacle !== null) this.#problems.push(obstacle);
    else if (content === null) this.#problems.push(altered(part.content));
    else this.#put(part.path, content);
  }

  /** A file that is not ours, or a name that no system could bear. */
  #obstacle(name: string): Problem | null {
    const steps = name.split("/");
    const bad = steps.find((each) => !safeName(each));
    if (bad !== undefined) {
      return refusal(this.#home, `“${bad}” is no name for a folder or file`, "choose another name");
    }
    if (this.#before.has(name)) return null;
    const inTheWay = steps
      .map((_, index) => steps.slice(0, index + 1).join("/"))
      .find((each) => this.#isForeign(each, each === name));
    if (inTheWay === undefined) return null;
    const file = path.join(this.#home, inTheWay);
    return problem(
      "foreign-file",
      { file },
      "this file is not one that publish wrote, and a page of the site would take its place",
      "move it away, or name another folder with --to",
    );
  }

  #isForeign(name: string, last: boolean): boolean {
    const found = lstatSync(path.join(this.#home, name), { throwIfNoEntry: false });
    return found !== undefined && !this.#before.has(name) && (last || !found.isDirectory());
  }

  #put(name: string, content: Uint8Array): void {
    this.#now.set(name, createHash("sha256").update(content).digest("hex"));
    const old = path.join(this.#home, name);
    const same = this.#before.has(name) && existsSync(old) && readFileSync(old).equals(content);
    if (same && !this.#begun) this.#same.push(name);
    else if (same) carry(this.#home, this.#partial, name);
    else {
      this.#begin();
      this.#changed.push(name);
      const target = path.join(this.#partial, name);
      mkdirSync(path.dirname(target), { recursive: true });
      // Not flushed one by one: unlike an edition, a site can be made again at any time.
      writeFileSync(target, content, { flag: "wx" });
    }
  }

  #begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    rmSync(this.#partial, { recursive: true, force: true });
    mkdirSync(this.#partial);
    for (const each of this.#same) carry(this.#home, this.#partial, each);
  }

  /** Everything that is not ours, and the new list of what is. */
  #finish(): void {
    this.#begin();
    for (const each of filesIn(this.#home)) {
      if (each !== MANIFEST && !this.#before.has(each)) carry(this.#home, this.#partial, each);
    }
    writeNew(path.join(this.#partial, MANIFEST), manifestText(this.#now));
    flush(this.#partial);
  }

  #settle(): readonly Problem[] {
    if (!this.#begun) return [];
    try {
      takePlace(this.#home, { partial: this.#partial, former: this.#former });
      return [];
    } catch (error) {
      this.#drop();
      return [unwritten(this.#home, error)];
    }
  }

  #drop(): void {
    rmSync(this.#partial, { recursive: true, force: true });
  }
}

function contentOf(content: SiteFile): Uint8Array | null {
  if (typeof content === "string") return Buffer.from(content);
  if (content instanceof Uint8Array) return content;
  if (!existsSync(content.from)) return null;
  const bytes = readFileSync(content.from);
  return createHash("sha256").update(bytes).digest("hex") === content.hash ? bytes : null;
}

function altered(content: SiteFile): Problem {
  const file = typeof content === "object" && "from" in content ? content.from : null;
  return problem(
    "archive-altered",
    file === null ? null : { file },
    "this file is not the one that was published",
    "take it back as it was published, from version control or a copy",
  );
}
