import { readFileSync, renameSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Preview } from "../../src/desk/index.ts";
import { openPreview } from "../../src/desk/index.ts";
import type { Card } from "../../src/desk/preview/card.ts";
import { compose, openReport, produce } from "../../src/edition/index.ts";
import type { Stream } from "./stream.ts";
import { listen } from "./stream.ts";
import type { Newsroom } from "./support.ts";
import { NO_CHOICE, addressOf, newsroom, previewOf } from "./support.ts";

let room: Newsroom;
let preview: Preview;
let stream: Stream;
let note: string;

beforeEach(async () => {
  room = newsroom();
  preview = await previewOf(room);
  stream = await listen(await addressOf(preview, "events"));
  note = room.file("reports", "small-caps", "note.md.hbs");
});

afterEach(async () => {
  stream.close();
  await preview.close();
  room.remove();
});

async function noteHtml(more: Readonly<Record<string, string>> = {}): Promise<string> {
  return (await fetch(await addressOf(preview, "note", more))).text();
}

function edit(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(file, "utf8");
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} holds no ${String(from)}`);
  writeFileSync(file, changed);
}

/** The whole file again through a new name, as many editors save. */
function editByRename(file: string, from: string, to: string): void {
  const text = readFileSync(file, "utf8").replace(from, to);
  writeFileSync(`${file}~`, text);
  renameSync(`${file}~`, file);
}

describe("the preview", () => {
  it("serves the bytes that a build writes", async () => {
    await stream.next();
    const folder = room.file("reports", "small-caps");
    const opened = openReport({ root: room.root }, folder, NO_CHOICE);
    if (!opened.ok) throw new Error("the sample report does not open");
    const { materials, occasion } = opened.value;
    const composed = await compose(materials, occasion);
    if (!composed.ok) throw new Error("the sample report does not compose");
    const out = room.file("build");
    const written = await produce(materials, composed.value, out, null);
    if (!written.ok) throw new Error("the sample report does not build");
    const built = readFileSync(path.join(out, ...written.value.place, "index.html"), "utf8");
    expect(await noteHtml()).toBe(built);
  });

  it("composes anew when the prose is saved, and says what a fresh start would say", async () => {
    const first = await stream.next();
    edit(note, "## Short interest", "## Sold short");
    const second = await stream.next();
    expect(second.revision).toBe(first.revision + 1);
    expect(second.fresh).toBe(true);
    const kept = await noteHtml();
    expect(kept).toContain("Sold short");
    const fresh = await previewOf(room);
    const anew = await (await fetch(await addressOf(fresh, "note"))).text();
    await fresh.close();
    expect(kept).toBe(anew);
  });

  it("shows a problem with its place, its line and its mend while the last good note stays", async () => {
    await stream.next();
    const before = await noteHtml();
    edit(note, "{{figure average}}", "{{figure averge}}");
    const wrong = await stream.next();
    expect(wrong.fresh).toBe(false);
    expect(wrong.noteRevision).toBe(1);
    const [problem] = wrong.problems;
    expect(problem).toMatchObject({ rule: "unknown-fact", severity: "error" });
    expect(problem?.file).toBe(note);
    expect(problem?.place).toMatch(/note\.md\.hbs:\d+:\d+$/);
    expect(problem?.hint).toContain('"average"');
    const { text = "", caret = null } = problem?.excerpt ?? {};
    expect(text.slice(caret ?? 0)).toMatch(/^averge/);
    expect(await noteHtml()).toBe(before);

    edit(note, "{{figure averge}}", "{{figure average}}");
    const mended = await stream.next();
    expect(mended.problems).toEqual([]);
    expect(mended.noteRevision).toBe(3);
    expect(await noteHtml()).toBe(before);
  });

  it.each([
    [
      "the report",
      "reports/small-caps/report.yaml",
      "title: Small-Cap Weekly",
      "title: Small-Cap Letter",
      "Small-Cap Letter",
    ],
    ["a chart", "reports/small-caps/short-interest.vl.yaml", /height: \d+/, "height: 333", "<svg"],
    [
      "a page layout",
      "templates/pages/article.hbs",
      "<main>",
      '<main class="tried">',
      'class="tried"',
    ],
    [
      "a style sheet",
      "templates/pages/screen.css",
      "max-width: 45rem",
      "max-width: 44rem",
      "max-width: 44rem",
    ],
    ["the house style", "templates/voice/house.yaml", /^/, "# tried\n", "<main>"],
    ["the chart theme", "templates/charts/theme.yaml", /^/, "# tried\n", "<main>"],
    [
      "the catalogue",
      "data/catalog.yaml",
      /name: Russell 2000/,
      "name: Russell Two Thousand",
      "Russell Two Thousand",
    ],
  ])("sees that %s is saved", async (_name, file, from, to, seen) => {
    await stream.next();
    edit(room.file(...file.split("/")), from, to);
    const told = await stream.next();
    expect(told.problems.filter((each) => each.severity === "error")).toEqual([]);
    expect(await noteHtml()).toContain(seen);
  });

  it("sees a new row of figures, and the day moves on", async () => {
    const first = await stream.next();
    expect(first.asOf).toBe("2025-05-27");
    const file = room.file("data", "russell2000.csv");
    const last = readFileSync(file, "utf8").trimEnd().split("\n").at(-1) ?? "";
    writeFileSync(
      file,
      `${readFileSync(file, "utf8").trimEnd()}\n${last.replace("2025-05-27", "2025-05-28")}\n`,
    );
    expect((await stream.next()).asOf).toBe("2025-05-28");
  });

  it("tells of a broken row of figures where it stands", async () => {
    await stream.next();
    const file = room.file("data", "russell2000.csv");
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    writeFileSync(file, `${lines.join("\n")}\n2025-05-28,what,1,1,1\n`);
    const told = await stream.next();
    expect(told.problems[0]).toMatchObject({ severity: "error", line: lines.length + 1 });
    expect(told.problems[0]?.excerpt?.text).toContain("2025-05-28,what");
    expect(told.noteRevision).toBe(1);
  });

  it("sees the author's words of the day appear and vanish", async () => {
    await stream.next();
    const file = room.file("reports", "small-caps", "voice", "2025-05-27.md");
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, "## close\n\nThe tape will tell.\n");
    await stream.next();
    expect(await noteHtml()).toContain("The tape will tell.");
    rmSync(file);
    await stream.next();
    expect(await noteHtml()).not.toContain("The tape will tell.");
  });

  it("sees files that are saved by renaming, again and again", async () => {
    await stream.next();
    const data = room.file("data", "catalog.yaml");
    for (const word of ["one", "two", "three"]) {
      editByRename(note, "## Short interest", `## Short interest`);
      editByRename(data, "series:", `# ${word}\nseries:`);
      const told = await stream.next();
      expect(told.fresh).toBe(true);
    }
    expect(readFileSync(data, "utf8")).toContain("# three");
  });

  it("waits for a file that is emptied before it is written", async () => {
    await stream.next();
    const text = readFileSync(note, "utf8");
    writeFileSync(note, "");
    await new Promise((resolve) => setTimeout(resolve, 60));
    writeFileSync(note, text.replace("## Short interest", "## Sold short"));
    const told = await stream.next();
    expect(told.problems).toEqual([]);
    expect(await noteHtml()).toContain("Sold short");
    expect(stream.waiting()).toBe(0);
  });

  it("takes a burst of saves as one", async () => {
    await stream.next();
    for (let time = 0; time < 8; time++) {
      edit(note, /^(\{\{!-- \d --\}\})?/, `{{!-- ${time} --}}`);
    }
    const told = await stream.next();
    expect(told.revision).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(stream.waiting()).toBe(0);
  });

  it("explains a figure down to its rows", async () => {
    await stream.next();
    const answer = await fetch(await addressOf(preview, "explain", { fact: "average" }));
    const card = (await answer.json()) as Card;
    expect(card.id).toBe("average");
    expect(card.withheld).toBeNull();
    // The mean of fifty closes, so fifty rows: twelve of them shown, the rest counted.
    expect(card.rows.first.length + card.rows.last.length).toBe(12);
    expect(card.rows.more).toBe(38);
    const lines = readFileSync(room.file("data", "russell2000.csv"), "utf8").split("\n");
    for (const row of [...card.rows.first, ...card.rows.last]) {
      const line = lines[Number(row.place.split(":")[1]) - 1] ?? "";
      expect(line.startsWith(row.day)).toBe(true);
      expect(line.split(",")[4]).toBe(Number(row.value.replace(",", "")).toFixed(2));
    }
    expect(Object.fromEntries(card.lines)).toMatchObject({
      "Asked in": expect.stringMatching(/report\.yaml:\d+$/) as string,
    });
    expect(card.method.statistic).toBe("average");
    expect(card.printed.length).toBeGreaterThan(0);
  });

  it("shows other days beside the newest, each with its own stream", async () => {
    await stream.next();
    const days = { "as-of": "2020-03-20", published: "2020-03-23" };
    const other = await listen(await addressOf(preview, "events", days));
    const told = await other.next();
    expect(told).toMatchObject({ asOf: "2020-03-20", published: "2020-03-23" });
    expect(await noteHtml(days)).toContain("23 March 2020");
    edit(note, "## The index", "## The small caps");
    expect((await stream.next()).asOf).toBe("2025-05-27");
    expect((await other.next()).asOf).toBe("2020-03-20");
    other.close();
  });

  it("sets the note for paper too", async () => {
    await stream.next();
    expect(await noteHtml({ set: "paper" })).toContain("@page { size: 8.5in 11in");
  });

  it("goes to the next free port by itself, and to no other when one is named", async () => {
    const settings = {
      project: { root: room.root },
      first: { name: "small-caps", folder: room.file("reports", "small-caps") },
      choice: NO_CHOICE,
      say: () => undefined,
    };
    const named = await openPreview({ ...settings, port: preview.port });
    expect(named.ok).toBe(false);
    expect(named.problems[0]).toMatchObject({ rule: "port-taken" });
    const one = await openPreview({ ...settings, port: null });
    const two = await openPreview({ ...settings, port: null });
    if (!one.ok || !two.ok) throw new Error("no port was free");
    expect(two.value.port).toBeGreaterThan(one.value.port);
    expect(two.value.notice).toContain("is taken");
    await Promise.all([one.value.close(), two.value.close()]);
  });
});
