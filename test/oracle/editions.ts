import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { artefactsOf, lookOf } from "../../src/edition/index.ts";
import { editionOf, realMaterials, ROOT } from "../edition/support/make.ts";

/** Finished pages for the oracle, and what they were made from. */
export interface Editions {
  readonly pages: readonly Page[];
  /** report.yaml, the note with all slots, and the voice pack, as their files say them. */
  readonly report: unknown;
  readonly note: string;
  readonly voice: unknown;
}

interface Page {
  readonly asOf: string;
  readonly published: string;
  /** Path of the HTML inside the folder. */
  readonly file: string;
}

/** As-of day, day on the masthead: Fridays, weeks cut short, a Monday's, days of crashes and records. */
const DAYS: readonly (readonly [string, string])[] = [
  ["2018-01-05", "2018-01-05"],
  ["2018-02-09", "2018-02-12"],
  ["2018-04-06", "2018-04-06"],
  ["2018-06-22", "2018-06-25"],
  ["2018-08-31", "2018-09-04"],
  ["2018-10-12", "2018-10-12"],
  ["2018-12-24", "2018-12-26"],
  ["2019-01-18", "2019-01-22"],
  ["2019-03-01", "2019-03-01"],
  ["2019-05-31", "2019-06-03"],
  ["2019-08-02", "2019-08-02"],
  ["2019-11-29", "2019-12-02"],
  ["2020-01-03", "2020-01-03"],
  ["2020-03-13", "2020-03-16"],
  ["2020-03-20", "2020-03-20"],
  ["2020-06-05", "2020-06-08"],
  ["2020-09-04", "2020-09-08"],
  ["2020-11-13", "2020-11-13"],
  ["2021-01-08", "2021-01-11"],
  ["2021-03-12", "2021-03-12"],
  ["2021-06-04", "2021-06-07"],
  ["2021-09-10", "2021-09-10"],
  ["2021-11-05", "2021-11-05"],
  ["2021-12-31", "2022-01-03"],
  ["2022-01-28", "2022-01-28"],
  ["2022-04-14", "2022-04-18"],
  ["2022-06-17", "2022-06-21"],
  ["2022-08-12", "2022-08-12"],
  ["2022-10-14", "2022-10-17"],
  ["2023-01-06", "2023-01-06"],
  ["2023-03-17", "2023-03-20"],
  ["2023-06-02", "2023-06-02"],
  ["2023-09-01", "2023-09-05"],
  ["2023-12-15", "2023-12-18"],
  ["2024-02-16", "2024-02-20"],
  ["2024-05-03", "2024-05-03"],
  ["2024-07-12", "2024-07-15"],
  ["2024-11-25", "2024-11-25"],
  ["2025-01-31", "2025-02-03"],
  ["2025-04-09", "2025-04-10"],
  ["2025-05-23", "2025-05-27"],
];

const REPORT = path.join(ROOT, "reports", "small-caps");

/** The small-caps note of these days, as pages in the folder. A refused edition is thrown. */
export async function writeEditions(
  data: string,
  folder: string,
  only: readonly string[] | null = null,
): Promise<Editions> {
  const materials = realMaterials(data);
  const look = lookOf(materials);
  const pages: Page[] = [];
  mkdirSync(path.join(folder, "pages"), { recursive: true });
  for (const [asOf, published] of DAYS) {
    if (only !== null && !only.includes(asOf)) continue;
    const edition = await editionOf(materials, asOf, published);
    const made = await artefactsOf(materials, edition, look, null);
    if (!made.ok) throw new Error(made.problems.map((each) => each.message).join("\n"));
    const file = path.join("pages", `${asOf}.html`);
    writeFileSync(path.join(folder, file), made.value.get("index.html") ?? "");
    pages.push({ asOf, published, file });
  }
  return {
    pages,
    report: parse(read(path.join(REPORT, "report.yaml"))) as unknown,
    note: [read(path.join(REPORT, "note.md.hbs")), ...slots()].join("\n"),
    voice: parse(read(path.join(ROOT, "templates", "voice", "house.yaml"))) as unknown,
  };
}

/** What the author wrote by hand says facts too. */
function slots(): readonly string[] {
  const folder = path.join(REPORT, "voice");
  return readdirSync(folder).map((each) => read(path.join(folder, each)));
}

function read(file: string): string {
  return readFileSync(file, "utf8");
}

/** Every fifth figure or day of the page, altered by one in its last digit: a copy of the page for each. */
export function tamper(folder: string, page: Page): readonly Page[] {
  const html = read(path.join(folder, page.file));
  const said = [...html.matchAll(/<(?:data|time|tspan) [^>]*data-fact="[^"]*"[^>]*>([^<]*\d)/g)];
  return said
    .filter((_, index) => index % 5 === 0)
    .map((match, index): Page => {
      const last = match.index + match[0].length - 1;
      const digit = (Number(html[last]) + 1) % 10;
      const file = page.file.replace(".html", `-${index}.html`);
      writeFileSync(path.join(folder, file), html.slice(0, last) + digit + html.slice(last + 1));
      return { ...page, file };
    });
}
