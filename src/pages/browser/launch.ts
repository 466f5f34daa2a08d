import path from "node:path";
import type { Browser } from "puppeteer-core";
import type { FoundBrowser } from "./find.ts";
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
  "--disable-component-update",
  "--disable-sync",
  "--disable-extensions",
  "--font-render-hinting=none",
];

/** Every connection goes to a port where nobody listens, the machine's own address included. */
const DEAF = ["--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>"];

/**
 * Starts the browser over a pipe, with an environment that holds nothing but what it needs and a
 * profile of its own. Signals stay with us: whoever opened the press closes it.
 */
export async function launch(
  browser: FoundBrowser,
  around: Surroundings,
  profile: string,
  sandbox: boolean,
): Promise<Browser> {
  const { default: puppeteer } = await import("puppeteer-core");
  const started = await puppeteer.launch({
    executablePath: browser.path,
    headless: browser.shell ? "shell" : true,
    pipe: true,
    args: [...QUIET, ...DEAF, ...(sandbox ? [] : ["--no-sandbox"])],
    env: environment(browser, around, profile),
    userDataDir: profile,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: START_LIMIT,
    protocolTimeout: CALL_LIMIT,
  });
  const version = await started.version();
  const major = Number(/\/(\d+)\./.exec(version)?.[1] ?? 0);
  if (major < OLDEST) {
    await started.close();
    throw new Error(`${browser.path} is ${version}; page numbers need version ${OLDEST} or later`);
  }
  return started;
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
