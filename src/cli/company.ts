import { readFileSync } from "node:fs";
import path from "node:path";
import { disagreements, toldIn } from "../archive/index.ts";
import { showProblems } from "./show.ts";

/** What the editions of one run, by their ledgers, say against each other. */
export function showDisagreements(ledgers: readonly string[]): void {
  if (ledgers.length > 1)
    showProblems(disagreements(ledgers.flatMap((each) => toldIn(each) ?? [])));
}

/** The ledger of an edition that was written; none where nothing was. */
export function ledgerIn(folder: string | null): readonly string[] {
  return folder === null ? [] : [readFileSync(path.join(folder, "ledger.json"), "utf8")];
}
