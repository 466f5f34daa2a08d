import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "puppeteer-core";
import puppeteer from "puppeteer-core";
import type { Preview } from "../../src/desk/index.ts";
import { openPreview } from "../../src/desk/index.ts";
import type { Choice } from "../../src/edition/index.ts";
import { environment } from "../../src/pages/browser/launch.ts";
import { findBrowser, surroundings } from "../../src/pages/index.ts";

const HOUSE = path.join(import.meta.dirname, "..", "..");

export const NO_CHOICE: Choice = { asOf: null, published: null, data: null, catalogue: null };

export interface Newsroom {
  readonly root: string;
  readonly file: (...parts: readonly string[]) => string;
  readonly remove: () => void;
}

/** The sample newsroom in a folder of its own, where files may be spoilt. */
export function newsroom(): Newsroom {
  const root = mkdtempSync(path.join(tmpdir(), "notewright-desk-"));
  for (const each of ["reports", "data", "templates", "archive"]) {
    cpSync(path.join(HOUSE, each), path.join(root, each), { recursive: true });
  }
  return {
    root,
    file: (...parts) => path.join(root, ...parts),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** A preview of the sample report on some free port. */
export async function previewOf(room: Newsroom, port = 0): Promise<Preview> {
  const opened = await openPreview({
    project: { root: room.root },
    first: { name: "small-caps", folder: room.file("reports", "small-caps") },
    choice: NO_CHOICE,
    port,
    say: () => undefined,
  });
  if (!opened.ok) throw new Error(opened.problems.map((each) => each.message).join("; "));
  return opened.value;
}

/** The key that the desk's page was given. */
export async function keyOf(preview: Preview): Promise<string> {
  const page = await (await fetch(preview.address)).text();
  return /name="desk-key" content="([^"]+)"/.exec(page)?.[1] ?? "";
}

/** The address of something the desk asks for. */
export async function addressOf(
  preview: Preview,
  name: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const query = new URLSearchParams({ key: await keyOf(preview), report: "small-caps", ...more });
  return `${preview.address}${name}?${query.toString()}`;
}

/** A browser with a screen, as an editor has one. */
export async function openBrowser(profile: string): Promise<Browser> {
  const around = surroundings();
  const found = findBrowser(around);
  if ("found" in found) throw new Error(found.reason);
  const root = process.getuid?.() === 0;
  return puppeteer.launch({
    executablePath: found.path,
    headless: found.shell ? "shell" : true,
    pipe: true,
    args: ["--disable-gpu", "--no-first-run", ...(root ? ["--no-sandbox"] : [])],
    env: environment(found, around, profile),
    userDataDir: path.join(profile, "profile"),
  });
}
