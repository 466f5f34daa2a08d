import { readFileSync } from "node:fs";
import path from "node:path";
import type { Decoded } from "../../model/index.ts";
import type { FactsItem, FactsProof } from "../../pages/index.ts";
import { factsPage, writeEdition } from "../../pages/index.ts";
import type { Occasion } from "../compose.ts";
import { cappedRows, exact, valueWords } from "../explain-text.ts";
import type { Row } from "../explain.ts";
import type { Materials } from "../load.ts";
import { lookOf } from "../look.ts";
import { templatePath } from "../project.ts";
import type { Account, Proof } from "./account.ts";
import { pictureOf } from "./picture.ts";
import type { Tellings } from "./tell.ts";

/** So many of the first statements have a picture. */
const PICTURES = 10;
/** Rows shown of a proof: the first and the last ones. */
const ROWS = 12;

/** The page of `notewright facts`: one HTML file that needs nothing from outside. */
export async function highlightsPage(
  accounts: readonly Account[],
  tellings: Tellings,
  materials: Materials,
  occasion: Occasion,
): Promise<string> {
  const { report } = materials.decoded;
  const items: FactsItem[] = [];
  for (const [index, account] of accounts.entries()) {
    const told = tellings.told[index];
    const picture =
      told === undefined || index >= PICTURES
        ? null
        : await pictureOf(told, index + 1, tellings, materials, occasion, occasion.kept.compiled);
    items.push({ ...itemOf(account), picture });
  }
  const samples = [...materials.library.series.values()].some((each) => each.sample);
  const file = (name: string): string =>
    readFileSync(templatePath(materials.project, "pages", name), "utf8");
  const page = {
    title: report.title,
    asOf: occasion.asOf,
    published: occasion.published,
    language: report.language,
    sample: samples,
    items,
  };
  const layout = { layout: file("facts.hbs"), style: file("facts.css") };
  return factsPage(page, lookOf(materials, occasion.kept), layout);
}

/** Where the page lies: beside the day's edition, whose own folder holds nothing but the edition. */
export function writeHighlightsPage(
  out: string,
  { materials, occasion }: { readonly materials: Materials; readonly occasion: Occasion },
  html: string,
): Decoded<string> {
  const place = [materials.decoded.report.name, `${occasion.asOf}-facts`];
  const problems = writeEdition(out, place, new Map([[FILE, html]]));
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: path.join(out, ...place, FILE), problems };
}

const FILE = "facts.html";

function itemOf(account: Account): Omit<FactsItem, "picture"> {
  const { rank, line, why, fact, chart, also, proof } = account;
  return {
    rank,
    sentence: line,
    why,
    yaml: fact.yaml.join("\n"),
    already: fact.already,
    chart: chartText(chart),
    entry: chart.entry,
    also,
    proof: proof.map(proofOf),
  };
}

/** "index", "index (bracket)", "none yet". */
function chartText({ id, mark }: Account["chart"]): string {
  if (id === null) return "none yet";
  return mark === null ? id : `${id} (${mark})`;
}

function proofOf({ fact, printed, value: of, unit, working, rows, sources }: Proof): FactsProof {
  const { first, more, last } = cappedRows(rows, ROWS);
  const cells = ({ file, line, day, value }: Row): readonly string[] => [
    `${file}:${line}`,
    day,
    exact(value),
  ];
  const from = sources.map(({ name, column, publisher }) => `${name} (${column}), ${publisher}`);
  return {
    fact,
    printed: printed.join(", "),
    value: valueWords(of, unit),
    // A value that stands in its row needs no working.
    working: rows.length === 1 && rows[0]?.value === of ? "" : working,
    rows: [...first, ...last].map(cells),
    more,
    source: [...new Set(from)].join("; "),
  };
}
