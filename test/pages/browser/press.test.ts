import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { environment } from "../../../src/pages/browser/launch.ts";
import { makeProfile } from "../../../src/pages/browser/profile.ts";
import type { Press } from "../../../src/pages/index.ts";
import { openPress, surroundings } from "../../../src/pages/index.ts";

let press: Press | null = null;

afterEach(async () => {
  await press?.close();
  press = null;
});

function open(settings: Parameters<typeof openPress>[0] = {}): Press {
  const opened = openPress(settings);
  if ("found" in opened) throw new Error(opened.reason);
  press = opened;
  return opened;
}

async function processOf(of: Press): Promise<number> {
  return of.borrow(() => Promise.resolve(of.process ?? 0));
}

function runs(id: number): boolean {
  try {
    process.kill(id, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, "utf8"));
  } catch {
    return false;
  }
}

async function until(condition: () => boolean): Promise<boolean> {
  for (let turn = 0; turn < 100 && !condition(); turn++) {
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return condition();
}

describe("a press", () => {
  it("leaves neither process nor profile when it is closed", async () => {
    const temporary = mkdtempSync(path.join(tmpdir(), "press-"));
    const own = open({ around: { ...surroundings(), temporary } });
    const id = await processOf(own);
    const profile = (): boolean => readdirSync(temporary).length > 0;
    expect([runs(id), profile()]).toEqual([true, true]);
    await own.close();
    expect(await until(() => !runs(id))).toBe(true);
    expect(profile()).toBe(false);
    rmSync(temporary, { recursive: true });
    await expect(own.borrow(() => Promise.resolve(1))).rejects.toThrow("closed");
  });

  it.each(["SIGKILL", "SIGTERM", "SIGINT"] as const)(
    "leaves no browser behind when its process ends by %s",
    async (signal) => {
      const door = path.join(import.meta.dirname, "../../../src/pages/browser/index.ts");
      const script = `import { openPress } from ${JSON.stringify(door)};
        const press = openPress();
        const id = await press.borrow(() => Promise.resolve(press.process));
        console.log(id);
        setInterval(() => {}, 1000);`;
      const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
      const said = await new Promise<string>((resolve) => {
        child.stdout.once("data", (data: Buffer) => resolve(data.toString()));
      });
      expect(runs(Number(said))).toBe(true);
      child.kill(signal);
      expect(await until(() => !runs(Number(said)))).toBe(true);
    },
  );

  it("starts a new browser and tries again when the first one dies", async () => {
    const own = open();
    let turns = 0;
    const answer = await own.borrow(async (page) => {
      turns += 1;
      if (turns === 1) process.kill(own.process ?? 0, "SIGKILL");
      await page.setContent("<p>here</p>");
      return page.evaluate("document.body.textContent");
    });
    expect([answer, turns]).toEqual(["here", 2]);
  });

  it("gives up after the second death", async () => {
    const own = open();
    const work = own.borrow(async (page) => {
      process.kill(own.process ?? 0, "SIGKILL");
      await page.setContent("<p>here</p>");
    });
    await expect(work).rejects.toThrow();
  });

  it("ends a page that takes too long, and the browser with it", async () => {
    const own = open({ limit: 300 });
    const id = await processOf(own);
    const work = own.borrow(() => new Promise(() => {}));
    await expect(work).rejects.toThrow("took longer than 300 ms");
    expect(await until(() => !runs(id))).toBe(true);
  });

  it("hands a fault of the work itself on, without trying again", async () => {
    const own = open();
    let turns = 0;
    const work = own.borrow(() => {
      turns += 1;
      return Promise.reject(new Error("mine"));
    });
    await expect(work).rejects.toThrow("mine");
    expect(turns).toBe(1);
  });

  it("runs no script of a page", async () => {
    const title = await open().borrow(async (page) => {
      await page.setContent("<title>before</title><script>document.title = 'after'</script>");
      return page.title();
    });
    expect(title).toBe("before");
  });

  it("says in one line that it runs without its sandbox, as root or when allowed", () => {
    const around = { ...surroundings(), root: true };
    expect(open({ around }).notice).toContain("without its sandbox");
  });

  it("shows the browser none of the user's variables but a few", () => {
    const around = surroundings({ PATH: "/bin", HOME: "/h", SECRET_TOKEN: "canary", LANG: "C" });
    const browser = {
      path: "/b",
      from: "named" as const,
      shell: true,
      libraries: null,
      fonts: "/f",
    };
    expect(environment(browser, around, "/p")).toEqual({
      PATH: "/bin",
      LANG: "C",
      HOME: "/p",
      TMPDIR: "/p",
      TEMP: "/p",
      TZ: "UTC",
      FONTCONFIG_PATH: "/f",
    });
  });

  it("sweeps profiles of dead processes and keeps those of living ones", () => {
    const temporary = mkdtempSync(path.join(tmpdir(), "sweep-"));
    const dead = path.join(temporary, "notewright-browser-4194303-x");
    const living = path.join(temporary, `notewright-browser-${process.pid}-y`);
    mkdirSync(dead, { recursive: true });
    mkdirSync(living, { recursive: true });
    makeProfile(temporary);
    expect([existsSync(dead), existsSync(living)]).toEqual([false, true]);
    rmSync(temporary, { recursive: true });
  });
});
