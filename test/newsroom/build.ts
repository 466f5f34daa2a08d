import path from "node:path";
import { compose, nothingKept, openReport, produce } from "../../src/edition/index.ts";
import type { Edition, Problem } from "../../src/model/index.ts";
import { parseDay } from "../../src/model/index.ts";

export interface Built {
  readonly edition: Edition | null;
  readonly problems: readonly Problem[];
}

/** Templates of the house and compiled charts are the same for all; what a case changes is its own. */
const kept = nothingKept();

/** What `notewright build weekly --format html` does, without a process of its own. */
export async function build(root: string, asOf: string, published: string): Promise<Built> {
  const refused = (problems: readonly Problem[]): Built => {
    return { edition: null, problems: problems.map((each) => inside(root, each)) };
  };
  const days = { asOf: parseDay(asOf), published: parseDay(published) };
  const folder = path.join(root, "reports", "weekly");
  const opened = openReport({ root }, folder, { ...days, data: null, catalogue: null }, kept);
  if (!opened.ok) return refused(opened.problems);
  const { materials, occasion } = opened.value;
  const composed = await compose(materials, occasion);
  if (!composed.ok) return refused(composed.problems);
  const made = await produce(materials, composed.value, path.join(root, "build"), null);
  if (!made.ok) return refused([...composed.problems, ...made.problems]);
  return { edition: composed.value, problems: composed.problems.map((each) => inside(root, each)) };
}

/** Paths as a user in the newsroom would see them. */
function inside(root: string, problem: Problem): Problem {
  if (problem.file === null) return problem;
  return { ...problem, file: path.relative(root, path.resolve(problem.file)) };
}
