import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ChildProcess } from "node:child_process";
import { start } from "../../src/pages/browser/launch.ts";
import { pipeTransport } from "../../src/pages/browser/pipe.ts";
import { findBrowser, surroundings } from "../../src/pages/index.ts";

/**
 * The floor of a cold PDF: the browser is started, gets the finished page, prints it and is ended.
 * It is told so in seven messages of its own protocol, with no library between.
 */
export async function coldPrint(html: string): Promise<number> {
  const around = surroundings();
  const browser = findBrowser(around);
  if ("found" in browser) throw new Error(browser.reason);
  const profile = mkdtempSync(path.join(tmpdir(), "notewright-bench-"));
  const begun = performance.now();
  const child = start(browser, around, profile, !around.root);
  try {
    await print(child, html);
    return performance.now() - begun;
  } finally {
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("close", resolve));
    rmSync(profile, { recursive: true, force: true });
  }
}

async function print(child: ChildProcess, html: string): Promise<void> {
  const transport = pipeTransport(child);
  const waiting = new Map<number, (result: Record<string, unknown>) => void>();
  const events = new Map<string, () => void>();
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- a transport has no listeners
  transport.onmessage = (text) => {
    const message = JSON.parse(text) as Record<string, unknown>;
    const { id, method, result, error } = message;
    if (typeof id === "number") waiting.get(id)?.((result ?? { error }) as Record<string, unknown>);
    else if (typeof method === "string") events.get(method)?.();
  };
  let last = 0;
  const tell = (
    method: string,
    params: object,
    sessionId?: unknown,
  ): Promise<Record<string, unknown>> => {
    last += 1;
    const id = last;
    transport.send(JSON.stringify({ id, method, params, sessionId }));
    return new Promise((resolve) => waiting.set(id, resolve));
  };
  const { targetId } = await tell("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await tell("Target.attachToTarget", { targetId, flatten: true });
  await tell("Page.enable", {}, sessionId);
  const loaded = new Promise<void>((resolve) => events.set("Page.loadEventFired", resolve));
  const { frameTree } = await tell("Page.getFrameTree", {}, sessionId);
  const { frame } = frameTree as { frame: { id: string } };
  await tell("Page.setDocumentContent", { frameId: frame.id, html }, sessionId);
  await loaded;
  const options = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true };
  const { data } = await tell("Page.printToPDF", options, sessionId);
  if (typeof data !== "string" || data.length < 10_000) throw new Error("nothing was printed");
}
