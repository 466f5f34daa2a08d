import { readFileSync } from "node:fs";
import path from "node:path";
import { decodeVoice } from "../../src/words/index.ts";
import type { Voice } from "../../src/words/index.ts";

export const HOUSE = path.join(import.meta.dirname, "..", "..", "templates", "voice", "house.yaml");
export const TEXT = readFileSync(HOUSE, "utf8");

/** The house voice, frozen. */
export const voice: Voice = frozen(read());

function read(): Voice {
  const decoded = decodeVoice(TEXT, "templates/voice/house.yaml");
  if (!decoded.ok) throw new Error(decoded.problems.map((each) => each.message).join("\n"));
  return decoded.value;
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
