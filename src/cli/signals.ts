import type { Press } from "../pages/index.ts";
import { EXIT, Interrupted } from "./ending.ts";

/**
 * Runs the work, and ends it on Ctrl-C or SIGTERM: whatever browser it has opened is closed on
 * every way out, so that no process is left behind.
 */
export async function untilSignal<T>(
  work: (keep: (press: Press) => void) => Promise<T>,
): Promise<T> {
  const held = new Set<Press>();
  let stop: (code: number) => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = (code) => reject(new Interrupted(code));
  });
  const onInterrupt = (): void => stop(EXIT.interrupted);
  const onTerminate = (): void => stop(EXIT.terminated);
  process.on("SIGINT", onInterrupt).on("SIGTERM", onTerminate).on("SIGHUP", onTerminate);
  try {
    return await Promise.race([work((press) => held.add(press)), stopped]);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    for (const press of held) press.kill();
    // Work that is under way may hold timers and files; nothing of it may outlive the signal.
    process.exit(error.code);
  } finally {
    process.off("SIGINT", onInterrupt).off("SIGTERM", onTerminate).off("SIGHUP", onTerminate);
    await Promise.allSettled([...held].map((press) => press.close()));
  }
}
