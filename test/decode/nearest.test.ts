import { describe, expect, it } from "vitest";
import { meant, nearest } from "../../src/decode/index.ts";

describe("nearest", () => {
  it("finds the name a typing slip was meant to be", () => {
    expect(nearest("tempalte", ["title", "template"])).toBe("template");
    expect(nearest("RUT", ["rut", "spx"])).toBe("rut");
    expect(nearest("si.mont", ["si.month", "si.year"])).toBe("si.month");
  });

  it("finds nothing where no name is near", () => {
    expect(nearest("volume", ["rut", "spx"])).toBeNull();
    expect(nearest("x", [])).toBeNull();
  });
});

describe("meant", () => {
  it("lists the choices where none is near", () => {
    expect(meant("volume", ["rut", "spx"])).toBe("choose one of: rut, spx");
    expect(meant("spxx", ["rut", "spx"])).toBe('did you mean "spx"?');
  });
});
