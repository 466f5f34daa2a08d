import { spawn } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

export const ROOT = path.join(import.meta.dirname, "..", "..");
const MAIN = path.join(ROOT, "src", "cli", "main.ts");

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Run {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called once when the program has been started. */
  readonly meanwhile?: (kill: (signal: NodeJS.Signals) => void) => void;
}

/** Runs the command line as a user does, and waits for its end. */
export function notewright(args: readonly string[], run: Run = {}): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: run.cwd ?? ROOT,
    env: { ...process.env, NO_COLOR: "1", ...run.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
  child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
  run.meanwhile?.((signal) => void child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** A fresh folder that is gone after the test. */
export function freshFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "notewright-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
