import { spawn } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Newsroom } from "./support.ts";
import { newsroom } from "./support.ts";

const MAIN = path.join(import.meta.dirname, "..", "..", "src", "cli", "main.ts");

let room: Newsroom;
beforeAll(() => {
  room = newsroom();
  mkdirSync(room.file("tmp"));
});
afterAll(() => room.remove());

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in the newsroom; `onLine` sees the first line of stdout. */
function run(
  args: readonly string[],
  onLine?: (line: string, pid: number) => void,
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd: room.root,
      env: { ...process.env, TMPDIR: room.file("tmp") },
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (bytes: Buffer) => {
      const had = out.includes("\n");
      out += bytes.toString();
      if (!had && out.includes("\n")) onLine?.(out.split("\n")[0] ?? "", child.pid ?? 0);
    });
    child.stderr.on("data", (bytes: Buffer) => {
      err += bytes.toString();
    });
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

describe("notewright preview", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("prints its address, and %s ends it at once with %i", async (signal, code) => {
    let asked = 0;
    const ended = await run(["preview", "small-caps"], (line, pid) => {
      void fetch(line).then(() => {
        asked = performance.now();
        process.kill(pid, signal);
      });
    });
    expect(ended.code).toBe(code);
    expect(ended.out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
    expect(performance.now() - asked).toBeLessThan(5000);
    expect(readdirSync(room.file("tmp"))).toEqual([]);
  });

  it("says when the port it was told to take is no port, or there is no such report", async () => {
    expect(await run(["preview", "--port", "0"])).toMatchObject({ code: 2 });
    const unknown = await run(["preview", "small-cups"]);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain("small-caps");
  });
});

describe("notewright new", () => {
  it("starts a report that builds at once, and says what comes next", async () => {
    const made = await run(["new", "weekly-gold"]);
    expect(made.code).toBe(0);
    expect(made.err).toContain("notewright preview weekly-gold");
    const built = await run(["build", "weekly-gold", "--format", "html"]);
    expect(built.err).toBe("");
    expect(built.code).toBe(0);
    expect(built.out).toContain("index.html");
  });
});

describe("notewright doctor", () => {
  it("tells line by line what is there, and ends with 1 where something is missing", async () => {
    const fine = await run(["doctor"]);
    expect(fine.out.split("\n").filter((each) => each.startsWith("ok"))).toHaveLength(7);
    expect(fine.code).toBe(0);
    const wrong = await run(["doctor", "--data", "nowhere"]);
    expect(wrong.code).toBe(1);
    expect(wrong.out).toMatch(/missing catalogue nowhere\/catalog\.yaml does not exist\n {4}→ /);
  });
});
