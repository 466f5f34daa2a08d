/**
 * Puts the questions of the tests to the oracle, with --wide on nineteen more days, and every page. Writes what was compared to docs/oracle.md, or tells the differences and writes
 * nothing.
 */
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Answer } from "../test/oracle/ask.ts";
import { askPages, askSample, askStatistics, told } from "../test/oracle/ask.ts";
import { COMPARED, GROUPS } from "../test/oracle/cases.ts";
import { pythonWithPandas } from "../test/oracle/python.ts";

const ROOT = path.join(import.meta.dirname, "..");
const REAL = process.env["NOTEWRIGHT_REAL_DATA"] ?? path.join(ROOT, "..", "shared", "market-data");

/** More days for --wide: ends of weeks, months and years, days around holidays, and a Saturday. */
const MORE = [
  "2018-03-29",
  "2018-07-03",
  "2018-10-31",
  "2019-02-28",
  "2019-04-18",
  "2019-09-02",
  "2020-01-02",
  "2020-08-31",
  "2021-02-12",
  "2021-05-31",
  "2021-11-26",
  "2022-01-03",
  "2022-07-05",
  "2022-12-30",
  "2023-04-07",
  "2023-10-21",
  "2024-05-28",
  "2024-09-30",
  "2025-04-08",
];

function count(number: number): string {
  return number.toLocaleString("en-US");
}

function table(answer: Answer): readonly string[] {
  const rows = Object.entries(answer.counts).map(([name, each]) => {
    const cells = ["found", "withheld", "compared"].map((key) => count(each[key] ?? 0));
    return `| [\`${name}\`](statistics.md#${name}) | ${cells.join(" | ")} |`;
  });
  const total = (key: string): string =>
    count(Object.values(answer.counts).reduce((sum, each) => sum + (each[key] ?? 0), 0));
  return [
    "| statistic | findings | withheld | compared |",
    "| --- | --- | --- | --- |",
    ...rows,
    `| all | ${total("found")} | ${total("withheld")} | ${total("compared")} |`,
  ];
}

/** Several answers as one. A statistic counts as missing only where no answer reckoned it. */
function merged(answers: readonly Answer[]): Answer {
  const counts: Record<string, Record<string, number>> = {};
  for (const [name, each] of answers.flatMap((answer) => Object.entries(answer.counts))) {
    const sums = (counts[name] ??= {});
    for (const [key, number] of Object.entries(each)) sums[key] = (sums[key] ?? 0) + number;
  }
  const sorted = Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    differences: answers.flatMap((each) => each.differences),
    counts: Object.fromEntries(sorted),
    missing: [...new Set(answers.flatMap((each) => each.missing))].filter(
      (each) => counts[each] === undefined,
    ),
    pages: {},
  };
}

function page(statistics: Answer, pages: Answer): string {
  const { missing } = statistics;
  const said = (key: string): string => count(pages.pages[key] ?? 0);
  const days = [...GROUPS, ...COMPARED].map((each) => each.days.length);
  const parts = [
    "# The oracle",
    "A second program reckons again what Notewright reckons. It is written in Python with pandas and numpy, from the manual and not from the code, and shares nothing with it but the raw files: it has its own reader, calendar of the exchange, release days, statistics, rounding and writing of figures. It stands in `test/oracle`. Made by `node scripts/oracle.ts`, which writes this page only where there is no difference.",
    "## Statistics",
    `On the real data, and on the sample data for what those lack, every statistic is asked with many series and options, on ${Math.min(...days)} to ${Math.max(...days)} days between 2018 and 2025. Of every finding and each of its parts the value is compared to nine digits, and day, unit, basis, state, named numbers, decimals and, where it has one, rank exactly. What one side withholds, the other must withhold for the same kind of reason.`,
    table(statistics).join("\n"),
    missing.length === 0
      ? "There is nothing in these cases that the oracle does not reckon."
      : `Asked, but not reckoned by the oracle: ${missing.map((each) => `\`${each}\``).join(", ")}.`,
    "## Pages",
    `The small-caps note of ${said("editions")} days between 2018 and 2025 is read back from its finished HTML. By the \`data-fact\` of each element the oracle looks up the request in report.yaml, reckons it from the raw rows, and writes it as the template and the voice pack ask. The text must be the same to the letter, and so must the value and day behind it: ${said("figures")} figures and ${said("days")} days of the text, ${said("labels")} labels of charts. Verbs before figures must point the right way; the ${said("moves")} that \`moved\` chose must be of the right size too. A copy of a page with one digit altered is found out, each time.`,
    "There was no difference.",
  ];
  return `${parts.join("\n\n")}\n`;
}

async function main(): Promise<void> {
  const python = pythonWithPandas();
  if (python === null || !existsSync(REAL)) {
    process.stderr.write("the oracle needs python3 with pandas, and the real data\n");
    process.exitCode = 1;
    return;
  }
  const more = process.argv.includes("--wide") ? MORE : [];
  const statistics = merged([
    await askStatistics(python, REAL, more, GROUPS),
    await askStatistics(python, REAL, more, COMPARED),
    await askSample(python, more),
  ]);
  const pages = await askPages(python, REAL);
  const differences = [...statistics.differences, ...pages.differences];
  if (differences.length > 0) {
    process.stdout.write(
      `${told(differences, 100).join("\n")}\n${differences.length} differences\n`,
    );
    process.exitCode = 1;
    return;
  }
  writeFileSync(path.join(ROOT, "docs", "oracle.md"), page(statistics, pages));
}

await main();
