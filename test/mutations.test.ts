import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compose, nothingKept, openReport, produce } from "../src/edition/index.ts";
import type { Article, Citation, Edition, Outcome, Problem } from "../src/model/index.ts";
import { day } from "../src/model/index.ts";
import { readerText } from "./newsroom/page.ts";
import type { Mutant } from "./newsroom/mutate.ts";
import { numbers, slipIn } from "./newsroom/mutate.ts";

/**
 * The shipped newsroom with one slip at a time, in its prose, its YAML or its data. A slip is
 * refused where it was made, or the note is the one it was, or what a lawful edit makes of it; it
 * never leaves a hole, and never a figure that cannot be traced to the row that was changed.
 */
const HOME = path.join(import.meta.dirname, "..");
const ROOT = mkdtempSync(path.join(tmpdir(), "notewright-mutations-"));
const DAYS = { asOf: day("2025-05-23"), published: day("2025-05-27") };
const SEED = 20_250_523;

const SUBJECTS = [
  ["reports/small-caps/note.md.hbs", "template", 60],
  ["reports/small-caps/voice/2025-05-23.md", "template", 6],
  ["reports/small-caps/report.yaml", "yaml", 40],
  ["data/catalog.yaml", "yaml", 25],
  ["templates/voice/house.yaml", "yaml", 20],
  ["templates/charts/theme.yaml", "yaml", 10],
  ["reports/small-caps/index.vl.yaml", "yaml", 8],
  ["reports/small-caps/margin-debt.vl.yaml", "yaml", 4],
  ["data/russell2000.csv", "data", 16],
  ["data/iwm.csv", "data", 8],
  ["data/iwm-short-interest.csv", "data", 14],
  ["data/margin-debt.csv", "data", 14],
  ["data/small-business-survey.csv", "data", 14],
] as const;

interface Outcomes {
  readonly edition: Edition | null;
  readonly problems: readonly Problem[];
  readonly page: string;
}

const kept = nothingKept();

/** The whole way, as the command goes it. What is thrown here is our own fault. */
async function attempt(): Promise<Outcomes> {
  const refused = (problems: readonly Problem[]): Outcomes => ({
    edition: null,
    problems,
    page: "",
  });
  const folder = path.join(ROOT, "reports", "small-caps");
  const opened = openReport({ root: ROOT }, folder, { ...DAYS, data: null, catalogue: null }, kept);
  if (!opened.ok) return refused(opened.problems);
  const { materials, occasion } = opened.value;
  const composed = await compose(materials, occasion);
  if (!composed.ok) return refused(composed.problems);
  const made = await produce(materials, composed.value, path.join(ROOT, "build"), null);
  if (!made.ok) return refused(made.problems);
  const file = path.join(ROOT, "build", ...made.value.place, "index.html");
  const page = readerText(readFileSync(file, "utf8"));
  return { edition: composed.value, problems: composed.problems, page };
}

const PATIENCE = 180_000;

let whole: Outcomes = { edition: null, problems: [], page: "" };
const uncaught: unknown[] = [];
const note = (error: unknown): void => void uncaught.push(error);

beforeAll(async () => {
  for (const each of ["reports", "data", "templates", "archive"]) {
    cpSync(path.join(HOME, each), path.join(ROOT, each), { recursive: true });
  }
  process.on("unhandledRejection", note);
  whole = await attempt();
}, PATIENCE);

afterAll(() => {
  process.off("unhandledRejection", note);
  rmSync(ROOT, { recursive: true, force: true });
});

async function withSlip<T>(file: string, text: string, use: (found: Outcomes) => T): Promise<T> {
  const target = path.join(ROOT, file);
  const sound = readFileSync(target, "utf8");
  try {
    writeFileSync(target, text);
    return use(await attempt());
  } finally {
    writeFileSync(target, sound);
  }
}

/** How many slips were refused beside their line or by their word, and how many elsewhere. */
interface Refusals {
  near: number;
  elsewhere: number;
}

describe("a slip", () => {
  it("is made in a newsroom that is sound", () => {
    expect(whole.problems.filter((each) => each.severity === "error")).toEqual([]);
    expect(whole.edition).not.toBeNull();
  });

  it.each(["template", "yaml", "data"] as const)(
    "in a %s is refused at its place, or leaves the note whole",
    async (kind) => {
      const refusals: Refusals = { near: 0, elsewhere: 0 };
      for (const [file, , count] of SUBJECTS.filter((each) => each[1] === kind)) {
        const next = numbers(SEED + file.length * 7919);
        const sound = readFileSync(path.join(ROOT, file), "utf8");
        for (let made = 0; made < count; made++) {
          const mutant = slipIn(kind, sound, next);
          const about = `${file}:${mutant.line}, ${mutant.what}`;
          await withSlip(file, mutant.text, (found) => {
            if (found.edition === null) {
              expectAtItsPlace(found.problems, file, mutant, about, refusals);
              return;
            }
            expectWhole(found, found.edition, about);
            if (kind === "data") expectTraced(found.edition, found.problems, file, mutant, about);
          });
        }
      }
      expect(uncaught).toEqual([]);
      const { near, elsewhere } = refusals;
      expect(near / (near + elsewhere), "told beside its line, or by its word").toBeGreaterThan(
        0.9,
      );
    },
    PATIENCE,
  );
});

/**
 * In the file of the slip, as a rule on its line; where a slip parts two places that belong
 * together (a block and its end, a name and its use), the other one may be told. A key that is gone
 * has no line: it is told at the head of its entry, or named where the file is read without it.
 */
function expectAtItsPlace(
  problems: readonly Problem[],
  file: string,
  { line, text, what }: Mutant,
  about: string,
  refusals: Refusals,
): void {
  const errors = problems.filter((each) => each.severity === "error");
  for (const each of errors) expect(each.message === "" || each.hint === "", about).toBe(false);
  const own = errors.filter((each) => each.file?.endsWith(file) === true);
  const near = own.some(
    (each) =>
      each.rule === "missing-key" || (each.line !== null && Math.abs(each.line - line) <= 1),
  );
  const slip = text.split("\n")[line - 1] ?? "";
  const named = errors.some(
    ({ rule, message, hint }) =>
      (rule.startsWith("unknown-") && wordsOf(hint).some((each) => slip.includes(each))) ||
      (["chart-no-data", "data-column"].includes(rule) &&
        wordsOf(message).some((each) => slip.includes(each))) ||
      [...hint.matchAll(/([a-z-]+): …/g)].some(([, key]) => what.includes(`${key ?? ""}:`)),
  );
  if (near || named) refusals.near += 1;
  else refusals.elsewhere += 1;
  expect(own.length > 0 || named, `${about}: ${JSON.stringify(errors.slice(0, 3))}`).toBe(true);
}

/** What a hint proposes: did you mean "shorts-month"? */
function wordsOf(hint: string): readonly string[] {
  return [...hint.matchAll(/"([^"]+)"/g)].flatMap(([, word]) => word ?? []);
}

const HOLES =
  /\b(?:NaN|undefined|null|Infinity)\b|\[object|[{}]|\[\[|\]\]|[\uE000-\uF8FF\uFFFD]|\(\s*\)|(?:by|of|at|to|than) [.,;]|[a-z] (?:%|[.,;])/u;

/** No hole, and every figure that is said is what its fact says. */
function expectWhole({ page }: Outcomes, edition: Edition, about: string): void {
  expect(HOLES.exec(proseOf(edition.article))?.[0], about).toBeUndefined();
  expect(page.length, about).toBeGreaterThan(whole.page.length / 2);
  for (const { fact } of edition.said) {
    if (fact === "published" || fact === "as-of") continue;
    expect(edition.facts.get(fact)?.kind, `${about}: ${fact}`).toBe("fact");
  }
}

function proseOf({ headline, standfirst, blocks }: Article): string {
  const lines = [
    headline,
    standfirst,
    ...blocks.flatMap((each) => ("children" in each ? [each.children] : [])),
  ];
  return lines
    .map((line) =>
      line
        .map((each) => ("text" in each ? each.text : "said" in each ? each.said.text : "x"))
        .join(""),
    )
    .join("\n");
}

/** Every figure that is another one cites the row, rests on one that does, or is warned of. */
function expectTraced(
  edition: Edition,
  problems: readonly Problem[],
  file: string,
  mutant: Mutant,
  about: string,
): void {
  const before = whole.edition?.facts ?? new Map<string, Outcome>();
  const changed = [...edition.facts].filter(
    ([id, found]) => sayings(found) !== sayings(before.get(id)),
  );
  const warned = problems.some((each) => each.file?.endsWith(file) === true);
  const cited = (found: Outcome | undefined): boolean =>
    found?.kind === "fact" && found.cites.some((each) => isRow(each, file, mutant.line));
  const traced = changed.some(([id, found]) => cited(found) || cited(before.get(id)));
  for (const [id, found] of changed) {
    const honest =
      found.kind === "withheld" || cited(found) || cited(before.get(id)) || warned || traced;
    expect(honest, `${about}: ${id}`).toBe(true);
  }
}

function sayings(found: Outcome | undefined): string {
  return found?.kind === "fact" ? `${found.value} ${found.day}` : "withheld";
}

function isRow({ file, line }: Citation, wanted: string, at: number): boolean {
  return wanted.endsWith(file) && Math.abs(line - at) <= 1;
}
