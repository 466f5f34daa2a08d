/** One file out of a tape archive. */
export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BLOCK = 512;
const REGULAR = new Set(["0", "\0"]);

/** The plain files of a ustar archive. Links, devices and names that leave the folder are refused. */
export function untar(archive: Uint8Array): readonly Packed[] {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const found: Packed[] = [];
  let at = 0;
  while (at + BLOCK <= bytes.length) {
    const name = text(bytes, at, 100);
    if (name === "") break;
    const size = Number.parseInt(text(bytes, at + 124, 12), 8);
    if (!Number.isInteger(size)) throw new Error(`damaged archive: no size for "${name}"`);
    const kind = bytes.toString("latin1", at + 156, at + 157);
    const start = at + BLOCK;
    if (REGULAR.has(kind)) {
      if (name.startsWith("/") || name.split("/").includes("..")) {
        throw new Error(`archive holds a name outside its folder: "${name}"`);
      }
      found.push({ name, bytes: bytes.subarray(start, start + size) });
    } else if (kind !== "5") {
      throw new Error(`archive holds something else than files: "${name}"`);
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return found;
}

function text(bytes: Buffer, at: number, length: number): string {
  const field = bytes.toString("latin1", at, at + length);
  const end = field.indexOf("\0");
  return (end < 0 ? field : field.slice(0, end)).trim();
}
