/** Names of folders and files we make: safe on every system, and no way out of their folder. */
const NAME = /^[a-z0-9](?:[a-z0-9._-]{0,80}[a-z0-9])?$/i;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i;

export function safeName(name: string): boolean {
  return NAME.test(name) && !name.includes("..") && !RESERVED.test(name);
}

/** Leftovers of ours carry the number of the process that made them. */
export interface Leftover {
  readonly of: string;
  readonly kind: "partial" | "former";
  readonly process: number;
}

export function leftoverName(of: string, kind: Leftover["kind"]): string {
  return `.${of}.${kind}-${process.pid}`;
}

export function parseLeftover(name: string): Leftover | null {
  const match = /^\.(.+)\.(partial|former)-(\d+)$/.exec(name);
  if (match === null) return null;
  const [, of = "", kind = "", owner = ""] = match;
  return { of, kind: kind === "partial" ? "partial" : "former", process: Number(owner) };
}
