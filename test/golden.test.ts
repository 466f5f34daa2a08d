import { afterAll, describe, expect, it } from "vitest";
import type { Golden } from "./edition/support/golden.ts";
import { differences, realGolden, sampleGoldens } from "./edition/support/golden.ts";
import { testPress } from "./pages/support.ts";
import { describeReal } from "./real/data.ts";

const press = testPress();
afterAll(() => press.close());

/** Differences that are wanted are accepted by `node scripts/update-golden.ts`. */
async function differing({ name, make }: Golden): Promise<string> {
  return differences(name, await make(press)).join("\n");
}

describe("golden editions on sample data", () => {
  it.each(sampleGoldens)("come out as expected: $name, $what", async (golden) => {
    expect(await differing(golden)).toBe("");
  });
});

describeReal("the golden edition on real data", (folder) => {
  it("comes out as expected", async () => {
    expect(await differing(realGolden(folder))).toBe("");
  });
});
