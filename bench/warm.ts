import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cacheIn } from "../src/edition/cache.ts";
import type { Asked } from "../src/edition/index.ts";
import {
  compose,
  keepReceipt,
  nothingKept,
  openReport,
  produce,
  projectAround,
  reportFolder,
  standing,
  unchanged,
} from "../src/edition/index.ts";
import { lookOf } from "../src/edition/look.ts";
import { artefactsOf } from "../src/edition/produce.ts";
import type { Press } from "../src/pages/index.ts";
import { openPress, printPage } from "../src/pages/index.ts";
import Handlebars from "handlebars";
import { marked } from "marked";
import { inTurn } from "./lib/figures.ts";
import type { Newsroom } from "./lib/newsroom.ts";
import { CHOICE, newsroom, REPORT } from "./lib/newsroom.ts";
import type { Benchmark, Row } from "./lib/row.ts";

const ROUNDS = 15;
const WARM = 5;

async function inNewsroom<T>(work: (room: Newsroom) => Promise<T>): Promise<T> {
  const room = newsroom();
  try {
    return await work(room);
  } finally {
    room.drop();
  }
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A word of the template is changed, and changed back: what the preview does at every save. */
async function edit(): Promise<readonly Row[]> {
  const press = openPress();
  if ("found" in press) throw new Error(press.reason);
  try {
    return await inNewsroom((room) => edited(room, press));
  } finally {
    await press.close();
  }
}

async function edited(room: Newsroom, press: Press): Promise<readonly Row[]> {
  const project = projectAround(room.root);
  const folder = reportFolder(project, REPORT) ?? "";
  const note = path.join(folder, "note.md.hbs");
  const text = readFileSync(note, "utf8");
  const kept = nothingKept();
  let turn = 0;
  const save = (): void => {
    turn += 1;
    writeFileSync(note, `${text}\n\nAnd so ${turn % 2 === 0 ? "it goes" : "it went"}.\n`);
  };
  const composed = async () => {
    const opened = openReport(project, folder, CHOICE, kept);
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    const { materials, occasion } = opened.value;
    const made = await compose(materials, occasion);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    return { materials, edition: made.value };
  };
  const finished = async (printer: Press | null): Promise<void> => {
    const { materials, edition } = await composed();
    const made = await artefactsOf(materials, edition, lookOf(materials, kept), printer);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
  };
  const { materials, edition } = await composed();
  const page = printPage(edition, lookOf(materials, kept));
  const plain = words(text);
  const found = await inTurn(
    {
      html: () => (save(), timed(() => finished(null))),
      templating: () =>
        timed(() => {
          const words = Handlebars.compile(`${plain}${turn}`)({ figure: "28.2" });
          return marked.parse(words);
        }),
      pdf: () => (save(), timed(() => finished(press))),
      printing: () =>
        timed(() =>
          press.borrow(async (sheet) => {
            await sheet.setContent(page, { waitUntil: "load" });
            await sheet.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
          }),
        ),
    },
    ROUNDS,
    WARM,
  );
  return [
    {
      what: "template edit, warm, to finished HTML",
      unit: "ms",
      ours: found.html,
      floor: { what: "Handlebars and marked on a text of the length", figures: found.templating },
      mark: { most: 100 },
    },
    {
      what: "template edit, warm, to finished HTML and PDF",
      unit: "ms",
      ours: found.pdf,
      floor: {
        what: "loading the page and printing it in the open browser",
        figures: found.printing,
      },
      mark: { most: 150 },
    },
  ];
}

/** As many words as a note has, and a tag for each of its figures, without its many other branches. */
function words(text: string): string {
  const plain = text.replace(/\{\{[^{}]*\}\}/g, " {{figure}} ").replace(/[ \t]+/g, " ");
  return plain.slice(0, 6_000);
}

/** Nothing has changed: the edition is recognised, and nothing is rendered. */
async function same(): Promise<readonly Row[]> {
  return inNewsroom(async (room) => {
    const project = projectAround(room.root);
    const folder = reportFolder(project, REPORT) ?? "";
    const cache = cacheIn(path.join(room.root, "cache"), 10);
    const asked: Asked = {
      project,
      folder,
      subject: null,
      out: room.out,
      data: null,
      catalogue: null,
      asOf: CHOICE.asOf,
      published: CHOICE.published,
      formats: ["html"],
      browser: null,
    };
    const around = standing(asked) ?? "";
    const opened = openReport(project, folder, CHOICE);
    if (!opened.ok) throw new Error("the sample report does not open");
    const { materials, occasion } = opened.value;
    const composed = await compose(materials, occasion);
    if (!composed.ok) throw new Error("the sample report is refused");
    const written = await produce(materials, composed.value, room.out, null);
    if (!written.ok) throw new Error("the sample report is not written");
    const { inputs } = composed.value;
    const { dataFolder } = materials;
    const { files, place } = written.value;
    const home = path.join(room.out, ...place);
    const kept = { around, subject: null, home, problems: [], inputs, dataFolder, files };
    keepReceipt(asked, kept, cache);
    const found = await inTurn(
      {
        ours: () =>
          timed(() => {
            if (unchanged(asked, standing(asked) ?? "", cache) === null) throw new Error("changed");
          }),
        floor: () => timed(() => hashAll(room.root)),
      },
      ROUNDS,
      WARM,
    );
    return [
      {
        what: "unchanged note, nothing rendered",
        unit: "ms",
        ours: found.ours,
        floor: { what: "hashing data, house style, report and edition", figures: found.floor },
        mark: { most: 10 },
      },
    ];
  });
}

function hashAll(folder: string): void {
  for (const each of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const file = path.join(folder, each);
    if (statSync(file).isFile()) createHash("sha256").update(readFileSync(file)).digest("hex");
  }
}

export const WARMED: readonly Benchmark[] = [
  { name: "edit", about: "a template edit in an open preview", run: edit },
  { name: "unchanged", about: "a note that stands as it would be written again", run: same },
];
