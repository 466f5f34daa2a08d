import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Told } from "../archive/index.ts";
import { disagreements, readArchive, toldIn } from "../archive/index.ts";
import { showProblems } from "./show.ts";

/** What the editions of one run, by their ledgers, say against each other and against those kept before. */
export function showDisagreements(ledgers: readonly string[], kept: readonly string[] = []): void {
  if (ledgers.length + kept.length < 2) return;
  const told = (all: readonly string[]): readonly Told[] =>
    all.flatMap((each) => toldIn(each) ?? []);
  showProblems(disagreements(told(ledgers), told(kept)));
}

/** Ledgers of an archive that tell of these as-of days. */
export function ledgersKept(archive: string, days: readonly string[]): readonly string[] {
  return readArchive(archive)
    .editions.filter(({ asOf }) => days.includes(asOf))
    .map(({ report, published }) => path.join(archive, report, published, "ledger.json"))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, "utf8"));
}

/** The ledger of an edition that was written; none where nothing was. */
export function ledgerIn(folder: string | null): readonly string[] {
  return folder === null ? [] : [readFileSync(path.join(folder, "ledger.json"), "utf8")];
}
