import {
  closeSync,
  cpSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { gzipSync } from "node:zlib";
import path from "node:path";
import { z } from "zod";

const where = { file: z.string() };

/** One difference from the base newsroom, as a case tells it. */
export const changeSchema = z.union([
  z
    .strictObject({ ...where, find: z.string().min(1), put: z.string() })
    .describe("First occurrence"),
  z.strictObject({ ...where, line: z.int().positive(), put: z.string() }).describe("Instead of it"),
  z.strictObject({ ...where, line: z.int().positive(), insert: z.string() }).describe("Before it"),
  z
    .strictObject({ ...where, take: z.tuple([z.int(), z.int()]) })
    .describe("Lines out, from and to"),
  z.strictObject({ ...where, append: z.string() }),
  z.strictObject({ ...where, text: z.string() }).describe("The whole file"),
  z.strictObject({ ...where, remove: z.literal(true) }),
  z.strictObject({ ...where, replaceAll: z.string().min(1), put: z.string() }),
  z.strictObject({
    ...where,
    column: z.int().positive(),
    from: z.int(),
    to: z.int(),
    put: z.string(),
  }),
  z.strictObject({
    ...where,
    columns: z.array(z.int()),
    from: z.int(),
    to: z.int(),
    times: z.number(),
    digits: z.int(),
  }),
  z.strictObject({
    ...where,
    repeat: z.string(),
    times: z.int(),
    between: z.tuple([z.string(), z.string()]),
  }),
  z.strictObject({
    ...where,
    as: z.enum(["utf-16", "utf-16 without mark", "latin-1", "gzip", "bom", "cr", "crlf", "mixed"]),
  }),
  z
    .strictObject({ ...where, size: z.int().positive() })
    .describe("Grown to so many bytes, sparsely"),
  z.strictObject({ ...where, link: z.string() }).describe("A symbolic link to"),
]);

export type Change = z.infer<typeof changeSchema>;

const BASE = path.join(import.meta.dirname, "..", "bad-inputs", "_base");

/** A newsroom of its own: the base, with the differences of a case. */
export function layNewsroom(root: string, changes: readonly Change[]): void {
  rmSync(root, { recursive: true, force: true });
  cpSync(BASE, root, { recursive: true });
  for (const each of changes) apply(root, each);
}

function apply(root: string, change: Change): void {
  const file = path.join(root, change.file);
  mkdirSync(path.dirname(file), { recursive: true });
  if ("text" in change) return writeFileSync(file, change.text);
  if ("remove" in change) return rmSync(file);
  if ("link" in change) {
    rmSync(file, { force: true });
    return symlinkSync(path.resolve(path.dirname(file), change.link), file);
  }
  if ("repeat" in change) {
    const [before, after] = change.between;
    return writeFileSync(file, before + change.repeat.repeat(change.times) + after);
  }
  if ("size" in change) return grow(file, change.size);
  const text = readFileSync(file, "utf8");
  if ("as" in change) return writeFileSync(file, encoded(text, change.as));
  writeFileSync(file, edited(text, change));
}

function grow(file: string, size: number): void {
  const handle = openSync(file, "r+");
  ftruncateSync(handle, size);
  closeSync(handle);
}

type Edit = Exclude<
  Change,
  | { text: string }
  | { remove: true }
  | { link: string }
  | { repeat: string }
  | { size: number }
  | { as: string }
>;

function edited(text: string, change: Edit): string {
  if ("append" in change) return text + change.append;
  if ("replaceAll" in change)
    return found(text, change.replaceAll, change).replaceAll(change.replaceAll, () => change.put);
  if ("find" in change)
    return found(text, change.find, change).replace(change.find, () => change.put);
  const lines = text.split("\n");
  if ("take" in change) {
    const [from, to] = change.take;
    return lines.toSpliced(from - 1, to - from + 1).join("\n");
  }
  if ("insert" in change) return lines.toSpliced(change.line - 1, 0, change.insert).join("\n");
  if ("column" in change) {
    return each(lines, change, (cell, column) => (column === change.column ? change.put : cell));
  }
  if ("columns" in change) {
    return each(lines, change, (cell, column) =>
      change.columns.includes(column) ? (Number(cell) * change.times).toFixed(change.digits) : cell,
    );
  }
  return lines.with(change.line - 1, change.put).join("\n");
}

/** The table with the cells of some lines changed. */
function each(
  lines: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
  put: (cell: string, column: number) => string,
): string {
  const made = lines.map((line, at) =>
    at + 1 < from || at + 1 > to
      ? line
      : line
          .split(",")
          .map((cell, index) => put(cell, index + 1))
          .join(","),
  );
  return made.join("\n");
}

/** A case that changes nothing would prove nothing. */
function found(text: string, wanted: string, change: { readonly file: string }): string {
  if (!text.includes(wanted)) throw new Error(`${change.file} does not hold ${wanted}`);
  return text;
}

function encoded(text: string, as: Extract<Change, { as: string }>["as"]): string | Uint8Array {
  switch (as) {
    case "utf-16":
      return Buffer.from(`\ufeff${text}`, "utf16le");
    case "utf-16 without mark":
      return Buffer.from(text, "utf16le");
    case "latin-1":
      return Buffer.from(text, "latin1");
    case "gzip":
      return gzipSync(text);
    case "bom":
      return `\ufeff${text}`;
    case "cr":
      return text.replaceAll("\n", "\r");
    case "crlf":
      return text.replaceAll("\n", "\r\n");
    case "mixed": {
      const ends = ["\n", "\r\n", "\r"];
      let at = 0;
      return text.replaceAll("\n", () => ends[at++ % ends.length] ?? "\n");
    }
  }
}
