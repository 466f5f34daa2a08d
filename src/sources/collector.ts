import type { Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Fault } from "./path.ts";

const MOST = 20;

/** Problems of a file, as far as anyone can use them. */
export interface Collector {
  readonly add: (rule: string, line: number, column: number, fault: Fault) => void;
  readonly full: () => boolean;
  readonly all: () => readonly Problem[];
}

/** Keeps the first problems, and counts the rest: a wrong date form makes thousands. */
export function collector(file: string): Collector {
  const found: Problem[] = [];
  let more = 0;
  return {
    add: (rule, line, column, fault) => {
      if (found.length < MOST)
        found.push(problem(rule, { file, line, column }, fault.message, fault.hint));
      else more += 1;
    },
    full: () => found.length > 0,
    all: () => {
      if (more === 0) return found;
      const message = `${more} further cells of the file cannot be read`;
      return [...found, problem("data-more", { file }, message, "mend the ones above first")];
    },
  };
}
