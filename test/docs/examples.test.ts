import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { AS_OF, factsOf, type Requests } from "../../scripts/docs/sample.ts";
import { exampleRequests } from "../../scripts/docs/statistics.ts";
import { checkFacts } from "../../src/facts/index.ts";
import { explainFact, explanationText } from "../../src/edition/index.ts";
import { knownIds, loadCatalog, readSeries } from "../../src/sources/index.ts";
import type { Problem } from "../../src/model/index.ts";
import { decodeSite } from "../../src/publish/settings.ts";
import { entry } from "../../src/stats/index.ts";
import type { Statistic } from "../../src/stats/index.ts";
import type { Fence } from "./manual.ts";
import { ROOT, examples, fences } from "./manual.ts";
import { editionWith, isYaml, merged, textOf, told } from "./newsroom.ts";

const errors = (problems: readonly Problem[]): readonly string[] =>
  told(problems.filter((each) => each.severity === "error"));
const at = (each: Fence): string => `${each.file}:${each.line}`;
const named = (list: readonly Fence[]) => list.map((each) => [at(each), each] as const);

const report = parse(
  readFileSync(path.join(ROOT, "reports", "small-caps", "report.yaml"), "utf8"),
) as { readonly facts: Requests };

describe("an example of facts", () => {
  const asked = examples("yaml", /^facts$/).map(
    (each) => [at(each), parse(each.text) as Requests] as const,
  );
  // One book for all: the examples of the registry name each other's facts.
  const common = { ...report.facts, ...exampleRequests() };
  const { facts, problems } = factsOf(Object.assign({}, common, ...asked.map(([, each]) => each)));

  it("is there", () => {
    expect(asked.length).toBeGreaterThan(20);
  });

  it("asks for nothing that is not there", () => {
    expect(told(problems)).toEqual([]);
  });

  it("contradicts no other, nor its own parts", () => {
    const place = { file: "example", line: 1, column: 1 };
    expect(told(checkFacts(facts, AS_OF, () => place))).toEqual([]);
  });

  it.each(asked)("at %s finds what it asks for", (_, requests) => {
    for (const id of Object.keys(requests))
      expect(facts.get(id), id).toMatchObject({ kind: "fact" });
  });
});

describe("an example of report.yaml", () => {
  it.each(named(examples("yaml", /^report$/)))("at %s makes an edition", async (_, each) => {
    const change = parse(each.text) as Requests;
    const made = await editionWith({ report: (base) => merged(base, change) });
    expect(errors(made.problems)).toEqual([]);
    expect(made.edition).not.toBeNull();
  });
});

describe("an example of site.yaml", () => {
  it.each(named(examples("yaml", /^site$/)))("at %s describes a blog", (_, each) => {
    expect(decodeSite(each.text, each.file).problems).toEqual([]);
  });
});

describe("an example of prose", () => {
  it.each(named(examples("text", /^note$/)))("at %s says what it shows", async (_, each) => {
    const made = await editionWith({ note: (text) => `${text}\n\n## Here\n\n${each.text}` });
    expect(errors(made.problems)).toEqual([]);
    const text = made.edition === null ? "" : textOf(made.edition.article);
    const pattern = each.said
      .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll(/_\w+_/g, ".+");
    expect(text.split("## Here\n")[1]).toMatch(new RegExp(`^${pattern}$`));
  });

  it.each(named(examples("markdown", /^voice$/)))("at %s is an author's", async (_, each) => {
    const made = await editionWith({ voice: each.text });
    expect(errors(made.problems)).toEqual([]);
    const voices = made.edition?.article.blocks.filter(
      (block) => block.kind === "paragraph" && block.voice,
    );
    expect(voices).toHaveLength([...each.text.matchAll(/^## /gm)].length);
  });
});

describe("a mistake", () => {
  const wrong = [...examples("text", /^wrong$/), ...examples("markdown", /^wrong voice$/)];
  const yaml = examples("yaml", /^wrong( tail)?$/);

  it.each(named(wrong))("at %s is told as shown", async (_, each) => {
    const isVoice = each.language === "markdown";
    const made = await editionWith(
      isVoice ? { voice: each.text } : { note: (text) => `${text}\n\n${each.text}` },
    );
    expectTold(made.problems, each.after);
  });

  it.each(named(yaml))("at %s is told as shown", async (_, each) => {
    const value = each.kind === "wrong tail" || each.text.includes("\t") ? null : parse(each.text);
    const made = await editionWith(
      isYaml(value) ? { report: (base) => merged(base, value) } : { reportTail: each.text },
    );
    expectTold(made.problems, each.after);
  });
});

function expectTold(problems: readonly Problem[], shown: string): void {
  const found = told(problems);
  const is = found.some((each) => each.startsWith(shown.trim()));
  expect(is, `${shown}\nis not among\n${found.join("\n")}`).toBe(true);
}

describe("an example of the catalogue", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "notewright-docs-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  for (const each of examples("csv", /./)) writeFileSync(path.join(folder, each.kind), each.text);

  it.each(named(examples("yaml", /^catalogue( wrong)?$/)))("at %s reads its file", (_, each) => {
    const file = path.join(folder, `${path.basename(each.file)}-${each.line}.yaml`);
    writeFileSync(file, each.text);
    const loaded = loadCatalog(file);
    if (each.kind.endsWith("wrong")) return expectTold(loaded.problems, each.after);
    expect(errors(loaded.problems)).toEqual([]);
    if (!loaded.ok) return;
    const { catalog } = loaded.value;
    const read = readSeries(catalog, folder, knownIds(catalog));
    expect(told(read.problems)).toEqual([]);
    const points = read.ok
      ? [
          ...[...read.value.series.values()].map((one) => one.points.length),
          ...[...read.value.panels.values()].flatMap((one) => one.columns.map((c) => c.day.length)),
        ]
      : [];
    expect(Math.min(...points)).toBeGreaterThan(1);
  });
});

describe("an explanation", () => {
  it.each(named(examples("text", /^explain /)))("at %s is what explain says", async (_, each) => {
    const { edition, materials } = await editionWith({});
    if (edition === null || materials === null) throw new Error("the sample edition is refused");
    const found = explainFact(materials, edition, each.kind.replace("explain ", ""));
    const text = found === null ? "" : explanationText(found);
    const plain = (words: string): string => words.replaceAll(/\S*data\//g, "data/");
    expect(plain(text).replaceAll(/ +/g, " ")).toContain(each.text.trim().replaceAll(/ +/g, " "));
  });
});

describe("the recipes", () => {
  it("have a report that makes an edition", async () => {
    const files = fences("CONTRIBUTING.md").filter((each) => each.kind.startsWith("file "));
    expect(files).toHaveLength(3);
    const made = await editionWith({
      name: "price-of-money",
      files: Object.fromEntries(files.map((each) => [each.kind.slice(5), each.text])),
    });
    expect(errors(made.problems)).toEqual([]);
    expect(made.edition?.article.charts).toHaveLength(1);
    expect(made.edition?.fallen).toEqual([]);
  });

  it("have a statistic that works", async () => {
    const [each] = examples("ts", /^statistic$/);
    const folder = path.join(ROOT, ".cache", "docs");
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, `spread-${process.pid}.ts`);
    writeFileSync(file, (each?.text ?? "").replaceAll('"../', '"../../src/stats/'));
    try {
      const { spread } = (await import(pathToFileURL(file).href)) as { spread: Statistic };
      const statistic = entry(spread);
      const [request] = Object.values(parse(statistic.example) as Requests);
      const { statistic: name, ...options } = request ?? {};
      expect(name).toBe(statistic.name);
      const asked = { of: { statistic: "last", series: "nfib.capex" } };
      expect(factsOf(asked).facts.get("of")).toMatchObject({ value: 18 });
      const { found } = await onSample(statistic, options);
      // 18 percent plan to invest, 13 to hire.
      expect(found[""]).toMatchObject({ value: 5, unit: "points" });
    } finally {
      rmSync(file);
    }
  });
});

async function onSample(statistic: ReturnType<typeof entry>, options: unknown) {
  const { bookAt } = await import("../../src/facts/index.ts");
  const { AS_OF, PUBLISHED } = await import("../../scripts/docs/sample.ts");
  const loaded = loadCatalog(path.join(ROOT, "data", "catalog.yaml"));
  if (!loaded.ok) throw new Error("the catalogue of the sample data is refused");
  const names = knownIds(loaded.value.catalog);
  const library = readSeries(loaded.value.catalog, path.join(ROOT, "data"), names);
  if (!library.ok) throw new Error("the sample data are refused");
  const book = bookAt({ ...library.value, names }, AS_OF, PUBLISHED);
  const context = {
    ...book,
    fact: (): never => {
      throw new Error("no facts here");
    },
  };
  return { found: statistic.find(statistic.options.parse(options), context) };
}
