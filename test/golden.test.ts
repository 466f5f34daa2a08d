import { afterAll, describe, expect, it } from "vitest";
import type { Golden } from "./edition/support/golden.ts";
import { differences, goldens, makeGolden } from "./edition/support/golden.ts";
import { testPress } from "./pages/support.ts";
import { describeReal } from "./real/data.ts";

const press = testPress();
afterAll(() => press.close());

/** Differences that are wanted are accepted by `node scripts/update-golden.ts`. */
async function differing(golden: Golden, real: string | null): Promise<string> {
  return differences(golden.name, await makeGolden(golden, real, press)).join("\n");
}

describe("golden editions on sample data", () => {
  const sample = goldens.filter((each) => each.data === "sample");
  it.each(sample)("come out as expected: $name, $what", async (golden) => {
    expect(await differing(golden, null)).toBe("");
  });
});

describeReal("golden editions on real data", (folder) => {
  const real = goldens.filter((each) => each.data === "real");
  it.each(real)("come out as expected: $name, $what", async (golden) => {
    expect(await differing(golden, folder)).toBe("");
  });
});
