import { z } from "zod";
import { decodeYaml } from "../decode/index.ts";
import type { Decoded } from "../model/index.ts";
import { voiceSchema } from "./schema.ts";

/** A complete house style: how figures, dates and moves are said, and what is never said. */
export type Voice = z.output<typeof voiceSchema>;

/** The voice pack of a YAML file, every default filled in, or every problem with its place. */
export function decodeVoice(text: string, file: string): Decoded<Voice> {
  const decoded = decodeYaml(text, file, voiceSchema);
  return decoded.ok ? { ...decoded, value: decoded.value.value } : decoded;
}

/** JSON Schema of a voice pack, for completion in an editor. */
export function voiceJsonSchema(): unknown {
  return z.toJSONSchema(voiceSchema, { io: "input", target: "draft-7" });
}
