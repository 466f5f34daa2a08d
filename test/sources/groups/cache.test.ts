import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Decoded, Panel } from "../../../src/model/index.ts";
import type { ColumnCache, Library } from "../../../src/sources/index.ts";
import { columnsIn, readSeries } from "../../../src/sources/index.ts";
import { stampsIn } from "../../../src/sources/groups/stamps.ts";
import { catalogOf, folderWith } from "../fixture.ts";
import { file, group, panel } from "./fixture.ts";

const TEXT = file("BBB 2025-05-22 7", "AAA 2025-05-23 6", "AAA 2025-05-22 5", "AAA 2025-05-26 5");
const LATER = file("BBB 2025-05-22 8", "AAA 2025-05-23 6", "AAA 2025-05-22 5", "AAA 2025-05-26 5");

/** A cache that tells what it was asked, and a data folder. */
function laid(text = TEXT) {
  const data = folderWith({ "g.csv": text });
  const folder = path.join(folderWith({}), "columns");
  const cache = columnsIn(folder);
  const told: string[] = [];
  const listening: ColumnCache = {
    ...cache,
    load: (key) => {
      const found = cache.load(key);
      told.push(found === null ? "none" : "held");
      return found;
    },
  };
  const read = (more: Readonly<Record<string, unknown>> = {}): Decoded<Library> =>
    readSeries(catalogOf(group(more)), data, ["g"], listening);
  return { data, folder, told, read };
}

function plain(from: Panel): unknown {
  return {
    ...from,
    columns: from.columns.map((each) =>
      Object.fromEntries(Object.entries(each).map(([name, value]) => [name, flat(value)])),
    ),
  };
}

function flat(value: unknown): unknown {
  if (value instanceof Map) return [...value];
  return ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
}

describe("the columns of a group", () => {
  it("are the same from the cache as from the file, with all remarks", () => {
    const { read, told } = laid();
    const first = read();
    const second = read();
    expect(told).toEqual(["none", "held"]);
    expect(first.problems).toHaveLength(2);
    expect(second.problems).toEqual(first.problems);
    expect(plain(panel(second))).toEqual(plain(panel(first)));
    expect(second.ok && second.value.files).toEqual(first.ok && first.value.files);
  });

  it("are the same where columns are missing and rows in doubt", () => {
    const { read, told } = laid("ticker,date,close\nA,2025-05-22,1\nA,2025-05-23,900\n");
    const more = { columns: { member: "ticker", day: "date", close: "close" } };
    const [first, second] = [read(more), read(more)];
    expect(told).toEqual(["none", "held"]);
    expect(panel(first).columns[0]?.suspect.size).toBe(1);
    expect(plain(panel(second))).toEqual(plain(panel(first)));
    expect(second.problems).toEqual(first.problems);
  });

  it("are read anew when the file has other bytes, of the same length and time too", () => {
    const { read, told, data } = laid();
    read();
    const { atime, mtime } = statSync(path.join(data, "g.csv"));
    writeFileSync(path.join(data, "g.csv"), LATER);
    utimesSync(path.join(data, "g.csv"), atime, mtime);
    const found = read();
    expect(told).toEqual(["none", "none"]);
    expect(panel(found).columns[0]?.close[0]).toBe(8);
  });

  it("are read anew when the catalogue says otherwise, and not when it only moves", () => {
    const { read, told } = laid();
    read();
    read({ precision: 4 });
    read({ splits: { aaa: { "2025-05-23": 2 } } });
    expect(told).toEqual(["none", "none", "none"]);
    read({ splits: { aaa: { "2025-05-23": 2 } } });
    expect(told.at(-1)).toBe("held");
  });

  it.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, -8)],
    ["empty", () => Buffer.alloc(0)],
    ["with another byte in a column", (bytes: Buffer) => changed(bytes, bytes.length - 20)],
    ["with another byte in its header", (bytes: Buffer) => changed(bytes, 40)],
    ["of another kind", (bytes: Buffer) => changed(bytes, 2)],
  ])("are read anew when what is kept is %s", (_, harm) => {
    const { read, told, folder } = laid();
    const first = read();
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".columns"))) {
      const kept = path.join(folder, name);
      writeFileSync(kept, harm(readFileSync(kept)));
    }
    const second = read();
    expect(told).toEqual(["none", "none"]);
    expect(plain(panel(second))).toEqual(plain(panel(first)));
    read();
    expect(told.at(-1)).toBe("held");
  });

  it("are not kept of a file that is refused", () => {
    const { read, folder } = laid(file("AAA 2025-05-22 x"));
    expect(read().ok).toBe(false);
    expect(readdirSync(folder).filter((each) => each.endsWith(".columns"))).toEqual([]);
  });

  it("are read without a cache where none can be written", () => {
    const data = folderWith({ "g.csv": TEXT, blocked: "" });
    const cache = columnsIn(path.join(data, "blocked"));
    expect(readSeries(catalogOf(group()), data, ["g"], cache).ok).toBe(true);
  });
});

function changed(bytes: Buffer, at: number): Buffer {
  const other = Buffer.from(bytes);
  other[at] = (other[at] ?? 0) ^ 1;
  return other;
}

describe("a stamp", () => {
  const HASH = "0".repeat(64);

  /** A file of long ago. */
  function old() {
    const folder = folderWith({ "x.csv": "1" });
    return { target: path.join(folder, "x.csv"), stamps: stampsIn(path.join(folder, "s")), folder };
  }

  function age(folder: string, seconds: number): void {
    for (const name of readdirSync(path.join(folder, "s"))) {
      const note = path.join(folder, "s", name);
      const { mtimeMs } = statSync(note);
      utimesSync(note, mtimeMs / 1000, mtimeMs / 1000 + seconds);
    }
  }

  it("knows a file again that has not been written to since, two seconds and more", () => {
    const { target, stamps, folder } = old();
    expect(stamps.known(target)).toBeNull();
    stamps.learn(target, stamps.stamp(target), HASH);
    expect(stamps.known(target)).toBeNull();
    age(folder, 5);
    expect(stamps.known(target)).toBe(HASH);
  });

  it("knows nothing of a file that was written to, while it was read or later", () => {
    const { target, stamps, folder } = old();
    const before = stamps.stamp(target);
    writeFileSync(target, "2");
    stamps.learn(target, before, HASH);
    expect(stamps.known(target)).toBeNull();
    stamps.learn(target, stamps.stamp(target), HASH);
    age(folder, 5);
    expect(stamps.known(target)).toBe(HASH);
    writeFileSync(target, "3");
    expect(stamps.known(target)).toBeNull();
  });
});
