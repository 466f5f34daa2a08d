import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Opened } from "../../src/edition/index.ts";
import { compose, openReport } from "../../src/edition/index.ts";
import { day } from "../../src/model/index.ts";
import type { Day } from "../../src/model/index.ts";
import { plain } from "../../src/pages/index.ts";
import { layNewsroom } from "../newsroom/lay.ts";

const root = mkdtempSync(path.join(tmpdir(), "open-"));
const folder = path.join(root, "reports", "weekly");
beforeAll(() => {
  layNewsroom(root, []);
  mkdirSync(path.join(folder, "voice"));
  writeFileSync(path.join(folder, "voice", "2024-05-17.md"), "## view\n\nThe tide has turned.\n");
});
afterAll(() => rmSync(root, { recursive: true }));

function opened(asOf: Day | null, published: Day | null = null): Opened {
  const found = openReport({ root }, folder, { asOf, published, data: null, catalogue: null });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

describe("a report that is opened", () => {
  it("is as of the newest release of its required series, published the same day", () => {
    const { materials, occasion } = opened(null);
    const last = materials.library.series.get("port.close")?.points.at(-1)?.released;
    expect(occasion.asOf).toBe(last);
    expect(occasion.published).toBe(last);
  });

  it("takes the days it is given", () => {
    const { occasion } = opened(day("2024-05-10"), day("2024-05-14"));
    expect(occasion).toMatchObject({ asOf: "2024-05-10", published: "2024-05-14" });
  });

  it("takes the author's words of its as-of day, and of no other", () => {
    expect(opened(day("2024-05-17")).occasion.voiceFile?.text).toContain("The tide has turned.");
    expect(opened(day("2024-05-17"), day("2024-05-20")).occasion.voiceFile).not.toBeNull();
    expect(opened(day("2024-05-10")).occasion.voiceFile).toBeNull();
    expect(opened(day("2024-05-24"), day("2024-05-24")).occasion.voiceFile).toBeNull();
  });

  it("says them as the author's, and lets the slot fall out on another day", async () => {
    const voices = async (asOf: string): Promise<readonly string[]> => {
      const { materials, occasion } = opened(day(asOf));
      const composed = await compose(materials, occasion);
      if (!composed.ok) throw new Error(JSON.stringify(composed.problems));
      return composed.value.article.blocks.flatMap((each) =>
        each.kind === "paragraph" && each.voice ? [plain(each.children)] : [],
      );
    };
    expect(await voices("2024-05-17")).toEqual(["The tide has turned."]);
    expect(await voices("2024-05-10")).toEqual([]);
  });

  it("is refused with every problem where there is no such catalogue", () => {
    const choice = { asOf: null, published: null, data: null, catalogue: "nowhere.yaml" };
    const found = openReport({ root }, folder, choice);
    expect(found.ok).toBe(false);
    expect(found.problems[0]?.file).toContain("nowhere.yaml");
  });
});
