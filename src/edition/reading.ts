import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import type { Decoded, Place, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Shelf } from "./kept.ts";
import { keyOf } from "./kept.ts";
import type { Materials } from "./load.ts";
import { shown } from "./project.ts";

/** Collects problems and hashes while files are read one after another. */
export class Reading {
  readonly inputs = new Map<string, string>();
  readonly #problems: Problem[] = [];
  readonly #homes: readonly string[];

  /** `homes`: folders that files are read from. A link that leads out of them is not followed. */
  constructor(homes: readonly string[]) {
    this.#homes = homes.map((each) => realpathSync(each) + path.sep);
  }

  /** `named`: where the file is asked for; a missing one is told there. */
  text(file: string, named: Place | null = null): string | null {
    try {
      if (!this.#isHome(realpathSync(file))) {
        const text = "this file is a link that leads out of the newsroom";
        const hint = "put the file itself in its place";
        this.#problems.push(problem("file", { file: shown(file) }, text, hint));
        return null;
      }
      const bytes = readFileSync(file);
      this.inputs.set(shown(file), createHash("sha256").update(bytes).digest("hex"));
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch (error) {
      const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
      if (missing && named !== null) {
        const text = `there is no file ${shown(file)}`;
        this.#problems.push(problem("file", named, text, "create it, or correct its name here"));
        return null;
      }
      const text = missing ? "this file does not exist" : "this file cannot be read as UTF-8 text";
      const hint = missing
        ? "create it, or correct its name where it is named"
        : "save it as UTF-8";
      this.#problems.push(problem("file", { file: shown(file) }, text, hint));
      return null;
    }
  }

  #isHome(file: string): boolean {
    return this.#homes.some((each) => file.startsWith(each));
  }

  /** The fingerprint of a file that was read, by the path as the user knows it. */
  print(file: string): string {
    return this.inputs.get(file) ?? "";
  }

  /** `about`: what the decoder knows besides the text; `named`: where the file is asked for. */
  decode<T>(
    file: string,
    shelf: Shelf<Decoded<T>>,
    decoder: (text: string, file: string) => Decoded<T>,
    about: unknown = null,
    named: Place | null = null,
  ): T | null {
    const text = this.text(file, named);
    if (text === null) return null;
    const key = keyOf(file, this.print(shown(file)), about);
    return this.take(shelf.of(key, () => decoder(text, shown(file))));
  }

  take<T>(decoded: Decoded<T>): T | null {
    for (const each of decoded.problems) this.object(each);
    return decoded.ok ? decoded.value : null;
  }

  /** Told once, however many parts of the report read the same file. */
  object(problem: Problem): void {
    const key = keyOf(problem);
    if (!this.#problems.some((each) => keyOf(each) === key)) this.#problems.push(problem);
  }

  refuse(): Decoded<never> {
    return { ok: false, problems: this.#problems };
  }

  finish(value: Omit<Materials, "inputs" | "warnings">): Decoded<Materials> {
    if (this.#problems.some((each) => each.severity === "error")) return this.refuse();
    const warnings = this.#problems;
    return { ok: true, value: { ...value, inputs: this.inputs, warnings }, problems: warnings };
  }
}

/** SHA-256 of the file's bytes; null: it cannot be read. */
export function hashOf(file: string): string | null {
  try {
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  } catch {
    return null;
  }
}
