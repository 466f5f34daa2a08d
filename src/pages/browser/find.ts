import { accessSync, constants, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { bundledBrowser } from "./bundled.ts";
import type { Surroundings } from "./surroundings.ts";

export interface FoundBrowser {
  readonly path: string;
  /** Who it was that brought it: the order of this list is the order of the search. */
  readonly from: "named" | "puppeteer" | "bundled" | "installed";
  /** A headless shell starts three times as fast as the whole browser. */
  readonly shell: boolean;
  readonly libraries: string | null;
  readonly fonts: string | null;
}

export interface NoBrowser {
  readonly found: false;
  /** One line for the user: what is missing and how to mend it. */
  readonly reason: string;
}

const SHELLS = ["chrome-headless-shell", "chromium-headless-shell"];
const BROWSERS = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "microsoft-edge-stable",
  "msedge",
];

/**
 * The browser that prints: the one the user names, the one Puppeteer keeps, the one that came as a
 * package, one installed on the machine. A named one that cannot run is never passed over.
 */
export function findBrowser(
  around: Surroundings,
  named: string | null = null,
): FoundBrowser | NoBrowser {
  const wish = named ?? around.named;
  if (wish !== null) {
    if (runs(wish)) return found(wish, "named");
    return { found: false, reason: `The browser named, ${wish}, is no program that can be run.` };
  }
  const kept = puppeteerBrowser(around);
  if (kept !== null) return found(kept, "puppeteer");
  const bundled = bundledBrowser(around);
  if (bundled !== null) {
    return {
      path: bundled.path,
      from: "bundled",
      shell: true,
      libraries: bundled.libraries,
      fonts: bundled.fonts,
    };
  }
  const installed = [...onPath(around), ...usualPlaces(around)].find(runs);
  if (installed !== undefined) return found(installed, "installed");
  return { found: false, reason: `No browser was found, so no PDF. ${mend(around)}` };
}

function mend(around: Surroundings): string {
  if (around.platform === "linux" && around.arch === "x64") {
    return "Run npm install with optional packages, or name a Chrome or Chromium with --browser.";
  }
  if (around.platform === "linux") return "Install Chromium, or name one with --browser.";
  return "Run npx puppeteer browsers install chrome-headless-shell, or install Chrome.";
}

function found(program: string, from: FoundBrowser["from"]): FoundBrowser {
  const shell = path.basename(program).includes("headless-shell");
  return { path: program, from, shell, libraries: null, fonts: null };
}

function runs(program: string): boolean {
  try {
    accessSync(program, constants.X_OK);
    return statSync(program).isFile();
  } catch {
    return false;
  }
}

function onPath(around: Surroundings): readonly string[] {
  const ending = around.platform === "win32" ? ".exe" : "";
  return [...SHELLS, ...BROWSERS].flatMap((name) =>
    around.programs.map((folder) => path.join(folder, name + ending)),
  );
}

function usualPlaces(around: Surroundings): readonly string[] {
  if (around.platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"].flatMap((name) =>
      ["/Applications", path.join(around.home, "Applications")].map((folder) =>
        path.join(folder, `${name}.app`, "Contents", "MacOS", name),
      ),
    );
  }
  if (around.platform === "win32") {
    const roots = ["LOCALAPPDATA", "PROGRAMFILES", "PROGRAMFILES(X86)"].flatMap(
      (name) => around.variables[name] ?? [],
    );
    const tails = [
      ["Google", "Chrome", "Application", "chrome.exe"],
      ["Chromium", "Application", "chrome.exe"],
      ["Microsoft", "Edge", "Application", "msedge.exe"],
    ];
    return tails.flatMap((tail) => roots.map((root) => path.join(root, ...tail)));
  }
  return [
    "/usr/lib/chromium/chromium-headless-shell",
    "/usr/lib/chromium/chromium",
    "/opt/google/chrome/chrome",
    "/snap/bin/chromium",
  ];
}

/** The newest download in Puppeteer's own folder, shells first. */
function puppeteerBrowser(around: Surroundings): string | null {
  const inner: Readonly<Record<string, readonly string[]>> = {
    "chrome-headless-shell": ["chrome-headless-shell", "chrome-headless-shell.exe"],
    chrome: [
      "chrome",
      "chrome.exe",
      path.join("Google Chrome for Testing.app", "Contents", "MacOS", "Google Chrome for Testing"),
    ],
  };
  for (const [product, programs] of Object.entries(inner)) {
    for (const version of newestFirst(path.join(around.puppeteer, product))) {
      for (const folder of newestFirst(version)) {
        const program = programs.map((each) => path.join(folder, each)).find(runs);
        if (program !== undefined) return program;
      }
    }
  }
  return null;
}

function newestFirst(folder: string): readonly string[] {
  const order = new Intl.Collator("en", { numeric: true });
  try {
    return readdirSync(folder)
      .toSorted((a, b) => order.compare(b, a))
      .map((each) => path.join(folder, each));
  } catch {
    return [];
  }
}
