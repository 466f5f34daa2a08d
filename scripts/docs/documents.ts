import path from "node:path";
import { format, resolveConfig } from "prettier";
import { newsroomManual } from "./newsroom.ts";
import { ROOT } from "./sample.ts";
import { schemas } from "./schemas.ts";
import { statementsManual } from "./statements.ts";
import { statisticsManual } from "./statistics.ts";

/** Every generated document by its path in the repository, as it should stand there. */
export async function documents(): Promise<ReadonlyMap<string, string>> {
  const drafts = [
    ["docs/statistics.md", statisticsManual()] as const,
    ["docs/statements.md", statementsManual()] as const,
    ["docs/newsroom.md", newsroomManual()] as const,
    ...Object.entries(schemas()).map(
      ([name, schema]) => [`docs/schema/${name}.schema.json`, JSON.stringify(schema)] as const,
    ),
  ];
  const made = new Map<string, string>();
  for (const [file, text] of drafts) {
    const filepath = path.join(ROOT, file);
    made.set(file, await format(text, { ...(await resolveConfig(filepath)), filepath }));
  }
  return made;
}
