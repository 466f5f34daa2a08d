import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { registerCommands } from "../src/cli/commands.ts";
import { EXIT } from "../src/cli/ending.ts";
import { reportSchema } from "../src/edition/schema.ts";
import { HELPERS } from "../src/narrative/index.ts";
import { siteSchema } from "../src/publish/settings.ts";
import { catalogSchema } from "../src/sources/schema.ts";
import { statistics } from "../src/stats/index.ts";
import { documents } from "../scripts/docs/documents.ts";
import { PAGES, ROOT, fences, prose } from "./docs/manual.ts";

const generated = await documents();

function entriesOf(file: string): readonly string[] {
  return [...(PAGES.get(file) ?? "").matchAll(/^### (\S+)$/gm)].map((each) => each[1] ?? "");
}

describe("the manual", () => {
  it("tells of every statistic once, and of no other", () => {
    const names = statistics.map((each) => each.name).toSorted();
    expect(entriesOf("docs/statistics.md").toSorted()).toEqual(names);
  });

  it("tells of every helper once, and of no other", () => {
    const names = HELPERS.map((each) => each.name).toSorted();
    expect(entriesOf("docs/helpers.md").toSorted()).toEqual(names);
  });

  it("works by hand only statistics that there are", () => {
    const titles = [...(PAGES.get("docs/statistics/price.md") ?? "").matchAll(/^## (.+)$/gm)];
    const names = titles.flatMap((each) => (each[1] ?? "").split(", "));
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(statistics.map((each) => each.name)).toContain(name);
  });

  it.each([...generated])("has %s as scripts/make-docs.ts makes it", (file, text) => {
    expect(readFileSync(path.join(ROOT, file), "utf8"), "run node scripts/make-docs.ts").toBe(text);
  });

  it("names every key of report.yaml", () => {
    expect(missingKeys(reportSchema, "docs/report.md")).toEqual([]);
  });

  it("names every key of the catalogue", () => {
    expect(missingKeys(catalogSchema, "docs/catalogue.md")).toEqual([]);
  });

  it("names every key of site.yaml", () => {
    expect(missingKeys(siteSchema, "docs/site.md")).toEqual([]);
  });

  it("tells every exit code, and no other", () => {
    const rows = (PAGES.get("docs/manual/publisher.md") ?? "").matchAll(/^\| (\d[\d, ]*?) +\|/gm);
    const codes = [...rows].flatMap((each) => (each[1] ?? "").split(", ").map(Number));
    expect(new Set(codes)).toEqual(new Set(Object.values(EXIT)));
  });

  it("lists every decision", () => {
    const folder = path.join(ROOT, "docs", "decisions");
    const files = readdirSync(folder).filter((each) => /^\d{4}-/.test(each));
    for (const file of files) expect(PAGES.get("docs/decisions/README.md")).toContain(`(${file})`);
  });
});

function missingKeys(schema: z.ZodType, file: string): readonly string[] {
  const names = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, each] of Object.entries(value)) {
      if (key === "properties") Object.keys(each as object).forEach((name) => names.add(name));
      walk(each);
    }
  };
  walk(z.toJSONSchema(schema, { io: "input" }));
  const text = PAGES.get(file) ?? "";
  return [...names].filter((name) => !new RegExp(`[\`{ ,]${name}[\`:]`).test(text));
}

describe("a schema for editors", () => {
  const shipped = [
    ["report", "reports/small-caps/report.yaml"],
    ["catalog", "data/catalog.yaml"],
    ["voice", "templates/voice/house.yaml"],
    ["voice", "templates/voice/newsletter.yaml"],
    ["theme", "templates/charts/theme.yaml"],
    ["highlights", "templates/highlights.yaml"],
    ["site", "site.yaml"],
  ] as const;
  const schemaOf = (name: string): z.ZodType =>
    z.fromJSONSchema(JSON.parse(generated.get(`docs/schema/${name}.schema.json`) ?? ""));

  it.each(shipped)("of the kind %s fits %s", (name, file) => {
    const value: unknown = parse(readFileSync(path.join(ROOT, file), "utf8"));
    expect(schemaOf(name).safeParse(value).error).toBeUndefined();
  });

  it.each(shipped)("of the kind %s refuses what %s never says", (name, file) => {
    const value = parse(readFileSync(path.join(ROOT, file), "utf8")) as object;
    expect(schemaOf(name).safeParse({ ...value, nonsense: 1 }).success).toBe(false);
  });

  it.each(shipped)("of the kind %s is named in the first line of %s", (name, file) => {
    const [first = ""] = readFileSync(path.join(ROOT, file), "utf8").split("\n");
    const target = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1] ?? "";
    const found = path.join(ROOT, path.dirname(file), target);
    expect(found).toBe(path.join(ROOT, "docs", "schema", `${name}.schema.json`));
  });

  it("explains every key of the catalogue", () => {
    const text = generated.get("docs/schema/catalog.schema.json") ?? "";
    const entry = JSON.parse(text).properties.series.additionalProperties.oneOf[1].properties;
    for (const [key, each] of Object.entries(entry))
      expect(each, key).toHaveProperty("description");
  });

  it("knows the options of each statistic", () => {
    const value = parse(readFileSync(path.join(ROOT, "reports/small-caps/report.yaml"), "utf8"));
    const wrong = { ...value, facts: { close: { statistic: "last", serie: "rut.close" } } };
    expect(schemaOf("report").safeParse(wrong).success).toBe(false);
  });
});

const HEADING = /^#+ (.+)$/gm;

/** As GitHub makes them. */
function anchors(file: string): readonly string[] {
  return [...prose(file).matchAll(HEADING)].map((each) =>
    (each[1] ?? "")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

const links = [...PAGES.keys()].flatMap((file) =>
  [...prose(file).matchAll(/\]\(([^)\s]+)\)/g)].map((each) => [file, each[1] ?? ""] as const),
);
/** Folders that a newsroom may have or not. */
const OPTIONAL = ["templates/partials"];
const PLACES = "(?:src|test|docs|data|templates|reports|scripts|bench|bin)";
const paths = [...PAGES.keys()]
  .flatMap((file) =>
    [...prose(file).matchAll(new RegExp(`\`(${PLACES}/[\\w./-]*)\``, "g"))].map(
      (each) => [file, each[1] ?? ""] as const,
    ),
  )
  .filter(([, to]) => !OPTIONAL.includes(to));

describe("what the manual points to", () => {
  it.each(links.filter(([, to]) => !/^https?:/.test(to)))("from %s: %s is there", (file, to) => {
    const [target = "", anchor] = to.split("#");
    const found = target === "" ? file : path.posix.join(path.posix.dirname(file), target);
    expect(existsSync(path.join(ROOT, found)), `${file} links to ${to}`).toBe(true);
    if (anchor === undefined) return;
    const line = /^L(\d+)$/.exec(anchor)?.[1];
    if (line === undefined) expect(anchors(found), `${file} links to ${to}`).toContain(anchor);
    else {
      const lines = readFileSync(path.join(ROOT, found), "utf8").split("\n");
      expect(lines[Number(line) - 1], `${file} links to ${to}`).toMatch(/\S/);
    }
  });

  it.each(paths)("in %s: the file %s is there", (_, to) => {
    expect(existsSync(path.join(ROOT, to))).toBe(true);
  });
});

const scripts = (
  JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  }
).scripts;

const commands = [...PAGES.keys()].flatMap((file) => {
  const blocks = fences(file).filter((each) => each.language === "sh");
  const lines = blocks.flatMap((each) => each.text.split("\n"));
  const spans = [...prose(file).matchAll(/`((?:bin\/)?notewright [a-z][^`]*|node scripts[^`]*)`/g)];
  return [...lines, ...spans.map((each) => each[1] ?? "")]
    .map((line) => line.replace(/ +#.*$/, "").trim())
    .filter((line) => line !== "")
    .map((line) => [file, line] as const);
});

describe("a command of the manual", () => {
  const program = new Command("notewright");
  registerCommands(program);

  it.each(commands)("in %s exists: %s", (_, line) => {
    const [tool = "", ...words] = line.split(/\s+/);
    if (tool === "npm") {
      const [script = ""] = words.filter((each) => each !== "run");
      expect(Object.keys(scripts)).toContain(script);
    } else if (tool === "node") {
      expect(existsSync(path.join(ROOT, words[0] ?? ""))).toBe(true);
    } else if (tool === "npx") {
      expect(existsSync(path.join(ROOT, "node_modules", words[0] ?? ""))).toBe(true);
      for (const each of words.filter((word) => word.includes("/"))) {
        expect(existsSync(path.join(ROOT, each))).toBe(true);
      }
    } else {
      expect(tool).toMatch(/^(?:bin\/)?notewright$/);
      const command = program.commands.find((each) => each.name() === words[0]);
      const options = command?.options.map((each) => each.long) ?? [];
      for (const word of words.slice(1).filter((each) => each.startsWith("--"))) {
        expect(options, `notewright ${words[0]} ${word}`).toContain(word);
      }
      expect(command, `notewright ${words[0]}`).toBeDefined();
    }
  });
});
