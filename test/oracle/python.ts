import { spawnSync } from "node:child_process";

/** The first Python here that has pandas and numpy, or null. NOTEWRIGHT_PYTHON names another. */
export function pythonWithPandas(): string | null {
  const named = process.env["NOTEWRIGHT_PYTHON"];
  const candidates = named === undefined ? ["/usr/bin/python3", "python3", "python"] : [named];
  return candidates.find(hasPandas) ?? null;
}

function hasPandas(python: string): boolean {
  const tried = spawnSync(python, ["-c", "import pandas, numpy"], { stdio: "ignore" });
  return tried.status === 0;
}
