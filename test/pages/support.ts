import path from "node:path";
import type { Look, Press } from "../../src/pages/index.ts";
import { openPress, readLook } from "../../src/pages/index.ts";

const TEMPLATES = path.join(import.meta.dirname, "..", "..", "templates", "pages");

export function testLook(): Look {
  return readLook(TEMPLATES);
}

/** A browser for the tests; they cannot do without. */
export function testPress(): Press {
  const press = openPress();
  if ("found" in press) throw new Error(press.reason);
  return press;
}

/** Numbers from 0 up to 1, the same in every run. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
