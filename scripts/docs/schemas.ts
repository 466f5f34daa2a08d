import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { agentsJsonSchema } from "../../src/agents/index.ts";
import { themeJsonSchema } from "../../src/charts/index.ts";
import { highlightsJsonSchema, reportJsonSchema } from "../../src/edition/index.ts";
import { siteJsonSchema } from "../../src/publish/index.ts";
import { catalogJsonSchema } from "../../src/sources/index.ts";
import { statistics } from "../../src/stats/index.ts";
import { voiceJsonSchema } from "../../src/words/index.ts";
import { ROOT } from "./sample.ts";

/** JSON Schemas by the name of the YAML they describe, for completion in an editor. */
export function schemas(): Readonly<Record<string, unknown>> {
  return {
    report: titled(
      "A report of Notewright",
      withStatistics(described(reportJsonSchema(), "docs/report.md")),
    ),
    catalog: titled("The catalogue of series", described(catalogJsonSchema(), "docs/catalogue.md")),
    voice: titled("A voice pack: how figures, days and moves are said", voiceJsonSchema()),
    theme: titled("The look of the charts", themeJsonSchema()),
    site: titled("The blog of a newsroom", siteJsonSchema()),
    agents: titled("The rules of two agents", agentsJsonSchema()),
    highlights: titled(
      "How highlights are said",
      described(highlightsJsonSchema(), "docs/facts.md"),
    ),
  };
}

function titled(title: string, schema: unknown): unknown {
  return { title, ...(schema as object) };
}

interface ReportSchema {
  readonly properties: {
    readonly facts: object;
    readonly repeat: { readonly items: { readonly properties: { readonly facts: object } } };
  };
}

/** In the general schema a fact takes any option; here it takes those of its statistic. */
function withStatistics(schema: unknown): unknown {
  const report = schema as ReportSchema;
  const choices = statistics.map(({ name, summary, options }) => {
    const shape = z.toJSONSchema(options, { io: "input", target: "draft-7" });
    const { properties = {}, required = [] } = shape;
    return {
      title: name,
      description: summary,
      type: "object",
      properties: { statistic: { const: name, description: summary }, ...properties },
      required: ["statistic", ...required],
      additionalProperties: false,
    };
  });
  const told = (facts: object): object => {
    return { ...facts, additionalProperties: { $ref: "#/definitions/fact" } };
  };
  const { facts, repeat } = report.properties;
  const { items } = repeat;
  const inside = { ...items.properties, facts: told(items.properties.facts) };
  const repeated = { ...repeat, items: { ...items, properties: inside } };
  const properties = { ...report.properties, facts: told(facts), repeat: repeated };
  return { ...report, properties, definitions: { fact: { anyOf: choices } } };
}

/** Mappings of the catalogue whose own keys are told in their line of the table. */
const NESTED = ["columns", "second-opinion", "release"];

/** Keys without a description take that of the page's tables: "| `key` | meaning |". */
function described(schema: unknown, page: string): unknown {
  const text = readFileSync(path.join(ROOT, page), "utf8");
  const rows = [...text.matchAll(/^\| (`[\w-]+`(?:, `[\w-]+`)*) +\| (.+?) +\|/gm)].flatMap(
    ([, keys = "", meaning = ""]) => keys.split(", ").map((key) => [key, meaning] as const),
  );
  const meanings = new Map(rows.map(([key, meaning]) => [key.slice(1, -1), plain(meaning)]));
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => {
        const inner: unknown = NESTED.includes(key) ? each : walk(each);
        return [key, key === "properties" ? withMeanings(inner, meanings) : inner];
      }),
    );
  };
  return walk(schema);
}

function withMeanings(properties: unknown, meanings: ReadonlyMap<string, string>): unknown {
  const entries = Object.entries(properties as Readonly<Record<string, object>>);
  return Object.fromEntries(
    entries.map(([key, each]) => {
      const meaning = meanings.get(key);
      const bare = meaning === undefined || "description" in each;
      return [key, bare ? each : { description: meaning, ...each }];
    }),
  );
}

/** Without the marks of Markdown. */
function plain(text: string): string {
  const bare = text
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(", see below", "")
    .replaceAll("`", "");
  const first = text.startsWith("`") ? bare.slice(0, 1) : bare.slice(0, 1).toUpperCase();
  return `${first}${bare.slice(1)}.`;
}
