import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../model/index.ts";
import type { Cache } from "./cache.ts";
import { print } from "./cache.ts";
import type { Project } from "./project.ts";

/** What a build was asked for. Two that differ in anything never count as the same. */
export interface Asked {
  readonly project: Project;
  readonly folder: string;
  /** What the report is to be about; null: its own subject, if it has one. */
  readonly subject: string | null;
  readonly out: string;
  readonly data: string | null;
  readonly catalogue: string | null;
  readonly asOf: string | null;
  readonly published: string | null;
  readonly formats: readonly string[] | null;
  /** Program that prints the PDF; null: there is none. */
  readonly browser: string | null;
}

/** An edition that was written, with all that went into it. */
export interface Receipt {
  /** Everything around the report when the build began; see `standing`. */
  readonly around: string;
  /** SHA-256 of every file that was read, by its absolute path. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What the edition is about, where that may be chosen. */
  readonly subject: string | null;
  readonly home: string;
  /** SHA-256 of every file of the edition, by its path within its folder. */
  readonly artefacts: Readonly<Record<string, string>>;
  /** Warnings, told again. */
  readonly problems: readonly Problem[];
}

const HOUSE = path.join(import.meta.dirname, "..", "..");

/**
 * What an edition rests on besides the files it names: the report's folder, the house style, the
 * archive's list and the folder's place by content; the machine, that is program, packages, Node and
 * browser, by name, size and time of change. Null where it cannot be told.
 */
export function standing(asked: Asked): string | null {
  const { root } = asked.project;
  try {
    const [templates, archive] = [path.join(root, "templates"), path.join(root, "archive")];
    const around = [asked.folder, templates].flatMap(files);
    const pieces = files(archive).filter((each) => path.basename(each) === "edition.json");
    const machine = ["src", "templates", "package.json", "package-lock.json"];
    return JSON.stringify([
      asked,
      process.cwd(),
      process.version,
      [...around, ...pieces].map((file) => [file, print(readFileSync(file))]),
      machine.flatMap((each) => files(path.join(HOUSE, each))).map(stamp),
      [path.join(HOUSE, "node_modules", ".package-lock.json"), asked.browser].map((each) =>
        each === null ? null : stamp(each),
      ),
    ]);
  } catch {
    return null;
  }
}

/** The receipt of the last build of the same, if nothing has changed since, the edition included. */
export function unchanged(asked: Asked, around: string, cache: Cache): Receipt | null {
  const text = cache.get(keyOf(asked));
  if (text === null) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the cache vouches for the text
  const receipt = JSON.parse(text) as Receipt;
  if (receipt.around !== around) return null;
  const same = (hashes: Readonly<Record<string, string>>, folder: string): boolean =>
    Object.entries(hashes).every(([file, hash]) => hashOf(path.resolve(folder, file)) === hash);
  const whole = files(receipt.home).length === Object.keys(receipt.artefacts).length;
  const stands = same(receipt.inputs, "/") && whole && same(receipt.artefacts, receipt.home);
  return stands ? receipt : null;
}

/**
 * Keeps the receipt of an edition just written. `inputs` are hashes by the path as the user knows
 * it, or within the data folder. Where a file has changed meanwhile there is no receipt.
 */
export function keepReceipt(
  asked: Asked,
  written: Omit<Receipt, "inputs" | "artefacts"> & {
    readonly inputs: ReadonlyMap<string, string>;
    readonly dataFolder: string;
    readonly files: readonly string[];
  },
  cache: Cache,
): void {
  const { around, subject, home, problems, dataFolder } = written;
  const inputs = new Map<string, string>();
  for (const [name, hash] of written.inputs) {
    const places = [path.resolve(name), path.resolve(dataFolder, name)];
    const file = places.find((each) => hashOf(each) === hash);
    if (file === undefined) return;
    inputs.set(file, hash);
  }
  const artefacts = new Map(
    written.files.map((each) => [each, hashOf(path.join(home, each)) ?? ""] as const),
  );
  const receipt: Receipt = {
    around,
    inputs: Object.fromEntries(inputs),
    subject,
    home,
    artefacts: Object.fromEntries(artefacts),
    problems,
  };
  cache.set(keyOf(asked), JSON.stringify(receipt));
}

function keyOf(asked: Asked): string {
  return JSON.stringify([asked, process.cwd()]);
}

/** Every file in the folder and below, sorted; of a file itself; none where there is nothing. */
function files(place: string): readonly string[] {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return [place];
  return readdirSync(place)
    .toSorted()
    .flatMap((each) => files(path.join(place, each)));
}

function stamp(file: string): readonly unknown[] {
  const found = statSync(file, { throwIfNoEntry: false });
  return [file, found?.size, found?.mtimeMs, found?.ctimeMs];
}

function hashOf(file: string): string | null {
  try {
    return print(readFileSync(file));
  } catch {
    return null;
  }
}
