import { describe, expect, it } from "vitest";
import { inSmallLetters } from "../../../src/sources/groups/capitals.ts";

describe("names in capitals", () => {
  it.each([
    ["BLOOM ENERGY CLASS A CORP", "BE", "Bloom Energy"],
    ["FTAI AVIATION LTD", "FTAI", "FTAI Aviation"],
    ["SPX TECHNOLOGIES INC", "SPXC", "SPX Technologies"],
    ["BANK OF THE OZARKS", "OZK", "Bank of the Ozarks"],
    ["NV5 GLOBAL INC", "NVEE", "NV5 Global"],
    ["UMB FINANCIAL CORP", "UMBF", "UMB Financial"],
  ])("%s is set as a name", (written, ticker, expected) => {
    expect(inSmallLetters(written, ticker)).toBe(expected);
  });
});
