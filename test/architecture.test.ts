import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/** The house: a room imports from lower floors only, and never from a room of its own floor. */
const FLOORS: readonly (readonly string[])[] = [
  ["model"],
  ["decode"],
  ["stats", "words", "sources", "pages", "archive"],
  ["facts", "narrative", "charts", "agents"],
  ["edition"],
  ["desk", "publish"],
  ["cli"],
];

/** The one door of each dependency: the rooms that may import it. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  "@fontsource/inter": ["charts", "pages"],
  "@fontsource/source-serif-4": ["pages"],
  "@sparticuz/chromium": ["pages"],
  chokidar: ["desk"],
  commander: ["cli"],
  "csv-parse": ["sources"],
  "fastest-levenshtein": ["decode"],
  feed: ["pages"],
  handlebars: ["narrative", "pages"],
  htmlparser2: ["pages"],
  marked: ["narrative"],
  "pdfjs-dist": ["pages"],
  picocolors: ["cli"],
  "puppeteer-core": ["pages"],
  vega: ["charts"],
  "vega-interpreter": ["charts"],
  "vega-lite": ["charts"],
  yaml: ["decode"],
  zod: ["decode", "stats", "sources", "words", "charts", "agents", "edition", "publish"],
};

/** The two ends of the house, where files are read and written, and the rooms with a reason of their own. */
const FILES = ["sources", "pages", "archive", "edition", "desk", "publish", "cli"];

const SOURCE = path.join(import.meta.dirname, "..", "src");
const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((each) => each.endsWith(".ts"))
  .map((each) => ({
    name: each,
    room: each.split(path.sep)[0] ?? "",
    text: readFileSync(path.join(SOURCE, each), "utf8"),
  }));

function imports(text: string): readonly string[] {
  const found = text.matchAll(/(?<=^|[\s}])(?:from|import)\s*\(?\s*"([\w@./:-]+)"/gm);
  return [...found].map((each) => each[1] ?? "");
}

function floorOf(room: string): number {
  return FLOORS.findIndex((rooms) => rooms.includes(room));
}

describe("the house", () => {
  it.each(files)("keeps $name in a known room", ({ room }) => {
    expect(floorOf(room), `src/${room} is in no floor of the table`).not.toBe(-1);
  });

  it.each(files)("lets $name import from lower floors only", ({ name, room, text }) => {
    for (const each of imports(text).filter((from) => from.startsWith("."))) {
      const target = path.normalize(path.join(path.dirname(name), each)).split(path.sep)[0] ?? "";
      if (target === room) continue;
      expect(floorOf(target), `${name} imports ${each}`).toBeLessThan(floorOf(room));
    }
  });

  it.each(files)("lets $name use each dependency through its door", ({ name, room, text }) => {
    for (const each of imports(text).filter((from) => !from.startsWith("."))) {
      if (each.startsWith("node:")) {
        if (each.startsWith("node:fs")) expect(FILES, `${name} imports ${each}`).toContain(room);
        continue;
      }
      const parts = each.split("/");
      const dependency = each.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? "");
      expect(DOORS[dependency] ?? [], `${name} imports ${each}`).toContain(room);
    }
  });

  it.each(files)("keeps $name between 5 and 250 lines", ({ text }) => {
    const lines = text.split("\n").length;
    expect(lines).toBeLessThanOrEqual(251);
    expect(lines).toBeGreaterThanOrEqual(5);
  });

  it.each(files)("lets no clock, chance or locale into $name", ({ room, text }) => {
    if (room === "cli" || room === "desk") return;
    expect(text).not.toMatch(
      /Math\.random|Date\.now|new Date\(\)|toLocaleString\(\)|localeCompare\([^,)]+\)/,
    );
  });
});
