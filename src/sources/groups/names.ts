import { meant } from "../../decode/index.ts";
import type { Fault } from "../path.ts";
import type { Described, GroupEntry } from "./entry.ts";
import { isListed } from "./entry.ts";
import { FAULTY, LEFT_OUT } from "./scan.ts";

/** The members that have rows, in the order of the catalogue or else of the files. */
export class Names {
  /** In small letters, as reports call them. */
  readonly ids: string[] = [];
  /** As the file writes them; "" while there is no row. */
  readonly written: string[] = [];
  /** Place of the file in which each member's rows stand; −1 while there is none. */
  readonly files: number[] = [];
  /** Who has rows but is not read. */
  readonly others = new Set<string>();
  readonly #places = new Map<string, number>();
  readonly #only: ReadonlySet<string> | null;
  readonly #listed: ReadonlyMap<string, Described> | null;
  /** Does the list say who is read, or who may be there? */
  readonly #closed: boolean;
  readonly #told = new Set<string>();
  readonly #names: readonly string[];
  #file = 0;

  constructor(entry: GroupEntry, listed: ReadonlyMap<string, Described> | null) {
    this.#only = entry.only === null ? null : new Set(entry.only);
    this.#listed = listed;
    this.#closed = !isListed(entry.members);
    this.#names = entry.files;
    if (!this.#closed || listed === null) return;
    for (const id of listed.keys()) if (this.#only?.has(id) !== false) this.#add(id, "");
  }

  /** From here on rows come from the file at the place. */
  begin(file: number): void {
    this.#file = file;
  }

  /** Place of the member that the cell names, or that it is not read, or not to be understood. */
  place(text: string): number {
    const id = text.toLowerCase();
    if (id === "") return FAULTY;
    if (this.#only?.has(id) === false) return this.#leaveOut(id);
    const held = this.#places.get(id);
    if (held === undefined) {
      if (this.#listed?.has(id) === false) return this.#closed ? this.#leaveOut(id) : FAULTY;
      this.#add(id, text);
      return this.ids.length - 1;
    }
    if (this.written[held] === "") {
      this.written[held] = text;
      this.files[held] = this.#file;
    }
    return this.files[held] === this.#file ? held : FAULTY;
  }

  /** Why the cell names no member that can be read; null where that has been told already. */
  fault(text: string): Fault | null {
    const id = text.toLowerCase();
    if (id === "") return { message: "the row names no member", hint: "fill the cell in" };
    if (this.#told.has(id)) return null;
    this.#told.add(id);
    const held = this.#places.get(id);
    if (held === undefined) {
      const near = meant(id, [...(this.#listed?.keys() ?? [])]);
      return {
        message: `there is no member "${id}" in the list of members`,
        hint: `${near} Or add it to the list, or name those to be read under only:`,
      };
    }
    const other = this.#names[this.files[held] ?? -1] ?? "";
    return {
      message: `rows of "${id}" stand in ${other} already`,
      hint: "keep all rows of a member in one file",
    };
  }

  #leaveOut(id: string): number {
    this.others.add(id);
    return LEFT_OUT;
  }

  #add(id: string, text: string): void {
    this.#places.set(id, this.ids.length);
    this.ids.push(id);
    this.written.push(text);
    this.files.push(text === "" ? -1 : this.#file);
  }
}
