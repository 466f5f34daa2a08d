import { describe, expect, it } from "vitest";
import { Shelf, keyOf } from "../../src/edition/kept.ts";

describe("a shelf", () => {
  it("makes the same thing once", () => {
    const shelf = new Shelf<number>(4);
    let made = 0;
    const make = (): number => ++made;
    expect([shelf.of("a", make), shelf.of("b", make), shelf.of("a", make)]).toEqual([1, 2, 1]);
  });

  it("lets go of what was used longest ago", () => {
    const shelf = new Shelf<string>(2);
    const made: string[] = [];
    const ask = (key: string): string =>
      shelf.of(key, () => {
        made.push(key);
        return key;
      });
    for (const key of ["a", "b", "a", "c", "a", "b"]) ask(key);
    expect(made).toEqual(["a", "b", "c", "b"]);
  });

  it("makes anew what is no longer good", () => {
    const shelf = new Shelf<number>(2);
    expect(shelf.of("a", () => 1)).toBe(1);
    expect(
      shelf.of(
        "a",
        () => 2,
        (held) => held > 1,
      ),
    ).toBe(2);
    expect(
      shelf.of(
        "a",
        () => 3,
        (held) => held > 1,
      ),
    ).toBe(2);
  });

  it("tells keys apart whose parts run into each other", () => {
    expect(keyOf("a", "bc")).not.toBe(keyOf("ab", "c"));
    expect(keyOf("1")).not.toBe(keyOf(1));
  });
});
