import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { DAYS } from "./newsroom.ts";
import { freshFolder, notewright } from "./run.ts";

/** Moments of a build in milliseconds: start, loading, browser, figures, charts, printing. */
const MOMENTS = [120, 300, 500, 800, 1200, 1800];

/** Programs that were told of the folder when they were started. */
function running(folder: string): readonly string[] {
  return readdirSync("/proc")
    .filter((each) => /^\d+$/.test(each))
    .flatMap((each) => {
      try {
        return [readFileSync(`/proc/${each}/cmdline`, "utf8").replaceAll("\0", " ")];
      } catch {
        return [];
      }
    })
    .filter((each) => each.includes(folder));
}

async function gone(folder: string): Promise<readonly string[]> {
  for (let times = 0; times < 40 && running(folder).length > 0; times++) await wait(50);
  return running(folder);
}

describe.runIf(process.platform === "linux")("a build that is interrupted", () => {
  it.each(
    MOMENTS.map(
      (moment, index) => [moment, index % 2 === 0 ? "SIGINT" : "SIGTERM", index] as const,
    ),
  )("leaves nothing behind %i ms after its start (%s)", async (moment, signal) => {
    const home = freshFolder();
    const [out, temporary] = [path.join(home, "out"), path.join(home, "tmp")];
    mkdirSync(temporary);
    const build = ["build", "small-caps", ...DAYS, "--out", out];
    const { code, stderr } = await notewright(build, {
      env: { TMPDIR: temporary },
      meanwhile: (kill) => void wait(moment).then(() => kill(signal)),
    });
    // No code: the signal came before anything was begun. 0: the edition was there before it.
    expect([null, 0, signal === "SIGINT" ? 130 : 143]).toContain(code);
    expect(stderr).not.toContain("    at ");
    expect(await gone(home)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
    expect(editions(out)).toEqual(code === 0 ? ["2025-05-23"] : []);
  });
});

/** What stands under the report, finished or not. */
function editions(out: string): readonly string[] {
  try {
    return readdirSync(path.join(out, "small-caps"));
  } catch {
    return [];
  }
}
