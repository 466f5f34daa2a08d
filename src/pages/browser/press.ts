import type { Browser, Page } from "puppeteer-core";
import type { FoundBrowser, NoBrowser } from "./find.ts";
import { findBrowser } from "./find.ts";
import { launch } from "./launch.ts";
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
  readonly browser: Browser;
  readonly profile: string;
}

/** The lifetime of one browser: pages are borrowed from it, and it is closed on every way out. */
export class Press {
  readonly browser: FoundBrowser;
  /** One line for the user where the browser runs without its sandbox. */
  readonly notice: string | null;
  readonly #around: Surroundings;
  readonly #sandbox: boolean;
  readonly #limit: number;
  readonly #onExit = (): void => this.kill();
  #running: Promise<Running> | null = null;
  #live: Running | null = null;
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
    this.#start().catch(() => {});
  }

  /**
   * Resolves when the browser's process has been asked for. It gets ready while other work goes on,
   * which otherwise would keep it from being asked for at all.
   */
  async begun(): Promise<void> {
    await import("puppeteer-core");
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** What the browser calls itself, "HeadlessChrome/153.0.7312.0". */
  async version(): Promise<string> {
    return (await this.#start()).browser.version();
  }

  /**
   * Lends a fresh page without script and without network, takes it back whatever happens. When the
   * browser dies or hangs, a new one is started and the work is tried once more.
   */
  async borrow<T>(work: (page: Page) => Promise<T>): Promise<T> {
    try {
      return await this.#once(work);
    } catch (error) {
      if (this.#closed || this.#live?.browser.connected === true) throw error;
      this.#forget();
      return this.#once(work);
    }
  }

  async #once<T>(work: (page: Page) => Promise<T>): Promise<T> {
    const { browser } = await this.#start();
    const page = await browser.newPage();
    const watch = watchdog(page, this.#limit);
    try {
      await page.setJavaScriptEnabled(false);
      await page.setOfflineMode(true);
      return await Promise.race([work(page), watch.bark]);
    } catch (error) {
      if (watch.barked()) this.kill();
      throw error;
    } finally {
      watch.stop();
      await page.close().catch(() => {});
    }
  }

  #start(): Promise<Running> {
    if (this.#closed) return Promise.reject(new Error("the press is closed"));
    this.#running ??= this.#launch();
    return this.#running;
  }

  async #launch(): Promise<Running> {
    const profile = makeProfile(this.#around.temporary);
    try {
      const browser = await launch(this.browser, this.#around, profile, this.#sandbox);
      this.#live = { browser, profile };
      if (this.#closed) this.kill();
      return this.#live;
    } catch (error) {
      dropProfile(profile);
      throw error;
    }
  }

  #forget(): void {
    if (this.#live !== null) dropProfile(this.#live.profile);
    this.#live = null;
    this.#running = null;
  }

  /** Ends the browser at once; for signals and for the end of the process. */
  kill(): void {
    this.#live?.browser.process()?.kill("SIGKILL");
    if (this.#live !== null) dropProfile(this.#live.profile);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    process.removeListener("exit", this.#onExit);
    const running = await this.#running?.catch(() => null);
    await running?.browser.close().catch(() => this.kill());
    this.#forget();
  }
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
