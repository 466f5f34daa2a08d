import type { Choice, Kept, Materials, Project } from "../../edition/index.ts";
import { artefactsOf, compose, lookOf, openReport } from "../../edition/index.ts";
import type { Decoded, Edition, Problem } from "../../model/index.ts";
import { problem } from "../../model/index.ts";
import type { Look } from "../../pages/index.ts";
import { htmlPage, printPage } from "../../pages/index.ts";

/** A composed edition as the desk shows it. */
export interface Note {
  readonly materials: Materials;
  readonly edition: Edition;
  readonly look: Look;
  /** The very bytes that a build writes as index.html. */
  readonly html: string;
}

/** The way a build takes, up to the page. A fault of ours is told as a problem: the desk stays open. */
export async function makeNote(
  project: Project,
  folder: string,
  choice: Choice,
  kept: Kept,
): Promise<Decoded<Note>> {
  try {
    const opened = openReport(project, folder, choice, kept);
    if (!opened.ok) return opened;
    const { materials, occasion } = opened.value;
    const composed = await compose(materials, occasion);
    if (!composed.ok) return composed;
    const edition = composed.value;
    const page = setPage(materials, edition, kept);
    if (!page.ok) return { ok: false, problems: [...composed.problems, ...page.problems] };
    const value = { materials, edition, ...page.value };
    return { ok: true, value, problems: composed.problems };
  } catch (error) {
    return { ok: false, problems: [fault(error)] };
  }
}

/** What a build finds when it reads its own artefacts; too slow to stand between a save and the screen. */
export async function proofNote({ materials, edition, look }: Note): Promise<readonly Problem[]> {
  try {
    const made = await artefactsOf(materials, edition, look, null);
    return made.ok ? [] : made.problems;
  } catch (error) {
    return [fault(error)];
  }
}

/** The article set for paper, as one long sheet. */
export function printSheet({ edition, look }: Note): string {
  return printPage(edition, look);
}

function setPage(
  materials: Materials,
  edition: Edition,
  kept: Kept,
): Decoded<Pick<Note, "look" | "html">> {
  try {
    const look = lookOf(materials, kept);
    return { ok: true, value: { look, html: htmlPage(edition, look) }, problems: [] };
  } catch (error) {
    const text = `the page cannot be set: ${messageOf(error)}`;
    const hint = "look at the layouts and style sheets under templates/pages";
    return { ok: false, problems: [problem("page-layout", null, text, hint)] };
  }
}

function fault(error: unknown): Problem {
  const hint = "please tell us, with the file you saved last; the desk goes on with the next save";
  return problem("fault", null, `our own fault: ${messageOf(error)}`, hint);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
