import { deflateSync, inflateSync } from "node:zlib";

/** One object of a PDF, by the bytes between "n 0 obj" and "endobj". */
export interface PdfObject {
  readonly number: number;
  readonly body: Buffer;
}

/** As much of a PDF as is needed to add a revision to it: Chromium writes the plain, old form. */
export interface PdfFile {
  readonly bytes: Buffer;
  readonly objects: readonly PdfObject[];
  readonly size: number;
  readonly root: number;
  readonly info: number;
  /** Where its table of objects begins. */
  readonly table: number;
}

export function parsePdf(bytes: Uint8Array): PdfFile {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = whole.toString("latin1", Math.max(0, whole.length - 2048));
  const trailer = tail.slice(tail.lastIndexOf("trailer"));
  const table = numberIn(/startxref\s+(\d+)/, trailer);
  return {
    bytes: whole,
    objects: readTable(whole, table),
    size: numberIn(/\/Size (\d+)/, trailer),
    root: numberIn(/\/Root (\d+) 0 R/, trailer),
    info: numberIn(/\/Info (\d+) 0 R/, trailer),
    table,
  };
}

function numberIn(pattern: RegExp, text: string): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined)
    throw new Error(`the browser's PDF has an unknown form: no ${pattern.source}`);
  return Number(found);
}

function readTable(whole: Buffer, start: number): readonly PdfObject[] {
  const lines = whole.toString("latin1", start).split(/\r?\n/);
  const places = lines.flatMap((line) => {
    const match = /^(\d{10}) \d{5} n\s*$/.exec(line);
    return match === null ? [] : [Number(match[1])];
  });
  return places.map((place) => {
    const head = /^(\d+) 0 obj\s*/.exec(whole.toString("latin1", place, place + 24));
    if (head === null) throw new Error(`the browser's PDF has no object at ${place}`);
    const from = place + head[0].length;
    return { number: Number(head[1]), body: whole.subarray(from, endOf(whole, from)) };
  });
}

/** A stream may hold any bytes, so its own length says where it ends. */
function endOf(whole: Buffer, from: number): number {
  const first = whole.indexOf("endobj", from);
  const stream = whole.indexOf("stream", from);
  if (stream < 0 || stream > first) return first;
  const length = /\/Length (\d+)\b(?! \d+ R)/.exec(whole.toString("latin1", from, stream))?.[1];
  return whole.indexOf("endobj", stream + Number(length ?? 0));
}

/** What a compressed stream holds, or null where the object is none. */
export function streamOf({ body }: PdfObject): Buffer | null {
  const at = body.indexOf("stream");
  if (at < 0) return null;
  const head = body.toString("latin1", 0, at);
  const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? Number.NaN);
  if (!head.includes("/FlateDecode") || !Number.isInteger(length)) return null;
  const from = at + (body[at + 6] === 0x0d ? 8 : 7);
  return inflateSync(body.subarray(from, from + length));
}

export function streamObject(number: number, content: Buffer): PdfObject {
  const packed = deflateSync(content);
  const head = Buffer.from(`<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n`, "latin1");
  return { number, body: Buffer.concat([head, packed, Buffer.from("\nendstream\n", "latin1")]) };
}

/**
 * The file with a revision at its end in which some objects are new. Everything before stays byte
 * for byte, tags and outline included.
 */
export function revise(file: PdfFile, changed: readonly PdfObject[]): Buffer {
  const parts: Buffer[] = [file.bytes, Buffer.from("\n", "latin1")];
  let at = file.bytes.length + 1;
  const places: (readonly [number, number])[] = [];
  for (const { number, body } of changed) {
    const text = [
      Buffer.from(`${number} 0 obj\n`, "latin1"),
      body,
      Buffer.from("endobj\n", "latin1"),
    ];
    places.push([number, at]);
    parts.push(...text);
    at += text.reduce((sum, each) => sum + each.length, 0);
  }
  const entries = places
    .toSorted(([a], [b]) => a - b)
    .map(([number, place]) => `${number} 1\n${String(place).padStart(10, "0")} 00000 n \n`);
  const trailer = `trailer\n<</Size ${file.size}\n/Root ${file.root} 0 R\n/Info ${file.info} 0 R\n/Prev ${file.table}>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(`xref\n${entries.join("")}${trailer}`, "latin1")]);
}
