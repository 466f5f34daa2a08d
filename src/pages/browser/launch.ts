import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import path from "node:path";
import type { Browser } from "puppeteer-core";
import type { FoundBrowser } from "./find.ts";
import { pipeTransport } from "./pipe.ts";
import type { Surroundings } from "./surroundings.ts";

/** Margin boxes, with page numbers and the running head, are printed from this version on. */
const OLDEST = 131;
const START_LIMIT = 30_000;
const CALL_LIMIT = 30_000;

const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-breakpad",
  "--disable-client-side-phishing-detection",
  "--disable-component-update",
  "--disable-crash-reporter",
  "--disable-default-apps",
  "--disable-dev-shm-usage",
  "--disable-extensions",
  "--disable-features=Translate,AcceptCHFrame,MediaRouter,OptimizationHints",
  "--disable-hang-monitor",
  "--disable-popup-blocking",
  "--disable-prompt-on-repost",
  "--disable-renderer-backgrounding",
  "--disable-search-engine-choice-screen",
  "--disable-sync",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
  "--metrics-recording-only",
  "--mute-audio",
  "--no-default-browser-check",
  "--password-store=basic",
  "--use-mock-keychain",
];

/** Every connection goes to a port where nobody listens, the machine's own address included. */
const DEAF = ["--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>"];

/**
 * Starts the browser's process at once, before the library that speaks with it is loaded. It is told
 * what to do over a pipe, its environment holds nothing but what it needs, and its profile is its own.
 */
export function start(
  browser: FoundBrowser,
  around: Surroundings,
  profile: string,
  sandbox: boolean,
): ChildProcess {
  const args = [
    ...QUIET,
    ...DEAF,
    ...(sandbox ? [] : ["--no-sandbox"]),
    browser.shell ? "--headless" : "--headless=new",
    `--user-data-dir=${profile}`,
    "--remote-debugging-pipe",
    "about:blank",
  ];
  const child = spawn(browser.path, args, {
    env: environment(browser, around, profile),
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  // What goes wrong with it is told to whoever waits for its answer.
  child.on("error", () => {});
  return child;
}

/** Speaks with a browser that has been started. Rejects where it ends, or gives no answer in time. */
export async function connect(child: ChildProcess, program: string): Promise<Browser> {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  const fail = (what: string): void => reject(new Error(`${program} ${what}`));
  const timer = setTimeout(() => fail(`gave no answer within ${START_LIMIT} ms`), START_LIMIT);
  child.once("error", (error) => fail(`does not start: ${error.message}`));
  child.once("exit", (code) => fail(`ended by itself${code === null ? "" : ` with code ${code}`}`));
  try {
    return await Promise.race([greet(child, program), promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function greet(child: ChildProcess, program: string): Promise<Browser> {
  const { default: puppeteer } = await import("puppeteer-core");
  const transport = pipeTransport(child);
  const browser = await puppeteer.connect({ transport, protocolTimeout: CALL_LIMIT });
  const version = await browser.version();
  const major = Number(/\/(\d+)\./.exec(version)?.[1] ?? 0);
  if (major >= OLDEST) return browser;
  throw new Error(`${program} is ${version}; page numbers need version ${OLDEST} or later`);
}

/** No variable of the user's shell but these reaches the browser: keys and tokens stay outside. */
export function environment(
  browser: FoundBrowser,
  around: Surroundings,
  profile: string,
): Record<string, string> {
  const passed = ["PATH", "LANG", "SystemRoot"].flatMap((name) => {
    const value = around.variables[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(passed),
    HOME: profile,
    TMPDIR: profile,
    TEMP: profile,
    TZ: "UTC",
    ...(browser.fonts === null ? {} : { FONTCONFIG_PATH: browser.fonts }),
    ...(browser.libraries === null ? {} : { LD_LIBRARY_PATH: path.resolve(browser.libraries) }),
  };
}
