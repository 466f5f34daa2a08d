import type { Press } from "../pages/index.ts";
import { say } from "./show.ts";

/** Opens the browser when first asked; null where none is to be had. */
export type PressDoor = () => Promise<Press | null>;

export function pressDoor(
  browser: string | null,
  allowNoSandbox: boolean,
  keep: (press: Press) => void,
): PressDoor {
  return once(async () => {
    const { openPress } = await import("../pages/index.ts");
    const press = openPress({ browser, allowNoSandbox });
    if ("found" in press) {
      say(press.reason);
      return null;
    }
    keep(press);
    if (press.notice !== null) say(press.notice);
    return press;
  });
}

export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

/** A moment in which Ctrl-C is heard, before the next stretch of work. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
