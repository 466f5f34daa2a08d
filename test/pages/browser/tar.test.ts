import { describe, expect, it } from "vitest";
import { untar } from "../../../src/pages/browser/tar.ts";

/** An entry as POSIX.1-1988 lays it out: name at 0, size in octal at 124, kind at 156. */
function entry(name: string, content: string, kind = "0"): Buffer {
  const head = Buffer.alloc(512);
  head.write(name, 0, "latin1");
  head.write(content.length.toString(8).padStart(11, "0"), 124, "latin1");
  head.write(kind, 156, "latin1");
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content, "latin1");
  return Buffer.concat([head, body]);
}

const end = Buffer.alloc(1024);

describe("an archive", () => {
  it("gives its files by name, folders left out", () => {
    const bytes = Buffer.concat([
      entry("lib/", "", "5"),
      entry("lib/a.so", "x".repeat(700)),
      entry("b", "yz"),
      end,
    ]);
    const files = untar(bytes).map((each) => [each.name, Buffer.from(each.bytes).toString()]);
    expect(files).toEqual([
      ["lib/a.so", "x".repeat(700)],
      ["b", "yz"],
    ]);
  });

  it("may not leave its folder or hold links", () => {
    expect(() => untar(Buffer.concat([entry("../evil", "x"), end]))).toThrow("outside its folder");
    expect(() => untar(Buffer.concat([entry("/etc/evil", "x"), end]))).toThrow(
      "outside its folder",
    );
    expect(() => untar(Buffer.concat([entry("link", "", "2"), end]))).toThrow("something else");
  });

  it("is refused when it is damaged", () => {
    const bad = entry("a", "x");
    bad.write("zzz", 124, "latin1");
    expect(() => untar(bad)).toThrow("damaged");
  });
});
