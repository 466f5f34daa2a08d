import { readFileSync } from "node:fs";
import path from "node:path";
import type { Voice } from "../../src/words/index.ts";
import { decodeVoice } from "../../src/words/index.ts";
import { ROOT } from "./sample.ts";

/** The voice in which the manual's examples are said. */
export function houseVoice(): Voice {
  const file = path.join(ROOT, "templates", "voice", "house.yaml");
  const decoded = decodeVoice(readFileSync(file, "utf8"), file);
  if (!decoded.ok) throw new Error("templates/voice/house.yaml has problems");
  return decoded.value;
}
