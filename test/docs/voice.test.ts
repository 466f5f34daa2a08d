import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import type { Voice } from "../../src/words/index.ts";
import { decodeVoice, voiceJsonSchema } from "../../src/words/index.ts";
import { read, scene } from "../narrative/fixture.ts";
import type { Fence } from "./manual.ts";
import { PAGES, ROOT, fences } from "./manual.ts";
import { isYaml, merged } from "./newsroom.ts";

const PAGE = "docs/voice.md";
const house: unknown = parse(
  readFileSync(path.join(ROOT, "templates", "voice", "house.yaml"), "utf8"),
);

/** The house pack with the example's change. */
function voiceWith(change: string): Voice {
  const own: unknown = parse(change);
  if (!isYaml(house) || !isYaml(own)) throw new Error("no mapping");
  const decoded = decodeVoice(stringify(merged(house, own)), "voice.yaml");
  if (!decoded.ok) throw new Error(decoded.problems.map((each) => each.message).join("\n"));
  return decoded.value;
}

const told = fences(PAGE).filter((each) => each.kind === "voiced");

describe("the page on voice packs", () => {
  it("has an example for each part", () => {
    expect(told.length).toBeGreaterThan(11);
    expect(told.length).toBe(fences(PAGE).filter((each) => each.kind === "voice").length);
  });

  it.each(told.map((each): [string, Fence] => [`${PAGE}:${each.line}`, each]))(
    "says at %s what the changed pack makes of the line",
    (_, each) => {
      const pattern = each.said
        .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
        .replaceAll(/_\w+_/g, ".+");
      expect(read(each.text, scene({ voice: voiceWith(each.before) }))).toMatch(
        new RegExp(`^${pattern}$`),
      );
    },
  );

  it("names every key", () => {
    const text = PAGES.get(PAGE) ?? "";
    const missing = [...keysIn(voiceJsonSchema())]
      .map(([key]) => key)
      .filter((key) => !text.includes(`\`${key}\``) && !text.includes(`\`${key}:\``));
    expect([...new Set(missing)]).toEqual([]);
  });
});

describe("the schema of voice packs", () => {
  it("explains every key while an editor types", () => {
    const silent = keysIn(voiceJsonSchema()).filter(
      ([, each]) => !isYaml(each) || typeof each["description"] !== "string",
    );
    expect(silent.map(([key]) => key)).toEqual([]);
  });
});

/** Every key of the schema with what it says of it. */
function keysIn(schema: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(schema)) return schema.flatMap(keysIn);
  if (!isYaml(schema)) return [];
  return Object.entries(schema).flatMap(([name, each]) => {
    const own = name === "properties" && isYaml(each) ? Object.entries(each) : [];
    return [...own, ...keysIn(each)];
  });
}
