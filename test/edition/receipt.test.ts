import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Cache } from "../../src/edition/cache.ts";
import { cacheIn, print } from "../../src/edition/cache.ts";
import type { Asked } from "../../src/edition/receipt.ts";
import { keepReceipt, standing, unchanged } from "../../src/edition/receipt.ts";

const ARTEFACTS = { "index.html": "<p>28.2</p>", "charts/index.svg": "<svg/>" };

let root = "";
let cache: Cache;

beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), "notewright-receipt-")));
  cache = cacheIn(path.join(root, "cache"), 10);
  put("reports/weekly/report.yaml", "title: Weekly");
  put("templates/voice/house.yaml", "banned: []");
  put("archive/weekly/2025-05-16/edition.json", "{}");
  put("data/rut.csv", "date,close\n2025-05-23,2039.85\n");
  put("browser", "#!");
  for (const [name, text] of Object.entries(ARTEFACTS)) put(`build/${name}`, text);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(name: string, text: string): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function asked(other: Partial<Asked> = {}): Asked {
  return {
    project: { root },
    folder: path.join(root, "reports", "weekly"),
    subject: null,
    out: path.join(root, "build"),
    data: null,
    catalogue: null,
    asOf: "2025-05-23",
    published: "2025-05-27",
    formats: null,
    browser: path.join(root, "browser"),
    ...other,
  };
}

function build(inputs: ReadonlyMap<string, string> = new Map([["rut.csv", dataPrint()]])): void {
  const home = path.join(root, "build");
  const files = Object.keys(ARTEFACTS);
  const around = standing(asked()) ?? "";
  const dataFolder = path.join(root, "data");
  const written = { around, subject: null, home, problems: [], inputs, dataFolder, files };
  keepReceipt(asked(), written, cache);
}

function dataPrint(): string {
  return print("date,close\n2025-05-23,2039.85\n");
}

function stands(other: Partial<Asked> = {}): boolean {
  const around = standing(asked(other));
  return around !== null && unchanged(asked(other), around, cache) !== null;
}

describe("an edition that stands", () => {
  it("is recognised while nothing has changed", () => {
    expect(stands()).toBe(false);
    build();
    expect(stands()).toBe(true);
  });

  it.each<readonly [string, string, string]>([
    ["the report", "reports/weekly/report.yaml", "title: Monthly"],
    ["the author's words of the day", "reports/weekly/voice/2025-05-23.md", "## outlook"],
    ["the house style", "templates/voice/house.yaml", "banned: [soared]"],
    ["a new partial", "templates/partials/more.md.hbs", "More"],
    ["the archive", "archive/weekly/2025-05-20/edition.json", "{}"],
    ["a figure", "data/rut.csv", "date,close\n2025-05-23,2039.86\n"],
    ["the browser", "browser", "#! newer"],
    ["the page on disk", "build/index.html", "<p>28.3</p>"],
    ["a file laid beside the edition", "build/more.html", "?"],
  ])("is written again when %s changes", (_, file, text) => {
    build();
    put(file, text);
    expect(stands()).toBe(false);
  });

  it("is written again when one of its files is gone", () => {
    build();
    rmSync(path.join(root, "build", "charts"), { recursive: true });
    expect(stands()).toBe(false);
  });

  it.each<Partial<Asked>>([
    { published: "2025-05-28" },
    { asOf: null },
    { subject: "iwm" },
    { formats: ["html"] },
    { browser: null },
    { data: "elsewhere" },
    { out: "/elsewhere" },
  ])("is written again when %o is asked for", (other) => {
    build();
    expect(stands(other)).toBe(false);
  });

  it("has no receipt when a file changed while it was being written", () => {
    build(new Map([["rut.csv", print("an older state")]]));
    expect(stands()).toBe(false);
  });
});
