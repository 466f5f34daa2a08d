import { existsSync } from "node:fs";
import path from "node:path";
import { describe, it } from "vitest";

const ROOT = path.join(import.meta.dirname, "..", "..");

/** Folder of the real data, which never are part of the repository; null where they are absent. */
const realData: string | null = find();

function find(): string | null {
  const named =
    process.env["NOTEWRIGHT_REAL_DATA"] ?? path.join(ROOT, "..", "shared", "market-data");
  const folder = path.resolve(named);
  return existsSync(path.join(folder, "russell2000-index", "RUT_daily.csv")) ? folder : null;
}

export const realCatalog = path.join(import.meta.dirname, "catalog.yaml");

/** Tests that need the real data; where they are absent, one passing test says so by name. */
export function describeReal(name: string, tests: (folder: string) => void): void {
  const folder = realData;
  if (folder !== null) describe(name, () => tests(folder));
  else
    describe(name, () =>
      it("is not asked: the real data are absent (NOTEWRIGHT_REAL_DATA)", () => undefined),
    );
}
