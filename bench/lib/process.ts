import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

export const ROOT = path.join(import.meta.dirname, "..", "..");

export interface Ran {
  /** From asking for the process to its end, in milliseconds. */
  readonly time: number;
  readonly stdout: string;
}

/** Runs Node on a script of the repository, from outside, as a user's shell would. */
export function node(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...clean(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
  child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const time = performance.now() - start;
      if (code === 0) resolve({ time, stdout });
      else reject(new Error(`${args.join(" ")} ended with ${code}: ${stderr}`));
    });
  });
}

/** A variable that makes every Node start read certificates is taken out. */
function clean(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...rest } = process.env;
  return rest;
}

/** The machine in one line: what the absolute figures depend on. */
export function machine(): string {
  const cpu = /model name\s*:\s*(.*)/.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1] ?? "?";
  const cores = (readFileSync("/proc/cpuinfo", "utf8").match(/^processor/gm) ?? []).length;
  return `${cpu}, ${cores} cores, ${process.platform}, Node ${process.versions.node}`;
}

/** Average number of processes that wanted to run in the last minute. */
export function load(): number {
  return Number(readFileSync("/proc/loadavg", "utf8").split(" ")[0]);
}
