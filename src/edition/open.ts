import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { relatedEditions } from "../archive/index.ts";
import type { Day, Decoded } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Occasion, VoiceFile } from "./compose.ts";
import { newestRelease } from "./days.ts";
import type { Kept } from "./kept.ts";
import { nothingKept } from "./kept.ts";
import type { Materials } from "./load.ts";
import { loadMaterials } from "./load.ts";
import type { Project } from "./project.ts";
import { dataFolder, shown } from "./project.ts";

/** What the user may choose for an edition; null: the default. */
export interface Choice {
  readonly asOf: Day | null;
  readonly published: Day | null;
  readonly data: string | null;
  readonly catalogue: string | null;
  /** Read every series of the catalogue, not only those the report names. */
  readonly everything?: boolean;
  /** What the report is to be about; null: its own subject, if it has one. */
  readonly subject?: string | null;
  /** Where the author's earlier pieces are; left out: the newsroom's own archive. */
  readonly archive?: string;
}

/** A report with everything read that its edition of a day needs. */
export interface Opened {
  readonly materials: Materials;
  readonly occasion: Occasion;
}

/** Reads a report for one edition: its files, its data, its days, the author's words of that day. */
export function openReport(
  project: Project,
  folder: string,
  choice: Choice,
  kept: Kept = nothingKept(),
): Decoded<Opened> {
  const data = shown(path.resolve(choice.data ?? dataFolder(project)));
  const catalogue = path.resolve(choice.catalogue ?? path.join(data, "catalog.yaml"));
  const everything = choice.everything ?? false;
  const place = { folder: data, catalogue, everything, subject: choice.subject ?? null };
  const loaded = loadMaterials(project, folder, place, kept);
  if (!loaded.ok) return loaded;
  const materials = loaded.value;
  const asOf = choice.asOf ?? newestRelease(materials.decoded.report, materials.library);
  if (asOf === null) {
    const text = "the required series hold no figures, so there is no day to write about";
    const hint = "fill their files, or name the day with --as-of";
    return { ok: false, problems: [problem("no-day", null, text, hint)] };
  }
  const published = choice.published ?? asOf;
  const occasion = occasionOf(materials, asOf, published, kept, choice.archive);
  return { ok: true, value: { materials, occasion }, problems: loaded.problems };
}

/** Titles under "More by this author". */
const MOST_RELATED = 3;

/** What belongs to the edition of one day. */
export function occasionOf(
  materials: Materials,
  asOf: Day,
  published: Day,
  kept: Kept,
  archive = path.join(materials.project.root, "archive"),
): Occasion {
  const { report } = materials.decoded;
  const { related, problems } = relatedEditions(archive, {
    author: report.byline.author,
    before: published,
    exclude: report.canonical === null ? [] : [`${report.canonical}${published}/`],
  });
  return {
    asOf,
    published,
    voiceFile: voiceFileOf(path.join(report.folder, report.slots), asOf),
    related: related.slice(0, MOST_RELATED),
    remarks: problems,
    kept,
  };
}

function voiceFileOf(folder: string, asOf: Day): VoiceFile | null {
  const file = path.join(folder, `${asOf}.md`);
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { file: shown(file), text: new TextDecoder().decode(bytes), hash };
}
