import type { ChildProcess } from "node:child_process";
import type { Browser, Page } from "puppeteer-core";
import type { FoundBrowser, NoBrowser } from "./find.ts";
import { findBrowser } from "./find.ts";
import { connect, start } from "./launch.ts";
import { dropProfile, makeProfile } from "./profile.ts";
import type { Surroundings } from "./surroundings.ts";
import { surroundings } from "./surroundings.ts";

export interface PressSettings {
  /** Path of a browser, as the user gave it. */
  readonly browser: string | null;
  readonly allowNoSandbox: boolean;
  /** Longest time one page may take, in milliseconds. */
  readonly limit: number;
  readonly around: Surroundings;
}

/** Opens nothing yet when it returns a press: the browser starts in the background at once. */
export function openPress(settings: Partial<PressSettings> = {}): Press | NoBrowser {
  const around = settings.around ?? surroundings();
  const browser = findBrowser(around, settings.browser ?? null);
  if ("found" in browser) return browser;
  const allow = settings.allowNoSandbox ?? false;
  return new Press(browser, around, !(around.root || allow), settings.limit ?? 30_000);
}

interface Running {
  readonly child: ChildProcess;
  readonly profile: string;
  readonly browser: Promise<Browser>;
  /** The first page, opened before anyone asks; null when it is lent. */
  spare: Promise<Page> | null;
}

/** Time a browser is given to end by itself, in milliseconds. */
const FAREWELL = 2_000;

/** The lifetime of one browser: pages are borrowed from it, and it is closed on every way out. */
export class Press {
  readonly browser: FoundBrowser;
  /** One line for the user where the browser runs without its sandbox. */
  readonly notice: string | null;
  readonly #around: Surroundings;
  readonly #sandbox: boolean;
  readonly #limit: number;
  readonly #onExit = (): void => this.kill();
  #running: Running | null = null;
  #closed = false;

  constructor(browser: FoundBrowser, around: Surroundings, sandbox: boolean, limit: number) {
    this.browser = browser;
    this.#around = around;
    this.#sandbox = sandbox;
    this.#limit = limit;
    this.notice = sandbox
      ? null
      : "The browser prints without its sandbox (no script, no network, its own profile).";
    process.once("exit", this.#onExit);
    this.#start();
  }

  /** Number of the browser's process; null while there is none. */
  get process(): number | null {
    return this.#running?.child.pid ?? null;
  }

  /** What the browser calls itself, "HeadlessChrome/153.0.7312.0". */
  async version(): Promise<string> {
    return (await this.#start().browser).version();
  }

  /**
   * Lends a fresh page without script and without network, takes it back whatever happens. When the
   * browser dies or hangs, a new one is started and the work is tried once more.
   */
  async borrow<T>(work: (page: Page) => Promise<T>): Promise<T> {
    try {
      return await this.#once(work);
    } catch (error) {
      if (this.#closed || (await this.#alive())) throw error;
      this.#forget();
      return this.#once(work);
    }
  }

  async #once<T>(work: (page: Page) => Promise<T>): Promise<T> {
    const running = this.#start();
    const opened = running.spare ?? running.browser.then(openPage);
    running.spare = null;
    const page = await opened;
    const watch = watchdog(page, this.#limit);
    try {
      return await Promise.race([work(page), watch.bark]);
    } catch (error) {
      if (watch.barked()) this.kill();
      throw error;
    } finally {
      watch.stop();
      await page.close().catch(() => {});
    }
  }

  #start(): Running {
    if (this.#closed) throw new Error("the press is closed");
    this.#running ??= this.#launch();
    return this.#running;
  }

  #launch(): Running {
    const profile = makeProfile(this.#around.temporary);
    const child = start(this.browser, this.#around, profile, this.#sandbox);
    const browser = connect(child, this.browser.path);
    browser.catch(() => end(child));
    const spare = browser.then(openPage);
    spare.catch(() => {});
    return { child, profile, browser, spare };
  }

  async #alive(): Promise<boolean> {
    const browser = await this.#running?.browser.catch(() => null);
    return browser?.connected === true;
  }

  #forget(): void {
    if (this.#running === null) return;
    end(this.#running.child);
    dropProfile(this.#running.profile);
    this.#running = null;
  }

  /** Ends the browser at once; for signals and for the end of the process. */
  kill(): void {
    if (this.#running === null) return;
    end(this.#running.child);
    dropProfile(this.#running.profile);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    process.removeListener("exit", this.#onExit);
    if (this.#running === null) return;
    const { child, browser } = this.#running;
    const ended = new Promise((resolve) => child.once("close", resolve));
    const timer = setTimeout(() => end(child), FAREWELL);
    const opened = await browser.catch(() => null);
    if (opened === null) end(child);
    else await opened.close().catch(() => end(child));
    if (isRunning(child)) await ended;
    clearTimeout(timer);
    this.#forget();
  }
}

/** A fresh page without script and without network. */
async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  return page;
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

function end(child: ChildProcess): void {
  if (isRunning(child)) child.kill("SIGKILL");
}

interface Watchdog {
  readonly bark: Promise<never>;
  readonly barked: () => boolean;
  readonly stop: () => void;
}

/** Rejects when the page takes too long or its renderer dies, which the browser never reports itself. */
function watchdog(page: Page, limit: number): Watchdog {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  let barked = false;
  const bark = (message: string): void => {
    barked = true;
    reject(new Error(message));
  };
  const timer = setTimeout(() => bark(`the browser took longer than ${limit} ms`), limit);
  page.once("error", (error) => bark(`the browser's page died: ${error.message}`));
  return { bark: promise, barked: () => barked, stop: () => clearTimeout(timer) };
}
