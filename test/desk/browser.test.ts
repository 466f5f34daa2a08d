import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Preview } from "../../src/desk/index.ts";
import type { Newsroom } from "./support.ts";
import { newsroom, openBrowser, previewOf } from "./support.ts";

let room: Newsroom;
let preview: Preview;
let browser: Browser;
let page: Page;
let profile: string;
const faults: string[] = [];

beforeAll(async () => {
  profile = mkdtempSync(path.join(tmpdir(), "notewright-browser-"));
  room = newsroom();
  preview = await previewOf(room);
  browser = await openBrowser(profile);
  page = await browser.newPage();
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (said) => {
    const own = !said.text().startsWith("Blocked script execution");
    if (said.type() === "error" && own) faults.push(said.text());
  });
  await page.setViewport({ width: 1300, height: 850 });
  await page.goto(preview.address);
  await page.waitForSelector(".stage[data-shown]");
});

afterAll(async () => {
  await browser.close();
  await preview.close();
  room.remove();
  rmSync(profile, { recursive: true, force: true });
});

/** Reads from the note on show; it runs no script, so the desk's page reads for us. */
async function inNote(expression: string): Promise<unknown> {
  const note = `document.querySelector("iframe:not(.coming)")?.contentDocument`;
  return page.evaluate(`((note) => ${expression})(${note})`);
}

async function untilInNote(expression: string): Promise<void> {
  const note = `document.querySelector("iframe:not(.coming)")?.contentDocument`;
  await page.waitForFunction(`((note) => note && ${expression})(${note})`, { polling: 50 });
}

/**
 * Clicks with the mouse, as an editor does, on the first saying of a fact in the text: once the fonts
 * are there, for on a busy machine the lines may still move after the note is shown.
 */
async function click(fact: string): Promise<void> {
  const place = (await page.evaluate(`(async () => {
    const frame = document.querySelector("iframe:not(.coming)");
    await frame.contentDocument.fonts.ready;
    const found = frame.contentDocument.querySelector('p data[data-fact="${fact}"]');
    found.scrollIntoView({ behavior: "instant", block: "center" });
    const [inner, outer] = [found.getBoundingClientRect(), frame.getBoundingClientRect()];
    return [outer.x + inner.x + inner.width / 2, outer.y + inner.y + inner.height / 2];
  })()`)) as [number, number];
  await page.mouse.click(...place);
}

describe("the desk in a browser", () => {
  it("explains a figure, shows a problem over the last good note, and recovers in place", async () => {
    expect(await inNote(`note.querySelectorAll("h1").length`)).toBe(1);

    await click("average");
    await page.waitForSelector('.side[data-fact="average"]');
    const panel = await page.$eval(".side", (side) => side.textContent ?? "");
    expect(panel).toContain("mean of 50 values");
    expect(panel).toContain("It rests on 50 rows");
    expect(panel).toMatch(/russell2000\.csv:\d+/);
    expect(panel).toContain("and 38 more");
    expect(panel).toContain("SMA(n)");
    expect(await inNote(`note.querySelectorAll(".desk-picked").length`)).toBeGreaterThan(0);

    const down = `(note.scrollingElement.scrollTo({ top: 400, behavior: "instant" }), note.scrollingElement.scrollTop)`;
    const scrolled = await inNote(down);
    expect(scrolled).toBeGreaterThan(0);
    const file = room.file("reports", "small-caps", "note.md.hbs");
    const good = readFileSync(file, "utf8");
    const headline = await inNote(`note.querySelector("h1").textContent`);
    writeFileSync(file, good.replace("{{figure average}}", "{{figure averge}}"));
    await page.waitForSelector("#problems:not([hidden]) .problem");
    const problem = await page.$eval("#problems", (each) => each.textContent ?? "");
    expect(problem).toContain("1 problem to mend");
    expect(problem).toMatch(/note\.md\.hbs:\d+:\d+/);
    expect(problem).toContain('did you mean "average"?');
    expect(await page.$eval(".excerpt mark", (each) => each.textContent)).toBe("averge");
    expect(await inNote(`note.querySelector("h1").textContent`)).toBe(headline);

    writeFileSync(file, good.replace("## The index", "## The mended index"));
    await page.waitForSelector("#problems[hidden]");
    await untilInNote(`note.body.textContent.includes("The mended index")`);
    expect(await inNote(`note.scrollingElement.scrollTop`)).toBe(scrolled);
    expect(await page.$eval(".side", (side) => side.getAttribute("data-fact"))).toBe("average");
    expect(await page.$$eval("iframe", (frames) => frames.length)).toBe(1);
    expect(faults).toEqual([]);
  });

  it("answers the keyboard: Enter asks, Escape closes", async () => {
    await page.evaluate(`(() => {
      const frame = document.querySelector("iframe:not(.coming)");
      frame.contentWindow.focus();
      frame.contentDocument.querySelector('p data[data-fact="close"]').focus();
    })()`);
    await page.keyboard.press("Enter");
    await page.waitForSelector('.side[data-fact="close"]');
    await page.keyboard.press("Escape");
    await page.waitForSelector(".side[hidden]");
  });

  it("shows another day, and the newest again", async () => {
    await page.click("#earlier");
    await page.waitForFunction(`location.search === "?as-of=2025-05-20"`, { polling: 50 });
    await untilInNote(`note.body.textContent.includes("Published 20 May 2025")`);
    await page.click("#newest");
    await page.waitForFunction(`location.search === ""`, { polling: 50 });
  });

  it("lists what is left out, with reasons", async () => {
    await page.waitForSelector('#state[data-state]:not([data-state="busy"])');
    await page.click("#left-out");
    const listed = `/\\d+ facts withheld/.test(document.querySelector(".side")?.textContent ?? "")`;
    await page.waitForFunction(listed, { polling: 50 });
    expect(await page.$eval(".side", (side) => side.textContent ?? "")).toMatch(
      /\d+ facts withheld/,
    );
    await page.click("#left-out");
  });

  it("runs no script of a note and lets it ask for nothing", async () => {
    const sandbox = await page.$eval("iframe", (frame) => frame.getAttribute("sandbox"));
    expect(sandbox).toBe("allow-same-origin");
    const ran = await inNote(`{
      const script = note.createElement("script");
      script.textContent = "document.documentElement.dataset.ran = 'yes'";
      note.body.append(script);
      return note.documentElement.dataset.ran ?? "no";
    }`);
    expect(ran).toBe("no");
  });
});
