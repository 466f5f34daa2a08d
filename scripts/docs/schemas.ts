import { z } from "zod";
import { themeJsonSchema } from "../../src/charts/index.ts";
import { reportJsonSchema } from "../../src/edition/index.ts";
import { catalogJsonSchema } from "../../src/sources/index.ts";
import { statistics } from "../../src/stats/index.ts";
import { voiceJsonSchema } from "../../src/words/index.ts";

/** JSON Schemas by the name of the YAML they describe, for completion in an editor. */
export function schemas(): Readonly<Record<string, unknown>> {
  return {
    report: titled("A report of Notewright", withStatistics(reportJsonSchema())),
    catalog: titled("The catalogue of series", catalogJsonSchema()),
    voice: titled("A voice pack: how figures, days and moves are said", voiceJsonSchema()),
    theme: titled("The look of the charts", themeJsonSchema()),
  };
}

function titled(title: string, schema: unknown): unknown {
  return { title, ...(schema as object) };
}

interface ReportSchema {
  readonly properties: { readonly facts: object };
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
  const facts = { ...report.properties.facts, additionalProperties: { anyOf: choices } };
  return { ...report, properties: { ...report.properties, facts } };
}
